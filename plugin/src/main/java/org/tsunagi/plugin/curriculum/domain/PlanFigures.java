// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a plan; nothing of it is stored.
 *
 * @param rows the rows beside the standard
 * @param absent statutory subjects without a row
 * @param sum the units of all rows; empty where a cell is lost or no rows survive
 * @param total the declared total, else the sum; empty where neither is known
 * @param standardTotal the standard in units
 * @param standardUnitMinutes the standard unit, 45 or 50 minutes
 * @param unitMinutes the minutes of a unit of the total; empty where it is unknown
 */
public record PlanFigures(
    List<PlanRow> rows,
    List<String> absent,
    Optional<BigDecimal> sum,
    Optional<BigDecimal> total,
    Optional<BigDecimal> standardTotal,
    int standardUnitMinutes,
    Optional<Integer> unitMinutes) {
  public PlanFigures {
    rows = List.copyOf(rows);
    absent = List.copyOf(absent);
  }

  /** Returns total minus standard, in units. */
  public Optional<BigDecimal> difference() {
    return total.flatMap(units -> standardTotal.map(units::subtract));
  }

  /** Returns the difference in per cent of the standard, with one place. */
  public Optional<BigDecimal> differencePercent() {
    return difference().flatMap(units -> standardTotal.flatMap(all -> percent(units, all)));
  }

  /** Returns the minutes of a year. */
  public Optional<BigDecimal> annualMinutes() {
    return total.flatMap(units -> unitMinutes.map(BigDecimal::valueOf).map(units::multiply));
  }

  /** Returns the standard in minutes of a year. */
  public Optional<BigDecimal> standardMinutes() {
    return standardTotal.map(units -> units.multiply(BigDecimal.valueOf(standardUnitMinutes)));
  }

  /** Returns how many minutes there are above or below the standard. */
  public Optional<BigDecimal> minutesDifference() {
    return annualMinutes().flatMap(minutes -> standardMinutes().map(minutes::subtract));
  }

  /** Returns the difference of minutes in per cent of the standard, with one place. */
  public Optional<BigDecimal> minutesPercent() {
    return minutesDifference()
        .flatMap(less -> standardMinutes().flatMap(all -> percent(less, all)));
  }

  /** Returns the total in standard units, with two places at most. */
  public Optional<BigDecimal> equivalentUnits() {
    return annualMinutes()
        .map(
            minutes ->
                minutes.divide(BigDecimal.valueOf(standardUnitMinutes), 2, RoundingMode.HALF_UP));
  }

  private static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(
            part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP));
  }
}
