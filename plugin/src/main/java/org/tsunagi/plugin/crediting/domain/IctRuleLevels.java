// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the rules on file a school counts by: its own from the day it has one, before that its
 * municipality's, before that the installation's.
 *
 * <p>Basis: 元文科初第698号 別記2 留意事項 (学校や教育委員会が…規程等を作成して判断する).
 */
public final class IctRuleLevels {
  private IctRuleLevels() {}

  /**
   * Joins the rules that reach one school.
   *
   * @param rules the rules of the school, its municipality and the installation, in any order; of
   *     two of one level that begin on one day the one with the greater id holds
   */
  public static List<StoredIctRule> join(List<StoredIctRule> rules) {
    List<StoredIctRule> joined = new ArrayList<>();
    Optional<LocalDate> taken = Optional.empty();
    for (int distance = 0; distance <= 2; distance++) {
      Optional<LocalDate> before = taken;
      for (StoredIctRule rule : ofLevel(rules, distance)) {
        boolean free = before.map(day -> rule.first().isBefore(day)).orElse(true);
        boolean first = joined.stream().noneMatch(one -> one.first().equals(rule.first()));
        if (free && first) {
          joined.add(rule);
          taken =
              taken.filter(day -> day.isBefore(rule.first())).or(() -> Optional.of(rule.first()));
        }
      }
    }
    return joined;
  }

  private static List<StoredIctRule> ofLevel(List<StoredIctRule> rules, int distance) {
    return rules.stream()
        .filter(rule -> rule.scope().distance() == distance)
        .sorted(
            Comparator.comparing(StoredIctRule::first)
                .thenComparing(Comparator.comparing(StoredIctRule::id).reversed()))
        .toList();
  }

  /** Finds the rule in force on a day among joined rules. */
  public static Optional<StoredIctRule> on(List<StoredIctRule> joined, LocalDate date) {
    return joined.stream()
        .filter(rule -> !rule.first().isAfter(date))
        .max(Comparator.comparing(StoredIctRule::first));
  }

  /** Returns the rules by which is counted; a rule on file needs evidence. */
  public static IctRules rules(List<StoredIctRule> joined) {
    return new IctRules(
        joined.stream()
            .map(rule -> new IctRules.Version(rule.id(), rule.first(), rule.rule()))
            .toList(),
        true);
  }
}
