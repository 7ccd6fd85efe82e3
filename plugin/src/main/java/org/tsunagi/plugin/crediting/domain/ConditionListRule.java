// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tsunagi.plugin.shared.Finding;

/**
 * Looks through a condition list for what must not be asked.
 *
 * <p>Basis: 元文科初第698号 1(1) (「学校に登校する」という結果のみを目標にするのではなく); 教育機会確保法 基本指針.
 */
public final class ConditionListRule {
  private static final Pattern WISH =
      Pattern.compile(
          "((学校)?復帰|(?<!不)登校|再登校)[^。]{0,20}(意思|意志|意欲|希望|望んで|望む|目指|前提|約束)"
              + "|(意思|意志|意欲|希望|前提)[^。]{0,20}((学校)?復帰|再登校|(?<!不)登校)");
  private static final Pattern NOT_ASKED = Pattern.compile("否か|かかわらず|問わ|求めない|条件としない|前提としない");

  private ConditionListRule() {}

  /** Lists what there is to say; nothing of it refuses the list. */
  public static List<Finding> check(ConditionList list) {
    List<Finding> findings = new ArrayList<>();
    for (Condition condition : list.conditions()) {
      boolean wish =
          WISH.matcher(condition.text()).find() && !NOT_ASKED.matcher(condition.text()).find();
      if (wish && condition.required()) {
        findings.add(
            new Finding(
                "WISH_TO_RETURN",
                Finding.Severity.WARNING,
                condition.id() + "：学校にもどりたいという気持ちは、出席扱いの要件にできません。この文をはずすか、必須でない配慮事項にしてください。"));
      }
    }
    return List.copyOf(findings);
  }
}
