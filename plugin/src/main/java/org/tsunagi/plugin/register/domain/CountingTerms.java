// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.IctRule;

/**
 * What the counting of many students shares beside their grades.
 *
 * @param codes the catalogue
 * @param facilities the facilities by id
 * @param homePrefecture the school's prefecture; empty when not told
 * @param ictRule the rule of the establishing body; empty when it has none, then one mark is one
 *     day
 */
public record CountingTerms(
    CodeCatalogue codes,
    Map<String, Facility> facilities,
    String homePrefecture,
    Optional<IctRule> ictRule) {
  public CountingTerms {
    facilities = Map.copyOf(facilities);
  }
}
