// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.util.Locale;
import java.util.Map;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.watch.domain.ReasonText;
import org.tsunagi.plugin.watch.domain.WatchFinding;
import org.tsunagi.plugin.watch.domain.WatchRule;
import org.tsunagi.plugin.watch.domain.WatchSettings;
import org.tsunagi.plugin.watch.domain.WatchTask;

/**
 * The words of findings and tasks on the page.
 *
 * @param settings the settings that hold
 * @param locale the language
 */
record FindingWords(WatchSettings settings, Locale locale) {
  /** Returns the model of a finding. */
  Map<String, Object> model(WatchChild child, WatchFinding finding) {
    return Map.of(
        "rule", finding.rule().name(),
        "days", days(finding.rule()),
        "reason", ReasonText.of(finding, locale),
        "raised", JapaneseDates.dayAndWeekday(finding.raisedOn(), locale),
        "open", finding.open(),
        "fresh", child.told().contains(finding.key()));
  }

  /** Returns the number of days that a rule is called by; 0 where it has none. */
  private int days(WatchRule rule) {
    return switch (rule) {
      case CONSECUTIVE_3 -> settings.firstRun();
      case CONSECUTIVE_7 -> settings.secondRun();
      case CUMULATIVE_30 -> settings.cumulative();
      default -> 0;
    };
  }

  /** Returns the key of the words for the first step that is proposed. */
  String step(WatchRule rule) {
    return switch (rule) {
      case SAFETY, CUMULATIVE_30, BULLYING_QUESTION, CONSECUTIVE_7, CONSECUTIVE_3 ->
          "watch.step." + rule.name();
      default -> "watch.step.other";
    };
  }

  /** Returns the model of a task. */
  Map<String, Object> task(WatchTask task) {
    String weekday = JapaneseDates.weekday(task.dueOn(), locale);
    return Map.of(
        "id", task.id(),
        "version", task.version(),
        "step", task.nextStep(),
        "person", task.personId(),
        "name", task.personName(),
        "title", task.personTitle(),
        "due", task.dueOn().toString(),
        "dueText",
            task.dueOn().getMonthValue()
                + "/"
                + task.dueOn().getDayOfMonth()
                + (locale.getLanguage().equals("en") ? " (" + weekday + ")" : "（" + weekday + "）"));
  }
}
