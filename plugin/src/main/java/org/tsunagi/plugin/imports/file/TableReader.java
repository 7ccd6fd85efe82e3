// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tsunagi.plugin.platform.jobs.JobRun;

/**
 * Reads a CSV table (RFC 4180, UTF-8, a byte order mark is accepted) row by row.
 *
 * <p>Basis: RFC 4180.
 */
public final class TableReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private final JobRun run;
  private long linesBefore;

  /** Makes a reader that notes its progress in a run. */
  public TableReader(JobRun run) {
    this.run = run;
  }

  /**
   * Looks at the encoding and says what is wrong with it.
   *
   * @return how many lines the file has; 0 when it can't be read
   */
  public long check(Source source) throws IOException {
    Encoding encoding = Encoding.of(source);
    String mend = "表計算ソフトで「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。";
    switch (encoding.verdict()) {
      case UTF8 -> {
        return encoding.lines();
      }
      case EMPTY -> refuse("EMPTY_FILE", source, 0, "ファイルが空です。見出しの行とデータの行を入れてください。");
      case UTF16 -> refuse("WRONG_ENCODING", source, 1, "文字コードがUTF-16です。" + mend);
      case SHIFT_JIS ->
          refuse("WRONG_ENCODING", source, encoding.lines(), "文字コードがShift_JIS（CP932）です。" + mend);
      case BROKEN ->
          refuse("WRONG_ENCODING", source, encoding.lines(), "文字コードがUTF-8ではありません。" + mend);
    }
    return 0;
  }

  /** Looks at the header only, and says what is wrong with it. */
  public void checkHeader(Source source, TableSpec spec) throws IOException {
    read(source, spec, 1, row -> {});
  }

  private void refuse(String code, Source source, long line, String message) {
    run.findings().add(Complaints.error(code, source.name(), line, "", message, ""));
  }

  /**
   * Reads every row of a file whose encoding was checked; rows with a wrong cell are handed over
   * too, and are not usable.
   *
   * @return how many rows there were
   */
  public long read(Source source, TableSpec spec, Consumer<Row> consumer) throws IOException {
    return read(source, spec, Long.MAX_VALUE, consumer);
  }

  private long read(Source source, TableSpec spec, long mostLines, Consumer<Row> consumer)
      throws IOException {
    try (InputStream in = source.open();
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 65536)) {
      skipMark(text);
      try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
        return new Pass(source.name(), spec, parser, consumer).run(mostLines);
      }
    }
  }

  private static void skipMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != 0xFEFF) {
      text.reset();
    }
  }

  /** One pass over one file. */
  private final class Pass {
    private final String file;
    private final TableSpec spec;
    private final CSVParser parser;
    private final Consumer<Row> consumer;
    private final Iterator<CSVRecord> records;
    private long rows;

    Pass(String file, TableSpec spec, CSVParser parser, Consumer<Row> consumer) {
      this.file = file;
      this.spec = spec;
      this.parser = parser;
      this.consumer = consumer;
      this.records = parser.iterator();
    }

    long run(long mostLines) {
      long line = 1;
      try {
        if (!records.hasNext()) {
          complain("EMPTY_FILE", 0, "ファイルが空です。見出しの行とデータの行を入れてください。");
          return 0;
        }
        Optional<Header> header = Header.read(records.next().toList(), file, spec, run.findings());
        if (header.isEmpty()) {
          return 0;
        }
        line = parser.getCurrentLineNumber() + 1;
        while (line <= mostLines && records.hasNext()) {
          take(records.next(), line, header.get());
          line = parser.getCurrentLineNumber() + 1;
        }
        linesBefore += mostLines == Long.MAX_VALUE ? line - 1 : 0;
      } catch (UncheckedIOException | IllegalStateException broken) {
        if (broken.getCause() instanceof IOException) {
          complain("BROKEN_QUOTES", line, "引用符（\"）の組が合いません。この行の \" を \"\" と2つ重ねるか、消してください。");
          return rows;
        }
        throw broken;
      }
      return rows;
    }

    private void complain(String code, long line, String message) {
      run.findings().add(Complaints.error(code, file, line, "", message, ""));
    }

    private void take(CSVRecord record, long line, Header header) {
      if (isBlank(record)) {
        return;
      }
      if (++rows % 256 == 0) {
        run.reach(linesBefore + line);
      }
      if (record.size() != header.width()) {
        complain(
            "WRONG_CELL_COUNT",
            line,
            "見出しは" + header.width() + "列ですが、この行は" + record.size() + "列です。コンマの数を確かめてください。");
        return;
      }
      Map<String, String> cells = new HashMap<>(spec.columns().size() * 2);
      Row row = new Row(file, line, cells, run.findings(), true);
      for (Column column : spec.columns()) {
        String value = value(record, header.places(column));
        cells.put(column.name(), value.strip());
        CellRule.check(column, value, row);
        checkSpellings(record, column, header, row);
      }
      consumer.accept(row);
    }

    /** Tells whether nothing stands in any cell: spreadsheets leave such rows at the end. */
    private static boolean isBlank(CSVRecord record) {
      for (String cell : record) {
        if (!cell.isBlank()) {
          return false;
        }
      }
      return true;
    }

    /** Refuses a row that says different things under two spellings of one column. */
    private static void checkSpellings(CSVRecord record, Column column, Header header, Row row) {
      List<String> said =
          header.places(column).stream()
              .map(place -> record.get(place).strip())
              .filter(cell -> !cell.isEmpty())
              .distinct()
              .toList();
      if (said.size() > 1) {
        row.error(
            "SPELLINGS_DIFFER",
            column.name(),
            "同じ意味の列「"
                + column.name()
                + "」と「"
                + String.join("、", column.aliases())
                + "」に、ちがう値が入っています。正しいほうだけを残してください。");
      }
    }

    /** Returns the first spelling's cell that is filled. */
    private String value(CSVRecord record, List<Integer> places) {
      String value = "";
      for (int place : places) {
        if (value.isEmpty()) {
          value = record.get(place);
        }
      }
      return value;
    }
  }
}
