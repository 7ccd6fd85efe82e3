// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;

/**
 * The host's schools, homerooms and students.
 *
 * <p>Reading only, in the caller's transaction where the host has one. No method checks rights: the
 * extension does that before it asks. Each method needs a fixed number of statements, whatever the
 * number of students.
 */
@ProviderType
public interface StudentDirectory {
  /** Lists all schools in the order of their names. */
  List<School> listSchools();

  /** Lists the homerooms of a school in a school year, by grade and name. */
  List<Homeroom> listHomerooms(SchoolId school, int schoolYear);

  /** Finds a homeroom of any school year. */
  Optional<Homeroom> findHomeroom(HomeroomId homeroom);

  /** Finds a student, also one who has left. */
  Optional<Student> find(StudentId student);

  /**
   * Finds a student with all stays and the schools and homerooms of these, in at most two
   * statements.
   */
  Optional<StudentRecord> findRecord(StudentId student);

  /** Finds several students at once; unknown ids are left out, the order is free. */
  List<Student> listStudents(Set<StudentId> students);

  /** Lists all stays of a student, oldest first. */
  List<Enrolment> listEnrolments(StudentId student);

  /** Lists the stays of a homeroom that have a day in the range, by register number. */
  List<Enrolment> listHomeroomEnrolments(HomeroomId homeroom, LocalDate first, LocalDate last);

  /** Lists the page of a query: stay and student of each match, by grade, homeroom, number. */
  List<Listed> list(StudentQuery query);

  /** Counts all matches of a query, whatever its offset and limit. */
  int count(StudentQuery query);

  /**
   * Hands every stay of a school year to the consumer, school by school, without holding them all.
   *
   * @param school the school
   * @param schoolYear the school year, by the calendar year in which April lies
   */
  void streamEnrolments(SchoolId school, int schoolYear, Consumer<Enrolment> consumer);

  /**
   * A row of a student list.
   *
   * @param student the student
   * @param enrolment the stay that covers the day of the query
   * @param homeroomName the homeroom's name; empty while none is assigned
   */
  record Listed(Student student, Enrolment enrolment, String homeroomName) {}
}
