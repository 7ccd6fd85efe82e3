// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

class RegisterServiceTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  /** A homeroom with students A and B, ten school days in November and five in October. */
  private static Fixture school(TestDatabases.Named database) {
    Fixture fixture = new Fixture(database, LocalDate.of(2026, 11, 12));
    Homeroom room = fixture.room("r1", Grade.J2);
    fixture.stay("A", room);
    fixture.stay("B", room, LocalDate.of(2026, 11, 6), Optional.of(LocalDate.of(2026, 11, 13)));
    fixture.plan(
        Grade.J2,
        false,
        Stream.of(2, 4, 5, 6, 9, 10, 11, 12, 13, 16).map(NOVEMBER::atDay).toList());
    fixture.plan(
        Grade.J2, true, Stream.of(5, 6, 7, 8, 9).map(day -> LocalDate.of(2026, 10, day)).toList());
    return fixture;
  }

  private static MarkCommand.Change change(
      String student, String date, @Nullable String code, @Nullable String expected) {
    return new MarkCommand.Change(student, LocalDate.parse(date), code, "", "", expected);
  }

  private static RegisterService.Saved write(
      Fixture fixture, String reason, MarkCommand.Change... changes) {
    return fixture.register.write(
        fixture.actor, new HomeroomId("r1"), new MarkCommand(List.of(changes), reason));
  }

  private static List<String> refused(Fixture fixture, Runnable work) {
    int writes = fixture.host.book.writes();
    int audited = fixture.audited.size();
    RefusedException refusal = assertThrows(RefusedException.class, work::run);
    assertEquals(writes, fixture.host.book.writes(), "nothing must be written");
    assertEquals(audited, fixture.audited.size());
    return refusal.refusal().findings().stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void marksMoveTheMonthsFiguresAndAreAudited(TestDatabases.Named database) {
    Fixture fixture = school(database);
    RegisterView empty = fixture.register.month(fixture.actor, new HomeroomId("r1"), NOVEMBER);
    assertEquals(30, empty.days().size());
    assertEquals(2, empty.students().size());
    assertFalse(empty.locked());
    assertEquals(8, empty.students().get(0).figures().requiredDays());
    assertEquals(0, empty.students().get(0).figures().daysPresent());
    assertTrue(empty.codes().stream().anyMatch(code -> code.id().equals("ABSENT_ILLNESS")));
    RegisterService.Saved saved =
        write(
            fixture,
            "",
            change("A", "2026-11-05", "ABSENT_ILLNESS", null),
            change("A", "2026-11-06", "LATE", null));
    assertEquals(2, saved.saved());
    assertEquals(1, saved.students().size());
    RegisterView.Student row = saved.students().get(0);
    assertEquals(1, row.figures().daysAbsent());
    assertEquals(1, row.figures().lateArrivals());
    assertEquals("abs", row.marks().get(LocalDate.of(2026, 11, 5)).family());
    assertEquals(List.of("register.mark"), fixture.audited);
    assertEquals(0, fixture.copy.compare(fixture.actor).differences());
    fixture.register.setTaken(fixture.actor, new HomeroomId("r1"), LocalDate.of(2026, 11, 9), true);
    RegisterView after = fixture.register.month(fixture.actor, new HomeroomId("r1"), NOVEMBER);
    assertEquals(2, after.students().get(0).figures().daysPresent());
    assertTrue(after.days().get(8).taken());
    assertFalse(after.days().get(9).taken());
    assertEquals("none", after.days().get(0).kind());
    assertEquals("school", after.days().get(1).kind());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void changeBasedOnAnOldValueIsRefusedWithBothValuesAndNothingIsWritten(
      TestDatabases.Named database) {
    Fixture fixture = school(database);
    write(fixture, "", change("A", "2026-11-05", "ABSENT_ILLNESS", null));
    Stale stale =
        assertThrows(
            Stale.class,
            () ->
                write(
                    fixture,
                    "",
                    change("A", "2026-11-05", "LATE", null),
                    change("A", "2026-11-06", "LATE", null)));
    List<?> conflicts = (List<?>) ((Map<?, ?>) stale.body()).get("conflicts");
    MarkConflict conflict = (MarkConflict) conflicts.get(0);
    assertEquals(1, conflicts.size());
    assertEquals("LATE", conflict.yours());
    assertEquals("ABSENT_ILLNESS", conflict.theirs());
    assertEquals("先生", conflict.savedBy());
    assertEquals(fixture.now(), conflict.savedAt());
    assertEquals(1, fixture.host.book.writes());
    write(fixture, "", change("A", "2026-11-05", null, "ABSENT_ILLNESS"));
    List<PastMarkView> history =
        fixture.register.listHistory(
            fixture.actor, new HomeroomId("r1"), new StudentId("A"), LocalDate.of(2026, 11, 5));
    assertEquals(2, history.size());
    assertEquals("ABSENT_ILLNESS", history.get(0).before().code());
    assertEquals(null, history.get(0).after());
    assertEquals("学級担任", history.get(0).title());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void onlyPlannedDaysOfTheStayAndKnownCodesAreTaken(TestDatabases.Named database) {
    Fixture fixture = school(database);
    assertEquals(
        List.of("NOT_SCHOOL_DAY"),
        refused(fixture, () -> write(fixture, "", change("A", "2026-11-03", "LATE", null))));
    assertEquals(
        List.of("NOT_ENROLLED"),
        refused(fixture, () -> write(fixture, "", change("B", "2026-11-05", "LATE", null))));
    assertEquals(
        List.of("NOT_ENROLLED"),
        refused(fixture, () -> write(fixture, "", change("B", "2026-11-16", "LATE", null))));
    assertEquals(
        List.of("NOT_ENROLLED"),
        refused(fixture, () -> write(fixture, "", change("Z", "2026-11-05", "LATE", null))));
    assertEquals(
        List.of("CODE_UNKNOWN"),
        refused(fixture, () -> write(fixture, "", change("A", "2026-11-05", "NONE", null))));
    assertThrows(
        Malformed.class,
        () ->
            write(
                fixture,
                "",
                change("A", "2026-11-05", "LATE", null),
                change("A", "2026-11-05", "EARLY", null)));
    assertThrows(
        Malformed.class, () -> write(fixture, "", change("A", "2027-04-05", "LATE", null)));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void lockedMonthTakesChangesOnlyAfterUnlockingWithReason(TestDatabases.Named database) {
    Fixture fixture = school(database);
    HomeroomId room = new HomeroomId("r1");
    YearMonth october = YearMonth.of(2026, 10);
    MarkCommand.Change late = change("A", "2026-10-05", "LATE", null);
    assertEquals(List.of("MONTH_LOCKED"), refused(fixture, () -> write(fixture, "転記の誤り", late)));
    assertTrue(fixture.register.month(fixture.actor, room, october).locked());
    assertEquals(
        List.of("REASON_NEEDED"),
        refused(
            fixture, () -> fixture.register.setLocked(fixture.actor, room, october, false, " ")));
    assertEquals(
        List.of("MONTH_OPEN"),
        refused(
            fixture, () -> fixture.register.setLocked(fixture.actor, room, NOVEMBER, true, "")));
    fixture.register.setLocked(fixture.actor, room, october, false, "保護者の連絡が遅れた");
    assertFalse(fixture.register.month(fixture.actor, room, october).locked());
    assertEquals(List.of("REASON_NEEDED"), refused(fixture, () -> write(fixture, "", late)));
    assertEquals(1, write(fixture, "転記の誤り", late).saved());
    fixture.register.setLocked(fixture.actor, room, october, true, "");
    assertEquals(
        List.of("MONTH_LOCKED"),
        refused(fixture, () -> write(fixture, "もう一度", change("A", "2026-10-06", "LATE", null))));
    assertEquals(
        List.of("MONTH_LOCKED"),
        refused(
            fixture,
            () ->
                fixture.register.setTaken(fixture.actor, room, LocalDate.of(2026, 10, 6), false)));
    assertEquals(List.of("register.unlock", "register.mark", "register.lock"), fixture.audited);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void settingKeepsPastMonthsOpen(TestDatabases.Named database) {
    Fixture fixture = school(database);
    for (Map<String, String> wrong :
        List.of(
            Map.of("register.openMonths", "13"),
            Map.of("register.openMonths", "one"),
            Map.of("sheetA.daysPresent", "maybe"),
            Map.of("register.acceptancesAsked", "yes"),
            Map.of("register.bereavementLimits", "父"),
            Map.of("register.bereavementLimits", "父=0"),
            Map.of("unknown", "1"))) {
      assertEquals(
          List.of("SETTING"),
          refused(fixture, () -> fixture.settings.set(fixture.actor, Fixture.SCHOOL, wrong)));
    }
    fixture.settings.set(fixture.actor, Fixture.SCHOOL, Map.of("register.openMonths", "1"));
    assertEquals(
        Map.of(
            "register.openMonths", "1",
            "sheetA.daysPresent", "atSchool",
            "register.acceptancesAsked", "false",
            "closures.specialNeedsCounted", "false",
            "register.bereavementLimits", "",
            "commonSheet.daysAbsent", "guidanceRecord",
            "sheetB.terms", "calendar"),
        fixture.settings.get(fixture.actor, Fixture.SCHOOL));
    RegisterView october =
        fixture.register.month(fixture.actor, new HomeroomId("r1"), YearMonth.of(2026, 10));
    assertFalse(october.locked());
    RegisterView september =
        fixture.register.month(fixture.actor, new HomeroomId("r1"), YearMonth.of(2026, 9));
    assertTrue(september.locked());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void registerOfAnotherDayThanASchoolDayUpToTodayIsNotTaken(TestDatabases.Named database) {
    Fixture fixture = school(database);
    HomeroomId room = new HomeroomId("r1");
    assertEquals(
        List.of("NOT_SCHOOL_DAY"),
        refused(
            fixture,
            () -> fixture.register.setTaken(fixture.actor, room, LocalDate.of(2026, 11, 3), true)));
    assertEquals(
        List.of("FUTURE"),
        refused(
            fixture,
            () ->
                fixture.register.setTaken(fixture.actor, room, LocalDate.of(2026, 11, 13), true)));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyMethodAsksTheGateAndUnknownHomeroomsAreMissing(TestDatabases.Named database) {
    Fixture fixture = school(database);
    HomeroomId room = new HomeroomId("r1");
    assertThrows(
        Missing.class,
        () -> fixture.register.month(fixture.actor, new HomeroomId("other"), NOVEMBER));
    fixture.denied.addAll(List.of(Privilege.values()));
    LocalDate date = LocalDate.of(2026, 11, 5);
    for (Runnable call :
        List.<Runnable>of(
            () -> fixture.register.month(fixture.actor, room, NOVEMBER),
            () -> write(fixture, "", change("A", "2026-11-05", "LATE", null)),
            () -> fixture.register.setTaken(fixture.actor, room, date, true),
            () -> fixture.register.setLocked(fixture.actor, room, NOVEMBER, true, ""),
            () -> fixture.register.listHistory(fixture.actor, room, new StudentId("A"), date),
            () -> fixture.register.yearTable(fixture.actor, new StudentId("A"), 2026),
            () -> fixture.register.year(fixture.actor, new StudentId("A"), 2026),
            () -> fixture.tallies.listDays(fixture.actor, new StudentId("A"), 2026),
            () -> fixture.tallies(false),
            () -> fixture.settings.get(fixture.actor, Fixture.SCHOOL),
            () -> fixture.settings.set(fixture.actor, Fixture.SCHOOL, Map.of()),
            () -> fixture.copy.compare(fixture.actor),
            () -> fixture.copy.rebuild(fixture.actor),
            () -> fixture.close("school", "", "ART20", "", "2026-11-05", "2026-11-05"),
            () -> fixture.closures.list(fixture.actor, Fixture.SCHOOL, 2026))) {
      assertThrows(NotPermitted.class, call::run);
    }
    assertEquals(0, fixture.host.book.writes());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void monthGridNeedsFiveStatementsHoweverManyStudents(TestDatabases.Named database) {
    Fixture fixture = school(database);
    Runnable month = () -> fixture.register.month(fixture.actor, new HomeroomId("r1"), NOVEMBER);
    month.run();
    int few = fixture.transactions.statements(month);
    Homeroom room = fixture.host.findHomeroom(new HomeroomId("r1")).orElseThrow();
    for (int i = 0; i < 40; i++) {
      fixture.stay("C" + i, room);
    }
    assertEquals(few, fixture.transactions.statements(month));
    assertEquals(5, few);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void closuresThatMakeNoSenseAreRefused(TestDatabases.Named database) {
    Fixture fixture = school(database);
    fixture.close("grade", "J2", "ART20", "", "2026-11-05", "2026-11-06");
    assertEquals(List.of("CLOSURE_EXISTS"), closing(fixture, "grade", "J2", "ART20", "05", "06"));
    assertEquals(List.of("DATES"), closing(fixture, "grade", "J2", "ART20", "06", "05"));
    assertEquals(List.of("TARGET"), closing(fixture, "grade", "X9", "ART20", "05", "06"));
    assertEquals(List.of("TARGET"), closing(fixture, "school", "J2", "ART20", "05", "06"));
    assertEquals(List.of("SCOPE"), closing(fixture, "town", "J2", "ART20", "05", "06"));
    assertEquals(List.of("BASIS"), closing(fixture, "grade", "J2", "ART1", "05", "06"));
    assertEquals(List.of("closure.add"), fixture.audited);
  }

  private static List<String> closing(
      Fixture fixture, String scope, String target, String basis, String first, String last) {
    return refused(
        fixture,
        () -> fixture.close(scope, target, basis, "", "2026-11-" + first, "2026-11-" + last));
  }
}
