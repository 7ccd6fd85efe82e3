// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.plugin.shared.LocalScope;

/**
 * A version of a section that a school, a municipality or the installation adds to the form.
 *
 * @param scope for whom
 * @param section the section's id within that scope
 * @param version its number, from 1
 * @param part the part to which it is added
 * @param first the first day on which it holds
 * @param body the section as JSON; empty where it is withdrawn
 */
public record FormAddition(
    LocalScope scope, String section, int version, SheetKind part, LocalDate first, String body) {
  private static final Comparator<FormAddition> OLDEST_FIRST =
      Comparator.comparing(FormAddition::first).thenComparing(FormAddition::version);

  /** Lists those that hold on a day, the larger scope first. */
  public static List<FormAddition> inForce(List<FormAddition> all, SheetKind part, LocalDate on) {
    Map<String, FormAddition> newest = new LinkedHashMap<>();
    all.stream()
        .filter(one -> !one.first.isAfter(on))
        .sorted(OLDEST_FIRST)
        .forEach(one -> newest.put(one.origin() + "/" + one.section, one));
    List<FormAddition> holding = new ArrayList<>(newest.values());
    holding.removeIf(one -> one.body.isEmpty() || one.part != part);
    holding.sort(
        Comparator.comparing(FormAddition::scope).reversed().thenComparing(FormAddition::section));
    return holding;
  }

  /** Says who added it, for example {@code school:sch-kaede}. */
  public String origin() {
    return scope.id().isEmpty() ? scope.kind().code() : scope.kind().code() + ":" + scope.id();
  }
}
