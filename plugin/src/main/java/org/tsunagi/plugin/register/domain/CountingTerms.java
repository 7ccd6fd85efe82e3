// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;

/**
 * What the counting of many students shares beside their grades.
 *
 * @param codes the catalogue
 * @param facilities the facilities by id
 * @param common what holds for a school that has no terms of its own
 * @param schools the terms of schools that have their own
 * @param placedByDecision whether a credited mark that names no facility is one of the only
 *     facility at which its kind is granted that day, as in a kept register; where marks are given
 *     with their decisions (a simulation) they count as they are
 */
public record CountingTerms(
    CodeCatalogue codes,
    Map<String, Facility> facilities,
    LocalTerms common,
    Map<SchoolId, LocalTerms> schools,
    boolean placedByDecision) {
  /** Copies the maps. */
  public CountingTerms {
    facilities = Map.copyOf(facilities);
    schools = Map.copyOf(schools);
  }

  /**
   * Makes terms that are the same for every school.
   *
   * @param ictRule the rule of the establishing body; empty when it has none
   */
  public static CountingTerms of(
      CodeCatalogue codes,
      Map<String, Facility> facilities,
      String homePrefecture,
      Optional<IctRule> ictRule) {
    IctRules rules = ictRule.map(IctRules::always).orElse(IctRules.NONE);
    return new CountingTerms(
        codes, facilities, new LocalTerms(homePrefecture, rules, Map.of()), Map.of(), false);
  }

  /** Returns what a school counts by. */
  public LocalTerms at(SchoolId school) {
    return schools.getOrDefault(school, common);
  }
}
