// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A version of the law's standard hours (標準授業時数) of a stage.
 *
 * @param id a stable id, for example {@code jh-2021}
 * @param stage the stage
 * @param firstYear the first school year in which all grades follow it
 * @param basis the article, table and amendment
 * @param hours per grade, counted from 1, the units of a year by subject, in the table's order
 */
public record StandardHours(
    String id,
    Stage stage,
    int firstYear,
    String basis,
    Map<Integer, Map<String, BigDecimal>> hours) {
  public StandardHours {
    Map<Integer, Map<String, BigDecimal>> copy = new TreeMap<>();
    hours.forEach(
        (grade, subjects) ->
            copy.put(grade, Collections.unmodifiableMap(new LinkedHashMap<>(subjects))));
    hours = Collections.unmodifiableMap(copy);
  }

  /** Returns the units of a year by subject; empty for a grade that has none. */
  public Map<String, BigDecimal> of(int grade) {
    return hours.getOrDefault(grade, Map.of());
  }

  /** Returns the units of a year of all subjects together. */
  public BigDecimal total(int grade) {
    return of(grade).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
