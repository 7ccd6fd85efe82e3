// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Reads the sources of reflected cells from the student's record and from who answers for the
 * class. Days are ISO 8601, the sex is the roster's code.
 */
@Component(service = Reflections.class)
public final class Reflections {
  private final StaffDirectory staff;

  /** Makes it. */
  @Activate
  public Reflections(@Reference StaffDirectory staff) {
    this.staff = staff;
  }

  /** Reads the sources for a student's stay as they were on a day. */
  public Map<String, String> read(StudentRecord record, Enrolment stay, LocalDate on) {
    Map<String, String> sources = new HashMap<>();
    Student student = record.student();
    sources.put("student.name", student.name());
    sources.put("student.kana", student.kana());
    sources.put("student.sex", student.sex());
    sources.put("student.birthDate", student.birthDate().map(LocalDate::toString).orElse(""));
    Optional<Guardian> guardian = student.guardians().stream().findFirst();
    put(sources, "guardian.name", guardian, Guardian::name);
    put(sources, "guardian.kana", guardian, Guardian::kana);
    put(sources, "guardian.relationship", guardian, Guardian::relationship);
    put(sources, "guardian.phone", guardian, Guardian::phone);
    put(sources, "stay.school", record.school(stay.school()), School::name);
    put(sources, "stay.homeroom", stay.homeroom().flatMap(record::homeroom), Homeroom::name);
    sources.put("stay.grade", stay.grade().label());
    schools(sources, record, on);
    people(sources, stay, on);
    return sources;
  }

  private static void schools(Map<String, String> sources, StudentRecord record, LocalDate on) {
    Map<String, String> stages =
        Map.of("P", "school.elementary", "J", "school.juniorHigh", "H", "school.high");
    stages.forEach(
        (letter, source) ->
            put(
                sources,
                source,
                record.stays().stream()
                    .filter(one -> one.grade().name().startsWith(letter))
                    .filter(one -> !one.first().isAfter(on))
                    .max(Comparator.comparing(Enrolment::first))
                    .flatMap(one -> record.school(one.school())),
                School::name));
  }

  private void people(Map<String, String> sources, Enrolment stay, LocalDate on) {
    List<StaffMember> charged = staff.listInCharge(stay.school(), stay.homeroom(), on);
    Optional<StaffMember> teacher =
        charged.stream().filter(one -> teaches(one, stay, on)).findFirst();
    Optional<StaffMember> principal =
        charged.stream().filter(one -> heads(one, stay, on)).findFirst();
    put(sources, "staff.homeroomTeacher", teacher, StaffMember::name);
    put(sources, "staff.homeroomTeacherKana", teacher, StaffMember::kana);
    put(sources, "staff.principal", principal, StaffMember::name);
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

  private static <T> void put(
      Map<String, String> sources, String name, Optional<T> from, Function<T, String> part) {
    sources.put(name, from.map(part).orElse(""));
  }
}
