// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.domain;

import java.util.ArrayList;
import java.util.List;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.code.domain.DecisionNeed;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.Finding;

/**
 * What speaks against a word on exempt days.
 *
 * <p>Basis: 30文科初第1845号 別紙1 (校長が出席しなくてもよいと認めた日数); 学校教育法35条2項.
 */
public final class WordRule {
  private static final int LONGEST = 1000;
  private static final int LONGEST_NUMBER = 100;

  private WordRule() {}

  /** Lists everything that speaks against it; empty when nothing does. */
  public static List<Finding> check(Word word, AttendanceCode code) {
    List<Finding> findings = new ArrayList<>();
    boolean asks =
        code.decisionNeeded() == DecisionNeed.ACCEPTANCE
            || code.decisionNeeded() == DecisionNeed.ORDER;
    if (code.effect() != CodeEffect.EXEMPT || !asks) {
      findings.add(error("CODE_NEEDS_NO_WORD", "「" + code.label() + "」は、校長の確認がいらない記号です。"));
    }
    if (word.outcome() == Outcome.WAITING) {
      findings.add(error("OUTCOME", "「認める」か「認めない」のどちらかを選んでください。"));
    }
    if (word.outcome() == Outcome.REFUSED && word.reason().isBlank()) {
      findings.add(error("REASON_NEEDED", "認めないときは、理由を入れてください。"));
    }
    if (!SchoolYear.of(word.period().first()).equals(SchoolYear.of(word.period().last()))) {
      findings.add(error("DATES", "期間は年度ごとに分けてください（4月1日で区切ります）。"));
    }
    boolean order = code.decisionNeeded() == DecisionNeed.ORDER;
    boolean granted = word.outcome() == Outcome.GRANTED;
    if (order
        && granted
        && (word.order().heardOn().isEmpty() || word.order().documentOn().isEmpty())) {
      findings.add(
          error("ORDER_INCOMPLETE", "学校教育法35条の出席停止です。保護者の意見を聞いた日と、理由と期間を書いた文書を渡した日を入れてください。"));
    }
    if (order && granted && late(word)) {
      findings.add(error("ORDER_TOO_LATE", "保護者の意見を聞く日と文書を渡す日は、出席停止の初日より後にできません（35条2項「あらかじめ」）。"));
    }
    if (word.reason().length() > LONGEST
        || word.order().learningSupport().length() > LONGEST
        || word.order().documentNo().length() > LONGEST_NUMBER) {
      findings.add(error("TOO_LONG", "理由と学習の支援は1000字、文書番号は100字までにしてください。"));
    }
    return findings;
  }

  private static boolean late(Word word) {
    return word.order().heardOn().map(day -> day.isAfter(word.period().first())).orElse(false)
        || word.order().documentOn().map(day -> day.isAfter(word.period().first())).orElse(false);
  }

  /** Makes a finding that refuses. */
  public static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
