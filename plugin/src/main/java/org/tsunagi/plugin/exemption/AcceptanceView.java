// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A word on exempt days as the page and the REST interface show it.
 *
 * @param id its id
 * @param schoolSourcedId the school
 * @param studentSourcedId the student
 * @param code the code's id
 * @param firstOn the first day
 * @param lastOn the last day (inclusive)
 * @param outcome {@code granted} or {@code refused}
 * @param reason why; empty when none
 * @param heardOn when the guardian was heard, of an order
 * @param documentOn when the document was handed over, of an order
 * @param documentNo the document's number; empty when none
 * @param learningSupport how learning is supported meanwhile; empty when not told
 * @param decidedBy who said it
 * @param decidedByTitle that person's title
 * @param decidedAt when
 * @param voidedAt when it was voided; empty while it holds
 * @param voidReason why it was voided; empty while it holds
 */
public record AcceptanceView(
    String id,
    String schoolSourcedId,
    String studentSourcedId,
    String code,
    LocalDate firstOn,
    LocalDate lastOn,
    String outcome,
    String reason,
    Optional<LocalDate> heardOn,
    Optional<LocalDate> documentOn,
    String documentNo,
    String learningSupport,
    String decidedBy,
    String decidedByTitle,
    Instant decidedAt,
    Optional<Instant> voidedAt,
    String voidReason) {

  /** Tells whether it holds. */
  boolean holds() {
    return voidedAt.isEmpty();
  }

  /** Returns the word as a reader sees it who may not know restricted causes. */
  AcceptanceView masked() {
    return new AcceptanceView(
        id,
        schoolSourcedId,
        studentSourcedId,
        "RESTRICTED_EXEMPT",
        firstOn,
        lastOn,
        outcome,
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        decidedBy,
        decidedByTitle,
        decidedAt,
        voidedAt,
        "");
  }
}
