// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A row of a plan beside the law's standard.
 *
 * @param subject the row as written
 * @param statutory the statutory subjects it stands for: one, several when merged, none when new
 * @param standard their standard units in the grade; empty where nothing can be compared
 * @param abbreviated whether an abbreviation was read as a statutory subject
 */
public record PlanRow(
    PlanSubject subject,
    List<String> statutory,
    Optional<BigDecimal> standard,
    boolean abbreviated) {
  public PlanRow {
    statutory = List.copyOf(statutory);
  }

  /** Returns units above (+) or below (−) the standard; empty for a lost cell or an inner row. */
  public Optional<BigDecimal> difference() {
    return subject.insideOf().isEmpty()
        ? subject.hours().flatMap(hours -> standard.map(hours::subtract))
        : Optional.empty();
  }

  /** Tells whether the standard asks for hours and the plan has none. */
  public boolean atZero() {
    return standard.map(hours -> hours.signum() > 0).orElse(false)
        && subject.insideOf().isEmpty()
        && subject.hours().map(hours -> hours.signum() == 0).orElse(false);
  }

  /** Tells whether it is no statutory subject. */
  public boolean isNew() {
    return statutory.isEmpty();
  }
}
