// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;

/** What every host that receives rosters does with them. */
interface IntakeConformance {
  LocalDate YESTERDAY = HostUnderTest.TODAY.minusDays(1);

  HostUnderTest host();

  private boolean receivesNone() {
    return !host().host().capabilities().contains(Capability.RECEIVE_ROSTER);
  }

  private Enrolment stay(String id, StudentId student) {
    return host().students().listEnrolments(student).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private IntakeCounts bulk(List<Student> students, List<Enrolment> stays) {
    try (RosterIntake.Session session = host().intake().begin(true)) {
      KitSchool.putSchools(session);
      students.forEach(one -> session.put(new RosterRow.StudentRow(one, false)));
      stays.forEach(one -> session.put(new RosterRow.StayRow(one, false, Optional.empty())));
      KitSchool.putStaff(session);
      return session.finish();
    }
  }

  private IntakeCounts delta(RosterRow.StayRow row) {
    try (RosterIntake.Session session = host().intake().begin(false)) {
      session.put(row);
      return session.finish();
    }
  }

  /** A feed that writes down what it hears. */
  final class Recorder implements RosterFeed {
    final List<Homeroom> homerooms = new ArrayList<>();
    final List<Enrolment> stays = new ArrayList<>();

    @Override
    public void homeroomsChanged(List<Homeroom> changed) {
      homerooms.addAll(changed);
    }

    @Override
    public void enrolmentsChanged(List<Enrolment> changed, Set<String> removedIds) {
      stays.addAll(changed);
    }
  }

  @Test
  default void theSameRosterTwiceChangesNothing() {
    if (receivesNone()) {
      return;
    }
    Recorder recorder = new Recorder();
    host().register(recorder);
    IntakeCounts again = KitSchool.load(host().intake());
    assertEquals(new IntakeCounts(0, 0, 2 + 3 + 3 + 5 + 5 + 4 + 4, 0), again);
    assertEquals(List.of(), recorder.stays);
    assertEquals(List.of(), recorder.homerooms);
  }

  @Test
  default void aStayMissingFromABulkEndsYesterdayAndTheStudentStays() {
    if (receivesNone()) {
      return;
    }
    Recorder recorder = new Recorder();
    host().register(recorder);
    List<Enrolment> without =
        KitSchool.stays().stream().filter(one -> !one.id().equals("12.1")).toList();
    assertEquals(1, bulk(KitSchool.students(), without).ended());
    assertEquals(Optional.of(YESTERDAY), stay("12.1", KitSchool.TAKA).last());
    assertTrue(host().students().find(KitSchool.TAKA).isPresent());
    assertEquals(List.of("12.1"), recorder.stays.stream().map(Enrolment::id).toList());
    assertEquals(0, bulk(KitSchool.students(), without).ended(), "ended once");
    assertEquals(1, bulk(KitSchool.students(), KitSchool.stays()).changed(), "and back again");
    assertEquals(Optional.empty(), stay("12.1", KitSchool.TAKA).last());
  }

  @Test
  default void aDeltaTouchesOnlyWhatItPuts() {
    if (receivesNone()) {
      return;
    }
    Enrolment moved =
        KitSchool.stay("12.1", KitSchool.TAKA, Grade.P5, KitSchool.FIVE_TEN, 9, Optional.empty());
    assertEquals(
        new IntakeCounts(0, 1, 0, 0), delta(new RosterRow.StayRow(moved, false, Optional.empty())));
    assertEquals(moved, stay("12.1", KitSchool.TAKA));
    assertEquals(Optional.empty(), stay("11.1", KitSchool.SAKI).last());
  }

  @Test
  default void aStayThatTheSourceEndsEndsOnTheDayNamedOrYesterday() {
    if (receivesNone()) {
      return;
    }
    LocalDate named = LocalDate.of(2026, 10, 30);
    Enrolment taka = stay("12.1", KitSchool.TAKA);
    Enrolment saki = stay("11.1", KitSchool.SAKI);
    IntakeCounts ended = new IntakeCounts(0, 0, 0, 1);
    assertEquals(ended, delta(new RosterRow.StayRow(taka, true, Optional.of(named))));
    assertEquals(ended, delta(new RosterRow.StayRow(saki, true, Optional.empty())));
    assertEquals(Optional.of(named), stay("12.1", KitSchool.TAKA).last());
    assertEquals(Optional.of(YESTERDAY), stay("11.1", KitSchool.SAKI).last());
    assertEquals(
        new IntakeCounts(0, 0, 1, 0),
        delta(new RosterRow.StayRow(saki, true, Optional.empty())),
        "ended once");
  }

  @Test
  default void nextYearsRosterClosesThisYearsStaysOn31MarchAndKeepsThem() {
    if (receivesNone()) {
      return;
    }
    HomeroomId sixTwo = new HomeroomId("h-2027-6-2");
    Enrolment next =
        new Enrolment(
            "e-saki-2027",
            KitSchool.SAKI,
            KitSchool.NORTH,
            2027,
            Grade.P6,
            Optional.of(sixTwo),
            1,
            KitSchool.MARCH.plusDays(1),
            Optional.empty());
    for (int time = 0; time < 2; time++) {
      try (RosterIntake.Session session = host().intake().begin(true)) {
        session.put(
            new RosterRow.HomeroomRow(
                new Homeroom(sixTwo, KitSchool.NORTH, 2027, Grade.P6, "6年2組", false), false));
        session.put(new RosterRow.StayRow(next, false, Optional.empty()));
        IntakeCounts counts = session.finish();
        assertEquals(time == 0 ? 2 : 0, counts.added());
      }
    }
    assertEquals(
        List.of(Optional.of(KitSchool.MARCH), Optional.empty()),
        host().students().listEnrolments(KitSchool.SAKI).stream().map(Enrolment::last).toList());
    assertEquals(Optional.of(KitSchool.MARCH), stay("15.1", KitSchool.SIXTH).last());
    assertEquals(Optional.of(KitSchool.LEFT_ON), stay("14.1", KitSchool.LEFT).last());
    assertEquals(0, bulk(KitSchool.students(), KitSchool.stays()).changed(), "it stays closed");
    assertEquals(
        2, host().staff().listHomeroomTeachers(KitSchool.FIVE_TWO, HostUnderTest.TODAY).size());
  }

  @Test
  default void changedNamesAndGuardiansAreTakenOver() {
    if (receivesNone()) {
      return;
    }
    Student saki = KitSchool.students().get(0);
    Student renamed =
        new Student(
            saki.id(),
            "髙﨑",
            saki.givenName(),
            "タカサキ",
            saki.givenKana(),
            saki.sex(),
            saki.birthDate(),
            saki.number(),
            saki.guardians().subList(1, 2));
    List<Student> students = new ArrayList<>(KitSchool.students());
    students.set(0, renamed);
    assertEquals(1, bulk(students, KitSchool.stays()).changed());
    assertEquals(Optional.of(renamed), host().students().find(KitSchool.SAKI));
  }

  @Test
  default void aRolledBackIntakeLeavesNothing() {
    if (receivesNone()) {
      return;
    }
    assertThrows(
        IllegalStateException.class,
        () ->
            host()
                .store()
                .transact(
                    connection -> {
                      assertEquals(4, bulk(List.of(), List.of(other())).ended());
                      throw new IllegalStateException("dry run");
                    }));
    assertEquals(Optional.empty(), stay("11.1", KitSchool.SAKI).last());
    assertEquals(Set.copyOf(KitSchool.stays()).size(), countStays());
  }

  private static Enrolment other() {
    return KitSchool.stay(
        "e-other", KitSchool.SAKI, Grade.P5, KitSchool.FIVE_TEN, 2, Optional.empty());
  }

  private int countStays() {
    List<Enrolment> stays = new ArrayList<>();
    host().students().streamEnrolments(KitSchool.NORTH, KitSchool.YEAR, stays::add);
    return stays.size();
  }
}
