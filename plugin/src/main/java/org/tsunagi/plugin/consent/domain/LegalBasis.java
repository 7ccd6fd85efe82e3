// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A basis other than consent, as the law in force on a day words it.
 *
 * @param id its id, for example {@code P1}
 * @param firstOn the first day of this wording
 * @param lastOn the last day; empty while in force
 * @param from the establishing bodies of the school that hands over
 * @param toKinds the kinds of recipients
 * @param toBodies the establishing bodies of recipients
 * @param law the law
 * @param article the article
 * @param words the words of the article that matter
 * @param effort whether efforts to get consent have to be on record first
 * @param board whether the board has to be asked first
 */
public record LegalBasis(
    String id,
    LocalDate firstOn,
    Optional<LocalDate> lastOn,
    Set<String> from,
    Set<String> toKinds,
    Set<String> toBodies,
    String law,
    String article,
    String words,
    boolean effort,
    boolean board) {
  public LegalBasis {
    from = Set.copyOf(from);
    toKinds = Set.copyOf(toKinds);
    toBodies = Set.copyOf(toBodies);
  }

  /** Tells whether a school of an establishing body may think of it for a recipient on a day. */
  public boolean suits(String ownBody, Recipient recipient, LocalDate on) {
    return from.contains(ownBody)
        && toKinds.contains(recipient.kind())
        && toBodies.contains(recipient.body())
        && !on.isBefore(firstOn)
        && lastOn.map(last -> !on.isAfter(last)).orElse(true);
  }

  /** Lists those that suit, in the order of the list. */
  public static List<LegalBasis> listSuiting(
      List<LegalBasis> all, String ownBody, Recipient recipient, LocalDate on) {
    return all.stream().filter(one -> one.suits(ownBody, recipient, on)).toList();
  }
}
