// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import org.tsunagi.plugin.crediting.IctRuleView;

/** A day-conversion rule in a sentence. */
final class RuleWords {
  private RuleWords() {}

  static String says(Texts texts, IctRuleView rule) {
    boolean month = rule.span().equals("month");
    return switch (rule.basis()) {
      case "visits" -> texts.say("facility.says.visits", rule.visitsPerMonth());
      case "minutes" ->
          texts.say(
              month ? "facility.says.minutesMonth" : "facility.says.minutes", rule.minutesPerDay());
      default -> texts.say("facility.says.both", rule.visitsPerMonth(), rule.minutesPerDay());
    };
  }
}
