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
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.supportsheet.domain.Reflected;
import org.tsunagi.plugin.supportsheet.domain.Reflected.Cell;

/**
 * Makes the reflected cells of a sheet of the student's record and of who answers for the class.
 */
@Component(service = Reflections.class)
public final class Reflections {
  private final StaffDirectory staff;

  /** Makes it. */
  @Activate
  public Reflections(@Reference StaffDirectory staff) {
    this.staff = staff;
  }

  /** Reads the cells of a student's stay as they were on a day. */
  public Reflected read(StudentRecord record, Enrolment stay, LocalDate on) {
    Student student = record.student();
    Optional<Guardian> guardian = student.guardians().stream().findFirst();
    Optional<Homeroom> homeroom = stay.homeroom().flatMap(record::homeroom);
    List<StaffMember> charged = staff.listInCharge(stay.school(), stay.homeroom(), on);
    Optional<StaffMember> teacher =
        charged.stream().filter(one -> teaches(one, stay, on)).findFirst();
    Optional<StaffMember> principal =
        charged.stream().filter(one -> heads(one, stay, on)).findFirst();
    Optional<School> school = record.school(stay.school());
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

  private static boolean teaches(StaffMember member, Enrolment stay, LocalDate on) {
    return stay.homeroom().isPresent()
        && member.posts().stream()
            .filter(post -> post.role() == HostRole.HOMEROOM_TEACHER && post.heldOn(on))
            .anyMatch(post -> post.homeroom().equals(stay.homeroom()));
  }

  private static boolean heads(StaffMember member, Enrolment stay, LocalDate on) {
    return member.posts().stream()
        .filter(post -> post.role() == HostRole.PRINCIPAL && post.heldOn(on))
        .anyMatch(post -> post.school().equals(Optional.of(stay.school())));
  }

  private static <T> Cell cell(Optional<T> from, Function<T, String> part, String source) {
    return new Cell(from.map(part).orElse(""), source);
  }
}
