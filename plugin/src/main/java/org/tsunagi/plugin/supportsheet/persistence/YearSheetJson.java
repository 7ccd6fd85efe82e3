// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagi.plugin.supportsheet.domain.SupportOrganization;
import org.tsunagi.plugin.supportsheet.domain.YearSheetA;

/** 学年別Aシート as it is stored; a later reader must understand every shape ever written. */
public final class YearSheetJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private YearSheetJson() {}

  /** Writes a content. */
  public static String write(YearSheetA content) {
    ObjectNode root = JSON.createObjectNode().put("format", 1);
    for (SupportOrganization row : content.supportOrganizations()) {
      root.withArray("supportOrganizations")
          .addObject()
          .put("kind", row.kind().code())
          .put("mainSupport", row.mainSupport())
          .put("organizationName", row.organizationName())
          .put("phone", row.phone())
          .put("contactPerson", row.contactPerson());
    }
    root.put("absenceReasons", content.absenceReasons());
    root.put("handoverNotes", content.handoverNotes());
    ObjectNode notes = root.putObject("monthNotes");
    content.monthNotes().forEach((month, note) -> notes.put(month.toString(), note));
    return root.toString();
  }

  /** Reads what was written. */
  public static YearSheetA read(String content) {
    try {
      JsonNode root = JSON.readTree(content);
      List<SupportOrganization> rows = new ArrayList<>();
      root.path("supportOrganizations").forEach(row -> rows.add(row(row)));
      Map<YearMonth, String> notes = new TreeMap<>();
      root.path("monthNotes")
          .properties()
          .forEach(e -> notes.put(YearMonth.parse(e.getKey()), e.getValue().asText()));
      return new YearSheetA(
          rows, root.path("absenceReasons").asText(), root.path("handoverNotes").asText(), notes);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("a stored sheet can't be read", e);
    }
  }

  private static SupportOrganization row(JsonNode row) {
    return new SupportOrganization(
        SupportOrganization.Kind.find(row.path("kind").asText())
            .orElse(SupportOrganization.Kind.OTHER),
        row.path("mainSupport").asText(),
        row.path("organizationName").asText(),
        row.path("phone").asText(),
        row.path("contactPerson").asText());
  }
}
