// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.testing.TestDatabases;

/** What is known of custody and protection, for readers with and without the right. */
class RestrictedCausesTest {
  private static final HomeroomId ROOM = new HomeroomId("r1");
  private static final StudentId STUDENT = new StudentId("A");
  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final String MARKER = "しるし9K2Vの施設";
  private static final List<String> WORDS =
      List.of(MARKER, "鑑別所", "一時保護", "少年院", "EXEMPT_CUSTODY", "EXEMPT_PROTECTION", "留", "護");

  private static Fixture school(TestDatabases.Named database) {
    Fixture fixture = new Fixture(database, LocalDate.of(2026, 11, 20));
    fixture.stay("A", fixture.room("r1", Grade.J2));
    fixture.plan(Grade.J2, true, IntStream.rangeClosed(1, 20).mapToObj(MONTH::atDay).toList());
    mark(fixture, 2, "EXEMPT_CUSTODY");
    mark(fixture, 3, "EXEMPT_CUSTODY");
    mark(fixture, 4, "EXEMPT_PROTECTION");
    mark(fixture, 5, "CREDITED_PROTECTION");
    mark(fixture, 6, "EXEMPT_EXAM");
    return fixture;
  }

  private static void mark(Fixture fixture, int day, String code) {
    boolean restricted = !code.equals("EXEMPT_EXAM");
    AttendanceMark mark =
        new AttendanceMark(
            Fixture.SCHOOL,
            STUDENT,
            MONTH.atDay(day),
            code,
            restricted ? MARKER : "",
            "",
            restricted ? MARKER : "",
            false,
            false,
            OptionalInt.empty(),
            Optional.empty(),
            MARKER);
    fixture.host.book.write(
        List.of(
            new MarkChange(
                Fixture.SCHOOL,
                STUDENT,
                MONTH.atDay(day),
                Optional.of(mark),
                new MarkChange.Author("p", "校長", "校長"),
                restricted ? MARKER : "はじめの記入",
                fixture.now())));
  }

  /** Reads everything that the register's services tell of the student. */
  private static Map<String, String> tellEverything(Fixture fixture) throws Exception {
    Map<String, Object> told = new TreeMap<>();
    for (boolean monthly : List.of(false, true)) {
      told.put(
          "tallies " + monthly, fixture.tallies(monthly).stream().map(TallyRow::fields).toList());
    }
    List<TallyRow> own = new ArrayList<>();
    fixture
        .tallies
        .open(
            fixture.actor,
            new TallyQuery(2026, false, Optional.empty(), Optional.empty(), Optional.of(STUDENT)))
        .each(own::add);
    told.put("tallies of the student", own.stream().map(TallyRow::fields).toList());
    told.put(
        "days",
        fixture.tallies.listDays(fixture.actor, STUDENT, 2026).stream()
            .map(StudentYearResource.Day::of)
            .toList());
    for (Figure figure : Figure.values()) {
      told.put(
          "why " + figure.code(),
          fixture.tallies.explain(fixture.actor, STUDENT, 2026, Optional.of(MONTH), figure.code()));
    }
    told.put("month", fixture.register.month(fixture.actor, ROOM, MONTH).students());
    told.put("year", fixture.register.year(fixture.actor, STUDENT, 2026));
    for (int day = 2; day <= 6; day++) {
      told.put(
          "history " + day,
          fixture.register.listHistory(fixture.actor, ROOM, STUDENT, MONTH.atDay(day)));
    }
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Object> one : told.entrySet()) {
      texts.put(one.getKey(), Json.MAPPER.writeValueAsString(one.getValue()));
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void nothingOfARestrictedCauseIsToldWithoutTheRight(TestDatabases.Named database)
      throws Exception {
    Fixture fixture = school(database);
    fixture.denied.add(Privilege.RESTRICTED_READ);
    tellEverything(fixture)
        .forEach(
            (where, text) ->
                WORDS.forEach(
                    word -> assertFalse(text.contains(word), where + " tells " + word + text)));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everythingIsToldWithTheRight(TestDatabases.Named database) throws Exception {
    Map<String, String> told = tellEverything(school(database));
    for (String where :
        List.of("tallies false", "tallies true", "tallies of the student", "month", "history 2")) {
      assertTrue(told.get(where).contains(MARKER), where + told.get(where));
    }
    assertTrue(told.get("days").contains("鑑別所"), told.get("days"));
    assertTrue(told.get("year").contains("鑑別所"), told.get("year"));
    assertTrue(told.get("why exemptDays").contains(MARKER), told.get("why exemptDays"));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void daysAndFiguresStayAndRestrictedReasonsAreAddedUpUnderTheirWord(
      TestDatabases.Named database) {
    Fixture fixture = school(database);
    TallyRow open = fixture.tallies(false).get(0);
    assertEquals(
        List.of("出席停止等3日（" + MARKER + "のため）", "出席停止等1日（入学試験のため）"), open.count().remarkTexts());
    fixture.denied.add(Privilege.RESTRICTED_READ);
    TallyRow masked = fixture.tallies(false).get(0);
    assertEquals(open.count().tally(), masked.count().tally());
    assertEquals(
        List.of("出席停止等3日（理由は限られた人が見られます）", "出席停止等1日（入学試験のため）"), masked.count().remarkTexts());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void theGridShowsThatTheChildNeedNotAttendAndNoMore(TestDatabases.Named database) {
    Fixture fixture = school(database);
    fixture.denied.add(Privilege.RESTRICTED_READ);
    Map<LocalDate, RegisterView.Mark> marks =
        fixture.register.month(fixture.actor, ROOM, MONTH).students().get(0).marks();
    assertEquals(
        new RegisterView.Mark("RESTRICTED_EXEMPT", "停", "off", "出席停止等", "", "", "", false),
        marks.get(MONTH.atDay(2)));
    assertEquals(
        new RegisterView.Mark("RESTRICTED_CREDITED", "扱", "pend", "出席扱い", "", "", "", true),
        marks.get(MONTH.atDay(5)));
    assertEquals("EXEMPT_EXAM", marks.get(MONTH.atDay(6)).code());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aMarkOneMayNotKnowCannotBeOverwrittenNorGuessed(TestDatabases.Named database) {
    Fixture fixture = school(database);
    fixture.denied.add(Privilege.RESTRICTED_READ);
    int writes = fixture.host.book.writes();
    for (String expected : List.of("", "RESTRICTED_EXEMPT", "EXEMPT_CUSTODY", "ABSENT_ILLNESS")) {
      MarkCommand.Change change =
          new MarkCommand.Change("A", MONTH.atDay(2), "ABSENT_ILLNESS", "", "", expected);
      RefusedException refused =
          assertThrows(
              RefusedException.class,
              () ->
                  fixture.register.write(
                      fixture.actor, ROOM, new MarkCommand(List.of(change), "直す")));
      assertEquals("MARK_RESTRICTED", refused.refusal().findings().get(0).code());
    }
    assertEquals(writes, fixture.host.book.writes());
    fixture.denied.clear();
    MarkCommand.Change change =
        new MarkCommand.Change("A", MONTH.atDay(2), "ABSENT_ILLNESS", "", "", "EXEMPT_CUSTODY");
    fixture.register.write(fixture.actor, ROOM, new MarkCommand(List.of(change), "直す"));
    assertEquals(writes + 1, fixture.host.book.writes());
  }
}
