// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.platform.jobs.JobFindings;

/** A row of a table; reading a cell wrongly filled adds a finding and makes the row not usable. */
public final class Row {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final String file;
  private final long line;
  private final Map<String, String> cells;
  private final JobFindings findings;
  private boolean usable;

  Row(String file, long line, Map<String, String> cells, JobFindings findings, boolean usable) {
    this.file = file;
    this.line = line;
    this.cells = cells;
    this.findings = findings;
    this.usable = usable;
  }

  /** Returns the physical line on which the record begins. */
  public long line() {
    return line;
  }

  /** Tells whether nothing was wrong so far. */
  public boolean usable() {
    return usable;
  }

  /** Returns a cell without blanks around it; empty when the column is missing. */
  public String text(String column) {
    return cells.getOrDefault(column, "");
  }

  /** Returns the parts of a cell that lists several values with commas. */
  public List<String> listOf(String column) {
    return java.util.Arrays.stream(text(column).split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Returns a date, 1900–2999; empty for a blank cell or a wrong one. */
  public Optional<LocalDate> date(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate date =
          LocalDate.parse(
              text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text, DATE);
      if (date.getYear() >= 1900 && date.getYear() <= 2999) {
        return Optional.of(date);
      }
    } catch (DateTimeParseException notDate) {
      error("BAD_DATE", column, "日付は 2026-04-08 の形で、ある日付を書いてください。");
      return Optional.empty();
    }
    error("BAD_DATE", column, "日付の年は1900から2999までにしてください。");
    return Optional.empty();
  }

  /** Returns true or false; the default for a blank cell. */
  public boolean flag(String column, boolean otherwise) {
    String text = text(column).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.equals("true") && !text.equals("false")) {
      error("BAD_VALUE", column, "true か false のどちらかを書いてください。");
    }
    return text.equals("true");
  }

  /** Returns a whole number in a range; the default for a blank cell. */
  public int number(String column, int least, int most, int otherwise) {
    String text = text(column);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    error("BAD_NUMBER", column, least + "から" + most + "までの半角の数字を書いてください。");
    return otherwise;
  }

  /** Returns a cell that must be one of several words; empty when it is not. */
  public String choice(String column, List<String> words) {
    String text = text(column);
    if (!words.contains(text)) {
      error(
          "BAD_VALUE",
          column,
          String.join("、", words.stream().filter(w -> !w.isEmpty()).toList()) + " のどれかを書いてください。");
      return "";
    }
    return text;
  }

  /** Says what is wrong with a cell; the row is not usable any more. */
  public void error(String code, String column, String message) {
    usable = false;
    findings.add(Complaints.error(code, file, line, column, message, text(column)));
  }

  /** Says something about a cell that does not refuse it. */
  public void warn(String code, String column, String message) {
    findings.add(Complaints.warning(code, file, line, column, message, text(column)));
  }

  /** Tells something about a cell. */
  public void tell(String code, String column, String message) {
    findings.add(Complaints.notice(code, file, line, column, message, text(column)));
  }
}
