// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.util.List;
import org.tsunagi.plugin.shared.Finding;

/**
 * What the rules make of a plan.
 *
 * @param figures its figures
 * @param patterns the patterns, in the guide's order
 * @param category the category
 * @param viewpoints what an application must answer
 * @param credits the credits of a high school; all zero elsewhere
 * @param findings what there is to say; the codes are the flags
 */
public record PlanVerdict(
    PlanFigures figures,
    List<Pattern> patterns,
    Pattern.Category category,
    List<Viewpoint> viewpoints,
    CreditFigures credits,
    List<Finding> findings) {
  public PlanVerdict {
    patterns = List.copyOf(patterns);
    viewpoints = List.copyOf(viewpoints);
    findings = List.copyOf(findings);
  }

  /** Lists the codes of the findings, each once, in their order. */
  public List<String> flags() {
    return findings.stream().map(Finding::code).distinct().toList();
  }

  /** Tells whether a pattern holds. */
  public boolean follows(String code) {
    return patterns.stream().anyMatch(one -> one.code().equals(code));
  }
}
