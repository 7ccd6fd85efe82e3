// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.crediting.domain.AssessmentItem;
import org.tsunagi.plugin.crediting.domain.Condition;
import org.tsunagi.plugin.crediting.domain.ConditionList;

/** The condition lists and the items of 別添3 that the extension ships. */
@Component(service = ShippedConditions.class)
public class ShippedConditions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ConditionList> lists;
  private final List<AssessmentItem> items;

  /** Reads them from the bundle. */
  @Activate
  public ShippedConditions() {
    lists = new ArrayList<>();
    for (JsonNode node : read("/crediting/condition-lists.json").path("lists")) {
      lists.add(list(node));
    }
    items = new ArrayList<>();
    for (JsonNode node : read("/crediting/assessment-items.json").path("items")) {
      items.add(
          new AssessmentItem(
              text(node, "id"),
              text(node, "number"),
              text(node, "heading"),
              text(node, "text"),
              text(node, "only")));
    }
  }

  /** Lists the lists as they are shipped. */
  public List<ConditionList> lists() {
    return List.copyOf(lists);
  }

  /** Lists the items of 別添3. */
  public List<AssessmentItem> assessmentItems() {
    return List.copyOf(items);
  }

  private static ConditionList list(JsonNode node) {
    List<Condition> conditions = new ArrayList<>();
    for (JsonNode one : node.path("conditions")) {
      conditions.add(
          new Condition(
              text(one, "id"),
              text(one, "number"),
              text(one, "text"),
              one.path("required").asBoolean(),
              one.path("forAssessment").asBoolean(),
              text(one, "hint"),
              text(one, "appliesTo")));
    }
    return new ConditionList(
        text(node, "id"),
        text(node, "title"),
        text(node, "basis"),
        text(node, "stage"),
        conditions);
  }

  private static JsonNode read(String resource) {
    try (InputStream in = ShippedConditions.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the bundle: " + resource);
      }
      return JSON.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException("can't be read: " + resource, broken);
    }
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
