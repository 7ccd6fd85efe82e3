// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.FiledDecision;
import org.tsunagi.plugin.crediting.domain.Outcome;

/**
 * The facility of a credited mark that names none: the one of the application that covers the day,
 * so that the key alone is enough where there is no doubt.
 */
final class CreditedPlaces {
  private CreditedPlaces() {}

  /** Tells whether a change may have its facility from an application. */
  static boolean lacks(MarkWriting.Wanted wanted, CodeCatalogue codes) {
    return wanted.facility().isEmpty() && credited(wanted, codes).isPresent();
  }

  private static Optional<AttendanceCode> credited(MarkWriting.Wanted wanted, CodeCatalogue codes) {
    return wanted.code().flatMap(codes::find).filter(code -> code.effect() == CodeEffect.CREDITED);
  }

  /**
   * Fills in what is lacking. A granted decision goes before others; where two facilities are left,
   * the mark stays without one and the page asks.
   */
  static List<MarkWriting.Wanted> fill(
      List<MarkWriting.Wanted> changes, CodeCatalogue codes, CreditingBook book) {
    return changes.stream()
        .map(
            one ->
                credited(one, codes)
                    .filter(code -> one.facility().isEmpty())
                    .flatMap(code -> facility(one, code, book))
                    .map(one::at)
                    .orElse(one))
        .toList();
  }

  private static Optional<String> facility(
      MarkWriting.Wanted wanted, AttendanceCode code, CreditingBook book) {
    List<CreditingDecision> covering =
        book.decisions().getOrDefault(wanted.student(), List.of()).stream()
            .map(FiledDecision::decision)
            .filter(one -> code.isOfKind(one.kind()) && one.period().contains(wanted.date()))
            .toList();
    return only(covering.stream().filter(one -> one.outcome() == Outcome.GRANTED).toList())
        .or(() -> only(covering));
  }

  private static Optional<String> only(List<CreditingDecision> decisions) {
    List<String> places =
        decisions.stream().flatMap(one -> one.facility().stream()).distinct().toList();
    return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
  }
}
