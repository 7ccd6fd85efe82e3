// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.AttendanceCode;

/** What differs between two states of a code, field by field. */
public final class CodeDiff {
  private CodeDiff() {}

  /**
   * A field that differs.
   *
   * @param field its name in the JSON of a code
   * @param before what stood there; empty for nothing
   * @param after what stands there now
   */
  public record Field(String field, String before, String after) {}

  /** Lists the fields that differ, in the order of the JSON; every one of a new code. */
  public static List<Field> list(Optional<AttendanceCode> before, AttendanceCode after) {
    Optional<ObjectNode> old = before.map(CatalogueJson::write);
    List<Field> fields = new ArrayList<>();
    CatalogueJson.write(after)
        .properties()
        .forEach(
            entry -> {
              String was = old.map(node -> text(node.path(entry.getKey()))).orElse("");
              String is = text(entry.getValue());
              if (!was.equals(is)) {
                fields.add(new Field(entry.getKey(), was, is));
              }
            });
    return fields;
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText("").equals("null") ? "" : value.asText("");
    }
    List<String> words = new ArrayList<>();
    value.forEach(one -> words.add(one.asText()));
    return String.join("・", words);
  }
}
