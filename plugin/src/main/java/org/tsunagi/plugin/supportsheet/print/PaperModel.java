// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.School;
import org.tsunagi.plugin.register.YearColumnService;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.OpenPart;
import org.tsunagi.plugin.supportsheet.SheetView;
import org.tsunagi.plugin.supportsheet.domain.AppendRule;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormSection;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;

/**
 * What the template of the official form is given for a part.
 *
 * @param part the part
 */
record PaperModel(PaperPart part) {
  static final List<String> ANNUAL_ROWS =
      List.of(
          "requiredDays",
          "attendedDays",
          "separateRoomDays",
          "lateCount",
          "earlyLeaveCount",
          "absentDays",
          "countedPresentTotal",
          "countedPresent.c1",
          "countedPresent.c2",
          "countedPresent.c3",
          "countedPresent.c4",
          "countedPresent.c5",
          "countedPresent.c6",
          "countedPresent.c7",
          "countedPresent.c8");
  private static final List<String> MONTHLY_ROWS =
      List.of(
          "requiredDays",
          "attendedDays",
          "separateRoomDays",
          "lateCount",
          "earlyLeaveCount",
          "cumulativeAbsentDays",
          "absentDaysInclCountedPresent",
          "countedPresentTotal",
          "countedPresent.c1",
          "countedPresent.c2",
          "countedPresent.c3",
          "countedPresent.c4",
          "countedPresent.c5",
          "countedPresent.c6",
          "countedPresent.c7",
          "countedPresent.c8");

  Map<String, Object> toMap() {
    OpenPart open = part.open();
    SheetView view = open.view();
    Student student = open.place().record().student();
    Map<String, Object> model = new HashMap<>();
    model.put("kind", open.place().key().kind().code());
    model.put("title", open.whole().label().ja());
    model.put("subtitle", subtitle());
    model.put("studentName", student.name());
    model.put("studentKana", student.kana());
    model.put(
        "school", open.place().record().school(open.place().school()).map(School::name).orElse(""));
    model.put("version", view.version());
    model.put("state", view.state());
    model.put("leftOut", part.leftOut());
    model.put("files", part.files());
    model.put("sections", part.form().sections().stream().flatMap(this::section).toList());
    model.put("monthTable", monthTable());
    model.put("yearTable", yearTable());
    return model;
  }

  /** Returns the year of a yearly part, or the day of a meeting. */
  String subtitle() {
    SheetView view = part.open().view();
    if (view.schoolYear() != 0) {
      return JapaneseDates.schoolYear(view.schoolYear(), Locale.JAPANESE);
    }
    return part.open().place().key().kind() == SheetKind.MEETING
        ? PaperField.day(view.content().text("heldOn"))
        : "";
  }

  private Stream<Map<String, Object>> section(FormSection section) {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (FormField field : section.fields()) {
      boolean beside = section.fields().stream().anyMatch(one -> one.with().equals(field.id()));
      PaperField paper = new PaperField(part.open().view(), field);
      boolean wanted = paper.printed() && (!section.extra() || written(paper));
      if (wanted && !beside && !field.id().equals("monthAppendedOn")) {
        fields.add(paper.toMap());
      }
    }
    return fields.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Map.of(
                "id", section.id(),
                "label", section.label().ja(),
                "extra", section.extra(),
                "fields", fields));
  }

  private boolean written(PaperField paper) {
    return !paper.value().isEmpty()
        || !part.open().view().content().rows(paper.field().id()).isEmpty();
  }

  /** Lays out 月別欠席状況等; blank where nothing may be counted. */
  Map<String, Object> monthTable() {
    List<Map<String, Object>> months = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int month = (i + 3) % 12 + 1;
      String note =
          part.open()
              .view()
              .content()
              .row("monthAppendedOn", "m" + month)
              .map(row -> row.cell("note"))
              .orElse("");
      months.add(Map.of("label", String.valueOf(month), "note", note));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String id : MONTHLY_ROWS) {
      rows.add(
          Map.of(
              "id", id,
              "cells", monthCells(id),
              "sub", id.startsWith("countedPresent.")));
    }
    return Map.of("months", months, "rows", rows);
  }

  private List<String> monthCells(String id) {
    Optional<YearTable.Row> row =
        part.months().stream()
            .flatMap(table -> table.rows().stream())
            .filter(one -> one.id().equals(id))
            .findFirst();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int month = i;
      cells.add(row.map(one -> text(one.months().get(month))).orElse(""));
    }
    cells.add(row.map(one -> text(one.total())).orElse(""));
    return cells;
  }

  private static String text(@Nullable Integer number) {
    return Objects.toString(number, "");
  }

  /** Lays out 学年別欠席日数等 in thirteen columns; of a repeated grade the last year is shown. */
  Map<String, Object> yearTable() {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      Optional<YearColumnService.Column> column =
          part.years().stream()
              .filter(one -> one.grade().equals(grade.name()))
              .reduce((first, second) -> second);
      Map<String, Object> shown = new HashMap<>();
      shown.put("label", grade.label());
      shown.put("year", column.map(one -> AppendRule.shortYear(one.schoolYear())).orElse(""));
      shown.put("on", column.map(one -> monthAndDay(one.countedTo())).orElse(""));
      shown.put(
          "cells",
          ANNUAL_ROWS.stream()
              .map(row -> column.map(one -> text(one.sums().get(row))).orElse(""))
              .toList());
      columns.add(shown);
    }
    String meaning =
        part.years().stream()
            .reduce((first, second) -> second)
            .map(YearColumnService.Column::daysAbsent)
            .orElse("");
    return Map.of("columns", columns, "rows", ANNUAL_ROWS, "daysAbsent", meaning);
  }

  /** Returns {@code 11/20} of a day in ISO 8601. */
  private static String monthAndDay(String day) {
    return day.length() == 10
        ? Integer.parseInt(day.substring(5, 7)) + "/" + Integer.parseInt(day.substring(8))
        : "";
  }
}
