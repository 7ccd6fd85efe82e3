// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.DecisionOutcome;
import org.tsunagi.plugin.crediting.domain.EvidenceEntry;
import org.tsunagi.plugin.crediting.domain.EvidenceKind;
import org.tsunagi.plugin.crediting.domain.LearningResult;
import org.tsunagi.plugin.crediting.domain.ProposedDecision;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Malformed;

/** What people ask the services of 出席扱い to do. */
public sealed interface CreditingCommand {
  /**
   * An application to write.
   *
   * @param version the version it is based on; needed where one is changed
   * @param kind the sheet row {@code "1"}–{@code "8"} or the id of a credited code
   * @param list the condition list; the only one of the kind when left out
   * @param facilityId the facility
   * @param provider who offers the learning
   * @param guide who guides face to face
   * @param activity the activity
   * @param firstOn the first day
   * @param lastOn the last day (inclusive)
   * @param plan the plan of learning
   * @param nextStep the next step of support
   */
  record Application(
      @Nullable Integer version,
      @Nullable String kind,
      @Nullable String list,
      @Nullable String facilityId,
      @Nullable String provider,
      @Nullable String guide,
      @Nullable String activity,
      @Nullable LocalDate firstOn,
      @Nullable LocalDate lastOn,
      @Nullable String plan,
      @Nullable String nextStep)
      implements CreditingCommand {
    ApplicationContent content() {
      return new ApplicationContent(
          needed(kind, "kind"),
          text(list),
          text(facilityId),
          text(provider),
          text(guide),
          text(activity),
          range(firstOn, lastOn),
          text(plan),
          text(nextStep));
    }
  }

  /**
   * What was found about a condition.
   *
   * @param entry the entry it is based on; 0 for the first
   * @param met whether the condition is met
   * @param note what there is to say
   * @param evidence what it rests on
   * @param on the day on which it was made sure of; today when left out
   */
  record Confirmation(
      @Nullable Integer entry,
      @Nullable Boolean met,
      @Nullable String note,
      @Nullable List<String> evidence,
      @Nullable LocalDate on)
      implements CreditingCommand {
    int basedOn() {
      if (met == null || entry == null) {
        throw new Malformed("met（true か false）と entry（もとにした番号。はじめは0）を入れてください。");
      }
      return entry;
    }
  }

  /**
   * A talk with the board.
   *
   * @param heldOn the day
   * @param partner with whom
   * @param manner how
   * @param content what was said
   */
  record Talk(
      @Nullable LocalDate heldOn,
      @Nullable String partner,
      @Nullable String manner,
      @Nullable String content)
      implements CreditingCommand {}

  /**
   * A range of days.
   *
   * @param firstOn the first day
   * @param lastOn the last day (inclusive)
   */
  record Days(@Nullable LocalDate firstOn, @Nullable LocalDate lastOn) {}

  /**
   * A decision to preview or to take; nothing in it has a default.
   *
   * @param decision the number of the decision it is based on; 0 for the first
   * @param version the version of the application that was read; needed to decide
   * @param outcome {@code granted}, {@code waiting}, {@code refused} or {@code withdrawn}
   * @param ranges the days, where it is granted
   * @param reason why, as the guardian is told
   * @param nextStep the next step of support
   * @param guardianToldOn when the guardian was told
   * @param acknowledged the codes of notices that were read and stood by
   */
  record Decision(
      @Nullable Integer decision,
      @Nullable Integer version,
      @Nullable String outcome,
      @Nullable List<Days> ranges,
      @Nullable String reason,
      @Nullable String nextStep,
      @Nullable LocalDate guardianToldOn,
      @Nullable List<String> acknowledged)
      implements CreditingCommand {
    ProposedDecision proposed() {
      List<DateRange> days = new ArrayList<>();
      if (ranges != null) {
        ranges.forEach(one -> days.add(range(one.firstOn(), one.lastOn())));
      }
      return new ProposedDecision(
          DecisionOutcome.find(needed(outcome, "outcome"))
              .orElseThrow(
                  () -> new Malformed("outcome は granted・waiting・refused・withdrawn のどれかにしてください。")),
          days,
          text(reason),
          text(nextStep),
          Optional.ofNullable(guardianToldOn),
          acknowledged == null ? Set.of() : Set.copyOf(acknowledged));
    }
  }

  /**
   * An entry of evidence.
   *
   * @param date the day
   * @param kind {@code facilityDay}, {@code ict}, {@code visit}, {@code report} or {@code meeting}
   * @param minutes the minutes of learning
   * @param content what was learned or talked about
   * @param who who visited, reported or met
   * @param role the visitor's part
   * @param facilityId the facility
   */
  record Evidence(
      @Nullable LocalDate date,
      @Nullable String kind,
      @Nullable Integer minutes,
      @Nullable String content,
      @Nullable String who,
      @Nullable String role,
      @Nullable String facilityId)
      implements CreditingCommand {
    EvidenceEntry entry(StudentId student) {
      return new EvidenceEntry(
          student,
          day(date, "date"),
          EvidenceKind.find(text(kind))
              .orElseThrow(
                  () -> new Malformed("kind は facilityDay・ict・visit・report・meeting のどれかにしてください。")),
          minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes),
          text(content),
          text(who),
          text(role),
          text(facilityId));
    }
  }

  /**
   * A result of learning for grading.
   *
   * @param subject the subject
   * @param firstOn the first day of learning
   * @param lastOn the last day
   * @param content what was learned, in words
   * @param suitsCurriculum whether plan and content suit the school's curriculum
   * @param toldHow how student and guardian were told
   * @param toldOn when
   */
  record Result(
      @Nullable String subject,
      @Nullable LocalDate firstOn,
      @Nullable LocalDate lastOn,
      @Nullable String content,
      @Nullable Boolean suitsCurriculum,
      @Nullable String toldHow,
      @Nullable LocalDate toldOn)
      implements CreditingCommand {
    LearningResult result() {
      return new LearningResult(
          text(subject),
          range(firstOn, lastOn),
          text(content),
          Boolean.TRUE.equals(suitsCurriculum),
          text(toldHow),
          Optional.ofNullable(toldOn));
    }
  }

  /**
   * Why something is voided.
   *
   * @param reason the reason
   */
  record Voiding(@Nullable String reason) implements CreditingCommand {
    String why() {
      return text(reason);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  private static String needed(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new Malformed(name + " を入れてください。");
    }
    return value.strip();
  }

  private static LocalDate day(@Nullable LocalDate value, String name) {
    if (value == null || value.getYear() < 1900 || value.getYear() > 2999) {
      throw new Malformed(name + " に日付（例：2026-11-05）を入れてください。");
    }
    return value;
  }

  private static DateRange range(@Nullable LocalDate first, @Nullable LocalDate last) {
    LocalDate from = day(first, "firstOn");
    LocalDate to = day(last, "lastOn");
    if (to.isBefore(from)) {
      throw new Malformed("lastOn が firstOn より前です。日付を入れかえてください。");
    }
    return new DateRange(from, to);
  }
}
