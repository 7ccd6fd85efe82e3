// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tsunagi.plugin.shared.Finding;

/**
 * Judges the hours of one child's own curriculum; it warns and never blocks.
 *
 * <p>Basis: 学校教育法施行規則第56条の2（日本語指導、年間10～280単位時間を標準）・第140条（通級による指導、平成5年文部省告示第7号：
 * 年間35～280、学習障害・注意欠陥多動性障害は10～280）; 両方のときは合計おおむね280以内.
 */
public final class ChildPlanRule {
  private static final BigDecimal LEAST = BigDecimal.TEN;
  private static final BigDecimal LEAST_RESOURCE_ROOM = BigDecimal.valueOf(35);
  private static final BigDecimal MOST = BigDecimal.valueOf(280);

  private ChildPlanRule() {}

  /**
   * The units of a year of one child.
   *
   * @param japanese Japanese-language instruction (日本語指導); 0 for none
   * @param resourceRoom resource-room instruction (通級による指導); 0 for none
   * @param fromTen whether it is for LD or ADHD, where the standard begins at 10
   */
  public record Hours(BigDecimal japanese, BigDecimal resourceRoom, boolean fromTen) {}

  /** Lists what is outside the standard. */
  public static List<Finding> findings(Hours hours) {
    List<Finding> findings = new ArrayList<>();
    BigDecimal least = hours.fromTen() ? LEAST : LEAST_RESOURCE_ROOM;
    outside(findings, "JAPANESE_HOURS", "日本語指導", hours.japanese(), LEAST);
    outside(findings, "RESOURCE_ROOM_HOURS", "通級による指導", hours.resourceRoom(), least);
    BigDecimal both = hours.japanese().add(hours.resourceRoom());
    boolean each = hours.japanese().signum() > 0 && hours.resourceRoom().signum() > 0;
    if (each && both.compareTo(MOST) > 0) {
      findings.add(
          warning(
              "TOGETHER_HOURS",
              "日本語指導と通級による指導を合わせて%s単位時間です。合計は、おおむね280単位時間以内が標準です。"
                  .formatted(HourText.plain(both))));
    }
    return findings;
  }

  private static void outside(
      List<Finding> findings, String code, String what, BigDecimal hours, BigDecimal least) {
    if (hours.signum() > 0 && (hours.compareTo(least) < 0 || hours.compareTo(MOST) > 0)) {
      findings.add(
          warning(
              code,
              "%sが年間%s単位時間です。標準は%s～280単位時間です。理由を記録しておくと安心です。"
                  .formatted(what, HourText.plain(hours), HourText.plain(least))));
    }
  }

  private static Finding warning(String code, String message) {
    return new Finding(code, Finding.Severity.WARNING, message);
  }
}
