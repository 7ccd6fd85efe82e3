// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.domain;

import java.sql.Connection;
import java.util.Optional;
import org.tsunagi.api.school.SchoolId;

/** The profiles of schools. */
public interface SchoolProfiles {
  /** Finds the profile of a school. */
  Optional<SchoolProfile> find(Connection connection, SchoolId school);

  /** Keeps a profile, in place of the one that is there. */
  void save(Connection connection, SchoolProfile profile);
}
