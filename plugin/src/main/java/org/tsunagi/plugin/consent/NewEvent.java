// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.plugin.consent.domain.BasisRule;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Kind;
import org.tsunagi.plugin.consent.domain.ConsentRule;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.LegalBasis;
import org.tsunagi.plugin.consent.domain.SharedPart;

/**
 * An event before it is numbered and signed.
 *
 * @param kind what happened
 * @param on the day
 * @param items what it is about
 * @param note what was said
 * @param facts more about it
 * @param shown the content it is about; empty where there is none
 */
record NewEvent(
    Kind kind,
    LocalDate on,
    List<String> items,
    String note,
    Map<String, String> facts,
    List<SharedPart> shown) {
  static NewEvent based(LegalBasis basis, BasisRule.Wanted wanted, LocalDate today) {
    Map<String, String> facts = new HashMap<>();
    facts.put("rule", basis.id());
    facts.put("article", basis.law() + basis.article());
    facts.put("obstacle", wanted.obstacle());
    facts.put("harmNote", wanted.harmNote());
    wanted.boardOn().ifPresent(on -> facts.put("boardOn", on.toString()));
    facts.put("boardWith", wanted.boardWith());
    List<String> items = wanted.scope().stream().map(ItemGroup::text).toList();
    return new NewEvent(Kind.BASIS, today, items, wanted.reason(), facts, List.of());
  }

  static NewEvent answered(Kind kind, ConsentRule.Answer answer, List<SharedPart> agreed) {
    Map<String, String> facts = new HashMap<>();
    facts.put("person", answer.person());
    facts.put("relation", answer.relation());
    facts.put("how", answer.how());
    if (kind == Kind.GIVEN) {
      answer.until().ifPresent(until -> facts.put("until", until.toString()));
    }
    List<String> items =
        kind == Kind.GIVEN ? answer.agreed().stream().map(ItemGroup::text).toList() : List.of();
    return new NewEvent(kind, answer.on(), items, answer.note(), facts, agreed);
  }
}
