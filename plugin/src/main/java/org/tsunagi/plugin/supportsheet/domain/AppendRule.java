// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tsunagi.plugin.shared.JapaneseDates;

/**
 * How the form names those who made a sheet and added to it: {@code R7（林　和子）／R8（佐々木　遥）} on the
 * common sheet, {@code 令和8年9月4日（河合　直）／…} on the yearly ones.
 */
public final class AppendRule {
  private AppendRule() {}

  /**
   * Somebody's saving.
   *
   * @param on the day
   * @param name who
   */
  public record Saving(LocalDate on, String name) {}

  /** Returns the makers of one era's years: 作成者 H○（記入者名）. */
  public static String maker(Saving saving) {
    return eraYear(saving.on()) + "（" + saving.name() + "）";
  }

  /** Returns 追記者 of the common sheet: each person once a year, in the order of their saving. */
  public static String byYear(List<Saving> additions) {
    return additions.stream().map(AppendRule::maker).distinct().collect(Collectors.joining("／"));
  }

  /** Returns 追記年月日（追記者名） of the yearly sheets: each person once a day. */
  public static String byDay(List<Saving> additions) {
    return additions.stream()
        .map(one -> JapaneseDates.full(one.on(), Locale.JAPANESE) + "（" + one.name() + "）")
        .distinct()
        .collect(Collectors.joining("／"));
  }

  /** Returns a school year as the narrow columns print it: {@code 令8}, {@code 令元}. */
  public static String shortYear(int schoolYear) {
    String full = JapaneseDates.schoolYear(schoolYear, Locale.JAPANESE);
    return full.charAt(0) + full.substring(2, full.length() - 2);
  }

  private static String eraYear(LocalDate date) {
    JapaneseDate japanese = JapaneseDate.from(date);
    JapaneseEra era = japanese.getEra();
    String letter =
        era.equals(JapaneseEra.REIWA)
            ? "R"
            : era.equals(JapaneseEra.HEISEI) ? "H" : era.equals(JapaneseEra.SHOWA) ? "S" : "";
    return letter + japanese.get(ChronoField.YEAR_OF_ERA);
  }
}
