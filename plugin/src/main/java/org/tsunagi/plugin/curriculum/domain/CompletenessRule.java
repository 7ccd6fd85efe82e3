// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.util.ArrayList;
import java.util.List;
import org.tsunagi.plugin.shared.Finding;

/** Lists what an application still lacks; it does not judge how good a text is. */
public final class CompletenessRule {
  private CompletenessRule() {}

  /** Lists the viewpoints that are not answered yet. */
  public static List<Viewpoint> open(CurriculumPlan plan, PlanVerdict verdict) {
    return verdict.viewpoints().stream()
        .filter(one -> plan.viewpoints().getOrDefault(one, "").isBlank())
        .toList();
  }

  /** Lists everything that is to be written before the plan is handed in. */
  public static List<Finding> missing(CurriculumPlan plan, PlanVerdict verdict) {
    List<Finding> missing = new ArrayList<>();
    for (Viewpoint one : open(plan, verdict)) {
      missing.add(warning("VIEWPOINT_OPEN", "審査の観点「%s」を書いてください。".formatted(one.title())));
    }
    for (PlanRow row : verdict.figures().rows()) {
      if (row.atZero()
          && row.subject().contentPlace().isBlank()
          && !mergedElsewhere(row, verdict)) {
        missing.add(
            warning(
                "CONTENT_PLACE_OPEN",
                "%sは0時間です。内容をどこで扱うかを書いてください。".formatted(row.subject().name())));
      }
      if (row.subject().has(PlanSubject.Mark.NEW) && row.subject().aims().isBlank()) {
        missing.add(
            warning("AIMS_OPEN", "新設の「%s」の、目標・内容・必要性を書いてください。".formatted(row.subject().name())));
      }
    }
    if (verdict.category() == Pattern.Category.B && plan.aim().circumstances().isBlank()) {
      missing.add(warning("CIRCUMSTANCES_OPEN", "内容や時間を減らす特別な事情を書いてください。"));
    }
    if (plan.units().minutes().isEmpty()) {
      missing.add(warning("UNIT_OPEN", "1単位時間が何分かを書いてください。"));
    }
    return missing;
  }

  private static boolean mergedElsewhere(PlanRow row, PlanVerdict verdict) {
    String name = SubjectName.plain(row.subject().name());
    return verdict.figures().rows().stream()
        .flatMap(one -> one.subject().mergedOf().stream())
        .anyMatch(part -> SubjectName.plain(part).equals(name));
  }

  private static Finding warning(String code, String message) {
    return new Finding(code, Finding.Severity.WARNING, message);
  }
}
