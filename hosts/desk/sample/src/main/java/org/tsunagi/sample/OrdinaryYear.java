// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The year of a student who comes nearly every day, with rates like those of real registers. */
final class OrdinaryYear {
  /** Chances of illness per day in thousandths: most students, some, a few. */
  private static final int[] ILLNESS = {5, 11, 32};

  private static final int[] LATENESS = {2, 7, 24};
  private static final List<String> RELATIVES = List.of("祖父", "祖母", "曽祖母", "おじ", "おば");

  private final RandomGenerator random;
  private final int frailty;
  private final Map<LocalDate, Mark> special = new HashMap<>();
  private int illDays;
  private Mark illness = Mark.of("ABSENT_ILLNESS");

  /** Draws a year for a student; the days are those of the grade. */
  OrdinaryYear(RandomGenerator random, String grade, List<LocalDate> days) {
    this.random = random;
    int dice = random.nextInt(100);
    this.frailty = dice < 72 ? 0 : dice < 95 ? 1 : 2;
    int year = days.get(0).getYear();
    influenza(LocalDate.of(year, 11, 5), 14, 7, days);
    influenza(LocalDate.of(year + 1, 1, 16), 24, 13, days);
    if (random.nextInt(1000) < 18) {
      int at = random.nextInt(days.size() - 3);
      Mark mark = Mark.of("BEREAVEMENT", RELATIVES.get(random.nextInt(RELATIVES.size())));
      days.subList(at, at + 1 + random.nextInt(3)).forEach(day -> special.put(day, mark));
    }
    if (grade.equals("J3") && random.nextInt(100) < 25) {
      on(LocalDate.of(year + 1, 1, 22), days, Mark.of("EXEMPT_EXAM", "高等学校入学者選抜"));
    }
    if (grade.equals("J3") && random.nextInt(100) < 12) {
      on(LocalDate.of(year, 7, 14), days, Mark.of("CREDITED_ACTIVITY", "県中学校総合体育大会"));
    }
  }

  private void influenza(LocalDate begin, int length, int percent, List<LocalDate> days) {
    boolean falls = random.nextInt(100) < percent;
    LocalDate first = begin.plusDays(random.nextInt(length));
    if (falls) {
      days.stream()
          .filter(day -> !day.isBefore(first) && day.isBefore(first.plusDays(6)))
          .forEach(day -> special.put(day, Mark.of("SUSPENSION_INFECTION", "インフルエンザ")));
    }
  }

  private void on(LocalDate date, List<LocalDate> days, Mark mark) {
    days.stream()
        .filter(day -> !day.isBefore(date))
        .findFirst()
        .ifPresent(day -> special.put(day, mark));
  }

  /** Draws the mark of the next day; empty for plain presence. Ask for the days in order. */
  Optional<Mark> mark(LocalDate day) {
    int dice = random.nextInt(1000);
    Mark planned = special.get(day);
    if (planned != null) {
      illDays = 0;
      return Optional.of(planned);
    }
    if (illDays > 0) {
      illDays--;
      return Optional.of(illness);
    }
    int month = day.getMonthValue();
    int chance = month >= 11 || month <= 2 ? ILLNESS[frailty] * 8 / 5 : ILLNESS[frailty];
    if (dice < chance) {
      illDays = random.nextInt(3);
      illness = Mark.of(random.nextInt(100) < 84 ? "ABSENT_ILLNESS" : "ABSENT_OTHER");
      return Optional.of(illness);
    }
    return partly(dice - chance);
  }

  private Optional<Mark> partly(int dice) {
    int late = LATENESS[frailty];
    if (dice < late) {
      return Optional.of(Mark.of(random.nextInt(15) == 0 ? "LATE_EARLY" : "LATE"));
    }
    if (dice < late + 2) {
      return Optional.of(Mark.of("EARLY"));
    }
    if (dice < late + 2 + frailty) {
      return Optional.of(Mark.at("INFIRMARY", "保健室"));
    }
    return Optional.empty();
  }
}
