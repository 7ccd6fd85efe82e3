// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tsunagi.plugin.shared.Finding;

/**
 * Checks an entry of evidence.
 *
 * <p>Basis: 元文科初第698号 別記2 2(3)・2(5), 別紙4 (対面指導を行う者).
 */
public final class EvidenceRule {
  /** The parts a visitor may have; empty where none is told. */
  public static final Set<String> ROLES =
      Set.of("", "teacher", "counselor", "socialWorker", "centerStaff", "volunteer", "other");

  private EvidenceRule() {}

  /**
   * Lists what hinders an entry.
   *
   * @param enrolled whether the student is at a school that day
   * @param facilityKnown whether the facility exists, or none is named
   */
  public static List<Finding> check(
      EvidenceEntry entry, boolean enrolled, boolean facilityKnown, LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    if (!enrolled) {
      findings.add(error("OUTSIDE_STAY", "この日は在籍していません。日付か名簿を確かめてください。"));
    }
    if (entry.on().isAfter(today)) {
      findings.add(error("FUTURE_DAY", "まだ来ていない日の記録は書けません。今日までの日にしてください。"));
    }
    if (entry.minutes().isPresent()
        && (entry.minutes().getAsInt() < 0 || entry.minutes().getAsInt() > 1440)) {
      findings.add(error("MINUTES", "学習の分数は0から1440までにしてください。"));
    }
    if (!ROLES.contains(entry.role())) {
      findings.add(
          error(
              "ROLE",
              "role は teacher・counselor・socialWorker・centerStaff・volunteer・other のどれかにしてください。"));
    }
    if (entry.kind() == EvidenceKind.VISIT && entry.who().isBlank()) {
      findings.add(error("WHO_NEEDED", "対面指導をした人を入れてください。"));
    }
    if (!facilityKnown
        || (entry.kind() == EvidenceKind.FACILITY_DAY && entry.facility().isEmpty())) {
      findings.add(error("UNKNOWN_FACILITY", "施設を、施設の一覧から選んでください。"));
    }
    if (entry.content().length() > 2000 || entry.who().length() > 300) {
      findings.add(error("TOO_LONG", "文字が多すぎます。内容は2000字、人は300字までです。"));
    }
    return findings;
  }

  /** Lists what hinders the voiding of something. */
  public static List<Finding> checkVoiding(String reason, String voidedBefore) {
    if (!voidedBefore.isEmpty()) {
      return List.of(error("VOIDED", "すでに取り消されています。"));
    }
    if (reason.isBlank() || reason.length() > 1000) {
      return List.of(error("REASON_NEEDED", "取り消す理由を、1000字までで入れてください。"));
    }
    return List.of();
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
