// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.osgi.service.component.annotations.Component;

/** Workbooks by fastexcel, which writes values only. */
@Component(service = Workbooks.class)
public final class FastWorkbooks implements Workbooks {
  private static final int WIDE = 40;

  @Override
  public byte[] xlsx(List<Sheet> sheets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Tsunagi", "1.0")) {
      for (Sheet sheet : sheets) {
        write(workbook.newWorksheet(sheet.name()), sheet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Worksheet into, Sheet sheet) throws IOException {
    int line = 0;
    if (!sheet.title().isEmpty()) {
      into.value(line, 0, sheet.title());
      into.style(line, 0).bold().set();
      line++;
    }
    for (int column = 0; column < sheet.columns().size(); column++) {
      into.value(line, column, sheet.columns().get(column));
      into.style(line, column).bold().wrapText(true).fillColor("E9F0F4").set();
    }
    into.freezePane(0, line + 1);
    for (List<Object> row : sheet.rows()) {
      line++;
      for (int column = 0; column < row.size(); column++) {
        cell(into, line, column, row.get(column));
      }
    }
    if (!sheet.columns().isEmpty()) {
      into.width(sheet.columns().size() - 1, WIDE);
    }
    into.finish();
  }

  private static void cell(Worksheet into, int row, int column, Object value) {
    if (value instanceof Number number) {
      into.value(row, column, number);
    } else {
      into.value(row, column, value.toString());
    }
  }
}
