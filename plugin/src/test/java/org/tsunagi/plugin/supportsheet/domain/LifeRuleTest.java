// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;

class LifeRuleTest {
  @ParameterizedTest
  @CsvSource({
    "submit,  draft,  '',   ''",
    "submit,  review, '',   STATE",
    "submit,  final,  '',   STATE",
    "approve, review, '',   ''",
    "approve, draft,  '',   STATE",
    "return,  review, '',   REASON",
    "return,  review, 理由, ''",
    "unlock,  final,  '',   REASON",
    "unlock,  final,  理由, ''",
    "unlock,  draft,  理由, STATE",
    "void,    draft,  '',   REASON",
    "void,    draft,  理由, ''",
    "void,    final,  理由, STATE",
    "submit,  void,   '',   STATE",
  })
  void aStepIsTakenFromItsOwnStateAndSomeNeedAReason(
      String step, String state, String reason, String code) {
    Decision decision =
        LifeRule.check(Step.find(step).orElseThrow(), SheetState.find(state).orElseThrow(), reason);
    assertEquals(code, code(decision));
  }

  @ParameterizedTest
  @CsvSource({"draft, ''", "review, IN_REVIEW", "final, LOCKED", "void, VOIDED"})
  void onlyADraftIsWritten(String state, String code) {
    assertEquals(code, code(LifeRule.write(SheetState.find(state).orElseThrow())));
  }

  private static String code(Decision decision) {
    return decision instanceof Decision.Refused refused ? refused.findings().get(0).code() : "";
  }
}
