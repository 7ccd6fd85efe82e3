// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Measures the counting engine alone: a school of 600 students over a school year. Given a number,
 * it first holds as many random student-years against the slow oracle. Run by {@code mvn -Pbench
 * verify}; it prints and asserts nothing of speed.
 */
public final class CountingBench {
  private static final int STUDENTS = 600;
  private static final int ROUNDS = 60;
  private static final DateRange YEAR =
      new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31));

  private CountingBench() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      int years = Integer.parseInt(arguments[0]);
      long begin = System.nanoTime();
      CountingAgainstOracleTest.compare(years, begin);
      say("%d random student-years, 0 differences: %.0f s", years, seconds(begin));
    }
    List<StudentYear> school = school();
    CountingTerms terms =
        CountingTerms.of(new ShippedCodes().catalogue(), Map.of(), "", Optional.empty());
    double[] milliseconds = new double[ROUNDS];
    long days = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      days = 0;
      for (StudentYear year : school) {
        days += CountingRules.count(year, terms).stays().get(0).year().tally().schoolDays();
      }
      milliseconds[round] = seconds(begin) * 1000;
    }
    say(
        "first school-year of %d students, %d student-days: %.1f ms",
        STUDENTS, days, milliseconds[0]);
    Arrays.sort(milliseconds);
    say("median of %d: %.1f ms", ROUNDS, milliseconds[ROUNDS / 2]);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Six grades of three homerooms; 200 planned days, some closures, a mark on every tenth day. */
  private static List<StudentYear> school() {
    SplittableRandom random = new SplittableRandom(20260401);
    List<AttendanceCode> codes = new ShippedCodes().catalogue().list();
    List<StudentYear> school = new ArrayList<>();
    List<Grade> grades = List.of(Grade.P1, Grade.P2, Grade.P3, Grade.P4, Grade.P5, Grade.P6);
    for (Grade grade : grades) {
      List<SchoolDay> days = days();
      GradeYear shared = GradeYear.of(calendar(grade, days));
      for (int i = 0; i < STUDENTS / grades.size(); i++) {
        List<DayMark> marks = new ArrayList<>();
        for (SchoolDay day : days) {
          if (random.nextInt(10) == 0) {
            marks.add(mark(day.date(), codes.get(random.nextInt(codes.size()))));
          }
        }
        HomeroomId room = new HomeroomId(grade + "-" + i % 3);
        Stay stay = new Stay("S", shared, YEAR, List.of(new Placement(room, YEAR)));
        school.add(
            new StudentYear(
                new StudentId(grade + "-" + i),
                List.of(stay),
                List.of(),
                marks,
                List.of(decision()),
                Acceptances.NONE,
                Set.of(),
                Optional.empty()));
      }
    }
    return school;
  }

  private static DayMark mark(LocalDate date, AttendanceCode code) {
    return new DayMark(
        date, code.id(), "大雨", "", "", false, false, OptionalInt.empty(), Optional.empty());
  }

  private static CreditingDecision decision() {
    return new CreditingDecision(
        "D", "1", Optional.empty(), YEAR, Outcome.GRANTED, Optional.empty(), Optional.empty());
  }

  private static List<SchoolDay> days() {
    List<SchoolDay> days = new ArrayList<>();
    for (LocalDate date = LocalDate.of(2026, 4, 8); days.size() < 200; date = date.plusDays(1)) {
      boolean weekend = date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
      if (!weekend && date.getMonthValue() != 8) {
        days.add(new SchoolDay(date, "", true));
      }
    }
    return days;
  }

  private static GradeCalendar calendar(Grade grade, List<SchoolDay> days) {
    List<GradeHomeroom> rooms = new ArrayList<>();
    List<Closure> closures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      HomeroomId id = new HomeroomId(grade + "-" + i);
      rooms.add(new GradeHomeroom(id, id.value(), true, List.of(), Map.of()));
      closures.add(
          new Closure(
              "C" + i,
              Closure.Scope.HOMEROOM,
              id.value(),
              List.of(new DateRange(days.get(100 + i).date(), days.get(102 + i).date())),
              Closure.Basis.ART20,
              "",
              false));
    }
    return new GradeCalendar(new SchoolId("X"), grade, days, rooms, closures);
  }
}
