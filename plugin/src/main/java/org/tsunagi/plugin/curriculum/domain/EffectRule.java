// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.shared.Finding;

/**
 * Judges from when a plan may hold.
 *
 * <p>Basis: 手引き – 実施計画の変更・廃止は、あらかじめ承認を受ける（様式3・様式4・様式5）.
 */
public final class EffectRule {
  private EffectRule() {}

  /** Tells of a plan that would take effect without an approval, or before it. */
  public static List<Finding> findings(
      Optional<LocalDate> approvedOn, Optional<LocalDate> effectiveOn) {
    boolean wrong =
        effectiveOn.map(first -> approvedOn.map(first::isBefore).orElse(true)).orElse(false);
    return wrong
        ? List.of(
            new Finding(
                "UNAPPROVED_CHANGE",
                Finding.Severity.ERROR,
                "実施計画の変更には、あらかじめ承認が必要です。承認の日を書き、始める日を承認の日か、その後にしてください。"))
        : List.of();
  }
}
