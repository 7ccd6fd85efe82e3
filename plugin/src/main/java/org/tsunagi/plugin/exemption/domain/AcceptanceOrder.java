// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an order of suspension for conduct has to tell beside its days.
 *
 * <p>Basis: 学校教育法35条2項 (あらかじめ保護者の意見を聴取し、理由及び期間を記載した文書を交付する) ・4項 (学習に対する支援).
 *
 * @param heardOn when the guardian was heard
 * @param documentOn when the document was handed over
 * @param documentNo the document's number; empty when none
 * @param learningSupport how learning is supported meanwhile; empty when not told
 */
public record AcceptanceOrder(
    Optional<LocalDate> heardOn,
    Optional<LocalDate> documentOn,
    String documentNo,
    String learningSupport) {
  /** Nothing told. */
  public static final AcceptanceOrder NONE =
      new AcceptanceOrder(Optional.empty(), Optional.empty(), "", "");
}
