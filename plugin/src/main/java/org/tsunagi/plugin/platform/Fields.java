// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
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
public record Fields(JsonNode node, String where) {
  private static final BigDecimal MOST = new BigDecimal(9999);

  /** Refuses what is no object. */
  public Fields {
    if (!node.isObject()) {
      throw new Malformed(where + " はオブジェクトで指定してください。");
    }
  }

  /** Makes the refusal of a field. */
  public Malformed malformed(String field, String rule) {
    return new Malformed(where + "." + field + " は" + rule + "。");
  }

  /** Tells whether a field is there and not null. */
  public boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** Reads a text without spaces around it; empty where it is absent. */
  public String text(String field) {
    JsonNode value = node.path(field);
    if (value.isObject() || value.isArray()) {
      throw malformed(field, "文字で指定してください");
    }
    return value.isNull() ? "" : value.asText("").strip();
  }

  /** Reads a flag; false where it is absent. */
  public boolean flag(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw malformed(field, " true か false で指定してください");
    }
    return value.booleanValue();
  }

  /** Reads a flag that may be absent. */
  public Optional<Boolean> maybeFlag(String field) {
    return has(field) ? Optional.of(flag(field)) : Optional.empty();
  }

  /** Reads a whole number between two bounds, both allowed. */
  public OptionalInt number(String field, int least, int most) {
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

  /** Reads a date that may be absent. */
  public Optional<LocalDate> date(String field) {
    return has(field) ? Optional.of(date(node.path(field), field)) : Optional.empty();
  }

  /** Reads a date that must be there. */
  public LocalDate neededDate(String field) {
    return date(field).orElseThrow(() -> malformed(field, "必要です"));
  }

  /** Reads a list of dates. */
  public List<LocalDate> dates(String field) {
    List<LocalDate> dates = new ArrayList<>();
    for (JsonNode value : array(field)) {
      dates.add(date(value, field));
    }
    return dates;
  }

  /** Refuses an object without the field; a null counts as none. */
  public void need(String field) {
    if (!has(field)) {
      throw malformed(field, "必要です");
    }
  }

  /** Reads a list of texts that are not empty. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(field)) {
      if (!value.isValueNode() || value.asText("").isBlank()) {
        throw malformed(field, "空でない文字の配列で指定してください");
      }
      texts.add(value.asText().strip());
    }
    return texts;
  }

  /** Reads a number of hours or credits: 0 to 9999 with two decimal places at most. */
  public Optional<BigDecimal> decimal(String field) {
    return has(field)
        ? Optional.of(decimal(node.path(field), field, BigDecimal.ZERO))
        : Optional.empty();
  }

  /** Reads a number that may be below zero: −9999 to 9999 with two decimal places at most. */
  public Optional<BigDecimal> signedDecimal(String field) {
    return has(field)
        ? Optional.of(decimal(node.path(field), field, MOST.negate()))
        : Optional.empty();
  }

  private BigDecimal decimal(JsonNode value, String field, BigDecimal least) {
    if (!value.isNumber()
        || value.decimalValue().stripTrailingZeros().scale() > 2
        || value.decimalValue().compareTo(least) < 0
        || value.decimalValue().compareTo(MOST) > 0) {
      throw malformed(field, least + "から" + MOST + "までの数（小数は2けたまで）で指定してください");
    }
    BigDecimal plain = value.decimalValue().stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** Reads a list of objects. */
  public List<Fields> objects(String field) {
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
