// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.consent.domain.BasisRule;
import org.tsunagi.plugin.consent.domain.ConsentRule;
import org.tsunagi.plugin.consent.domain.ItemGroup;

/** What people send about a consent; {@code version} is the one they saw. */
public final class ConsentCommand {
  private ConsentCommand() {}

  /**
   * Beginning to ask.
   *
   * @param purpose {@code making} or {@code handingOver}
   * @param recipientKind {@code school} or {@code facility}
   * @param recipientId the facility's id
   * @param recipientName the school's name
   * @param recipientBody the school's establishing body
   * @param scope groups such as {@code common:general}; all that is written when left out
   * @param scopeNote why it is not all
   */
  public record Ask(
      @Nullable String purpose,
      @Nullable String recipientKind,
      @Nullable String recipientId,
      @Nullable String recipientName,
      @Nullable String recipientBody,
      @Nullable List<String> scope,
      @Nullable String scopeNote) {}

  /**
   * An explanation.
   *
   * @param version the version seen
   * @param items what was explained
   * @param on the day
   * @param person to whom
   */
  public record Explaining(
      @Nullable Integer version,
      @Nullable List<String> items,
      @Nullable LocalDate on,
      @Nullable String person) {}

  /**
   * Showing the content.
   *
   * @param version the version seen
   */
  public record Showing(@Nullable Integer version) {}

  /**
   * A talk.
   *
   * @param version the version seen
   * @param kinds {@code reasonHeard}, {@code benefitExplained}, {@code rangeDiscussed}, {@code
   *     contactTried}
   * @param on the day
   * @param person with whom
   * @param note what was said
   */
  public record Talking(
      @Nullable Integer version,
      @Nullable List<String> kinds,
      @Nullable LocalDate on,
      @Nullable String person,
      @Nullable String note) {}

  /**
   * An answer, or a withdrawal.
   *
   * @param version the version seen
   * @param given whether consent is given
   * @param shownHash the hash of what was shown
   * @param agreed the groups agreed to; all that was shown when left out
   * @param note why it is not all, or why it is refused or withdrawn
   * @param person who answers
   * @param relation to the child
   * @param how how it was said
   * @param on the day; today when left out
   * @param until the last day it holds
   */
  public record Answering(
      @Nullable Integer version,
      @Nullable Boolean given,
      @Nullable String shownHash,
      @Nullable List<String> agreed,
      @Nullable String note,
      @Nullable String person,
      @Nullable String relation,
      @Nullable String how,
      @Nullable LocalDate on,
      @Nullable LocalDate until) {
    ConsentRule.Answer answer(List<ItemGroup> shown, LocalDate today) {
      return new ConsentRule.Answer(
          Boolean.TRUE.equals(given),
          text(shownHash),
          agreed == null ? shown : ItemGroup.list(agreed),
          text(note),
          text(person),
          text(relation),
          text(how),
          on == null ? today : on,
          Optional.ofNullable(until));
    }
  }

  /**
   * A basis by law.
   *
   * @param version the version seen
   * @param rule the id of the row, for example {@code P1}
   * @param obstacle {@code noContact}, {@code refused} or {@code other}
   * @param reason why this range is needed
   * @param scope the range
   * @param harmless whether nobody's rights are harmed unjustly
   * @param harmNote how that was found
   * @param boardOn when the board was asked
   * @param boardWith whom
   */
  public record Basing(
      @Nullable Integer version,
      @Nullable String rule,
      @Nullable String obstacle,
      @Nullable String reason,
      @Nullable List<String> scope,
      @Nullable Boolean harmless,
      @Nullable String harmNote,
      @Nullable LocalDate boardOn,
      @Nullable String boardWith) {
    BasisRule.Wanted wanted() {
      return new BasisRule.Wanted(
          text(obstacle),
          text(reason),
          ItemGroup.list(scope == null ? List.of() : scope),
          Boolean.TRUE.equals(harmless),
          text(harmNote),
          Optional.ofNullable(boardOn),
          text(boardWith));
    }
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
