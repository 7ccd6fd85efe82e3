// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.consent.domain.CanonicalContent;
import org.tsunagi.plugin.consent.domain.Consent;
import org.tsunagi.plugin.consent.domain.ConsentEvent;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Kind;
import org.tsunagi.plugin.consent.domain.ConsentRule;
import org.tsunagi.plugin.consent.domain.DisclosureRule;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.Recipient;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.consent.domain.Standing;

/**
 * A consent as pages and the REST interface show it.
 *
 * @param id its id
 * @param school the school that asks
 * @param student the student
 * @param purpose {@code making} or {@code handingOver}
 * @param recipient to whom
 * @param secrecyConfirmed whether the recipient's duty of secrecy is confirmed, or needs none
 * @param scope the range asked for
 * @param scopeNote why it is not all
 * @param standing what it allows today
 * @param answer the answer that holds: {@code given}, {@code refused}, {@code withdrawn}; or empty
 * @param until the last day it holds
 * @param version the number of events
 * @param toExplain what has to be explained
 * @param explained what was explained
 * @param shown what was shown last
 * @param sending what may go now, with its hash; empty where nothing may
 * @param events what happened, oldest first
 */
public record ConsentView(
    String id,
    String school,
    String student,
    String purpose,
    Recipient recipient,
    boolean secrecyConfirmed,
    List<String> scope,
    String scopeNote,
    Standing standing,
    String answer,
    Optional<LocalDate> until,
    int version,
    List<String> toExplain,
    Set<String> explained,
    Optional<Content> shown,
    Optional<Content> sending,
    List<Event> events) {
  /**
   * A content that was or may be shown.
   *
   * @param hash its hash
   * @param current whether it is what is written now
   * @param scope the groups
   * @param parts the parts, where it is current
   */
  public record Content(String hash, boolean current, List<String> scope, List<SharedPart> parts) {
    private Content veiled(String words) {
      return new Content(hash, current, scope, SharedPart.veil(parts, words));
    }
  }

  /** Returns it with other words in place of what stands in sections of class I. */
  ConsentView veiled(String words) {
    return new ConsentView(
        id,
        school,
        student,
        purpose,
        recipient,
        secrecyConfirmed,
        scope,
        scopeNote,
        standing,
        answer,
        until,
        version,
        toExplain,
        explained,
        shown.map(one -> one.veiled(words)),
        sending.map(one -> one.veiled(words)),
        events);
  }

  /**
   * Something that happened.
   *
   * @param number its place
   * @param kind what happened, in small letters
   * @param on the day
   * @param items what it is about
   * @param note what was said
   * @param facts more about it
   * @param byName who wrote it down
   * @param byTitle the title
   * @param at when
   */
  public record Event(
      int number,
      String kind,
      LocalDate on,
      List<String> items,
      String note,
      Map<String, String> facts,
      String byName,
      String byTitle,
      Instant at) {}

  static ConsentView of(Consent one, List<SharedPart> now, LocalDate today, boolean secrecy) {
    Standing standing = ConsentRule.standing(one, now, today);
    Optional<ConsentEvent> answer = one.answer();
    return new ConsentView(
        one.id(),
        one.school().value(),
        one.student().value(),
        one.purpose().code(),
        one.recipient(),
        secrecy,
        one.scope().stream().map(ItemGroup::text).toList(),
        one.scopeNote(),
        standing,
        answer.map(event -> code(event.kind())).orElse(""),
        answer.flatMap(ConsentEvent::until),
        one.version(),
        ConsentRule.toExplain(one.recipient()),
        one.explained(),
        one.newest(Kind.SHOWN).map(event -> content(event, now)),
        sending(one, standing, now),
        one.events().stream().map(ConsentView::event).toList());
  }

  private static Content content(ConsentEvent event, List<SharedPart> now) {
    List<SharedPart> parts = SharedPart.select(now, ItemGroup.list(event.items()));
    boolean current = CanonicalContent.hash(parts).equals(event.hash());
    return new Content(event.hash(), current, event.items(), current ? parts : List.of());
  }

  private static Optional<Content> sending(Consent one, Standing standing, List<SharedPart> now) {
    boolean open = standing == Standing.ALLOW || standing == Standing.ALLOW_BY_LAW;
    if (!open || one.purpose() == Consent.Purpose.MAKING) {
      return Optional.empty();
    }
    List<ItemGroup> scope = DisclosureRule.scope(one, standing);
    List<SharedPart> parts = SharedPart.select(now, scope);
    return Optional.of(
        new Content(
            CanonicalContent.hash(parts),
            true,
            scope.stream().map(ItemGroup::text).toList(),
            parts));
  }

  private static Event event(ConsentEvent event) {
    return new Event(
        event.number(),
        code(event.kind()),
        event.on(),
        event.items(),
        event.note(),
        event.facts(),
        event.by().name(),
        event.by().title(),
        event.by().at());
  }

  private static String code(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
