// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tsunagi.plugin.shared.Finding;

/** Compares the standards that a school's table prints with the law's own; the law's hold. */
final class PrintedStandardRule {
  private PrintedStandardRule() {}

  static List<Finding> findings(CurriculumPlan plan, PlanFigures figures, Standards standards) {
    Optional<String> wrong =
        plan.frame().grade().isPresent()
            ? ofGrade(plan, figures)
            : ofFragment(plan, figures, standards);
    return wrong
        .map(text -> List.of(new Finding("STANDARD_MISMATCH", Finding.Severity.WARNING, text)))
        .orElse(List.of());
  }

  private static Optional<String> ofGrade(CurriculumPlan plan, PlanFigures figures) {
    String names =
        figures.rows().stream()
            .filter(row -> !row.isNew() && differs(row))
            .map(PrintedStandardRule::told)
            .collect(Collectors.joining("、"));
    Optional<BigDecimal> total = plan.declared().standardTotal();
    boolean wrongTotal =
        total.isPresent()
            && figures.standardTotal().map(one -> one.compareTo(total.get()) != 0).orElse(false);
    if (wrongTotal) {
      names += (names.isEmpty() ? "" : "、") + "合計 " + HourText.plain(total.orElseThrow());
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("表に書かれた標準が、法令の標準と違います：%s。法令の標準で比べました。".formatted(names));
  }

  private static boolean differs(PlanRow row) {
    return row.subject()
        .printedStandard()
        .flatMap(printed -> row.standard().map(own -> own.compareTo(printed) != 0))
        .orElse(false);
  }

  private static String told(PlanRow row) {
    return "%s %s（法令 %s）"
        .formatted(
            row.subject().name(),
            HourText.plain(row.subject().printedStandard().orElse(BigDecimal.ZERO)),
            HourText.plain(row.standard().orElse(BigDecimal.ZERO)));
  }

  /** A fragment names no grade: its printed standards must be those of one grade at least. */
  private static Optional<String> ofFragment(
      CurriculumPlan plan, PlanFigures figures, Standards standards) {
    List<PlanRow> printed =
        figures.rows().stream()
            .filter(row -> !row.isNew() && row.subject().printedStandard().isPresent())
            .toList();
    Optional<StandardHours> table = standards.find(plan.frame().stage(), plan.frame().schoolYear());
    boolean unknown =
        printed.isEmpty()
            || table.isEmpty()
            || table.get().hours().values().stream().anyMatch(grade -> all(printed, grade));
    return unknown
        ? Optional.empty()
        : Optional.of("表に書かれた標準の組は、どの学年の標準とも合いません。学年を選ぶと、法令の標準と比べられます。");
  }

  private static boolean all(List<PlanRow> printed, Map<String, BigDecimal> grade) {
    return printed.stream()
        .allMatch(
            row ->
                row.statutory().stream()
                        .map(name -> grade.getOrDefault(name, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(row.subject().printedStandard().orElse(BigDecimal.ZERO))
                    == 0);
  }
}
