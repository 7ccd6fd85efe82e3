// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.school.Grade;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.register.YearColumnService;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.shared.JapaneseDates;

/** The counted tables of the form in a workbook: a line for each number, with the printed words. */
final class CountedLines {
  private static final Messages WORDS = Messages.load();

  private CountedLines() {}

  static List<List<Object>> of(String heading, PaperPart part) {
    List<List<Object>> lines = new ArrayList<>();
    part.months().ifPresent(table -> addMonths(lines, heading, table));
    part.years().forEach(column -> addYear(lines, heading, column));
    return lines;
  }

  private static void addMonths(List<List<Object>> lines, String heading, YearTable table) {
    for (YearTable.Row row : table.rows()) {
      for (int i = 0; i < row.months().size(); i++) {
        String month = table.months().get(i).getMonthValue() + "月";
        lines.add(line(heading, row.label() + "　" + month, row.months().get(i)));
      }
      lines.add(line(heading, row.label() + "　計", row.total()));
    }
  }

  private static void addYear(
      List<List<Object>> lines, String heading, YearColumnService.Column column) {
    String year = JapaneseDates.schoolYear(column.schoolYear(), Locale.JAPANESE);
    String grade = Grade.find(column.grade()).map(Grade::label).orElse(column.grade());
    for (String row : PaperModel.ANNUAL_ROWS) {
      String label = WORDS.text(Locale.JAPANESE, "form.sheet.row." + row);
      lines.add(line(heading, year + "　" + grade + "　" + label, column.sums().get(row)));
    }
  }

  private static List<Object> line(String heading, String label, @Nullable Integer value) {
    return List.of(heading, label, value == null ? "" : value);
  }
}
