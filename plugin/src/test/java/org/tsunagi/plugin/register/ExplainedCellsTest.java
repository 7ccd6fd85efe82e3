// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.register.domain.Explanation;
import org.tsunagi.plugin.register.domain.Explanation.Line;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.testing.TestDatabases;

/** Every number of the sheet, of every month, against what its explanation says. */
class ExplainedCellsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 8);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final int STUDENTS = 6;

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyCellIsExplainedWithItsOwnNumber(TestDatabases.Named database) {
    Fixture fixture = new Fixture(database, TODAY);
    fill(fixture);
    int explained = 0;
    for (int number = 0; number < STUDENTS; number++) {
      StudentId student = new StudentId("s" + number);
      YearTable table = fixture.register.year(fixture.actor, student, 2026).table();
      for (YearTable.Row row : table.rows()) {
        for (int month = 0; month < table.months().size(); month++) {
          Optional<YearMonth> at = Optional.of(table.months().get(month));
          explained += check(fixture, student, at, row, row.months().get(month));
        }
        explained += check(fixture, student, Optional.empty(), row, row.total());
      }
    }
    assertTrue(explained > STUDENTS * 16 * 6, "cells that hold a number: " + explained);
  }

  private static int check(
      Fixture fixture,
      StudentId student,
      Optional<YearMonth> month,
      YearTable.Row row,
      @Nullable Integer cell) {
    if (cell == null) {
      return 0;
    }
    String what = student + " " + month + " " + row.id();
    Explanation why = fixture.tallies.explain(fixture.actor, student, 2026, month, row.figure());
    assertEquals(cell.intValue(), why.total(), what);
    assertTrue(why.title().contains(cell + "日になる理由"), what + " " + why.title());
    assertEquals(Optional.empty(), wrongSum(why), what + " " + why);
    return 1;
  }

  /** Returns what does not add up: start and less make each sum, and the items make the total. */
  private static Optional<String> wrongSum(Explanation why) {
    int run = 0;
    boolean reckoned = false;
    int sums = 0;
    int items = 0;
    boolean itemized = false;
    for (Line line : why.lines()) {
      boolean listed = line.dates().isEmpty() || line.dates().size() == Math.abs(line.days());
      if (!listed) {
        return Optional.of("dates of " + line.label());
      }
      switch (line.part()) {
        case START, LESS -> run += line.days();
        case SUM -> {
          reckoned = true;
          if (run != line.days()) {
            return Optional.of("reckoning " + run + " " + line.days());
          }
          sums += line.days();
          run = 0;
        }
        case ITEM -> {
          itemized = true;
          items += line.days();
        }
      }
    }
    boolean wrong = reckoned && sums != why.total() || itemized && items != why.total();
    boolean silent = !reckoned && !itemized && why.total() != 0;
    return wrong || silent ? Optional.of("total " + why.total()) : Optional.empty();
  }

  private static void fill(Fixture fixture) {
    Homeroom one = fixture.room("one", Grade.J2);
    Homeroom two = fixture.room("two", Grade.J2);
    List<LocalDate> days =
        FIRST
            .datesUntil(TODAY.plusDays(30))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
            .filter(day -> day.getMonthValue() != 8)
            .toList();
    fixture.plan(Grade.J2, true, days.subList(0, days.size() - 40));
    fixture.plan(Grade.J2, false, days.subList(days.size() - 40, days.size()));
    LocalDate moved = LocalDate.of(2026, 9, 14);
    for (int number = 0; number < STUDENTS; number++) {
      String student = "s" + number;
      switch (number) {
        case 1 -> fixture.stay(student, one, FIRST, Optional.of(moved));
        case 2 -> {
          fixture.stay(student, one, FIRST, Optional.of(moved));
          fixture.stay(student, two, moved.plusDays(1), Optional.empty());
        }
        case 3 -> {
          fixture.stay(student, one, FIRST, Optional.of(moved));
          fixture.stay(student, one, moved.plusDays(20), Optional.empty());
        }
        case 4 -> fixture.stay(student, two, moved, Optional.empty());
        default -> fixture.stay(student, one);
      }
    }
    fixture.close("grade", "J2", "ART20", "インフルエンザ", "2026-06-10", "2026-06-12");
    fixture.close("homeroom", "one", "ART20", "胃腸炎", "2026-10-06", "2026-10-07");
    mark(fixture, days);
  }

  private static void mark(Fixture fixture, List<LocalDate> days) {
    Random random = new Random(20261120);
    List<AttendanceCode> codes = new ShippedCodes().catalogue().list(2026);
    List<MarkChange> changes = new ArrayList<>();
    for (int number = 0; number < STUDENTS; number++) {
      StudentId student = new StudentId("s" + number);
      for (LocalDate day : days) {
        if (!day.isAfter(TODAY) && random.nextInt(100) < 35) {
          String code = codes.get(random.nextInt(codes.size())).id();
          changes.add(
              new MarkChange(
                  Fixture.SCHOOL,
                  student,
                  day,
                  Optional.of(AttendanceMark.of(Fixture.SCHOOL, student, day, code)),
                  new MarkChange.Author("t1", "先生", "teacher"),
                  "",
                  fixture.now()));
        }
      }
    }
    fixture.host.book.write(changes);
  }
}
