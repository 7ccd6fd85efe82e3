// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.register.persistence.RegisterLocks;

/** What a school decided where the texts are silent, for the features around the register. */
public final class SchoolSettings {
  private SchoolSettings() {}

  /** Reads a school's settings, with one statement; what is not set has its default. */
  public static RegisterSettings of(Connection connection, SchoolId school) {
    return RegisterLocks.read(connection, school);
  }
}
