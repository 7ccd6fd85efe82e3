// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.List;
import java.util.Optional;

/**
 * A list of conditions (要件) that a notice sets for a way of crediting.
 *
 * @param id its id, for example {@code B2}
 * @param title what it is called
 * @param basis the notice
 * @param stage {@code compulsory} or {@code highSchool}; empty for both
 * @param conditions its conditions, in their order
 */
public record ConditionList(
    String id, String title, String basis, String stage, List<Condition> conditions) {
  /** Copies the conditions. */
  public ConditionList {
    conditions = List.copyOf(conditions);
  }

  /** Finds a condition. */
  public Optional<Condition> find(String condition) {
    return conditions.stream().filter(one -> one.id().equals(condition)).findFirst();
  }
}
