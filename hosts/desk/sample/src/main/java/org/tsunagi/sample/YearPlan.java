// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The calendar of one school year: which days have lessons, for which grade, and what they are
 * called.
 *
 * <p>Three terms: 7 April to mid-July, 27 August to 24 December, 7 January to 24 March; each edge
 * moves to the nearest working day inside the term.
 */
final class YearPlan {
  private final int year;
  private final SortedMap<LocalDate, String> holidays = new TreeMap<>();
  private final NavigableSet<LocalDate> days = new TreeSet<>();
  private final SortedMap<LocalDate, String> titles = new TreeMap<>();

  YearPlan(int year) {
    this.year = year;
    holidays.putAll(Holidays.in(year));
    holidays.putAll(Holidays.in(year + 1));
    addTerm(LocalDate.of(year, 4, 7), LocalDate.of(year, 7, 19), "始業式", "終業式");
    addTerm(LocalDate.of(year, 8, 27), LocalDate.of(year, 12, 24), "始業式", "終業式");
    addTerm(LocalDate.of(year + 1, 1, 7), LocalDate.of(year + 1, 3, 24), "始業式", "修了式");
  }

  private void addTerm(LocalDate first, LocalDate last, String opening, String closing) {
    var term = new TreeSet<LocalDate>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        term.add(day);
      }
    }
    titles.put(term.first(), opening);
    titles.put(term.last(), closing);
    days.addAll(term);
  }

  int year() {
    return year;
  }

  LocalDate firstOn() {
    return LocalDate.of(year, 4, 1);
  }

  LocalDate lastOn() {
    return LocalDate.of(year + 1, 3, 31);
  }

  private boolean isWorkingDay(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY
        && weekday != DayOfWeek.SUNDAY
        && !holidays.containsKey(day);
  }

  /** Lists the days with lessons of a grade. */
  List<LocalDate> days(String grade) {
    return days.stream().filter(day -> isSchoolDay(day, grade)).toList();
  }

  /** Tells whether a grade has lessons on a day. */
  boolean isSchoolDay(LocalDate day, String grade) {
    return days.contains(day) && !day.isBefore(entrance(grade)) && !day.isAfter(graduation(grade));
  }

  /** Returns the first day with lessons on or after a date. */
  LocalDate onOrAfter(LocalDate date) {
    LocalDate day = days.ceiling(date);
    return day == null ? days.last() : day;
  }

  /** Lists the weekdays without lessons for everybody: holidays and breaks, with their names. */
  SortedMap<LocalDate, String> freeDays() {
    var free = new TreeMap<LocalDate, String>();
    for (LocalDate day = firstOn(); !day.isAfter(lastOn()); day = day.plusDays(1)) {
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      String holiday = holidays.get(day);
      if (holiday != null) {
        free.put(day, holiday);
      } else if (!weekend && !days.contains(day)) {
        free.put(day, breakName(day));
      }
    }
    return free;
  }

  private static String breakName(LocalDate day) {
    return switch (day.getMonthValue()) {
      case 7, 8 -> "夏季休業";
      case 12, 1 -> "冬季休業";
      case 3 -> "学年末休業";
      default -> "学年始休業";
    };
  }

  /** Names a day for a grade; empty for an ordinary day. */
  String title(LocalDate day, String grade) {
    if (day.equals(graduation(grade))) {
      return "卒業式";
    }
    if (day.equals(entrance(grade)) && isEntering(grade)) {
      return "入学式";
    }
    return titles.getOrDefault(day, "");
  }

  /** Lists all days on which at least one grade has lessons. */
  NavigableSet<LocalDate> allDays() {
    return new TreeSet<>(days);
  }

  private LocalDate entrance(String grade) {
    return isEntering(grade) ? onOrAfter(days.first().plusDays(1)) : days.first();
  }

  private static boolean isEntering(String grade) {
    return grade.equals("P1") || grade.equals("J1");
  }

  private LocalDate graduation(String grade) {
    return switch (grade) {
      case "P6" -> onOrAfter(LocalDate.of(year + 1, 3, 18));
      case "J3" -> onOrAfter(LocalDate.of(year + 1, 3, 10));
      default -> lastOn();
    };
  }
}
