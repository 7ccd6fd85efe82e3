// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.register.HeatDay;
import org.tsunagi.plugin.register.YearView;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;

/**
 * The table 月別欠席状況等 with what stands beside its numbers: days that wait for a decision, and days
 * whose register was not taken.
 *
 * @param figures what was counted
 * @param content what was written
 * @param today today
 * @param locale the language
 */
record MonthRows(YearView figures, SheetContent content, LocalDate today, Locale locale) {
  private static final String ROWS = "①②③④⑤⑥⑦⑧";
  private static final int CREDITED_TOTAL = 7;

  void putInto(Map<String, Object> model) {
    model.put("months", figures.table().months().stream().map(this::month).toList());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < figures.table().rows().size(); i++) {
      rows.add(row(i, figures.table().rows().get(i)));
    }
    model.put("rows", rows);
    model.put("guidance", guidance());
  }

  private Map<String, Object> month(YearMonth month) {
    String note =
        content
            .row("monthAppendedOn", "m" + month.getMonthValue())
            .map(row -> row.cell("note"))
            .orElse("");
    return Map.of(
        "value", month.toString(),
        "row", "m" + month.getMonthValue(),
        "label", monthLabel(month, locale),
        "name", JapaneseDates.monthName(month.getMonthValue(), locale),
        "current", month.equals(YearMonth.from(today)),
        "note", note);
  }

  private Map<String, Object> row(int index, YearTable.Row row) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (int i = 0; i < row.months().size(); i++) {
      YearMonth month = figures.table().months().get(i);
      Integer value = row.months().get(i);
      cells.add(cell(index, value, day -> YearMonth.from(day.date()).equals(month)));
    }
    return Map.of(
        "key",
        row.id(),
        "figure",
        row.figure(),
        "cells",
        cells,
        "total",
        cell(index, row.total(), day -> true),
        "sub",
        index > CREDITED_TOTAL,
        "top",
        index == CREDITED_TOTAL,
        "strong",
        index == 1 || index == 6 || index == CREDITED_TOTAL);
  }

  private Map<String, Object> cell(int row, @Nullable Integer value, Predicate<HeatDay> within) {
    Map<String, Object> cell = new HashMap<>();
    if (value != null) {
      cell.put("value", value);
      cell.put("waiting", row < CREDITED_TOTAL ? 0 : count(within.and(day -> waits(day, row))));
      cell.put("unknown", row == 1 ? count(within.and(MonthRows::unknown)) : 0);
    }
    return cell;
  }

  private static boolean waits(HeatDay day, int row) {
    int sheetRow = day.glyph().isEmpty() ? 0 : ROWS.indexOf(day.glyph()) + 1;
    return day.pending()
        && sheetRow > 0
        && (row == CREDITED_TOTAL || row == CREDITED_TOTAL + sheetRow);
  }

  private static boolean unknown(HeatDay day) {
    return day.dayClass().equals("UNKNOWN");
  }

  private int count(Predicate<HeatDay> wanted) {
    return Math.toIntExact(figures.days().stream().filter(wanted).count());
  }

  private Map<String, Object> guidance() {
    YearTable table = figures.table();
    return Map.of(
        "upTo", figures.days().isEmpty() ? "" : upTo(),
        "requiredDays", total(0),
        "daysPresent", table.daysPresent(),
        "daysAbsent", table.daysAbsent(),
        "unknownDays", table.unknownDays(),
        "includingCredited", total(6),
        "creditedRows", total(CREDITED_TOTAL),
        "waitingDays", figures.pendingDays());
  }

  private String upTo() {
    LocalDate last = figures.days().get(figures.days().size() - 1).date();
    return JapaneseDates.dayAndWeekday(last.isAfter(today) ? today : last, locale);
  }

  private int total(int row) {
    return Objects.requireNonNullElse(figures.table().rows().get(row).total(), 0);
  }

  private static String monthLabel(YearMonth month, Locale locale) {
    return locale.getLanguage().equals("en")
        ? JapaneseDates.monthName(month.getMonthValue(), locale)
        : String.valueOf(month.getMonthValue());
  }
}
