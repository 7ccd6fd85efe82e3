// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeCount;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.code.domain.CodeFamily;
import org.tsunagi.plugin.code.domain.DecisionNeed;

/** Reads a catalogue of attendance codes from JSON. */
public final class CatalogueJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CatalogueJson() {}

  /**
   * Reads a catalogue.
   *
   * @throws IOException where it is not JSON
   * @throws IllegalArgumentException where a code is incomplete or contradicts itself
   */
  public static CodeCatalogue read(InputStream in) throws IOException {
    List<AttendanceCode> codes = new ArrayList<>();
    for (JsonNode node : JSON.readTree(in).path("codes")) {
      codes.add(code(node));
    }
    return new CodeCatalogue(codes);
  }

  private static AttendanceCode code(JsonNode node) {
    JsonNode last = node.path("lastSchoolYear");
    return new AttendanceCode(
        text(node, "id"),
        text(node, "label"),
        text(node, "shortLabel"),
        text(node, "glyph"),
        known(CodeFamily.find(text(node, "family")), node),
        text(node, "key"),
        known(CodeEffect.find(text(node, "effect")), node),
        node.path("sheetRow").asInt(),
        text(node, "kind"),
        counts(node),
        node.path("remarkOrder").asInt(),
        text(node, "remarkTemplate"),
        text(node, "defaultDetail"),
        known(DecisionNeed.find(text(node, "decisionNeeded")), node),
        roles(node),
        node.path("firstSchoolYear").asInt(),
        last.isInt() ? OptionalInt.of(last.asInt()) : OptionalInt.empty(),
        text(node, "basis"));
  }

  private static Set<CodeCount> counts(JsonNode node) {
    Set<CodeCount> counts = EnumSet.noneOf(CodeCount.class);
    for (JsonNode count : node.path("counts")) {
      counts.add(known(CodeCount.find(count.asText()), node));
    }
    return counts;
  }

  private static List<String> roles(JsonNode node) {
    List<String> roles = new ArrayList<>();
    node.path("roles").forEach(role -> roles.add(role.asText()));
    return roles;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private static <T> T known(Optional<T> value, JsonNode node) {
    return value.orElseThrow(
        () -> new IllegalArgumentException("unknown word in the code " + text(node, "id")));
  }
}
