// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;

/**
 * A day-conversion rule as an establishing body made it.
 *
 * @param id its id
 * @param scope for whom it holds
 * @param first the first day
 * @param rule the rule
 * @param name what it is called
 * @param wording its text
 */
public record StoredIctRule(
    String id, Scope scope, LocalDate first, IctRule rule, String name, String wording) {
  /**
   * For whom a rule holds.
   *
   * @param level {@code installation}, {@code municipality} or {@code school}
   * @param school the school's id; empty for the other levels
   * @param prefecture the prefecture of the municipality; empty for the other levels
   * @param municipality the municipality; empty for the other levels
   */
  public record Scope(String level, String school, String prefecture, String municipality) {
    /** Returns how near it is to a school: 0 is the school itself. */
    public int distance() {
      return level.equals("school") ? 0 : level.equals("municipality") ? 1 : 2;
    }
  }
}
