// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.crediting.ShippedConditions;

class ConditionListRuleTest {
  private static List<String> codes(String text, boolean required) {
    Condition condition = new Condition("X-1", "(1)", text, required, false, "", "");
    ConditionList list = new ConditionList("X", "試し", "要綱", "", List.of(condition));
    return ConditionListRule.check(list).stream().map(one -> one.code()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "学校復帰の意思があること。,true,true",
    "本人が登校を希望していること。,true,true",
    "学校への復帰を前提とした支援であること。,true,true",
    "再登校の意欲が認められること。,true,true",
    "学校復帰の意思があること。,false,false",
    "登校を希望しているか否かにかかわらず、支援が行われていること。,true,false",
    "保護者と学校との間に十分な連携・協力関係が保たれていること。,true,false"
  })
  void wishToReturnIsNeverACondition(String text, boolean required, boolean told) {
    assertEquals(told ? List.of("WISH_TO_RETURN") : List.of(), codes(text, required));
  }

  @Test
  void noShippedListAsksForTheWish() {
    for (ConditionList list : new ShippedConditions().lists()) {
      assertEquals(List.of(), ConditionListRule.check(list), list.id());
    }
  }
}
