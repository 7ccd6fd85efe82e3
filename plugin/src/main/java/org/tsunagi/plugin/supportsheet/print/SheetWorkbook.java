// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.ArrayList;
import java.util.List;
import org.tsunagi.plugin.platform.Workbooks;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormSection;
import org.tsunagi.plugin.supportsheet.domain.FormTable;

/** The official form as a workbook: a sheet for each part, a line for each cell of the form. */
final class SheetWorkbook {
  private static final String LEFT_OUT = "このシートには、このファイルに出していない欄がほかにあります。";
  private static final int LONGEST_NAME = 31;

  private SheetWorkbook() {}

  static byte[] xlsx(Workbooks workbooks, List<PaperPart> parts) {
    List<Workbooks.Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      sheets.add(sheet(i + 1, parts.get(i)));
    }
    return workbooks.xlsx(sheets);
  }

  private static Workbooks.Sheet sheet(int number, PaperPart part) {
    PaperModel model = new PaperModel(part);
    String title = part.open().whole().label().ja() + "　" + model.subtitle();
    String name = number + " " + title.strip();
    List<List<Object>> rows = new ArrayList<>();
    part.form().sections().forEach(section -> add(rows, part, section));
    if (part.leftOut()) {
      rows.add(List.of("", "", LEFT_OUT));
    }
    return new Workbooks.Sheet(
        shorten(name),
        "取扱注意　児童生徒理解・支援シート　" + title.strip() + "　" + part.open().place().record().student().name(),
        List.of("欄", "項目", "内容"),
        rows);
  }

  /** Cuts a name to what a workbook takes, and never through a letter outside the first plane. */
  private static String shorten(String name) {
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? 1 : 0;
    return name.substring(0, LONGEST_NAME - end);
  }

  private static void add(List<List<Object>> rows, PaperPart part, FormSection section) {
    String heading = section.label().ja();
    for (FormField field : section.fields()) {
      PaperField paper = new PaperField(part.open().view(), field);
      switch (field.type()) {
        case TABLE -> field.table().ifPresent(table -> add(rows, heading, paper, table));
        case COUNTED -> rows.addAll(CountedLines.of(heading, part));
        default -> rows.add(List.of(heading, field.label().ja(), paper.value()));
      }
    }
  }

  private static void add(
      List<List<Object>> rows, String heading, PaperField paper, FormTable table) {
    int number = 0;
    for (PaperField.Row row : paper.rows(table)) {
      number++;
      String line = (row.group() + " " + row.label()).strip();
      for (int i = 0; i < row.cells().size(); i++) {
        rows.add(
            List.of(
                heading,
                (line.isEmpty() ? number + "行目" : line) + "　" + table.columns().get(i).label().ja(),
                row.cells().get(i).value()));
      }
    }
  }
}
