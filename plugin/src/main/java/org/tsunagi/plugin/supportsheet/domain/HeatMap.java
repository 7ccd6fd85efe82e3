// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a year (一年の歩み): a square for each weekday of a school year, in columns of weeks.
 * Each square carries a letter and a pattern beside its colour, so that it reads in grey too.
 *
 * @param squares the squares by date
 * @param months where each month's name stands
 * @param rows the days of the week that have a row: Monday to Friday, Saturday where a Saturday is
 *     a school day
 * @param columns the number of weeks
 * @param todayColumn the column of today; empty where today lies outside the year
 * @param counts how many days each label has up to today, the most frequent first
 */
public record HeatMap(
    List<Square> squares,
    List<Month> months,
    List<DayOfWeek> rows,
    int columns,
    Optional<Integer> todayColumn,
    Map<String, Integer> counts) {
  public HeatMap {
    squares = List.copyOf(squares);
    months = List.copyOf(months);
    rows = List.copyOf(rows);
    counts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /**
   * A school day as the register shows it.
   *
   * @param date the day
   * @param glyph the letter of its mark, for example {@code 病}; {@code ・} for plain presence
   * @param family the family of the mark; {@code todo} where the register was not taken
   * @param label the mark in words
   */
  public record Day(LocalDate date, String glyph, String family, String label) {}

  /**
   * A square.
   *
   * @param date the day
   * @param column the week, 0 or more
   * @param row the row, 0 or more
   * @param glyph the letter; empty when none
   * @param family the family; {@code none} for a day without school, {@code future} for a day to
   *     come
   * @param label the day in words; empty for a day without school
   */
  public record Square(
      LocalDate date, int column, int row, String glyph, String family, String label) {}

  /**
   * A month's name above the weeks.
   *
   * @param number the month, 1–12
   * @param column the week in which the month has its first weekday
   */
  public record Month(int number, int column) {}

  /**
   * Draws a range of days.
   *
   * @param first the first day, for example 1 April
   * @param last the last day
   * @param days the school days of the student, in any order
   * @param today today; later school days are drawn as days to come
   */
  public static HeatMap of(LocalDate first, LocalDate last, List<Day> days, LocalDate today) {
    Map<LocalDate, Day> byDate = new LinkedHashMap<>();
    days.forEach(day -> byDate.put(day.date(), day));
    List<DayOfWeek> rows = rowsFor(days);
    LocalDate monday = mondayOf(first);
    List<Square> squares = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      int row = rows.indexOf(date.getDayOfWeek());
      if (row >= 0) {
        squares.add(square(date, weeks(monday, date), row, byDate.get(date), today));
      }
    }
    boolean within = !today.isBefore(first) && !today.isAfter(last);
    return new HeatMap(
        squares,
        monthsOf(first, last, monday),
        rows,
        weeks(monday, last) + 1,
        within ? Optional.of(weeks(monday, today)) : Optional.empty(),
        countsOf(days, today));
  }

  private static List<DayOfWeek> rowsFor(List<Day> days) {
    List<DayOfWeek> rows = new ArrayList<>(List.of(DayOfWeek.values()).subList(0, 5));
    for (DayOfWeek end : List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)) {
      if (days.stream().anyMatch(day -> day.date().getDayOfWeek() == end)) {
        rows.add(end);
      }
    }
    return rows;
  }

  private static Square square(
      LocalDate date, int column, int row, @Nullable Day day, LocalDate today) {
    if (day == null) {
      return new Square(date, column, row, "", "none", "");
    }
    if (date.isAfter(today)) {
      return new Square(date, column, row, "", "future", "");
    }
    return new Square(date, column, row, day.glyph(), day.family(), day.label());
  }

  private static List<Month> monthsOf(LocalDate first, LocalDate last, LocalDate monday) {
    List<Month> months = new ArrayList<>();
    for (LocalDate start = first; !start.isAfter(last); start = start.plusMonths(1)) {
      LocalDate begins = start.withDayOfMonth(1);
      boolean inside = begins.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
      LocalDate column = inside ? mondayOf(begins).plusWeeks(1) : begins;
      months.add(new Month(start.getMonthValue(), weeks(monday, column)));
    }
    return months;
  }

  private static Map<String, Integer> countsOf(List<Day> days, LocalDate today) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    days.stream()
        .filter(day -> !day.date().isAfter(today))
        .sorted(Comparator.comparing(Day::date))
        .forEach(day -> counts.merge(day.label(), 1, Integer::sum));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static LocalDate mondayOf(LocalDate date) {
    return date.minusDays(date.getDayOfWeek().getValue() - 1L);
  }

  private static int weeks(LocalDate monday, LocalDate date) {
    return Math.toIntExact(ChronoUnit.WEEKS.between(monday, date));
  }
}
