// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.plugin.shared.JapaneseDates;

/**
 * The school years of a student that a yearly part can show.
 *
 * @param request the request
 * @param stays all stays of the student
 * @param present the school year of today
 */
public record YearLinks(PageRequest request, List<Enrolment> stays, int present) {
  /** Returns the year asked for, else this year where there is a stay in it, else the last one. */
  public int chosen() {
    Optional<String> asked = request.parameter("year");
    if (asked.isPresent()) {
      if (!asked.get().matches("(19|2\\d)\\d\\d")) {
        throw new PageNotFound();
      }
      return Integer.parseInt(asked.get());
    }
    return stays.stream()
        .mapToInt(Enrolment::schoolYear)
        .filter(year -> year <= present)
        .max()
        .orElse(present);
  }

  /** Lists the links, the oldest year first. */
  public List<Map<String, Object>> list(int chosen) {
    return stays.stream()
        .filter(stay -> stay.schoolYear() <= last())
        .sorted(Comparator.comparing(Enrolment::first))
        .collect(
            Collectors.toMap(Enrolment::schoolYear, stay -> stay, (a, b) -> b, LinkedHashMap::new))
        .values()
        .stream()
        .map(stay -> link(stay, chosen))
        .toList();
  }

  private Map<String, Object> link(Enrolment stay, int chosen) {
    String name = JapaneseDates.schoolYear(stay.schoolYear(), request.locale());
    boolean english = request.locale().getLanguage().equals("en");
    return Map.of(
        "label", stay.grade().label() + (english ? " (" + name + ")" : "（" + name + "）"),
        "current", stay.schoolYear() == chosen,
        "href", request.base().self() + "?year=" + stay.schoolYear());
  }

  /** Returns the last year shown: the present one, or the first of a child who is still to come. */
  private int last() {
    return Math.max(present, stays.stream().mapToInt(Enrolment::schoolYear).min().orElse(present));
  }
}
