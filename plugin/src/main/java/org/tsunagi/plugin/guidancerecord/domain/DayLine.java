// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayVerdict;

/** Writes days as one line of text: {@code 2026-04-08P 2026-04-09A:ABSENT_ILLNESS}. */
public final class DayLine {
  private static final int DATE = 10;

  private DayLine() {}

  /**
   * What a day counted as.
   *
   * @param as the class: {@code N} no school day, {@code X} exempt, {@code A} absent, {@code P}
   *     present, {@code C} credited, {@code U} unknown
   * @param code the code of the mark; empty for none
   */
  public record State(char as, String code) {}

  /** Writes the days, by date. */
  public static String write(List<DayVerdict> days) {
    return days.stream()
        .map(day -> day.date() + letter(day) + (day.code().isEmpty() ? "" : ":" + day.code()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Reads what was written. */
  public static Map<LocalDate, State> read(String line) {
    Map<LocalDate, State> days = new TreeMap<>();
    for (String word : line.isBlank() ? List.<String>of() : List.of(line.split(" "))) {
      String code = word.length() > DATE + 1 ? word.substring(DATE + 2) : "";
      days.put(LocalDate.parse(word.substring(0, DATE)), new State(word.charAt(DATE), code));
    }
    return days;
  }

  private static String letter(DayVerdict day) {
    if (day.has(DayFlag.CREDITED) && day.dayClass() == DayClass.PRESENT) {
      return "C";
    }
    return switch (day.dayClass()) {
      case NO_SCHOOL -> "N";
      case EXEMPT -> "X";
      case ABSENT -> "A";
      case PRESENT -> "P";
      case UNKNOWN -> "U";
    };
  }
}
