// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.CountingRules;
import org.tsunagi.plugin.register.domain.CountingTerms;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.GradeCalendar;
import org.tsunagi.plugin.register.domain.GradeYear;
import org.tsunagi.plugin.register.domain.SchoolDay;
import org.tsunagi.plugin.register.domain.Stay;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentYear;
import org.tsunagi.plugin.shared.DateRange;

/** Rows and annex from counted stays, with the handbook's numbers. */
class HandbookRowsTest {
  private static final SchoolId D = new SchoolId("D");
  private static final SchoolId E = new SchoolId("E");

  @Test
  void theDaysBetweenTwoSchoolsAreInNeither() {
    List<RecordRow> rows =
        RecordRowRule.rows(
            2020,
            count(
                List.of(),
                stay(D, days("2020-10", 12, 13, 14, 15, 16), "2020-04-06", "2020-10-15"),
                stay(E, days("2020-10", 14, 15, 16, 19, 20), "2020-10-18", "2021-03-31")));
    assertEquals(List.of(D, E), rows.stream().map(RecordRow::school).toList());
    assertEquals(List.of(4, 2), rows.stream().map(row -> row.tally().schoolDays()).toList());
  }

  @Test
  void whoLeftAndCameBackHasOneRowWithTheSum() {
    List<LocalDate> first =
        Stream.iterate(LocalDate.of(2020, 4, 6), day -> day.plusDays(1)).limit(58).toList();
    List<LocalDate> second =
        Stream.iterate(LocalDate.of(2020, 11, 2), day -> day.plusDays(1)).limit(95).toList();
    List<LocalDate> all = Stream.concat(first.stream(), second.stream()).toList();
    List<RecordRow> rows =
        RecordRowRule.rows(
            2020,
            count(
                List.of(
                    mark(first.get(0), "SUSPENSION_INFECTION", "インフルエンザ"),
                    mark(second.get(0), "SUSPENSION_INFECTION", "インフルエンザ"),
                    mark(second.get(1), "BEREAVEMENT", "祖母")),
                stay(D, all, "2020-04-06", "2020-06-30"),
                stay(D, all, "2020-11-02", "2021-03-24")));
    assertEquals(1, rows.size());
    assertEquals(153, rows.get(0).tally().schoolDays());
    assertEquals(150, rows.get(0).tally().daysPresent());
    assertEquals(0, rows.get(0).tally().daysAbsent());
    assertEquals(2, rows.get(0).stays().size());
    assertEquals(
        List.of("出席停止2日（インフルエンザ）", "忌引1日（祖母）"),
        rows.get(0).remarks().stream().map(RemarkItem::text).toList());
  }

  @Test
  void theAnnexCountsHeldAndTakenPartAndChangesNoColumn() {
    List<LocalDate> planned =
        days("2023-01", 10, 11, 12, 13, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27, 30, 31);
    Closure closed =
        new Closure(
            "c",
            Closure.Scope.SCHOOL,
            "",
            List.of(new DateRange(day("2023-01-16"), day("2023-01-23"))),
            Closure.Basis.ART20,
            "",
            false);
    List<DayMark> marks =
        Stream.of(17, 18, 19, 20, 23)
            .map(date -> online(LocalDate.of(2023, 1, date), date != 23))
            .toList();
    List<StayCount> stays =
        count(marks, stay(D, planned, List.of(closed), "2022-04-01", "2023-03-31"));
    assertEquals(List.of(new OnlineRow("学校の臨時休業", 5, 4, true)), OnlineRule.rows(stays));
    RecordRow row = RecordRowRule.rows(2022, stays).get(0);
    assertEquals(10, row.tally().schoolDays());
    assertEquals(10, row.tally().daysPresent());
    assertEquals(0, row.tally().exemptDays());
    assertEquals(List.of(), row.remarks());
  }

  @Test
  void everyReasonHasItsRowAndConductIsAskedAbout() {
    List<LocalDate> planned = days("2023-01", 10, 11, 12, 13);
    List<DayMark> marks =
        List.of(
            online(day("2023-01-10"), "SUSPENSION_INFECTION", "インフルエンザ"),
            online(day("2023-01-11"), "SUSPENSION_INFECTION", "インフルエンザ"),
            online(day("2023-01-12"), "SUSPENSION_CONDUCT", ""),
            online(day("2023-01-13"), "", ""));
    List<OnlineRow> rows =
        OnlineRule.rows(count(marks, stay(D, planned, "2022-04-01", "2023-03-31")));
    assertEquals(3, rows.size());
    assertEquals(2, rows.get(0).daysHeld());
    assertEquals(List.of(true, false, false), rows.stream().map(OnlineRow::emergency).toList());
    assertEquals(OnlineRule.NO_CAUSE, rows.get(2).cause());
  }

  private static List<StayCount> count(List<DayMark> marks, Stay... stays) {
    return CountingRules.count(
            new StudentYear(
                new StudentId("s"),
                List.of(stays),
                List.of(),
                marks,
                List.of(),
                Acceptances.NONE,
                Set.of(),
                Optional.empty()),
            CountingTerms.of(new ShippedCodes().catalogue(), Map.of(), "", Optional.empty()))
        .stays();
  }

  private static Stay stay(SchoolId school, List<LocalDate> days, String first, String last) {
    return stay(school, days, List.of(), first, last);
  }

  private static Stay stay(
      SchoolId school, List<LocalDate> days, List<Closure> closures, String first, String last) {
    GradeYear grade =
        GradeYear.of(
            new GradeCalendar(
                school,
                Grade.P3,
                days.stream().map(day -> new SchoolDay(day, "", true)).toList(),
                List.of(),
                closures));
    return new Stay(school.value() + first, grade, new DateRange(day(first), day(last)), List.of());
  }

  private static DayMark mark(LocalDate date, String code, String detail) {
    return new DayMark(
        date, code, detail, "", "", false, false, OptionalInt.empty(), Optional.empty());
  }

  private static DayMark online(LocalDate date, boolean takenPart) {
    return new DayMark(
        date, "", "", "", "", true, takenPart, OptionalInt.empty(), Optional.empty());
  }

  private static DayMark online(LocalDate date, String code, String detail) {
    return new DayMark(
        date, code, detail, "", "", true, false, OptionalInt.empty(), Optional.empty());
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<LocalDate> days(String month, int... numbers) {
    return java.util.Arrays.stream(numbers)
        .mapToObj(number -> LocalDate.parse(month + "-" + number))
        .toList();
  }
}
