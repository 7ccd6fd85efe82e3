// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.domain.CodeFamily;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.register.domain.YearTableRule;

/** Lays out one student's counted year. It checks no rights. */
@Component(service = StudentYears.class)
public final class StudentYears {
  private final Transactions transactions;
  private final SchoolClock clock;
  private final Counting counting;

  /** Makes it. */
  @Activate
  public StudentYears(
      @Reference Transactions transactions,
      @Reference SchoolClock clock,
      @Reference Counting counting) {
    this.transactions = transactions;
    this.clock = clock;
    this.counting = counting;
  }

  /**
   * Counts and lays out a year; a year without a stay is blank.
   *
   * @param openly whether restricted causes are shown
   */
  YearView year(StudentId student, List<Enrolment> stays, int schoolYear, boolean openly) {
    return laid(student, stays, schoolYear, openly).view();
  }

  /**
   * A year with what its school decided where the texts are silent.
   *
   * @param view the year
   * @param settings the school's settings; of the last school where there were several
   */
  record Laid(YearView view, RegisterSettings settings) {}

  /** Counts and lays out a year, with its school's settings. */
  Laid laid(StudentId student, List<Enrolment> stays, int schoolYear, boolean openly) {
    return transactions.runSql(
        connection -> {
          Optional<Counting.Counted> counted =
              counting.countStudent(connection, student, stays, schoolYear);
          List<StayCount> counts =
              counted.map(Counting.Counted::stays).orElse(List.of()).stream()
                  .map(stay -> openly ? stay : stay.masked())
                  .toList();
          RegisterSettings settings =
              counts.isEmpty()
                  ? RegisterSettings.DEFAULT
                  : counted
                      .map(Counting.Counted::facts)
                      .orElseThrow()
                      .settings(counts.get(counts.size() - 1).stay().grade().calendar().school());
          List<HeatDay> days = days(counts);
          YearTable table =
              YearTableRule.table(
                  new SchoolYear(schoolYear), counts, settings.presentOnSheet(), clock.today());
          int pending = (int) days.stream().filter(HeatDay::pending).count();
          return new Laid(new YearView(table, days, pending), settings);
        });
  }

  private static List<HeatDay> days(List<StayCount> counts) {
    List<HeatDay> days = new ArrayList<>();
    for (StayCount stay : counts) {
      stay.days().forEach(day -> days.add(day(day)));
    }
    days.sort(Comparator.comparing(HeatDay::date));
    return days;
  }

  private static HeatDay day(DayVerdict day) {
    boolean pending = day.has(DayFlag.PENDING);
    return new HeatDay(
        day.date(),
        day.dayClass().name(),
        day.code(),
        day.causes().code().map(code -> code.label()).orElseGet(() -> label(day)),
        day.uncounted() ? CodeFamily.PEND.code() : family(day),
        day.causes().code().map(code -> code.glyph()).orElseGet(() -> glyph(day)),
        pending);
  }

  private static String family(DayVerdict day) {
    if (day.dayClass() == DayClass.NO_SCHOOL || day.dayClass() == DayClass.UNKNOWN) {
      return "";
    }
    Optional<String> ofCode = day.causes().code().map(code -> code.family().code());
    return ofCode.orElse(
        day.dayClass() == DayClass.EXEMPT ? CodeFamily.OFF.code() : CodeFamily.IN.code());
  }

  private static String glyph(DayVerdict day) {
    return switch (day.dayClass()) {
      case NO_SCHOOL, EXEMPT -> "休";
      case UNKNOWN -> "";
      case PRESENT -> "・";
      case ABSENT -> "欠";
    };
  }

  private static String label(DayVerdict day) {
    return switch (day.dayClass()) {
      case NO_SCHOOL, EXEMPT -> "臨時休業";
      case UNKNOWN -> "未確認";
      case PRESENT -> "出席";
      case ABSENT -> "欠席";
    };
  }
}
