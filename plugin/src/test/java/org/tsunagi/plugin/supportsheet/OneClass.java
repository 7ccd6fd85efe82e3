// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentQuery;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;

/** A host with one student in one class of one school. */
final class OneClass implements StudentDirectory, StaffDirectory {
  static final StudentId STUDENT = new StudentId("s1");
  static final SchoolId SCHOOL = new SchoolId("S1");
  static final HomeroomId HOMEROOM = new HomeroomId("c21");

  /** A child of the class's list who is at another school now. */
  static final StudentId GONE = new StudentId("s0");

  /** How many children are in the class: s1, s2 … */
  int size = 1;

  /** The family name in the roster, which may change. */
  String familyName = "髙﨑";

  @Override
  public List<School> listSchools() {
    return List.of(new School(SCHOOL, "試験市立試験中学校", "試験市教育委員会"));
  }

  @Override
  public Optional<Homeroom> findHomeroom(HomeroomId homeroom) {
    return Optional.of(new Homeroom(HOMEROOM, SCHOOL, 2026, Grade.J2, "2年1組", false));
  }

  @Override
  public Optional<Student> find(StudentId student) {
    Guardian guardian = new Guardian("髙﨑　試", "", "母", "000-0000-0001");
    return Optional.of(
        new Student(
            student,
            familyName,
            "𠮷男",
            "たかさき",
            "よしお",
            "male",
            Optional.empty(),
            "",
            List.of(guardian)));
  }

  @Override
  public Optional<StudentRecord> findRecord(StudentId student) {
    return knows(student)
        ? find(student)
            .map(
                one ->
                    new StudentRecord(
                        one,
                        listEnrolments(student),
                        listSchools(),
                        findHomeroom(HOMEROOM).stream().toList()))
        : Optional.empty();
  }

  @Override
  public List<Enrolment> listEnrolments(StudentId student) {
    if (!knows(student)) {
      return List.of();
    }
    return List.of(
        stay(student, 2025, Grade.J1, Optional.of(LocalDate.of(2026, 3, 31))),
        stay(student, 2026, Grade.J2, Optional.empty()));
  }

  private boolean knows(StudentId student) {
    return student.equals(GONE) || listOfClass().contains(student);
  }

  private List<StudentId> listOfClass() {
    return IntStream.rangeClosed(1, size).mapToObj(i -> new StudentId("s" + i)).toList();
  }

  private static Enrolment stay(
      StudentId student, int year, Grade grade, Optional<LocalDate> last) {
    LocalDate first = LocalDate.of(year, 4, 1);
    boolean gone = student.equals(GONE);
    return new Enrolment(
        student.equals(STUDENT) ? "e" + (year - 2025) : student.value() + year,
        student,
        gone ? new SchoolId("S9") : SCHOOL,
        year,
        grade,
        gone ? Optional.empty() : Optional.of(HOMEROOM),
        1,
        first,
        last);
  }

  @Override
  public List<StaffMember> listByRole(SchoolId school, HostRole role, LocalDate on) {
    return List.of(member("p1", "校長　一郎", "", HostRole.PRINCIPAL, Optional.empty()));
  }

  @Override
  public List<StaffMember> listHomeroomTeachers(HomeroomId homeroom, LocalDate on) {
    return List.of(
        member("t1", "担任　花子", "たんにん　はなこ", HostRole.HOMEROOM_TEACHER, Optional.of(HOMEROOM)));
  }

  @Override
  public List<StaffMember> listInCharge(
      SchoolId school, Optional<HomeroomId> homeroom, LocalDate on) {
    List<StaffMember> all = new ArrayList<>(listByRole(school, HostRole.PRINCIPAL, on));
    homeroom.ifPresent(id -> all.addAll(listHomeroomTeachers(id, on)));
    return all;
  }

  private static StaffMember member(
      String id, String name, String kana, HostRole role, Optional<HomeroomId> homeroom) {
    Post post =
        new Post(role, Optional.of(SCHOOL), homeroom, LocalDate.of(2026, 4, 1), Optional.empty());
    return new StaffMember(new StaffId(id), name, kana, List.of(post));
  }

  @Override
  public List<Homeroom> listHomerooms(SchoolId school, int schoolYear) {
    return List.of();
  }

  @Override
  public List<Student> listStudents(Set<StudentId> students) {
    return students.stream().flatMap(student -> find(student).stream()).toList();
  }

  @Override
  public List<Enrolment> listHomeroomEnrolments(
      HomeroomId homeroom, LocalDate first, LocalDate last) {
    List<StudentId> all = new ArrayList<>(listOfClass());
    all.add(GONE);
    return all.stream().map(student -> stay(student, 2026, Grade.J2, Optional.empty())).toList();
  }

  @Override
  public List<Listed> list(StudentQuery query) {
    return query.students().contains(STUDENT) && query.schools().contains(SCHOOL)
        ? List.of(new Listed(find(STUDENT).orElseThrow(), listEnrolments(STUDENT).get(1), "2年1組"))
        : List.of();
  }

  @Override
  public int count(StudentQuery query) {
    return 0;
  }

  @Override
  public void streamEnrolments(SchoolId school, int schoolYear, Consumer<Enrolment> consumer) {}

  @Override
  public Optional<StaffMember> find(StaffId staff) {
    return Optional.empty();
  }

  @Override
  public List<StaffMember> list(Set<StaffId> staff) {
    return List.of();
  }
}
