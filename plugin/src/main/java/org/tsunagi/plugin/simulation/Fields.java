// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsunagi.plugin.shared.Malformed;

/**
 * A JSON object whose fields are read with refusals that say where.
 *
 * @param node the object
 * @param where the path to it, for example {@code students[0]}
 */
record Fields(JsonNode node, String where) {
  Fields {
    if (!node.isObject()) {
      throw new Malformed(where + " はオブジェクトで指定してください。");
    }
  }

  Malformed malformed(String field, String rule) {
    return new Malformed(where + "." + field + " は" + rule + "。");
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  String text(String field) {
    JsonNode value = node.path(field);
    if (value.isObject() || value.isArray()) {
      throw malformed(field, "文字で指定してください");
    }
    return value.isNull() ? "" : value.asText("").strip();
  }

  boolean flag(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw malformed(field, " true か false で指定してください");
    }
    return value.booleanValue();
  }

  Optional<Boolean> maybeFlag(String field) {
    return has(field) ? Optional.of(flag(field)) : Optional.empty();
  }

  OptionalInt number(String field, int least, int most) {
    if (!has(field)) {
      return OptionalInt.empty();
    }
    JsonNode value = node.path(field);
    if (!value.canConvertToInt()
        || !value.canConvertToExactIntegral()
        || value.intValue() < least
        || value.intValue() > most) {
      throw malformed(field, least + "から" + most + "までの整数で指定してください");
    }
    return OptionalInt.of(value.intValue());
  }

  Optional<LocalDate> date(String field) {
    return has(field) ? Optional.of(date(node.path(field), field)) : Optional.empty();
  }

  LocalDate neededDate(String field) {
    return date(field).orElseThrow(() -> malformed(field, "必要です"));
  }

  List<LocalDate> dates(String field) {
    List<LocalDate> dates = new ArrayList<>();
    for (JsonNode value : array(field)) {
      dates.add(date(value, field));
    }
    return dates;
  }

  /** Refuses an object without the field; a null counts as none. */
  void need(String field) {
    if (!has(field)) {
      throw malformed(field, "必要です");
    }
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(field)) {
      if (!value.isValueNode() || value.asText("").isBlank()) {
        throw malformed(field, "空でない文字の配列で指定してください");
      }
      texts.add(value.asText().strip());
    }
    return texts;
  }

  List<Fields> objects(String field) {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode value : array(field)) {
      objects.add(new Fields(value, where + "." + field + "[" + objects.size() + "]"));
    }
    return objects;
  }

  private JsonNode array(String field) {
    JsonNode value = node.path(field);
    if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
      throw malformed(field, "配列で指定してください");
    }
    return value;
  }

  private LocalDate date(JsonNode value, String field) {
    try {
      return LocalDate.parse(value.asText(""));
    } catch (DateTimeException broken) {
      throw malformed(field, "日付（2026-04-08 の形）で指定してください");
    }
  }
}
