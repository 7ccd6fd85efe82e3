// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tsunagi.plugin.shared.PlainCell;

/** Tallies as CSV (RFC 4180, UTF-8), written while they are counted. */
final class TallyCsv {
  private TallyCsv() {}

  static void write(TallyService.Tallies tallies, OutputStream out, boolean bom)
      throws IOException {
    write(tallies, out, bom, TallyRow.columns().size());
  }

  /** Writes the figures without the last column, the remarks. */
  static void writeFigures(TallyService.Tallies tallies, OutputStream out, boolean bom)
      throws IOException {
    write(tallies, out, bom, TallyRow.columns().size() - 1);
  }

  private static void write(
      TallyService.Tallies tallies, OutputStream out, boolean bom, int columns) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (bom) {
      writer.write('\uFEFF');
    }
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
    csv.printRecord(TallyRow.columns().subList(0, columns));
    tallies.each(
        row -> {
          List<Object> cells =
              row.fields().values().stream().limit(columns).map(TallyCsv::neutral).toList();
          try {
            csv.printRecord(cells);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    csv.flush();
  }

  /** Keeps a spreadsheet from reading a text as a formula. */
  static Object neutral(Object cell) {
    return PlainCell.neutral(cell);
  }
}
