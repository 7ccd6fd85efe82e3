// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportcourse.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.supportcourse.domain.BeforeAfterRule.Day;
import org.tsunagi.plugin.supportcourse.domain.BeforeAfterRule.Kind;
import org.tsunagi.plugin.supportcourse.domain.BeforeAfterRule.Sides;

/** Equal numbers of days before and after. */
class BeforeAfterRuleTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 11);

  @Test
  void bothSidesHaveTheSameNumberOfDaysAndTheFirstDayBelongsToTheSecond() {
    Sides sides = compare("欠欠欠欠欠欠欠", "席扱扱席席").orElseThrow();
    assertEquals(5, sides.before().baseDays());
    assertEquals(5, sides.before().absent());
    assertEquals(3, sides.after().atSchool());
    assertEquals(2, sides.after().credited());
    assertEquals(0, sides.after().absent());
    assertEquals(MONDAY, sides.after().first());
  }

  @Test
  void exemptDaysAndDaysNotTakenAreOutsideTheBaseAndToldApart() {
    Sides plain = compare("欠席欠席欠", "席席席席席").orElseThrow();
    Sides ill = compare("欠席停停停未欠席欠", "席席停席席席").orElseThrow();
    assertEquals(plain.before().absent(), ill.before().absent());
    assertEquals(plain.before().atSchool(), ill.before().atSchool());
    assertEquals(3, ill.before().exempt());
    assertEquals(1, ill.before().unknown());
    assertEquals(1, ill.after().exempt());
    assertEquals(5, ill.after().baseDays());
  }

  @Test
  void moreThanTwentyDaysAreNotLookedAt() {
    Sides sides = compare("欠".repeat(30) + "席".repeat(20), "席".repeat(25)).orElseThrow();
    assertEquals(20, sides.before().baseDays());
    assertEquals(0, sides.before().absent());
    assertEquals(20, sides.after().baseDays());
  }

  @Test
  void nothingIsComparedWithFewerThanFiveDaysOnASide() {
    assertEquals(Optional.empty(), compare("席席席席席席", "席席席席"));
    assertEquals(Optional.empty(), compare("席席席席停停", "席席席席席席"));
    assertTrue(compare("席席席席席", "席席席席席").isPresent());
  }

  @Test
  void daysAfterTheEndOfAMeasureAreNotItsOwn() {
    List<Day> days = days("席席席席席席席席", "欠欠欠欠欠席席席");
    LocalDate end = days.get(12).date();
    Sides sides = BeforeAfterRule.compare(days, MONDAY, Optional.of(end)).orElseThrow();
    assertEquals(5, sides.after().absent());
    assertEquals(0, sides.after().atSchool());
    assertEquals(end, sides.after().last());
  }

  @Test
  void theOrderOfTheDaysDoesNotMatterAndASlowCountAgrees() {
    Random random = new Random(20261120);
    for (int round = 0; round < 300; round++) {
      List<Day> days = new ArrayList<>(days(text(random, 45), text(random, 45)));
      Optional<LocalDate> end =
          random.nextBoolean()
              ? Optional.empty()
              : Optional.of(MONDAY.plusDays(random.nextInt(60)));
      Optional<Sides> expected = slowly(days, end);
      Collections.shuffle(days, random);
      assertEquals(expected, BeforeAfterRule.compare(days, MONDAY, end));
    }
  }

  /** Grows both sides together, one day of the base at a time. */
  private static Optional<Sides> slowly(List<Day> days, Optional<LocalDate> end) {
    Optional<Sides> best = Optional.empty();
    for (int length = 5; length <= 20; length++) {
      LocalDate from = MONDAY;
      LocalDate to = MONDAY.minusDays(1);
      int before = 0;
      int after = 0;
      while (before < length && from.isAfter(MONDAY.minusDays(200))) {
        from = from.minusDays(1);
        before += base(days, from);
      }
      LocalDate stop = end.orElse(MONDAY.plusDays(200));
      LocalDate first = MONDAY.minusDays(1);
      while (after < length && to.isBefore(stop)) {
        to = to.plusDays(1);
        after += base(days, to);
        first = after == 0 ? to : first;
      }
      if (before < length || after < length) {
        return best;
      }
      LocalDate last = MONDAY;
      while (base(days, last.minusDays(1)) == 0) {
        last = last.minusDays(1);
      }
      best =
          Optional.of(
              new Sides(side(days, from, last.minusDays(1)), side(days, first.plusDays(1), to)));
    }
    return best;
  }

  private static int base(List<Day> days, LocalDate on) {
    return (int)
        days.stream()
            .filter(day -> day.date().equals(on))
            .filter(day -> day.kind() != Kind.EXEMPT && day.kind() != Kind.UNKNOWN)
            .count();
  }

  private static BeforeAfterRule.Side side(List<Day> days, LocalDate from, LocalDate to) {
    int[] counts = new int[Kind.values().length];
    for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
      LocalDate on = date;
      days.stream()
          .filter(day -> day.date().equals(on))
          .forEach(day -> counts[day.kind().ordinal()]++);
    }
    return new BeforeAfterRule.Side(
        from,
        to,
        counts[0] + counts[1] + counts[2],
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4]);
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < random.nextInt(length); i++) {
      text.append("席席席欠扱停未".charAt(random.nextInt(7)));
    }
    return text.toString();
  }

  private static Optional<Sides> compare(String before, String after) {
    return BeforeAfterRule.compare(days(before, after), MONDAY, Optional.empty());
  }

  private static List<Day> days(String before, String after) {
    List<Day> days = new ArrayList<>();
    LocalDate date = MONDAY;
    for (int i = before.length() - 1; i >= 0; i--) {
      do {
        date = date.minusDays(1);
      } while (weekend(date));
      days.add(0, new Day(date, kind(before.charAt(i))));
    }
    date = MONDAY.minusDays(1);
    for (int i = 0; i < after.length(); i++) {
      do {
        date = date.plusDays(1);
      } while (weekend(date));
      days.add(new Day(date, kind(after.charAt(i))));
    }
    return days;
  }

  private static boolean weekend(LocalDate date) {
    return date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
  }

  private static Kind kind(char letter) {
    return switch (letter) {
      case '席' -> Kind.AT_SCHOOL;
      case '扱' -> Kind.CREDITED;
      case '欠' -> Kind.ABSENT;
      case '停' -> Kind.EXEMPT;
      default -> Kind.UNKNOWN;
    };
  }
}
