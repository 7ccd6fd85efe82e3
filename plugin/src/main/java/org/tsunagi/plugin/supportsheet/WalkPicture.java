// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.register.HeatDay;
import org.tsunagi.plugin.register.YearView;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.domain.HeatMap;

/**
 * The picture 一年の歩み with its words.
 *
 * @param schoolYear the school year
 * @param figures what was counted
 * @param today today
 * @param locale the language
 */
public record WalkPicture(int schoolYear, YearView figures, LocalDate today, Locale locale) {

  /** Returns what the template of the picture is given. */
  public Map<String, Object> toMap() {
    SchoolYear year = new SchoolYear(schoolYear);
    List<HeatMap.Day> days = figures.days().stream().map(this::day).toList();
    HeatMap map = HeatMap.of(year.first(), year.last(), days, today);
    Map<String, Object> model = new HashMap<>();
    model.put("columns", map.columns());
    model.put("rows", map.rows().stream().map(this::weekday).toList());
    model.put("months", map.months().stream().map(this::month).toList());
    model.put("squares", map.squares().stream().map(this::square).toList());
    map.todayColumn().ifPresent(column -> model.put("todayColumn", column));
    model.put("year", JapaneseDates.schoolYear(schoolYear, locale));
    model.put(
        "counts",
        map.counts().entrySet().stream()
            .map(entry -> Map.of("label", entry.getKey(), "days", entry.getValue()))
            .collect(Collectors.toList()));
    return model;
  }

  private HeatMap.Day day(HeatDay day) {
    String family =
        switch (day.dayClass()) {
          case "UNKNOWN" -> "todo";
          case "NO_SCHOOL" -> "none";
          default -> day.family().isEmpty() ? "none" : day.family();
        };
    String waiting = locale.getLanguage().equals("en") ? " (awaiting a decision)" : "　判断待ち";
    String label = day.pending() ? day.label() + waiting : day.label();
    return new HeatMap.Day(day.date(), day.glyph(), family, label);
  }

  private String weekday(java.time.DayOfWeek day) {
    return JapaneseDates.weekday(LocalDate.of(2026, 6, day.getValue()), locale);
  }

  private Map<String, Object> month(HeatMap.Month month) {
    return Map.of(
        "label", JapaneseDates.monthName(month.number(), locale), "column", month.column());
  }

  private Map<String, Object> square(HeatMap.Square square) {
    return Map.of(
        "column", square.column(),
        "row", square.row(),
        "glyph", square.glyph(),
        "family", square.family(),
        "say",
            square.label().isEmpty()
                ? ""
                : JapaneseDates.dayAndWeekday(square.date(), locale) + " " + square.label());
  }
}
