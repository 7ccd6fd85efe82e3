// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.imports.file.Complaints;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.shared.DateRange;

/** An object of a JSON file; what is wrong with it is said with its pointer. */
final class JsonItem {
  private final JobRun run;
  private final String file;
  private final String pointer;
  private final JsonNode node;
  private boolean usable = true;

  JsonItem(JobRun run, String file, String pointer, JsonNode node) {
    this.run = run;
    this.file = file;
    this.pointer = pointer;
    this.node = node;
    if (!node.isObject()) {
      error("BAD_VALUE", "", "{ } で囲んだ項目を書いてください。");
    }
  }

  JsonNode node() {
    return node;
  }

  String pointer() {
    return pointer;
  }

  boolean usable() {
    return usable;
  }

  /** Says that a part of it can't be used. */
  void spoil() {
    usable = false;
  }

  /** Warns of fields that nobody reads. */
  void only(Set<String> names) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                warn("UNKNOWN_FIELD", name, "この項目は使わないので、読みませんでした。");
              }
            });
  }

  /** Returns a text without blanks around it; empty where there is none. */
  String text(String field, int most) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual() && !value.isNumber()) {
      error("BAD_VALUE", field, "文字で書いてください。");
      return "";
    }
    String text = value.asText().strip();
    if (text.length() > most) {
      error("TOO_LONG", field, "文字が多すぎます。" + most + "字までにしてください。");
      return "";
    }
    return text;
  }

  /** Returns one text or a list of texts. */
  List<String> texts(String field) {
    JsonNode value = node.path(field);
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(one -> texts.add(one.asText("").replaceAll("\\s+", " ").strip()));
    } else if (value.isTextual()) {
      texts.add(value.asText().replaceAll("\\s+", " ").strip());
    }
    texts.removeIf(String::isEmpty);
    return texts;
  }

  /** Returns true or false. */
  boolean flag(String field) {
    JsonNode value = node.path(field);
    if (!value.isBoolean()) {
      error("BAD_VALUE", field, "true か false のどちらかを書いてください。");
    }
    return value.asBoolean();
  }

  /** Returns a date; empty where there is none or a wrong one. */
  Optional<LocalDate> date(String field) {
    String text = text(field, 40);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2999) {
        return Optional.of(date);
      }
    } catch (DateTimeParseException notDate) {
      // It is said below.
    }
    error("BAD_DATE", field, "日付は 2026-04-08 の形で、ある日付を書いてください。");
    return Optional.empty();
  }

  /** Returns the days from firstOn to lastOn, both needed. */
  Optional<DateRange> range() {
    Optional<LocalDate> first = date("firstOn");
    Optional<LocalDate> last = date("lastOn");
    if (first.isEmpty() || last.isEmpty()) {
      if (usable) {
        error("BAD_DATE", first.isEmpty() ? "firstOn" : "lastOn", "日付を 2026-04-08 の形で書いてください。");
      }
      return Optional.empty();
    }
    if (last.get().isBefore(first.get())) {
      error("BAD_RANGE", "lastOn", "終わりの日は、始めの日と同じか後にしてください。");
      return Optional.empty();
    }
    return Optional.of(new DateRange(first.get(), last.get()));
  }

  /** Says what is wrong with a field. */
  void error(String code, String field, String message) {
    usable = false;
    run.findings()
        .add(Complaints.error(code, file, 0, at(field), message, node.path(field).asText("")));
  }

  /** Says something that does not refuse the file. */
  void warn(String code, String field, String message) {
    run.findings().add(Complaints.warning(code, file, 0, at(field), message, ""));
  }

  private String at(String field) {
    return field.isEmpty() ? pointer : pointer + "/" + field;
  }
}
