// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.register.domain.Explanation;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.testing.TestDatabases;

/** The worked examples of 第3章 Q14, from the host's feeds through the copy to the tallies. */
class StoredCountingTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 31);
  private static final List<LocalDate> TEN_DAYS =
      Stream.of(10, 11, 12, 13, 16, 17, 18, 19, 20, 23)
          .map(day -> LocalDate.of(2023, 1, day))
          .toList();
  private static final List<LocalDate> WITH_SATURDAY =
      Stream.of(10, 11, 12, 13, 14, 16, 17, 18, 19, 20)
          .map(day -> LocalDate.of(2023, 1, day))
          .toList();

  /** A grade of two homerooms with one student each. */
  private static Fixture grade(TestDatabases.Named database, List<LocalDate> days) {
    Fixture fixture = new Fixture(database, TODAY);
    Homeroom one = fixture.room("1組", Grade.P5);
    Homeroom two = fixture.room("2組", Grade.P5);
    fixture.stay("A", one);
    fixture.stay("B", two);
    fixture.plan(Grade.P5, true, days);
    return fixture;
  }

  private static void assertYear(
      Fixture fixture, String student, List<Integer> figures, String remarks) {
    TreeMap<String, TallyRow> rows = new TreeMap<>();
    fixture.tallies(false).forEach(row -> rows.put(row.student(), row));
    Tally tally = rows.get(student).count().tally();
    assertEquals(
        figures,
        List.of(
            tally.schoolDays(),
            tally.exemptDays(),
            tally.requiredDays(),
            tally.daysAbsent(),
            tally.daysPresent(),
            tally.creditedDays()),
        student);
    assertEquals(remarks, rows.get(student).fields().get("remarks"), student);
  }

  private static void mark(Fixture fixture, String student, String code, String detail, int... on) {
    List<MarkChange> changes = new ArrayList<>();
    for (int day : on) {
      LocalDate date = LocalDate.of(2023, 1, day);
      AttendanceMark plain = AttendanceMark.of(Fixture.SCHOOL, new StudentId(student), date, code);
      AttendanceMark mark =
          new AttendanceMark(
              plain.school(),
              plain.student(),
              date,
              code,
              detail,
              "",
              "",
              false,
              false,
              plain.minutes(),
              plain.visit(),
              "");
      changes.add(
          new MarkChange(
              Fixture.SCHOOL,
              plain.student(),
              date,
              Optional.of(mark),
              new MarkChange.Author("t1", "先生", "教諭"),
              "",
              fixture.now()));
    }
    fixture.host.book.write(changes);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void bothHomeroomsClosedOnTheSameDaysTakeThemOutOfTheSchoolDays(TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    fixture.close("homeroom", "1組", "ART20", "", "2023-01-16", "2023-01-18");
    assertYear(fixture, "A", List.of(10, 3, 7, 0, 7, 0), "出席停止等3日（学級休業のため）");
    fixture.close("homeroom", "2組", "ART20", "", "2023-01-16", "2023-01-18");
    assertYear(fixture, "A", List.of(7, 0, 7, 0, 7, 0), "");
    assertYear(fixture, "B", List.of(7, 0, 7, 0, 7, 0), "");
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void homeroomsClosedOnDifferentDaysHaveExemptDays(TestDatabases.Named database) {
    Fixture fixture = grade(database, WITH_SATURDAY);
    fixture.close("homeroom", "1組", "ART20", "", "2023-01-10", "2023-01-11");
    fixture.close("homeroom", "2組", "ART20", "", "2023-01-12", "2023-01-14");
    assertYear(fixture, "A", List.of(10, 2, 8, 0, 8, 0), "出席停止等2日（学級休業のため）");
    assertYear(fixture, "B", List.of(10, 3, 7, 0, 7, 0), "出席停止等3日（学級休業のため）");
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void overlappingClosuresCountAlikeInEitherOrderOfEntryAndAfterACorrection(
      TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    fixture.close("homeroom", "2組", "ART20", "", "2023-01-11", "2023-01-13");
    final String wrong = fixture.close("homeroom", "1組", "ART20", "", "2023-01-10", "2023-01-12");
    assertYear(fixture, "A", List.of(8, 1, 7, 0, 7, 0), "出席停止等1日（学級休業のため）");
    fixture.closures.voidClosure(fixture.actor, Fixture.SCHOOL, wrong, "日付の誤り", false);
    assertYear(fixture, "A", List.of(10, 0, 10, 0, 10, 0), "");
    fixture.close("homeroom", "1組", "ART20", "", "2023-01-10", "2023-01-11");
    assertYear(fixture, "A", List.of(9, 1, 8, 0, 8, 0), "出席停止等1日（学級休業のため）");
    assertYear(fixture, "B", List.of(9, 2, 7, 0, 7, 0), "出席停止等2日（学級休業のため）");
    List<ClosureView> kept = fixture.closures.list(fixture.actor, Fixture.SCHOOL, 2022);
    assertEquals(3, kept.size());
    assertEquals(1, kept.stream().filter(one -> one.voidReason().equals("日付の誤り")).count());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void rainClosesTheSchoolAndNextDayExemptsThoseCutOff(TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    fixture.close("school", "", "ART63", "大雨", "2023-01-16", "2023-01-16");
    mark(fixture, "A", "EXEMPT_DISASTER", "大雨", 17);
    assertYear(fixture, "A", List.of(9, 1, 8, 0, 8, 0), "出席停止等1日（大雨のため）");
    assertYear(fixture, "B", List.of(9, 0, 9, 0, 9, 0), "");
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void statutorySuspensionIsExemptAndItsCorrectionCountsAgain(TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    mark(fixture, "A", "SUSPENSION_CONDUCT", "", 16, 17, 18, 19, 20);
    assertYear(fixture, "A", List.of(10, 5, 5, 0, 5, 0), "出席停止5日（性行不良のため）");
    mark(fixture, "A", "ABSENT_ILLNESS", "", 19, 20);
    assertYear(fixture, "A", List.of(10, 3, 7, 2, 5, 0), "出席停止3日（性行不良のため）");
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void importedClosuresAreTheSameTwiceAndReplacedWhenTheyDiffer(TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    List<ClosureIntake.Row> rows = List.of(row("大雨"));
    assertEquals(new ClosureIntake.Written(1, 0, 0), take(fixture, rows));
    assertEquals(new ClosureIntake.Written(0, 0, 1), take(fixture, rows));
    assertEquals(new ClosureIntake.Written(0, 1, 0), take(fixture, List.of(row("台風"))));
    assertYear(fixture, "A", List.of(9, 0, 9, 0, 9, 0), "");
    assertEquals(2, fixture.closures.list(fixture.actor, Fixture.SCHOOL, 2022).size());
  }

  private static ClosureIntake.Row row(String reason) {
    LocalDate date = LocalDate.of(2023, 1, 16);
    return new ClosureIntake.Row(
        Fixture.SCHOOL, date, date, "school", "", "ART63", reason, false, "", "", Optional.empty());
  }

  private static ClosureIntake.Written take(Fixture fixture, List<ClosureIntake.Row> rows) {
    return fixture.transactions.runSql(connection -> fixture.closureTable.write(connection, rows));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void groupsThatTakeTurnsAreExemptAndBothTogetherCloseTheDay(TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    fixture.transactions.runSql(
        connection ->
            fixture.groups.writeMembers(connection, List.of(member("甲", "A"), member("乙", "B"))));
    fixture.close("group", "甲", "STAGGERED", "", "2023-01-10", "2023-01-11");
    fixture.close("group", "乙", "STAGGERED", "", "2023-01-11", "2023-01-12");
    assertYear(fixture, "A", List.of(9, 1, 8, 0, 8, 0), "出席停止等1日（分散登校のため）");
    assertYear(fixture, "B", List.of(9, 1, 8, 0, 8, 0), "出席停止等1日（分散登校のため）");
  }

  private static GroupIntake.Member member(String group, String student) {
    return new GroupIntake.Member(
        Fixture.SCHOOL, group, new StudentId(student), Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void wholeSchoolNeedsFiveStatementsHoweverManyStudents(TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    fixture.tallies(false);
    assertEquals(5, fixture.transactions.statements(() -> fixture.tallies(false)));
    Homeroom three = fixture.room("3組", Grade.P6);
    fixture.plan(Grade.P6, true, TEN_DAYS);
    for (int i = 0; i < 100; i++) {
      fixture.stay("C" + i, three);
    }
    int statements = fixture.transactions.statements(() -> fixture.tallies(true));
    assertEquals(5, statements);
    assertEquals(102, fixture.tallies(false).size());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void changeOfHomeroomIsOneRowAndChangeOfSchoolIsTwo(TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    Homeroom three = fixture.room("3組", Grade.P5);
    fixture.stay("M", three, LocalDate.of(2022, 4, 1), Optional.of(LocalDate.of(2023, 1, 11)));
    fixture.stay(
        "M",
        fixture.host.listHomerooms(Fixture.SCHOOL, 2022).get(0),
        LocalDate.of(2023, 1, 12),
        Optional.of(LocalDate.of(2023, 1, 18)));
    mark(fixture, "M", "ABSENT_OTHER", "", 11, 12, 19);
    assertYear(fixture, "M", List.of(7, 0, 7, 2, 5, 0), "");
    assertEquals(1, fixture.tallies(false).stream().filter(r -> r.student().equals("M")).count());
    fixture.stay(
        "M",
        fixture.host.listHomerooms(Fixture.SCHOOL, 2022).get(0),
        LocalDate.of(2023, 1, 20),
        Optional.empty());
    List<TallyRow> two =
        fixture.tallies(false).stream().filter(row -> row.student().equals("M")).toList();
    assertEquals(2, two.size());
    assertEquals(7, two.get(0).count().tally().schoolDays());
    assertEquals(2, two.get(1).count().tally().schoolDays());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void daysTellTheirFactsAndTheSheetAddsUp(TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    mark(fixture, "A", "ABSENT_ILLNESS", "", 10, 11);
    mark(fixture, "A", "CREDITED_SUPPORT_CENTER", "", 12);
    mark(fixture, "A", "LATE", "", 13);
    var days = fixture.tallies.listDays(fixture.actor, new StudentId("A"), 2022);
    assertEquals(10, days.size());
    assertTrue(days.get(0).verdict().because().stream().anyMatch(f -> f.kind().equals("mark")));
    YearView year = fixture.register.year(fixture.actor, new StudentId("A"), 2022);
    assertEquals(16, year.table().rows().size());
    assertEquals(1, year.pendingDays());
    assertEquals(List.of("pend"), families(year, 12));
    assertEquals(List.of("part"), families(year, 13));
    assertEquals(List.of("in"), families(year, 16));
    assertEquals(row(year, "requiredDays"), 10);
    assertEquals(row(year, "attendedDays"), 7);
    assertEquals(row(year, "absentDaysInclCountedPresent"), 3);
    assertEquals(row(year, "cumulativeAbsentDays"), 3);
    assertEquals(row(year, "lateCount"), 1);
    fixture.today(LocalDate.of(2023, 1, 12));
    YearView early = fixture.register.year(fixture.actor, new StudentId("A"), 2022);
    assertEquals(row(early, "requiredDays"), 3);
    assertEquals(null, early.table().rows().get(0).months().get(10));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyFigureIsExplainedWithItsOwnTotalAlsoOverTwoStays(TestDatabases.Named database) {
    Fixture fixture = grade(database, TEN_DAYS);
    Homeroom one = fixture.host.listHomerooms(Fixture.SCHOOL, 2022).get(0);
    LocalDate back = LocalDate.of(2023, 1, 18);
    fixture.stay("M", one, LocalDate.of(2022, 4, 1), Optional.of(LocalDate.of(2023, 1, 16)));
    fixture.stay("M", one, back, Optional.empty());
    mark(fixture, "M", "ABSENT_ILLNESS", "", 10, 11, 18);
    mark(fixture, "M", "BEREAVEMENT", "祖父", 12);
    mark(fixture, "M", "CREDITED_PRIVATE", "", 13);
    mark(fixture, "M", "LATE_EARLY", "", 19);
    mark(fixture, "M", "INFIRMARY", "", 20);
    List<TallyRow> rows =
        fixture.tallies(false).stream().filter(row -> row.student().equals("M")).toList();
    assertEquals(2, rows.size());
    for (Figure figure : Figure.values()) {
      int sum = rows.stream().mapToInt(row -> figure.of(row.count().tally())).sum();
      assertEquals(sum, explain(fixture, figure.code()).total(), figure.code());
    }
    YearView year = fixture.register.year(fixture.actor, new StudentId("M"), 2022);
    year.table()
        .rows()
        .forEach(
            row -> assertEquals(row.total(), explain(fixture, row.figure()).total(), row.id()));
    assertEquals(4, explain(fixture, "daysAbsentIncludingCredited").total());
    assertThrows(Missing.class, () -> explain(fixture, "noSuchFigure"));
  }

  private static Explanation explain(Fixture fixture, String figure) {
    return fixture.tallies.explain(
        fixture.actor, new StudentId("M"), 2022, Optional.empty(), figure);
  }

  private static List<String> families(YearView year, int day) {
    return year.days().stream()
        .filter(one -> one.date().getDayOfMonth() == day)
        .map(HeatDay::family)
        .toList();
  }

  private static Integer row(YearView year, String id) {
    return year.table().rows().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow()
        .total();
  }
}
