// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;

/** Judges what may be done to a version of a plan. */
public final class VersionRule {
  private VersionRule() {}

  /** Allows writing where the version is not approved. */
  public static Decision write(PlanVersion version) {
    return version.open()
        ? new Decision.Granted()
        : refused("APPROVED", "承認済みの版は変えられません。「次の版の案を作る」で、新しい版に書いてください。");
  }

  /** Allows the next version where the newest is approved. */
  public static Decision begin(StoredPlan plan) {
    return plan.newest().open()
        ? refused("DRAFT_OPEN", "第%d版がまだ案です。その案に書いてください。".formatted(plan.newest().number()))
        : new Decision.Granted();
  }

  /** Allows handing in where no rule speaks against the plan. */
  public static Decision apply(PlanVersion version, PlanVerdict verdict) {
    if (!version.open()) {
      return write(version);
    }
    List<Finding> errors = errors(verdict);
    return errors.isEmpty() ? new Decision.Granted() : new Decision.Refused(errors);
  }

  /** Allows an approval that lies in the past and not after the first day. */
  public static Decision approve(
      StoredPlan plan,
      PlanVersion version,
      PlanVerdict verdict,
      PlanVersion.Approval approval,
      LocalDate today) {
    if (!version.open()) {
      return write(version);
    }
    List<Finding> findings = new ArrayList<>(errors(verdict));
    if (approval.approvedOn().isAfter(today)) {
      findings.add(error("APPROVED_LATER", "承認の日は、今日までの日にしてください。"));
    }
    findings.addAll(
        EffectRule.findings(
            Optional.of(approval.approvedOn()), Optional.of(approval.effectiveOn())));
    boolean backwards =
        plan.versions().stream()
            .flatMap(one -> one.approval().stream())
            .anyMatch(one -> !approval.effectiveOn().isAfter(one.effectiveOn()));
    if (backwards) {
      findings.add(error("EFFECT_ORDER", "始める日を、前の版の始まりより後の日にしてください。"));
    }
    return findings.isEmpty() ? new Decision.Granted() : new Decision.Refused(findings);
  }

  private static List<Finding> errors(PlanVerdict verdict) {
    return verdict.findings().stream()
        .filter(one -> one.severity() == Finding.Severity.ERROR)
        .toList();
  }

  private static Decision refused(String code, String message) {
    return new Decision.Refused(List.of(error(code, message)));
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
