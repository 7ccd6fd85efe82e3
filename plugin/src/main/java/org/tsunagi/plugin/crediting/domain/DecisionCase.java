// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Everything a decision on an application is held against.
 *
 * @param application the application
 * @param highSchool whether the student is in the high-school stage
 * @param list the condition list; empty where the school has none for the kind
 * @param entries the newest entry of each condition
 * @param facility the facility; empty when the application names none
 * @param talks the talks with the board
 * @param stays the days of the student's stays at the school
 * @param visits the days of face-to-face guidance on file
 * @param learningMonths the months with a mark of learning of this kind
 * @param facilityDecisions the granted days of the student's decisions on facilities (別記1)
 * @param today today
 */
public record DecisionCase(
    CreditingApplication application,
    boolean highSchool,
    Optional<ConditionList> list,
    List<ConditionEntry> entries,
    Optional<FacilityEntry> facility,
    List<Consultation> talks,
    List<DateRange> stays,
    Set<LocalDate> visits,
    Set<YearMonth> learningMonths,
    List<DateRange> facilityDecisions,
    LocalDate today) {
  /** Tells whether the guidance is a private body's. */
  public boolean isPrivate() {
    return facility.map(FacilityEntry::isPrivate).orElse(application.content().kind().equals("6"));
  }

  /** Tells whether somebody found a condition met. */
  public boolean met(String condition) {
    return entries.stream().anyMatch(one -> one.condition().equals(condition) && one.met());
  }

  /** Tells whether somebody looked at a condition and found it met or not. */
  public boolean looked(String condition) {
    return entries.stream().anyMatch(one -> one.condition().equals(condition));
  }

  /** Returns the conditions of the list that hold for this application. */
  public List<Condition> conditions() {
    return list.map(ConditionList::conditions).orElse(List.of()).stream()
        .filter(one -> !one.appliesTo().equals(isPrivate() ? "public" : "private"))
        .toList();
  }

  /** Tells in one line which list was read and what was found. */
  public String conditionsUsed() {
    Map<String, ConditionEntry> newest =
        entries.stream()
            .collect(Collectors.toMap(ConditionEntry::condition, one -> one, (a, b) -> a));
    return list.map(ConditionList::id).orElse("")
        + conditions().stream()
            .map(
                one ->
                    " "
                        + one.id()
                        + "="
                        + Optional.ofNullable(newest.get(one.id()))
                            .map(entry -> (entry.met() ? "met" : "notMet") + "#" + entry.entry())
                            .orElse("open"))
            .collect(Collectors.joining());
  }
}
