// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffId;

/** A row of a roster, with whether the source says that it has ended. */
public sealed interface RosterRow {
  /** Tells whether the source marks the row as ended (OneRoster {@code tobedeleted}). */
  boolean ended();

  /** A school. */
  record SchoolRow(School school, boolean ended) implements RosterRow {}

  /** A homeroom. */
  record HomeroomRow(Homeroom homeroom, boolean ended) implements RosterRow {}

  /** A student. */
  record StudentRow(Student student, boolean ended) implements RosterRow {}

  /**
   * A staff member.
   *
   * @param staff the identifier
   * @param username the name to sign in with
   * @param name family and given name
   * @param kana its reading; empty when unknown
   * @param email the mail address; empty when unknown
   * @param ended whether the person has left
   */
  record StaffRow(
      StaffId staff, String username, String name, String kana, String email, boolean ended)
      implements RosterRow {}

  /**
   * A stay.
   *
   * @param enrolment the stay
   * @param ended whether the source ends it
   * @param endedOn the last day when the source names one
   */
  record StayRow(Enrolment enrolment, boolean ended, Optional<LocalDate> endedOn)
      implements RosterRow {}

  /**
   * A post.
   *
   * @param id the source's identifier
   * @param staff who holds it
   * @param post the post
   * @param ended whether the source ends it
   */
  record PostRow(String id, StaffId staff, Post post, boolean ended) implements RosterRow {}

  /** A term of a school's year. */
  record TermRow(SchoolId school, int schoolYear, Term term, boolean ended) implements RosterRow {}
}
