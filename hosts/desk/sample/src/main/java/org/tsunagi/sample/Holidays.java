// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * National holidays (国民の祝日) of a calendar year.
 *
 * <p>Reckoned for 2022–2099: no single-year exceptions, equinoxes by the usual approximation.
 *
 * <p>Basis: 国民の祝日に関する法律2条・3条.
 */
final class Holidays {
  private Holidays() {}

  /** Lists the holidays of a calendar year by date, with their names. */
  static SortedMap<LocalDate, String> in(int year) {
    if (year < 2022 || year > 2099) {
      throw new IllegalArgumentException("holidays are known for 2022-2099");
    }
    var days = named(year);
    substitutes(days);
    sandwiched(days);
    return days;
  }

  private static SortedMap<LocalDate, String> named(int year) {
    var days = new TreeMap<LocalDate, String>();
    days.put(LocalDate.of(year, 1, 1), "元日");
    days.put(monday(year, Month.JANUARY, 2), "成人の日");
    days.put(LocalDate.of(year, 2, 11), "建国記念の日");
    days.put(LocalDate.of(year, 2, 23), "天皇誕生日");
    days.put(LocalDate.of(year, 3, equinox(year, 20.8431)), "春分の日");
    days.put(LocalDate.of(year, 4, 29), "昭和の日");
    days.put(LocalDate.of(year, 5, 3), "憲法記念日");
    days.put(LocalDate.of(year, 5, 4), "みどりの日");
    days.put(LocalDate.of(year, 5, 5), "こどもの日");
    days.put(monday(year, Month.JULY, 3), "海の日");
    days.put(LocalDate.of(year, 8, 11), "山の日");
    days.put(monday(year, Month.SEPTEMBER, 3), "敬老の日");
    days.put(LocalDate.of(year, 9, equinox(year, 23.2488)), "秋分の日");
    days.put(monday(year, Month.OCTOBER, 2), "スポーツの日");
    days.put(LocalDate.of(year, 11, 3), "文化の日");
    days.put(LocalDate.of(year, 11, 23), "勤労感謝の日");
    return days;
  }

  /** Adds 振替休日: after a holiday on a Sunday, the next day that is no holiday. */
  private static void substitutes(SortedMap<LocalDate, String> days) {
    for (LocalDate day : days.keySet().toArray(LocalDate[]::new)) {
      if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        LocalDate next = day.plusDays(1);
        while (days.containsKey(next)) {
          next = next.plusDays(1);
        }
        days.put(next, "振替休日");
      }
    }
  }

  /** Adds 国民の休日: a day between two holidays. */
  private static void sandwiched(SortedMap<LocalDate, String> days) {
    for (LocalDate day : days.keySet().toArray(LocalDate[]::new)) {
      LocalDate between = day.plusDays(1);
      if (!days.containsKey(between)
          && days.containsKey(day.plusDays(2))
          && between.getDayOfWeek() != DayOfWeek.SUNDAY) {
        days.put(between, "国民の休日");
      }
    }
  }

  private static LocalDate monday(int year, Month month, int ordinal) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
  }

  private static int equinox(int year, double base) {
    int since = year - 1980;
    return (int) (base + 0.242194 * since) - since / 4;
  }
}
