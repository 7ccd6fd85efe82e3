// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.plugin.shared.Finding;

/** Checks that the ledger of moved hours explains the difference of every row. */
final class TransferRule {
  private TransferRule() {}

  static List<Finding> findings(CurriculumPlan plan, PlanFigures figures) {
    if (plan.transfers().isEmpty()) {
      return List.of();
    }
    Map<String, BigDecimal> moved = new HashMap<>();
    for (CurriculumPlan.HourTransfer one : plan.transfers()) {
      moved.merge(SubjectName.plain(one.from()), one.hours().negate(), BigDecimal::add);
      moved.merge(SubjectName.plain(one.to()), one.hours(), BigDecimal::add);
    }
    List<String> wrong = new ArrayList<>();
    for (PlanRow row : figures.rows()) {
      BigDecimal told = moved.remove(SubjectName.plain(row.subject().name()));
      BigDecimal sum = told == null ? BigDecimal.ZERO : told;
      if (row.difference().map(units -> units.compareTo(sum) != 0).orElse(false)) {
        wrong.add(
            "%s（差 %s、移した時数 %s）"
                .formatted(
                    row.subject().name(),
                    HourText.signed(row.difference().orElse(BigDecimal.ZERO)),
                    HourText.signed(sum)));
      }
    }
    moved.remove("");
    moved.keySet().forEach(name -> wrong.add(name + "（表にない名前）"));
    return wrong.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "TRANSFER_UNBALANCED",
                Finding.Severity.WARNING,
                "移した時数と差が合わない教科等があります：%s。移した時数を直してください。".formatted(String.join("、", wrong))));
  }
}
