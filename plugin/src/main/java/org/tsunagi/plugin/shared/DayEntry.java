// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsunagi.api.school.SchoolYear;

/**
 * A day as people type it: {@code 令和8年11月20日}, {@code R8.11.20}, {@code 2026-11-20}, {@code
 * 2026/11/20}, or {@code 11/20} within a school year; full-width letters and digits too.
 *
 * @param day the day; empty where there is none of that name
 * @param fault why there is none
 * @param meant the day that was probably meant where the era does not fit; empty otherwise
 */
public record DayEntry(Optional<LocalDate> day, Fault fault, Optional<LocalDate> meant) {
  private static final String NUMBERS =
      "(\\d{1,4}|元)\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})日?";
  private static final Pattern ERA = Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHRmtshr])\\s*" + NUMBERS);
  private static final Pattern WESTERN = Pattern.compile("(?:西暦)?" + NUMBERS);
  private static final Pattern SHORT = Pattern.compile("(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})日?");

  private static final List<Era> ERAS =
      List.of(
          new Era("明治", "M", LocalDate.of(1868, 10, 23), LocalDate.of(1912, 7, 29)),
          new Era("大正", "T", LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)),
          new Era("昭和", "S", LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
          new Era("平成", "H", LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
          new Era("令和", "R", LocalDate.of(2019, 5, 1), LocalDate.of(2999, 12, 31)));

  private record Era(String name, String letter, LocalDate first, LocalDate last) {
    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** Why an entry is no day. */
  public enum Fault {
    /** It is one. */
    NONE,
    /** It has not the shape of a day. */
    SHAPE,
    /** There is no such day, 2月30日 for example. */
    NO_SUCH_DAY,
    /** There is no such day in that era, 平成31年5月1日 for example. */
    ERA
  }

  /**
   * Reads an entry.
   *
   * @param assumed the school year in which a day without a year lies
   */
  public static DayEntry of(String text, SchoolYear assumed) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('−', '-');
    Matcher era = ERA.matcher(plain);
    if (era.matches()) {
      return ofEra(era);
    }
    Matcher western = WESTERN.matcher(plain);
    if (western.matches() && western.group(1).length() == 4) {
      return ofDay(number(western.group(1)), western.group(2), western.group(3));
    }
    Matcher brief = SHORT.matcher(plain);
    if (brief.matches()) {
      boolean spring = Integer.parseInt(brief.group(1)) < 4;
      return ofDay(assumed.year() + (spring ? 1 : 0), brief.group(1), brief.group(2));
    }
    return none(Fault.SHAPE);
  }

  private static DayEntry ofEra(Matcher found) {
    String named = found.group(1);
    Era era =
        ERAS.stream()
            .filter(one -> one.name().equals(named) || one.letter().equalsIgnoreCase(named))
            .findFirst()
            .orElseThrow();
    int year = found.group(2).equals("元") ? 1 : number(found.group(2));
    DayEntry plain = ofDay(era.first().getYear() + year - 1, found.group(3), found.group(4));
    boolean outside = year == 0 || plain.day().filter(day -> !era.holds(day)).isPresent();
    if (!outside) {
      return plain;
    }
    return new DayEntry(Optional.empty(), Fault.ERA, year == 0 ? Optional.empty() : plain.day());
  }

  private static DayEntry ofDay(int year, String month, String day) {
    try {
      LocalDate found = LocalDate.of(year, number(month), number(day));
      return new DayEntry(Optional.of(found), Fault.NONE, Optional.empty());
    } catch (DateTimeException e) {
      return none(Fault.NO_SUCH_DAY);
    }
  }

  private static DayEntry none(Fault fault) {
    return new DayEntry(Optional.empty(), fault, Optional.empty());
  }

  private static int number(String digits) {
    return digits.equals("元") ? 1 : Integer.parseInt(digits);
  }
}
