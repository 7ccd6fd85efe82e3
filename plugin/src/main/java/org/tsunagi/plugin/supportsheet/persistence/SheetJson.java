// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;

/** Contents as they are stored; a later reader must understand every shape ever written. */
public final class SheetJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 2;

  private SheetJson() {}

  /** Writes a content. */
  public static String write(SheetContent content) {
    ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
    ObjectNode texts = root.putObject("texts");
    content.texts().forEach(texts::put);
    ObjectNode tables = root.putObject("tables");
    content
        .tables()
        .forEach(
            (id, rows) -> {
              for (Row row : rows) {
                ObjectNode cells =
                    tables.withArray(id).addObject().put("id", row.id()).putObject("cells");
                row.cells().forEach(cells::put);
              }
            });
    return root.toString();
  }

  /** Reads what was written. */
  public static SheetContent read(String content) {
    JsonNode root = tree(content);
    if (root.path("format").asInt() < FORMAT) {
      return readFirst(root);
    }
    Map<String, List<Row>> tables = new HashMap<>();
    for (Map.Entry<String, JsonNode> table : root.path("tables").properties()) {
      List<Row> rows = new ArrayList<>();
      table
          .getValue()
          .forEach(row -> rows.add(new Row(row.path("id").asText(), texts(row.path("cells")))));
      tables.put(table.getKey(), rows);
    }
    return new SheetContent(texts(root.path("texts")), tables);
  }

  /** Writes the values of reflected places. */
  public static String writeValues(Map<String, String> values) {
    ObjectNode root = JSON.createObjectNode();
    new TreeMap<>(values).forEach(root::put);
    return root.toString();
  }

  /** Reads the values of reflected places; none where none were kept. */
  public static Map<String, String> readValues(@Nullable String values) {
    return values == null || values.isEmpty() ? Map.of() : texts(tree(values));
  }

  /** Reads 学年別A as it was written before the other parts were there. */
  private static SheetContent readFirst(JsonNode root) {
    Map<String, Integer> lines = new HashMap<>();
    List<Row> organizations = new ArrayList<>();
    for (JsonNode line : root.path("supportOrganizations")) {
      String kind = line.path("kind").asText();
      int number = lines.merge(kind, 1, Integer::sum);
      Map<String, String> cells = new HashMap<>();
      for (String column : List.of("mainSupport", "organizationName", "phone", "contactPerson")) {
        cells.put(column, line.path(column).asText());
      }
      // What the form reflects or strikes out on its own line could be typed then; it is kept
      // below.
      boolean own = number == 1 && cells.keySet().stream().noneMatch(c -> blocked(kind, c, cells));
      if (!own) {
        cells.put(Row.BELOW, kind);
      }
      organizations.add(new Row(own ? kind : kind + "-" + number, cells));
    }
    List<Row> notes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> note : root.path("monthNotes").properties()) {
      int month = YearMonth.parse(note.getKey()).getMonthValue();
      notes.add(new Row("m" + month, Map.of("note", note.getValue().asText())));
    }
    return new SheetContent(
        Map.of(
            "absenceReasons", root.path("absenceReasons").asText(),
            "handoverNotesToNextYear", root.path("handoverNotes").asText()),
        Map.of("supportOrganizations", organizations, "monthAppendedOn", notes));
  }

  private static boolean blocked(String kind, String column, Map<String, String> cells) {
    boolean reflected =
        kind.equals("school")
            ? column.equals("organizationName")
            : kind.equals("home") && !column.equals("mainSupport");
    return reflected && !cells.getOrDefault(column, "").isBlank();
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new HashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("a stored sheet can't be read", e);
    }
  }
}
