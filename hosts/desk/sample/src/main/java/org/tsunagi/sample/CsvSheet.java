// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file (RFC 4180, UTF-8) that is written row by row.
 *
 * @param columns the header
 * @param rows what gives the rows
 */
record CsvSheet(List<String> columns, Rows rows) implements SampleFile.Content {
  /** The time of every zip entry, so that the same content gives the same bytes. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** Gives rows to a sink. */
  @FunctionalInterface
  interface Rows {
    void writeTo(Sink sink) throws IOException;
  }

  /** Takes one row, its cells in the order of the header. */
  @FunctionalInterface
  interface Sink {
    void row(Object... cells) throws IOException;
  }

  /** Names the columns, separated by commas. */
  static CsvSheet of(String columns, Rows rows) {
    return new CsvSheet(List.of(columns.split(",", -1)), rows);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    printer.printRecord(columns);
    rows.writeTo(
        cells -> {
          if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                "row has " + cells.length + " cells instead of " + columns.size());
          }
          printer.printRecord(cells);
        });
    printer.flush();
  }

  /** Begins an entry with a fixed time. */
  static void beginEntry(ZipOutputStream zip, String name) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
  }
}
