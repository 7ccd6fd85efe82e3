// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Turns an application with its newest decision into what counting reads: granted ranges, and the
 * rest of the period, which waits. Where nothing is decided all of it waits; where it was refused
 * or taken back, none of it is credited.
 *
 * <p>Basis: 元文科初第698号 別記1・別記2: without a granted decision no day is credited.
 */
public final class FilingRule {
  private FilingRule() {}

  /**
   * Lists the decisions of an application, by their days.
   *
   * @param id the application's id
   * @param kind the application's kind
   * @param facility the application's facility; empty when it names none
   * @param period the application's days
   * @param outcome the newest decision's outcome; empty while there is none
   * @param ranges the newest decision's days, without overlap
   * @param decidedOn when it was decided
   */
  public static List<CreditingDecision> decisions(
      String id,
      String kind,
      String facility,
      DateRange period,
      Optional<DecisionOutcome> outcome,
      List<DateRange> ranges,
      Optional<LocalDate> decidedOn) {
    Optional<String> at = facility.isEmpty() ? Optional.empty() : Optional.of(facility);
    List<CreditingDecision> all = new ArrayList<>();
    if (outcome.equals(Optional.of(DecisionOutcome.GRANTED))) {
      List<DateRange> granted =
          ranges.stream().sorted(Comparator.comparing(DateRange::first)).toList();
      for (DateRange range : granted) {
        all.add(decision(id, kind, at, range, Outcome.GRANTED, decidedOn));
      }
      for (DateRange rest : rest(period, granted)) {
        all.add(decision(id, kind, at, rest, Outcome.WAITING, Optional.empty()));
      }
    } else {
      boolean open = outcome.isEmpty() || outcome.equals(Optional.of(DecisionOutcome.WAITING));
      Outcome stands = open ? Outcome.WAITING : Outcome.REFUSED;
      all.add(decision(id, kind, at, period, stands, open ? Optional.empty() : decidedOn));
    }
    return all;
  }

  private static CreditingDecision decision(
      String id,
      String kind,
      Optional<String> facility,
      DateRange period,
      Outcome outcome,
      Optional<LocalDate> decidedOn) {
    return new CreditingDecision(id, kind, facility, period, outcome, decidedOn, Optional.empty());
  }

  private static List<DateRange> rest(DateRange period, List<DateRange> granted) {
    List<DateRange> rest = new ArrayList<>();
    LocalDate from = period.first();
    for (DateRange range : granted) {
      if (range.first().isAfter(from)) {
        rest.add(new DateRange(from, range.first().minusDays(1)));
      }
      LocalDate next = range.last().plusDays(1);
      from = next.isAfter(from) ? next : from;
    }
    if (!from.isAfter(period.last())) {
      rest.add(new DateRange(from, period.last()));
    }
    return rest;
  }
}
