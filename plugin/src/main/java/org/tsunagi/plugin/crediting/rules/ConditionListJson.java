// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.platform.BundleFiles;
import org.tsunagi.plugin.platform.Json;

/** Condition lists as JSON; {@code schema/condition-lists.json} describes it. */
public final class ConditionListJson {
  private static final String SHIPPED = "crediting/condition-lists.json";

  private ConditionListJson() {}

  /** Reads the lists that the extension ships. */
  public static List<ConditionList> readShipped() {
    Optional<InputStream> file = BundleFiles.open(SHIPPED);
    if (file.isEmpty()) {
      return List.of();
    }
    List<ConditionList> lists = new ArrayList<>();
    try (InputStream in = file.get()) {
      for (JsonNode node : Json.MAPPER.readTree(in).path("lists")) {
        lists.add(read(node));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("the shipped condition lists can't be read", broken);
    }
    return List.copyOf(lists);
  }

  /**
   * Reads one list.
   *
   * @throws IllegalArgumentException where it is incomplete or contradicts itself
   */
  public static ConditionList read(JsonNode node) {
    try {
      return Json.MAPPER.treeToValue(node, ConditionList.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("no condition list", broken);
    }
  }

  /** Reads the text of one list. */
  public static ConditionList read(String text) {
    try {
      return read(Json.MAPPER.readTree(text));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("no condition list", broken);
    }
  }

  /** Writes one list. */
  public static JsonNode write(ConditionList list) {
    return Json.MAPPER.valueToTree(list);
  }
}
