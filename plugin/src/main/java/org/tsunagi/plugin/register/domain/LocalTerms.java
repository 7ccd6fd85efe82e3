// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.Map;
import org.tsunagi.plugin.code.domain.DatedTemplate;
import org.tsunagi.plugin.crediting.domain.IctRules;

/**
 * What one school counts and writes by.
 *
 * @param homePrefecture the school's prefecture; empty when not told
 * @param ictRules the conversion rules of its establishing body
 * @param remarkTemplates the remark templates that it, its municipality or its board set in place
 *     of the catalogue's, by code id
 */
public record LocalTerms(
    String homePrefecture, IctRules ictRules, Map<String, DatedTemplate> remarkTemplates) {
  /** Nothing is known. */
  public static final LocalTerms NONE = new LocalTerms("", IctRules.NONE, Map.of());

  /** Copies the templates. */
  public LocalTerms {
    remarkTemplates = Map.copyOf(remarkTemplates);
  }
}
