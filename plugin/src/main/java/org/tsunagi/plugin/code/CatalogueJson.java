// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/**
 * Reads and writes a catalogue of attendance codes as JSON; {@code schema/attendance-codes.json}
 * describes it.
 */
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
      codes.add(read(node));
    }
    return new CodeCatalogue(codes);
  }

  /** Writes codes as {@code {"codes":[…]}}, in their order; {@link #read} reads the same again. */
  public static ObjectNode write(List<AttendanceCode> codes) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode all = root.putArray("codes");
    codes.forEach(code -> all.add(write(code)));
    return root;
  }

  /** Writes one code. */
  public static ObjectNode write(AttendanceCode code) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", code.id()).put("label", code.label()).put("shortLabel", code.shortLabel());
    node.put("glyph", code.glyph()).put("family", code.family().code()).put("key", code.key());
    node.put("effect", code.effect().code()).put("sheetRow", code.sheetRow());
    node.put("kind", code.kind());
    ArrayNode counts = node.putArray("counts");
    code.counts().stream().sorted().forEach(count -> counts.add(count.code()));
    node.put("remarkOrder", code.remarkOrder()).put("remarkTemplate", code.remarkTemplate());
    node.put("defaultDetail", code.defaultDetail());
    node.put("decisionNeeded", code.decisionNeeded().code());
    ArrayNode roles = node.putArray("roles");
    code.roles().forEach(roles::add);
    node.put("firstSchoolYear", code.firstSchoolYear());
    if (code.lastSchoolYear().isPresent()) {
      node.put("lastSchoolYear", code.lastSchoolYear().getAsInt());
    } else {
      node.putNull("lastSchoolYear");
    }
    node.put("restricted", code.restricted()).put("basis", code.basis());
    return node;
  }

  /**
   * Reads one code.
   *
   * @throws IllegalArgumentException where it is incomplete or contradicts itself
   */
  public static AttendanceCode read(JsonNode node) {
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
        node.path("restricted").asBoolean(),
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
