// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.StoredIctRule;
import org.tsunagi.plugin.shared.Malformed;

/**
 * A day-conversion rule to write; nothing in it has a default.
 *
 * @param level {@code installation}, {@code municipality} or {@code school}
 * @param school the school; for that level
 * @param prefecture the prefecture of the municipality; for that level
 * @param municipality the municipality; for that level
 * @param firstOn the day from which it holds
 * @param basis {@code visits}, {@code minutes} or {@code both}
 * @param visitsPerMonth the visits a month needs; for visits and both
 * @param minutesPerDay the minutes a day needs; for minutes and both
 * @param span {@code day} or {@code month}; for minutes and both
 * @param rounding {@code down}, {@code half} or {@code up}; for a month's sum
 * @param name what it is called
 * @param wording its text
 */
public record IctRuleCommand(
    @Nullable String level,
    @Nullable String school,
    @Nullable String prefecture,
    @Nullable String municipality,
    @Nullable LocalDate firstOn,
    @Nullable String basis,
    @Nullable Integer visitsPerMonth,
    @Nullable Integer minutesPerDay,
    @Nullable String span,
    @Nullable String rounding,
    @Nullable String name,
    @Nullable String wording) {
  StoredIctRule rule() {
    if (firstOn == null || firstOn.getYear() < 1900 || firstOn.getYear() > 2999) {
      throw new Malformed("firstOn に日付（例：2026-04-01）を入れてください。");
    }
    return new StoredIctRule("", scope(), firstOn, numbers(), text(name), text(wording));
  }

  private StoredIctRule.Scope scope() {
    String at = text(level);
    return new StoredIctRule.Scope(
        at,
        at.equals("school") ? text(school) : "",
        at.equals("municipality") ? text(prefecture) : "",
        at.equals("municipality") ? text(municipality) : "");
  }

  private IctRule numbers() {
    IctRule.Basis by =
        IctRule.Basis.find(text(basis))
            .orElseThrow(() -> new Malformed("basis は visits・minutes・both のどれかにしてください。"));
    boolean visits = by != IctRule.Basis.MINUTES;
    boolean minutes = by != IctRule.Basis.VISITS;
    IctRule.Span over =
        minutes
            ? IctRule.Span.find(text(span))
                .orElseThrow(() -> new Malformed("span は day か month にしてください。"))
            : IctRule.Span.DAY;
    IctRule.Rounding round =
        minutes && over == IctRule.Span.MONTH
            ? IctRule.Rounding.find(text(rounding))
                .orElseThrow(() -> new Malformed("rounding は down・half・up のどれかにしてください。"))
            : IctRule.Rounding.DOWN;
    return new IctRule(
        by,
        visits ? number(visitsPerMonth, 31, "visitsPerMonth") : 0,
        minutes ? number(minutesPerDay, 1440, "minutesPerDay") : 0,
        over,
        round);
  }

  private static int number(@Nullable Integer value, int most, String name) {
    if (value == null || value < 1 || value > most) {
      throw new Malformed(name + " に1から" + most + "までの数を入れてください。");
    }
    return value;
  }

  private static String text(@Nullable String value) {
    return Optional.ofNullable(value).orElse("").strip();
  }
}
