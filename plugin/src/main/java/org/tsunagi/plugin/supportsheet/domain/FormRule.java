// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Finding.Severity;

/**
 * Whether a content can be kept on a part: its fields are on the form, nothing is too long, days
 * are days. Nothing is compulsory.
 */
public final class FormRule {
  // Lenient on purpose: full-width digits, extensions (内線), several numbers, a note in brackets.
  private static final Pattern PHONE =
      Pattern.compile("[0-9０-９+＋\\-－ー‐–—―()（）.・/／、,\\s　#＃内線代表携帯FAXfaxＦＡＸ:：]*");
  private static final Pattern ROW = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  /** The most characters of a whole part. */
  private static final long LARGEST = 300_000;

  private final FormPart part;
  private final List<Finding> findings = new ArrayList<>();

  private FormRule(FormPart part) {
    this.part = part;
  }

  /** Tells whether a content is beyond what anybody writes, and beyond what can be stored. */
  public static boolean tooLarge(SheetContent content) {
    long size = content.texts().values().stream().mapToLong(String::length).sum();
    for (List<SheetContent.Row> rows : content.tables().values()) {
      for (SheetContent.Row row : rows) {
        size += row.id().length() + row.cells().values().stream().mapToLong(String::length).sum();
      }
    }
    return size > LARGEST;
  }

  /** Judges a content. */
  public static Decision check(FormPart part, SheetContent content) {
    FormRule rule = new FormRule(part);
    content.texts().forEach(rule::text);
    content.tables().forEach(rule::table);
    if (tooLarge(content)) {
      rule.add("TOO_LONG", "シート全体の文が長すぎます。資料として添付することもできます。");
    }
    return rule.findings.isEmpty() ? new Decision.Granted() : new Decision.Refused(rule.findings);
  }

  private void text(String id, String text) {
    Optional<String> beside = Remark.place(id).flatMap(place -> Remark.words(part, place));
    if (beside.isPresent()) {
      value(beside.get() + "の注", FieldType.TEXT, Remark.LONGEST, List.of(), text);
      return;
    }
    Optional<FormField> field =
        part.field(id).filter(one -> one.type() != FieldType.TABLE && one.writable());
    if (field.isEmpty()) {
      add("UNKNOWN_FIELD", "「" + id + "」という記入欄は、このシートにありません。");
      return;
    }
    FormField known = field.get();
    value(known.label().ja(), known.type(), known.longest(), known.choices(), text);
  }

  private void table(String id, List<SheetContent.Row> rows) {
    Optional<FormTable> table = part.field(id).flatMap(FormField::table);
    if (table.isEmpty()) {
      add("UNKNOWN_FIELD", "「" + id + "」という表は、このシートにありません。");
      return;
    }
    String label = part.field(id).orElseThrow().label().ja();
    if (rows.size() > FormTable.MOST_ROWS) {
      add("TOO_MANY_LINES", label + "は" + FormTable.MOST_ROWS + "行までです。行を減らしてください。");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      SheetContent.Row row = rows.get(i);
      if (!ROW.matcher(row.id()).matches() || !seen.add(row.id())) {
        add("ROW_ID", label + "の" + (i + 1) + "行目の id は、半角の英数字でほかの行と違うものにしてください。");
      } else {
        row(label, table.get(), i + 1, row);
      }
    }
  }

  private void row(String label, FormTable table, int number, SheetContent.Row row) {
    Optional<FormTable.Line> line = table.line(row.id());
    if (line.isEmpty() && !table.more()) {
      add("UNKNOWN_ROW", label + "に行は足せません。");
      return;
    }
    String name = line.map(FormTable.Line::label).map(Words::ja).orElse("");
    String place = label + "の" + number + "行目" + (name.isEmpty() ? "" : "（" + name + "）") + "の";
    for (Map.Entry<String, String> cell : row.cells().entrySet()) {
      if (cell.getKey().equals(SheetContent.Row.BELOW)) {
        continue;
      }
      Optional<FormTable.Column> column = table.column(cell.getKey());
      boolean written = line.map(one -> one.writable(cell.getKey())).orElse(true);
      if (column.isEmpty() || !written) {
        add("UNKNOWN_FIELD", place + "「" + cell.getKey() + "」は、記入する欄ではありません。");
        continue;
      }
      FormTable.Column known = column.get();
      String where = place + known.label().ja();
      value(where, known.type(), known.longest(), known.choices(), cell.getValue());
      if (known.phone() && !PHONE.matcher(cell.getValue()).matches()) {
        add("PHONE_SHAPE", where + "は、数字とハイフンで入力してください。");
      }
    }
  }

  private void value(
      String place, FieldType type, int longest, List<FormField.Choice> choices, String text) {
    int length = text.codePointCount(0, text.length());
    if (type == FieldType.DATE) {
      date(place, text);
    } else if (type == FieldType.CHOICE) {
      if (choices.stream().noneMatch(choice -> choice.id().equals(text))) {
        add("CHOICE", place + "は、並んでいるものから選んでください。");
      }
    } else if (length > longest) {
      String message = place + "は" + longest + "文字までです。いまは" + length + "文字あります。短くしてください。";
      add("TOO_LONG", message);
    }
    if (text.indexOf('\0') >= 0) {
      add("CONTROL_CHARACTER", place + "に使えない文字があります。入力し直してください。");
    }
  }

  private void date(String place, String text) {
    DayRule.fault(text).ifPresent(why -> add("DATE", place + why));
  }

  private void add(String code, String message) {
    findings.add(new Finding(code, Severity.ERROR, message));
  }
}
