// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.sql.Connection;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/** The contents of sheets as an acknowledgement needs them: what stands now, and its hash. */
public interface SheetContents {
  /**
   * What stands now in a part.
   *
   * @param version the newest version, from 1
   * @param hash the SHA-256 of its content, 64 hexadecimal digits in lower case
   */
  record Current(int version, String hash) {}

  /** Finds what stands in a part of a child's sheet; empty before the first save. */
  Optional<Current> find(Connection connection, SchoolId school, StudentId student, String partKey);
}
