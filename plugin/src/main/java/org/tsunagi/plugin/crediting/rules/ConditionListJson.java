// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.platform.Json;

/** Condition lists as JSON; {@code schema/condition-lists.json} describes it. */
public final class ConditionListJson {
  private ConditionListJson() {}

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
