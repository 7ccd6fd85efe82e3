// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reckons a plan: figures, patterns, category, viewpoints and findings.
 *
 * <p>Basis: 学校教育法施行規則第56条（第79条、第86条、第108条で準用）, 手引き「特別な教育課程の編成」.
 */
public final class PlanRule {
  private PlanRule() {}

  /** Reckons a plan against the law's standard hours of its year. */
  public static PlanVerdict reckon(CurriculumPlan plan, Standards standards) {
    PlanFigures figures = figures(plan, standards);
    List<Pattern> patterns = patterns(plan, figures, standards);
    Pattern.Category category =
        patterns.stream().map(Pattern::category).max(Enum::compareTo).orElse(Pattern.Category.NONE);
    CreditFigures credits = CreditFigures.of(plan.subjects());
    return new PlanVerdict(
        figures,
        patterns,
        category,
        Viewpoint.list(category, plan.frame().stage()),
        credits,
        FindingRule.findings(plan, figures, patterns, credits, standards));
  }

  private static PlanFigures figures(CurriculumPlan plan, Standards standards) {
    List<PlanRow> rows = RowRule.rows(plan, standards);
    boolean whole =
        !rows.isEmpty() && rows.stream().allMatch(row -> row.subject().hours().isPresent());
    Optional<BigDecimal> sum =
        whole
            ? Optional.of(
                rows.stream()
                    .map(row -> row.subject().countedHours())
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
            : Optional.empty();
    return new PlanFigures(
        rows,
        RowRule.absent(plan, rows, standards),
        sum,
        plan.declared().total().or(() -> sum),
        standardTotal(plan, rows, standards),
        plan.frame().stage().unitMinutes(),
        unitMinutes(plan));
  }

  /** Returns the minutes of one unit of the table; a converted hour is a standard unit already. */
  private static Optional<Integer> unitMinutes(CurriculumPlan plan) {
    OptionalInt minutes = plan.units().minutes();
    return plan.units().basis() == CurriculumPlan.Basis.CONVERTED
        ? Optional.of(plan.frame().stage().unitMinutes())
        : minutes.isPresent() ? Optional.of(minutes.getAsInt()) : Optional.empty();
  }

  /**
   * Returns the law's total of the grade. Without a grade it is the sum of the printed standards
   * where there are any, else the total that all grades of the stage share.
   */
  private static Optional<BigDecimal> standardTotal(
      CurriculumPlan plan, List<PlanRow> rows, Standards standards) {
    Optional<StandardHours> table = standards.find(plan.frame().stage(), plan.frame().schoolYear());
    OptionalInt grade = plan.frame().grade();
    if (grade.isPresent()) {
      return table.map(one -> one.total(grade.getAsInt())).filter(all -> all.signum() > 0);
    }
    List<BigDecimal> printed =
        rows.stream().flatMap(row -> row.subject().printedStandard().stream()).toList();
    if (!printed.isEmpty()) {
      return Optional.of(printed.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    Set<BigDecimal> totals = new TreeSet<>();
    table.ifPresent(one -> one.hours().keySet().forEach(any -> totals.add(one.total(any))));
    return totals.size() == 1 ? totals.stream().findFirst() : Optional.empty();
  }

  private static List<Pattern> patterns(
      CurriculumPlan plan, PlanFigures figures, Standards standards) {
    Map<String, Boolean> holds =
        Map.of(
            "1", addsSubject(plan, figures),
            "2", moves(figures),
            "3", !plan.moves().isEmpty(),
            "4", figures.difference().map(units -> units.signum() < 0).orElse(false),
            "5", shortens(plan));
    return standards.patterns().stream()
        .filter(
            one ->
                holds.getOrDefault(one.code(), false)
                    || (!one.derived() && plan.patterns().contains(one.code())))
        .toList();
  }

  /** Tells whether a primary school sets up a subject; later stages may do so anyway. */
  private static boolean addsSubject(CurriculumPlan plan, PlanFigures figures) {
    return plan.frame().stage() == Stage.PRIMARY
        && figures.rows().stream()
            .filter(row -> row.isNew() || !row.subject().mergedOf().isEmpty())
            .anyMatch(row -> row.subject().countedHours().signum() > 0);
  }

  /** Tells whether one subject gives hours and another takes some. */
  private static boolean moves(PlanFigures figures) {
    boolean down = figures.rows().stream().anyMatch(row -> sign(row) < 0);
    return down && figures.rows().stream().anyMatch(row -> sign(row) > 0);
  }

  private static int sign(PlanRow row) {
    return row.difference().map(BigDecimal::signum).orElse(0);
  }

  /** Tells whether hours are counted in units shorter than the standard's. */
  static boolean shortens(CurriculumPlan plan) {
    OptionalInt minutes = plan.units().minutes();
    return plan.units().basis() != CurriculumPlan.Basis.CONVERTED
        && minutes.isPresent()
        && minutes.getAsInt() < plan.frame().stage().unitMinutes();
  }
}
