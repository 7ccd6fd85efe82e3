// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class WorkbooksTest {
  @Test
  void aTextThatLooksLikeAFormulaStaysText() throws Exception {
    byte[] file =
        new FastWorkbooks()
            .xlsx(
                List.of(
                    new Workbooks.Sheet(
                        "出欠の記録",
                        "２年１組",
                        List.of("名前", "日数", "備考"),
                        List.of(List.of("髙﨑　𠮷男", 203, "=1+1")))));
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertEquals("出欠の記録", workbook.getFirstSheet().getName());
      assertEquals("２年１組", rows.get(0).getCellText(0));
      assertEquals(List.of("名前", "日数", "備考"), texts(rows.get(1)));
      assertEquals(List.of("髙﨑　𠮷男", "203", "=1+1"), texts(rows.get(2)));
      assertEquals(CellType.NUMBER, rows.get(2).getCell(1).getType());
      assertEquals(CellType.STRING, rows.get(2).getCell(2).getType());
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().map(Cell::getText).toList();
  }
}
