// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.shared.Finding;

/**
 * An application as pages and the REST interface show it.
 *
 * @param row what lists show of it
 * @param guide who guides face to face; may be empty
 * @param activity the activity; may be empty
 * @param plan the plan of learning
 * @param nextStep the next step of support
 * @param imported whether it came with a file
 * @param list the condition list; empty where the school has none (a high school without its own)
 * @param conditions its conditions with what was found
 * @param confirmations every entry about a condition, in the order in which they were written
 * @param consultations talks with the board, newest first
 * @param decisions the decisions, newest first
 * @param evidence what is on file of the days of the period, by day
 * @param visitMonths how many visits each month of the period has, up to today
 * @param rule the day-conversion rule in force, for learning with ICT
 * @param appliedByName who wrote it first
 * @param appliedByTitle with which title
 * @param appliedAt when
 * @param notices what there is to say before a decision
 * @param mayWrite whether the actor may change it
 * @param mayDecide whether the actor may decide
 */
public record ApplicationView(
    Row row,
    String guide,
    String activity,
    String plan,
    String nextStep,
    boolean imported,
    Optional<ListHead> list,
    List<ConditionState> conditions,
    List<Confirmed> confirmations,
    List<Talk> consultations,
    List<Decided> decisions,
    List<EvidenceView> evidence,
    List<VisitMonth> visitMonths,
    Optional<IctRuleView> rule,
    String appliedByName,
    String appliedByTitle,
    Instant appliedAt,
    List<Finding> notices,
    boolean mayWrite,
    boolean mayDecide) {
  /**
   * What lists show.
   *
   * @param id its id
   * @param school the school whose principal decides
   * @param student the student
   * @param studentName the student's name
   * @param kind the sheet row or the id of a credited code
   * @param kindGlyph ①–⑧; empty for kinds without a row of their own
   * @param kindLabel what the kind is called
   * @param facilityId the facility; empty when none
   * @param facilityName its name; empty when none
   * @param provider who offers the learning
   * @param firstOn the first day
   * @param lastOn the last day
   * @param state {@code applied}, {@code waiting}, {@code granted}, {@code refused} or {@code
   *     withdrawn}
   * @param conditionsMet how many conditions were found met
   * @param conditionsAll how many there are
   * @param ranges the granted days
   * @param version the version on which a change must be based
   * @param decision the number on which a decision must be based; 0 for the first
   * @param appliedOn when it was written
   * @param open the numbers of the conditions that hinder every grant
   */
  public record Row(
      String id,
      String school,
      String student,
      String studentName,
      String kind,
      String kindGlyph,
      String kindLabel,
      String facilityId,
      String facilityName,
      String provider,
      LocalDate firstOn,
      LocalDate lastOn,
      String state,
      int conditionsMet,
      int conditionsAll,
      List<Days> ranges,
      int version,
      int decision,
      LocalDate appliedOn,
      List<String> open) {}

  /**
   * A range of days.
   *
   * @param firstOn the first day
   * @param lastOn the last day (inclusive)
   */
  public record Days(LocalDate firstOn, LocalDate lastOn) {}

  /**
   * A condition list.
   *
   * @param id its id
   * @param title what it is called
   * @param basis the notice
   */
  public record ListHead(String id, String title, String basis) {}

  /**
   * A condition with what was found.
   *
   * @param id its id
   * @param number the notice's number
   * @param text the notice's sentence
   * @param required whether crediting needs it
   * @param forAssessment whether it speaks of grading only
   * @param hint what would close it
   * @param state {@code met}, {@code notMet} or {@code open}
   * @param note what was noted
   * @param evidence what it rests on
   * @param entry the entry on which the next one must be based; 0 for the first
   * @param byName who found it; empty while open
   * @param byTitle with which title
   * @param on when
   */
  public record ConditionState(
      String id,
      String number,
      String text,
      boolean required,
      boolean forAssessment,
      String hint,
      String state,
      String note,
      List<String> evidence,
      int entry,
      String byName,
      String byTitle,
      Optional<LocalDate> on) {}

  /**
   * What somebody found about a condition, once.
   *
   * @param number the notice's number of the condition
   * @param met whether it was found met
   * @param note what was noted
   * @param byName who found it
   * @param byTitle with which title
   * @param on the day
   * @param at when it was written
   */
  public record Confirmed(
      String number,
      boolean met,
      String note,
      String byName,
      String byTitle,
      LocalDate on,
      Instant at) {}

  /**
   * A talk with the board.
   *
   * @param id its id
   * @param heldOn the day
   * @param partner with whom
   * @param manner how
   * @param content what was said
   * @param byName who noted it
   */
  public record Talk(
      String id, LocalDate heldOn, String partner, String manner, String content, String byName) {}

  /**
   * A decision.
   *
   * @param number its number
   * @param outcome {@code granted}, {@code waiting}, {@code refused} or {@code withdrawn}
   * @param ranges the granted days
   * @param reason why
   * @param nextStep the next step of support
   * @param guardianToldOn when the guardian was told
   * @param acknowledged the codes of notices that the principal stood by
   * @param byName who decided
   * @param byTitle with which title
   * @param decidedOn the day; empty where imported history does not tell
   * @param decidedAt when it was written
   */
  public record Decided(
      int number,
      String outcome,
      List<Days> ranges,
      String reason,
      String nextStep,
      Optional<LocalDate> guardianToldOn,
      List<String> acknowledged,
      String byName,
      String byTitle,
      Optional<LocalDate> decidedOn,
      Instant decidedAt) {}

  /**
   * The visits of a month.
   *
   * @param month the month, for example {@code 2026-11}
   * @param visits how many days had one
   * @param learningDays how many days of learning with ICT are marked
   */
  public record VisitMonth(String month, int visits, int learningDays) {}
}
