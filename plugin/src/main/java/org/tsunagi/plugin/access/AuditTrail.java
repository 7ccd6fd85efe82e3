// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/** Writes the audit chain and the read log, on the connection of the command they tell of. */
public interface AuditTrail {
  /**
   * Appends a row to the school's chain.
   *
   * @param action what was done, a stable text such as {@code register.mark}
   * @param object what it was done to, a kind and an id such as {@code sheet:123}
   * @param facts what changed, in ids, codes and dates; never free text about a person
   */
  void record(
      Connection connection,
      Actor actor,
      Optional<SchoolId> school,
      String action,
      String object,
      Map<String, String> facts);

  /** Notes that an actor read a section of a student's sheet, in an emergency or ordinarily. */
  void recordRead(
      Connection connection, Actor actor, SchoolId school, StudentId student, String section);

  /**
   * Notes that an actor opened something of a student that takes a reason.
   *
   * @param reason why, as it will stand in the read log that the family may see
   */
  void recordOpening(
      Connection connection,
      Actor actor,
      SchoolId school,
      StudentId student,
      String section,
      String reason);
}
