// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.shared.Finding;

/**
 * Judges codes before they are put in force, beyond what the schema can say.
 *
 * <p>Basis: 指導要録の手引 第3章 Q14 (「出席停止」は法令による3つだけ、他は「出席停止等」).
 */
public final class CodeDraftRule {
  private static final int STATUTORY = 1;

  private final CodesInForce inForce;
  private final LocalDate first;
  private final List<Finding> findings = new ArrayList<>();

  private CodeDraftRule(CodesInForce inForce, LocalDate first) {
    this.inForce = inForce;
    this.first = first;
  }

  /**
   * Lists what there is to say about a draft; an error refuses it.
   *
   * @param codes the codes of the draft
   * @param first the first day on which they hold
   */
  public static List<Finding> check(
      CodesInForce inForce, List<AttendanceCode> codes, LocalDate first) {
    CodeDraftRule rule = new CodeDraftRule(inForce, first);
    Set<String> ids = new HashSet<>();
    for (AttendanceCode code : codes) {
      if (!ids.add(code.id())) {
        rule.error("CODE_TWICE", code, "同じ記号が2つあります。1つにしてください。");
      }
      rule.check(code);
    }
    rule.checkKeys(codes, ids);
    return List.copyOf(rule.findings);
  }

  /** Lists the codes that differ from what holds on a day; new ones too. */
  public static List<AttendanceCode> changed(
      CodesInForce inForce, List<AttendanceCode> codes, LocalDate first) {
    return codes.stream()
        .filter(code -> !inForce.catalogue().find(code.id(), first).map(code::equals).orElse(false))
        .toList();
  }

  private void check(AttendanceCode code) {
    Optional<AttendanceCode> before = inForce.catalogue().find(code.id(), first);
    if (before.isEmpty() && code.id().contains(".")) {
      error("CODE_ID_RESERVED", code, "点（.）の入った番号は、外から加えた部品の記号に使います。点のない番号にしてください。");
    }
    if (before.isPresent() && before.get().effect() != code.effect()) {
      warn("EFFECT_CHANGED", code, "1日の数え方が変わります。別の意味の記号にするときは、新しい記号を加えるほうが安全です。");
    }
    if (code.remarkTemplate().startsWith("出席停止")
        && !code.remarkTemplate().startsWith("出席停止等")
        && code.remarkOrder() != STATUTORY) {
      warn("SUSPENSION_WORD", code, "備考で「出席停止」と書けるのは法令によるものだけです。ほかは「出席停止等」としてください。");
    }
    if (!code.remarkTemplate().isEmpty() && !code.remarkTemplate().contains("{n}")) {
      warn("REMARK_WITHOUT_DAYS", code, "備考の言葉に {n} がないので、日数が入りません。");
    }
    inForce.versions(code.id()).stream()
        .map(CodeVersion::first)
        .filter(later -> later.isAfter(first))
        .min(LocalDate::compareTo)
        .ifPresent(
            later ->
                add(
                    Finding.Severity.NOTICE,
                    "LATER_VERSION",
                    code,
                    later + " からは、先に有効にした版のとおりになります。"));
  }

  /** Two codes under one key, or with one sign, are told apart by nobody. */
  private void checkKeys(List<AttendanceCode> codes, Set<String> ids) {
    List<AttendanceCode> others = new ArrayList<>();
    for (AttendanceCode one : inForce.catalogue().list(first)) {
      if (!ids.contains(one.id())) {
        others.add(one);
      }
    }
    for (AttendanceCode code : codes) {
      for (AttendanceCode other : others) {
        if (!code.key().isEmpty() && code.key().equalsIgnoreCase(other.key())) {
          warn("KEY_TAKEN", code, "キー「" + code.key() + "」は「" + other.label() + "」が使っています。");
        }
        if (code.glyph().equals(other.glyph()) && code.family() == other.family()) {
          warn("GLYPH_TAKEN", code, "「" + other.label() + "」と同じ字と色です。見分けられるようにしてください。");
        }
      }
      others.add(code);
    }
  }

  private void error(String finding, AttendanceCode code, String message) {
    add(Finding.Severity.ERROR, finding, code, message);
  }

  private void warn(String finding, AttendanceCode code, String message) {
    add(Finding.Severity.WARNING, finding, code, message);
  }

  private void add(Finding.Severity severity, String finding, AttendanceCode code, String message) {
    findings.add(new Finding(finding, severity, code.id() + "：" + message));
  }
}
