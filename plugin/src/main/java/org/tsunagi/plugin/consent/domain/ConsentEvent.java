// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a consent.
 *
 * @param number its place, from 1
 * @param kind what happened
 * @param on the day
 * @param items what it is about: items of the explanation, groups of the sheet, or the kind of talk
 * @param note what was said; the reason
 * @param facts {@code person}, {@code relation}, {@code how}, {@code until}, {@code rule}, {@code
 *     obstacle}, {@code harmNote}, {@code boardOn}, {@code boardWith}, as far as the kind has them
 * @param hash the hash of what was shown or agreed; empty where nothing was
 * @param by who wrote it down
 */
public record ConsentEvent(
    int number,
    Kind kind,
    LocalDate on,
    List<String> items,
    String note,
    Map<String, String> facts,
    String hash,
    Signed by) {
  public ConsentEvent {
    items = List.copyOf(items);
    facts = Map.copyOf(facts);
  }

  /** What can happen. */
  public enum Kind {
    EXPLAINED,
    SHOWN,
    TALK,
    GIVEN,
    REFUSED,
    WITHDRAWN,
    BASIS
  }

  /**
   * Who wrote something down.
   *
   * @param id the person's id
   * @param name the name as it was then
   * @param title the title (職名) as it was then
   * @param at when
   */
  public record Signed(String id, String name, String title, Instant at) {}

  /** Returns a fact; empty text where there is none. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }

  /** Returns the last day it holds; empty while it is open. */
  public Optional<LocalDate> until() {
    return fact("until").isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(fact("until")));
  }
}
