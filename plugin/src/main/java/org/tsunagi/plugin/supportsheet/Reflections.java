// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.Reflected;
import org.tsunagi.plugin.supportsheet.domain.Reflected.Cell;

/** Reads the reflected cells of a sheet from the host, one question for each source. */
@Component(service = Reflections.class)
public final class Reflections {
  private final StudentDirectory students;
  private final StaffDirectory staff;

  /** Makes it. */
  @Activate
  public Reflections(@Reference StudentDirectory students, @Reference StaffDirectory staff) {
    this.students = students;
    this.staff = staff;
  }

  /** Reads the cells of a student's stay as they were on a day. */
  public Reflected read(Enrolment stay, LocalDate on) {
    Student student = students.find(stay.student()).orElseThrow(Missing::new);
    Optional<Guardian> guardian = student.guardians().stream().findFirst();
    Optional<Homeroom> homeroom = stay.homeroom().flatMap(students::findHomeroom);
    List<StaffMember> teachers =
        stay.homeroom().map(id -> staff.listHomeroomTeachers(id, on)).orElse(List.of());
    Optional<StaffMember> teacher = teachers.stream().findFirst();
    Optional<StaffMember> principal =
        staff.listByRole(stay.school(), HostRole.PRINCIPAL, on).stream().findFirst();
    Optional<School> school =
        students.listSchools().stream().filter(s -> s.id().equals(stay.school())).findFirst();
    return new Reflected(
        cell(teacher, StaffMember::name, "staff"),
        cell(teacher, StaffMember::kana, "staff"),
        cell(principal, StaffMember::name, "staff"),
        new Cell(student.name(), "student"),
        new Cell(student.kana(), "student"),
        new Cell(student.sex(), "student"),
        cell(school, School::name, "school"),
        new Cell(stay.grade().label(), "enrolment"),
        cell(homeroom, Homeroom::name, "homeroom"),
        cell(guardian, Guardian::name, "guardian"),
        cell(guardian, Guardian::phone, "guardian"));
  }

  private static <T> Cell cell(Optional<T> from, Function<T, String> part, String source) {
    return new Cell(from.map(part).orElse(""), source);
  }
}
