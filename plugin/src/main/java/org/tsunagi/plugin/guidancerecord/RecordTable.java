// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tsunagi.plugin.guidancerecord.domain.RemarkItem;
import org.tsunagi.plugin.platform.Workbooks;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.shared.PlainCell;

/**
 * A table that leaves as CSV or XLSX.
 *
 * @param name what it is, for the sheet's name and the file's
 * @param title the line above the table
 * @param columns the columns' names in CSV, as other formats have them
 * @param labels the columns' names in XLSX, for people
 * @param rows the rows
 */
record RecordTable(
    String name, String title, List<String> columns, List<String> labels, List<List<Object>> rows) {
  private static final String BETWEEN = " ／ ";

  /** Makes the table of a class. */
  static RecordTable of(ClassRecords records, String title) {
    List<List<Object>> rows = new ArrayList<>();
    for (ClassRecords.Line line : records.lines()) {
      List<Object> row = new ArrayList<>();
      row.add(records.schoolYear());
      row.add(records.schoolSourcedId());
      row.add(line.studentSourcedId());
      row.add(line.row().grade().name());
      row.add(line.homeroom());
      row.add(line.number());
      row.add(line.name());
      figures(row, Figure.all(line.row().tally()).values());
      row.add(line.row().pendingDays());
      row.add(remarks(line.row().remarks()));
      rows.add(row);
    }
    return new RecordTable(
        "guidance-record",
        title,
        columns(
            List.of(
                "schoolYear",
                "schoolSourcedId",
                "studentSourcedId",
                "grade",
                "homeroom",
                "number",
                "name"),
            "pendingDays"),
        labels(List.of("年度", "学校の番号", "児童生徒の番号", "学年", "学級", "出席番号", "名前"), "判断待ちの日数"),
        rows);
  }

  /** Makes the table of a student, one row per year. */
  static RecordTable of(RecordView record, String title) {
    List<List<Object>> rows = new ArrayList<>();
    for (RecordView.Row one : record.rows()) {
      if (!one.state().equals("open")) {
        List<Object> row = new ArrayList<>();
        row.add(one.schoolYear());
        row.add(one.schoolSourcedId());
        row.add(one.schoolName());
        row.add(record.studentSourcedId());
        row.add(one.grade());
        row.add(one.closing());
        figures(row, one.figures().values());
        row.add(one.pendingDays());
        row.add(remarks(one.remarks()));
        rows.add(row);
      }
    }
    return new RecordTable(
        "guidance-record",
        title,
        columns(
            List.of(
                "schoolYear",
                "schoolSourcedId",
                "schoolName",
                "studentSourcedId",
                "grade",
                "closing"),
            "pendingDays"),
        labels(List.of("年度", "学校の番号", "学校名", "児童生徒の番号", "学年", "締めの番号"), "判断待ちの日数"),
        rows);
  }

  /** Makes the table of the survey. */
  static RecordTable of(List<SurveyService.Line> lines, int schoolYear) {
    List<List<Object>> rows = new ArrayList<>();
    for (SurveyService.Line line : lines) {
      List<Object> row = new ArrayList<>();
      row.add(schoolYear);
      row.add(line.schoolSourcedId());
      row.add(line.schoolName());
      row.add(line.grade());
      row.addAll(SurveyColumns.values(line.count()));
      rows.add(row);
    }
    List<String> columns =
        new ArrayList<>(List.of("schoolYear", "schoolSourcedId", "schoolName", "grade"));
    columns.addAll(SurveyColumns.NAMES);
    return new RecordTable("survey", "", columns, columns, rows);
  }

  /** Writes the table as CSV (RFC 4180, UTF-8). */
  byte[] csv(boolean bom) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      if (bom) {
        writer.write('\uFEFF');
      }
      csv.printRecord(columns);
      for (List<Object> row : rows) {
        csv.printRecord(row.stream().map(PlainCell::neutral).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes the table as XLSX. */
  byte[] xlsx(Workbooks workbooks) {
    return workbooks.xlsx(List.of(new Workbooks.Sheet("出欠の記録", title, labels, rows)));
  }

  private static void figures(List<Object> row, Collection<Integer> values) {
    row.addAll(values);
  }

  private static String remarks(List<RemarkItem> remarks) {
    return remarks.stream().map(RemarkItem::text).collect(Collectors.joining(BETWEEN));
  }

  private static List<String> columns(List<String> head, String last) {
    List<String> columns = new ArrayList<>(head);
    for (Figure figure : Figure.values()) {
      columns.add(figure.code());
    }
    columns.addAll(List.of(last, "remarks"));
    return columns;
  }

  private static List<String> labels(List<String> head, String last) {
    List<String> labels = new ArrayList<>(head);
    for (Figure figure : Figure.values()) {
      labels.add(figure.label());
    }
    labels.addAll(List.of(last, "備考"));
    return labels;
  }

  /** Returns the body and its type by the name of a format. */
  static Map<String, String> types() {
    return Map.of(
        "csv", "text/csv;charset=UTF-8",
        "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pdf", "application/pdf");
  }
}
