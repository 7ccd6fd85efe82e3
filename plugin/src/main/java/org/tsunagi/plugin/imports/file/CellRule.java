// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

/** What every cell must keep to, whatever it means. */
final class CellRule {
  private CellRule() {}

  static void check(Column column, String raw, Row row) {
    if (raw.isBlank()) {
      if (column.filled()) {
        row.error("EMPTY_CELL", column.name(), "この列は空にできません。値を入れてください。");
      }
      return;
    }
    if (hasControl(raw)) {
      row.error("CONTROL_CHARACTER", column.name(), "目に見えない文字（NULなどの制御文字）が入っています。セルを打ち直してください。");
      return;
    }
    if (raw.codePointCount(0, raw.length()) > column.most()) {
      row.error("TOO_LONG", column.name(), column.most() + "文字までにしてください。");
      return;
    }
    if (looksLikeFormula(raw, column)) {
      row.error(
          "FORMULA_CELL",
          column.name(),
          "= + - @ やタブで始まるセルは、表計算ソフトで式として動くおそれがあるため受け取れません。先頭の文字を消してください。");
    }
  }

  private static boolean hasControl(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char one = raw.charAt(i);
      if (Character.isISOControl(one) && one != '\n' && one != '\r' && one != '\t') {
        return true;
      }
    }
    return false;
  }

  private static boolean looksLikeFormula(String raw, Column column) {
    char first = raw.charAt(0);
    if (column.formula() && first == '+' && raw.matches("\\+[0-9()\\- ]+")) {
      return false;
    }
    return first == '\t' || "=+-@".indexOf(raw.strip().charAt(0)) >= 0;
  }
}
