// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.consent.domain.Consent;
import org.tsunagi.plugin.consent.domain.Disclosure;
import org.tsunagi.plugin.consent.domain.DisclosureRule;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.Recipient;
import org.tsunagi.plugin.crediting.FacilityView;
import org.tsunagi.plugin.shared.Finding;

/**
 * A line of the ledger as pages and the REST interface show it.
 *
 * @param id its id
 * @param consent the consent it belongs to
 * @param ground {@code consent} or {@code law}
 * @param rule the id of the basis by law
 * @param recipient to whom
 * @param scope what
 * @param hash the hash of what was handed over
 * @param manner how
 * @param reviewedWith with whom of the family the content was gone through again
 * @param handedOn the day
 * @param byName who handed it over
 * @param byTitle the title
 * @param at when it was written down
 * @param receipt what is known of its arrival
 * @param asksMeeting whether to ask about a meeting, softly
 * @param closed why the copy may not be opened any more; empty where it may
 */
public record DisclosureView(
    String id,
    String consent,
    String ground,
    String rule,
    Recipient recipient,
    List<String> scope,
    String hash,
    String manner,
    String reviewedWith,
    LocalDate handedOn,
    String byName,
    String byTitle,
    Instant at,
    Disclosure.Receipt receipt,
    boolean asksMeeting,
    Optional<Finding> closed) {
  static DisclosureView of(
      Disclosure line, List<Consent> consents, LocalDate today, List<FacilityView> facilities) {
    Optional<Finding> closed =
        consents.stream()
            .filter(one -> one.id().equals(line.consent()))
            .findFirst()
            .flatMap(
                one ->
                    DisclosureRule.closed(
                        line, one, today, Recipients.secrecy(facilities, line.recipient())));
    return new DisclosureView(
        line.id(),
        line.consent(),
        line.ground().code(),
        line.ground().rule(),
        line.recipient(),
        line.scope().stream().map(ItemGroup::text).toList(),
        line.hash(),
        line.manner(),
        line.reviewedWith(),
        line.handedOn(),
        line.by().name(),
        line.by().title(),
        line.by().at(),
        line.receipt(),
        line.receipt().asksMeeting(),
        closed);
  }
}
