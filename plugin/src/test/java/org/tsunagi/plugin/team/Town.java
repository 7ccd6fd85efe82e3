// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
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

/**
 * A town of three schools A, B and C, each with two homerooms of three children and one person of
 * every role; the child A-1-0 is in the homeroom A-1, whose teacher is A-homeroomTeacher.
 */
final class Town implements StudentDirectory, StaffDirectory {
  static final List<String> SCHOOLS = List.of("A", "B", "C");
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

  static StudentId child(String id) {
    return new StudentId(id);
  }

  static List<String> children() {
    List<String> all = new ArrayList<>();
    for (String school : SCHOOLS) {
      for (int room = 1; room <= 2; room++) {
        for (int seat = 0; seat < 3; seat++) {
          all.add(school + "-" + room + "-" + seat);
        }
      }
    }
    return all;
  }

  /** Signs a person in anew, as every request does. */
  static Actor actor(String school, HostRole role) {
    StaffMember member = member(school, role);
    return new Actor(member.id().value(), member.name(), member.posts(), Set.of(), true);
  }

  /** Signs a person in without a second factor. */
  static Actor plain(String school, HostRole role) {
    Actor strong = actor(school, role);
    return new Actor(strong.id(), strong.name(), strong.posts(), Set.of(), false);
  }

  static StaffMember member(String school, HostRole role) {
    Optional<HomeroomId> homeroom =
        role == HostRole.HOMEROOM_TEACHER
            ? Optional.of(new HomeroomId(school + "-1"))
            : Optional.empty();
    Post post =
        new Post(role, Optional.of(new SchoolId(school)), homeroom, FIRST, Optional.empty());
    return new StaffMember(
        new StaffId(school + "-" + role.code()), "試験　" + role.code(), "", List.of(post));
  }

  @Override
  public List<School> listSchools() {
    return SCHOOLS.stream().map(id -> new School(new SchoolId(id), id + "中学校", "試験市")).toList();
  }

  @Override
  public Optional<StudentRecord> findRecord(StudentId student) {
    return find(student)
        .map(
            one ->
                new StudentRecord(
                    one,
                    listEnrolments(student),
                    listSchools(),
                    findHomeroom(new HomeroomId(student.value().substring(0, 3))).stream()
                        .toList()));
  }

  @Override
  public Optional<Student> find(StudentId student) {
    return children().contains(student.value())
        ? Optional.of(
            new Student(
                student, "試験", student.value(), "", "", "male", Optional.empty(), "", List.of()))
        : Optional.empty();
  }

  @Override
  public Optional<Homeroom> findHomeroom(HomeroomId homeroom) {
    return Optional.of(
        new Homeroom(
            homeroom,
            new SchoolId(homeroom.value().substring(0, 1)),
            2026,
            Grade.J2,
            homeroom.value(),
            false));
  }

  @Override
  public List<Enrolment> listEnrolments(StudentId student) {
    String id = student.value();
    return children().contains(id)
        ? List.of(
            new Enrolment(
                "e" + id,
                student,
                new SchoolId(id.substring(0, 1)),
                2026,
                Grade.J2,
                Optional.of(new HomeroomId(id.substring(0, 3))),
                1,
                FIRST,
                Optional.empty()))
        : List.of();
  }

  @Override
  public List<StaffMember> listByRole(SchoolId school, HostRole role, LocalDate on) {
    return List.of(member(school.value(), role));
  }

  @Override
  public List<StaffMember> listInCharge(
      SchoolId school, Optional<HomeroomId> homeroom, LocalDate on) {
    List<StaffMember> all = new ArrayList<>(listByRole(school, HostRole.PRINCIPAL, on));
    homeroom.ifPresent(room -> all.addAll(listHomeroomTeachers(room, on)));
    return all;
  }

  @Override
  public List<StaffMember> listHomeroomTeachers(HomeroomId homeroom, LocalDate on) {
    return homeroom.value().endsWith("-1")
        ? List.of(member(homeroom.value().substring(0, 1), HostRole.HOMEROOM_TEACHER))
        : List.of();
  }

  @Override
  public Optional<StaffMember> find(StaffId staff) {
    return SCHOOLS.stream()
        .flatMap(
            school -> IntStream.range(0, HostRole.values().length).mapToObj(i -> one(school, i)))
        .filter(one -> one.id().equals(staff))
        .findFirst();
  }

  private static StaffMember one(String school, int role) {
    return member(school, HostRole.values()[role]);
  }

  @Override
  public List<StaffMember> list(Set<StaffId> staff) {
    return staff.stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public List<Homeroom> listHomerooms(SchoolId school, int schoolYear) {
    return List.of();
  }

  @Override
  public List<Student> listStudents(Set<StudentId> students) {
    return students.stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public List<Enrolment> listHomeroomEnrolments(
      HomeroomId homeroom, LocalDate first, LocalDate last) {
    return List.of();
  }

  @Override
  public List<Listed> list(StudentQuery query) {
    return List.of();
  }

  @Override
  public int count(StudentQuery query) {
    return 0;
  }

  @Override
  public void streamEnrolments(SchoolId school, int schoolYear, Consumer<Enrolment> consumer) {}
}
