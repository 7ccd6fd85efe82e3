// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Kind;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Signed;

/**
 * A consent that is asked for, with all that happened to it.
 *
 * @param id its id
 * @param school the school that asks
 * @param student the student
 * @param purpose making the sheet, or handing it over
 * @param recipient to whom it may go
 * @param scope the range that is asked for
 * @param scopeNote why it is not all of the sheet; empty where it is
 * @param asked who began to ask
 * @param events what happened, oldest first
 */
public record Consent(
    String id,
    SchoolId school,
    StudentId student,
    Purpose purpose,
    Recipient recipient,
    List<ItemGroup> scope,
    String scopeNote,
    Signed asked,
    List<ConsentEvent> events) {
  public Consent {
    scope = List.copyOf(scope);
    events = List.copyOf(events);
  }

  /** What a consent is for. */
  public enum Purpose {
    MAKING("making"),
    HANDING_OVER("handingOver");

    private final String code;

    Purpose(String code) {
      this.code = code;
    }

    /** Returns the text code. */
    public String code() {
      return code;
    }

    /** Finds the purpose of a text code. */
    public static Optional<Purpose> find(String code) {
      for (Purpose purpose : values()) {
        if (purpose.code.equals(code)) {
          return Optional.of(purpose);
        }
      }
      return Optional.empty();
    }
  }

  /** Returns the version: the number of events. */
  public int version() {
    return events.size();
  }

  /** Finds the newest event of some kinds. */
  public Optional<ConsentEvent> newest(Kind... kinds) {
    Set<Kind> wanted = Set.of(kinds);
    return events.stream().filter(event -> wanted.contains(event.kind())).reduce((a, b) -> b);
  }

  /** Returns the items of the explanation that were explained so far. */
  public Set<String> explained() {
    return events.stream()
        .filter(event -> event.kind() == Kind.EXPLAINED)
        .flatMap(event -> event.items().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the kinds of talk that were held. */
  public Set<String> talked() {
    return events.stream()
        .filter(event -> event.kind() == Kind.TALK)
        .flatMap(event -> event.items().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Finds the answer that holds: given, refused or withdrawn. */
  public Optional<ConsentEvent> answer() {
    return newest(Kind.GIVEN, Kind.REFUSED, Kind.WITHDRAWN);
  }

  /** Finds the basis by law, where no refusal or withdrawal came after it. */
  public Optional<ConsentEvent> basis() {
    int after =
        newest(Kind.REFUSED, Kind.WITHDRAWN, Kind.GIVEN).map(ConsentEvent::number).orElse(0);
    return newest(Kind.BASIS).filter(basis -> basis.number() > after);
  }
}
