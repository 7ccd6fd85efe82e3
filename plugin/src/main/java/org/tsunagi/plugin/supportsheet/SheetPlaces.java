// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetStayRule;

/**
 * Finds the school's sheet that an actor may reach. Each school has its own sheet of a child; where
 * the actor may reach several, the one of the present stay comes first.
 */
@Component(service = SheetPlaces.class)
public final class SheetPlaces {
  private final Gate gate;
  private final StudentDirectory students;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public SheetPlaces(
      @Reference Gate gate, @Reference StudentDirectory students, @Reference SchoolClock clock) {
    this.gate = gate;
    this.students = students;
    this.clock = clock;
  }

  /**
   * Finds a part of a student's sheet; an absent student looks like a secret one.
   *
   * @throws Missing where there is none that the actor may know of
   * @throws org.tsunagi.plugin.shared.NotPermitted where the actor may know of it but not do this
   */
  public SheetPlace get(Actor actor, Privilege privilege, StudentId student, SheetKey key) {
    Optional<StudentRecord> found = students.findRecord(student);
    if (found.isEmpty()) {
      gate.require(actor, privilege, new Target.OfStudent(student, List.of()));
      throw new Missing();
    }
    return get(actor, privilege, found.get(), key);
  }

  /** Finds a part of the sheet of a student whose record was read before. */
  public SheetPlace get(Actor actor, Privilege privilege, StudentRecord record, SheetKey key) {
    StudentId student = record.id();
    List<Enrolment> stays = record.stays();
    List<SchoolId> schools =
        key.schoolYear() == 0
            ? SheetStayRule.listSchools(stays, clock.today())
            : SheetStayRule.listSchools(stays, key.schoolYear());
    for (SchoolId school : schools) {
      Target.OfStudent target = target(student, stays, school);
      if (gate.permits(actor, privilege, target)) {
        return new SheetPlace(record, target, stay(stays, school, key), key);
      }
    }
    gate.require(
        actor,
        privilege,
        schools.isEmpty()
            ? new Target.OfStudent(student, stays)
            : target(student, stays, schools.get(0)));
    throw new Missing();
  }

  /** Finds a part where the actor may reach one. */
  public Optional<SheetPlace> find(
      Actor actor, Privilege privilege, StudentRecord record, SheetKey key) {
    return SheetStayRule.listSchools(record.stays(), key.schoolYear()).stream()
        .map(school -> new Reached(school, target(record.id(), record.stays(), school)))
        .filter(one -> gate.permits(actor, privilege, one.target()))
        .findFirst()
        .map(
            one ->
                new SheetPlace(record, one.target(), stay(record.stays(), one.school(), key), key));
  }

  private record Reached(SchoolId school, Target.OfStudent target) {}

  private Enrolment stay(List<Enrolment> stays, SchoolId school, SheetKey key) {
    return (key.schoolYear() == 0
            ? SheetStayRule.covering(stays, school, clock.today())
            : SheetStayRule.find(stays, school, key.schoolYear()))
        .orElseThrow(Missing::new);
  }

  private static Target.OfStudent target(
      StudentId student, List<Enrolment> stays, SchoolId school) {
    return new Target.OfStudent(
        student, stays.stream().filter(stay -> stay.school().equals(school)).toList());
  }
}
