// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.AttendanceCode;

/**
 * Finds the decision behind a day of learning elsewhere (出席扱い).
 *
 * <p>Basis: 元文科初第698号 別記1・別記2 (校長は指導要録上出席扱いとすることができる): without a granted decision that covers
 * student, kind, place and date no day is credited.
 */
public final class CreditingRules {
  private static final Comparator<CreditingDecision> FIRST_WINS =
      Comparator.comparing(CreditingDecision::outcome)
          .thenComparing(decision -> decision.period().first())
          .thenComparing(decision -> decision.period().last())
          .thenComparing(CreditingDecision::id);

  private CreditingRules() {}

  /**
   * Finds the decision that speaks of a day: the granted one if there is one, else a refused or a
   * waiting one. The order of the list does not matter.
   *
   * @param facility the facility at which the student was; empty when not told
   * @param stay the stay in which the day lies
   */
  public static Optional<CreditingDecision> find(
      List<CreditingDecision> decisions,
      AttendanceCode code,
      String facility,
      LocalDate date,
      String stay) {
    CreditingDecision best = null;
    for (CreditingDecision decision : decisions) {
      if (speaksOf(decision, code, facility, date, stay)
          && (best == null || FIRST_WINS.compare(decision, best) < 0)) {
        best = decision;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Finds the place of a mark that names none: the one facility at which its kind is granted on the
   * day. Where a granted decision needs no facility, or several name one, there is none.
   */
  public static Optional<String> place(
      List<CreditingDecision> decisions, AttendanceCode code, LocalDate date, String stay) {
    List<Optional<String>> places =
        decisions.stream()
            .filter(one -> one.outcome() == Outcome.GRANTED)
            .filter(one -> isOf(one, code, stay) && one.period().contains(date))
            .map(CreditingDecision::facility)
            .distinct()
            .toList();
    return places.size() == 1 ? places.get(0) : Optional.empty();
  }

  /** Tells why no granted decision speaks of a day. */
  public static CreditingGap gap(
      List<CreditingDecision> decisions,
      AttendanceCode code,
      String facility,
      LocalDate date,
      String stay) {
    List<CreditingDecision> ofKind =
        decisions.stream().filter(one -> isOf(one, code, stay)).toList();
    Optional<CreditingDecision> found = find(ofKind, code, facility, date, stay);
    if (found.isPresent()) {
      return standing(found.get(), ofKind);
    }
    List<CreditingDecision> thatDay =
        ofKind.stream().filter(one -> one.period().contains(date)).sorted(FIRST_WINS).toList();
    if (thatDay.stream().anyMatch(one -> one.outcome() == Outcome.GRANTED)) {
      return facility.isEmpty() ? CreditingGap.PLACE_OPEN : CreditingGap.OTHER_PLACE;
    }
    if (facility.isEmpty() && !thatDay.isEmpty()) {
      return standing(thatDay.get(0), ofKind);
    }
    if (ofKind.stream().anyMatch(one -> isGrantedAt(one, facility))) {
      return CreditingGap.OTHER_DAYS;
    }
    return decisions.stream()
            .filter(one -> one.outcome() == Outcome.GRANTED && isOfStay(one, stay))
            .anyMatch(one -> one.period().contains(date))
        ? CreditingGap.OTHER_KIND
        : CreditingGap.NO_APPLICATION;
  }

  /** A waiting day of an application that was granted lies outside the granted days. */
  private static CreditingGap standing(CreditingDecision one, List<CreditingDecision> ofKind) {
    if (one.outcome() == Outcome.REFUSED) {
      return CreditingGap.REFUSED;
    }
    boolean decided =
        ofKind.stream()
            .anyMatch(other -> other.id().equals(one.id()) && other.outcome() == Outcome.GRANTED);
    return decided ? CreditingGap.OTHER_DAYS : CreditingGap.UNDECIDED;
  }

  private static boolean isGrantedAt(CreditingDecision one, String facility) {
    return one.outcome() == Outcome.GRANTED
        && (facility.isEmpty()
            || one.facility().isEmpty()
            || one.facility().get().equals(facility));
  }

  private static boolean isOf(CreditingDecision one, AttendanceCode code, String stay) {
    return code.isOfKind(one.kind()) && isOfStay(one, stay);
  }

  private static boolean isOfStay(CreditingDecision one, String stay) {
    return one.stay().isEmpty() || one.stay().get().equals(stay);
  }

  private static boolean speaksOf(
      CreditingDecision decision,
      AttendanceCode code,
      String facility,
      LocalDate date,
      String stay) {
    return isOf(decision, code, stay)
        && decision.period().contains(date)
        && (decision.facility().isEmpty() || decision.facility().get().equals(facility));
  }
}
