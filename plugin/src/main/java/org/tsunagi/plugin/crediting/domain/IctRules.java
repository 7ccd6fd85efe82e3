// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The day-conversion rules of an establishing body (日数換算の規程), by the day from which each holds.
 *
 * <p>Basis: 元文科初第698号 別記2 留意事項 (換算は学校や教育委員会の規程等による).
 *
 * @param versions the rules, in any order; no two begin on the same day
 * @param evidenceNeeded whether a student none of whose marks tells of minutes or visits has
 *     nothing credited; if not, one mark is then one day
 */
public record IctRules(List<Version> versions, boolean evidenceNeeded) {
  /** No rule: one mark is one day. */
  public static final IctRules NONE = new IctRules(List.of(), false);

  /** Puts the newest first. */
  public IctRules {
    versions = versions.stream().sorted(Comparator.comparing(Version::first).reversed()).toList();
  }

  /** Returns one rule that has always held, for marks that may be silent. */
  public static IctRules always(IctRule rule) {
    return new IctRules(List.of(new Version("", LocalDate.MIN, rule)), false);
  }

  /** Finds the version in force on a day. */
  public Optional<Version> on(LocalDate date) {
    for (Version version : versions) {
      if (!version.first().isAfter(date)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /**
   * A rule with the day from which it holds.
   *
   * @param id its id, for the explanation; may be empty
   * @param first the first day
   * @param rule the rule
   */
  public record Version(String id, LocalDate first, IctRule rule) {}
}
