// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.Map;

/**
 * What is special about conditions, told by their stable ids; a local list that keeps an id keeps
 * its part.
 *
 * <p>Basis: 元文科初第698号 別記1 2(2), 別記2 2(3); 指導要録の手引 第3章 Q14(3)イ.
 */
public enum ConditionRole {
  /** Holds by itself. */
  PLAIN,
  /** Holds where a public body runs the facility. */
  PUBLIC_BODY,
  /** Holds where a private body runs it. */
  PRIVATE_BODY,
  /** Is held against the visits of each month. */
  MONTHLY_VISITS,
  /** Is one of several of which one is enough. */
  ONE_OF;

  private static final Map<String, ConditionRole> ROLES =
      Map.of(
          "B1-2a", PUBLIC_BODY,
          "B1-2b", PRIVATE_BODY,
          "B1-2c", PRIVATE_BODY,
          "B2-3", MONTHLY_VISITS,
          "CT-1", ONE_OF,
          "CT-2", ONE_OF,
          "CT-3", ONE_OF,
          "CT-4", ONE_OF);

  /** Returns the part of a condition. */
  public static ConditionRole of(ConditionList.Condition condition) {
    return ROLES.getOrDefault(condition.id(), PLAIN);
  }
}
