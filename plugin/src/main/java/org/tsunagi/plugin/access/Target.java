// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.util.List;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/** What an action is done to, as far as rights need to know. */
public sealed interface Target {
  /** Something of the whole installation, such as settings. */
  record Installation() implements Target {}

  /** Something of a school. */
  record OfSchool(SchoolId school) implements Target {}

  /** Something of a homeroom. */
  record OfHomeroom(org.tsunagi.api.school.Homeroom homeroom) implements Target {}

  /**
   * Something of a student.
   *
   * @param student the student
   * @param stays all stays of the student, as the directory lists them; empty means the student
   *     does not exist
   */
  record OfStudent(StudentId student, List<Enrolment> stays) implements Target {
    public OfStudent {
      stays = List.copyOf(stays);
    }
  }
}
