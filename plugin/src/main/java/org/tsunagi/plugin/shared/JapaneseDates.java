// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates and years as school papers write them, in Japanese with the era and in plain English. */
public final class JapaneseDates {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private JapaneseDates() {}

  /** Returns a full date: {@code 令和8年11月20日}, {@code 20 Nov 2026}. */
  public static String full(LocalDate date, Locale locale) {
    return english(locale)
        ? date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1] + " " + date.getYear()
        : eraYear(date) + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  /** Returns a day with its weekday: {@code 11月20日（金）}, {@code 20 Nov (Fri)}. */
  public static String dayAndWeekday(LocalDate date, Locale locale) {
    String weekday = weekday(date, locale);
    return english(locale)
        ? date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1] + " (" + weekday + ")"
        : date.getMonthValue() + "月" + date.getDayOfMonth() + "日（" + weekday + "）";
  }

  /** Returns the weekday in short: {@code 金}, {@code Fri}. */
  public static String weekday(LocalDate date, Locale locale) {
    return date.getDayOfWeek()
        .getDisplayName(TextStyle.SHORT, english(locale) ? Locale.ENGLISH : Locale.JAPANESE);
  }

  /** Returns a month of a year: {@code 令和8年（2026年）11月}, {@code Nov 2026}. */
  public static String month(YearMonth month, Locale locale) {
    return english(locale)
        ? monthName(month.getMonthValue(), locale) + " " + month.getYear()
        : eraYear(month.atDay(1)) + "年（" + month.getYear() + "年）" + month.getMonthValue() + "月";
  }

  /** Returns a month's name: {@code 11月}, {@code Nov}. */
  public static String monthName(int month, Locale locale) {
    return english(locale) ? MONTHS[month - 1] : month + "月";
  }

  /** Returns a school year: {@code 令和8年度}, {@code 2026–27}. */
  public static String schoolYear(int year, Locale locale) {
    return english(locale)
        ? year + "–" + String.format(Locale.ROOT, "%02d", (year + 1) % 100)
        : eraYear(LocalDate.of(year, 5, 1)) + "年度";
  }

  private static boolean english(Locale locale) {
    return locale.getLanguage().equals("en");
  }

  private static String eraYear(LocalDate date) {
    JapaneseDate japanese = JapaneseDate.from(date);
    int year = japanese.get(ChronoField.YEAR_OF_ERA);
    return japanese.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE)
        + (year == 1 ? "元" : String.valueOf(year));
  }
}
