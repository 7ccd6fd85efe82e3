// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.exemption.domain.Word;
import org.tsunagi.plugin.exemption.domain.WordRule;
import org.tsunagi.plugin.exemption.persistence.AcceptanceTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.register.RoleTitles;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** The principal's word that a child need not attend, and the board's orders of suspension. */
@Component(service = AcceptanceService.class)
public final class AcceptanceService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final AcceptanceTable words;
  private final Counting counting;

  /** Makes the service. */
  @Activate
  public AcceptanceService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference AcceptanceTable words,
      @Reference Counting counting) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.directory = directory;
    this.words = words;
    this.counting = counting;
  }

  /** Lists the words on a student's school year, voided ones included, by first day. */
  public List<AcceptanceView> list(Actor actor, StudentId student, int schoolYear) {
    Target target = new Target.OfStudent(student, directory.listEnrolments(student));
    gate.require(actor, Privilege.TALLY_READ, target);
    boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target);
    SchoolYear year = new SchoolYear(schoolYear);
    return transactions.runSql(
        connection -> {
          CodeCatalogue codes = counting.codes(connection);
          return words.list(connection, student, year.first(), year.last()).stream()
              .map(word -> openly || !restricted(codes, word) ? word : word.masked())
              .toList();
        });
  }

  /**
   * Keeps a word; one that it replaces is voided in the same step.
   *
   * @return its id
   * @throws Stale where the word to be replaced was voided by someone else
   * @throws RefusedException where something speaks against it
   */
  public String decide(Actor actor, StudentId student, Wanted wanted) {
    List<Enrolment> stays = directory.listEnrolments(student);
    gate.require(actor, Privilege.ACCEPTANCE_DECIDE, new Target.OfStudent(student, stays));
    Word word = wanted.word(student, school(stays, wanted.period().first()));
    return transactions.runSql(
        connection -> {
          refuse(check(connection, word));
          List<AcceptanceView> there = overlapping(connection, word);
          word.replaces().ifPresent(id -> replace(connection, actor, word, id));
          refuse(twice(there, word));
          String id =
              words.add(
                  connection,
                  word,
                  RoleTitles.author(actor, word.school(), clock.today()),
                  clock.now());
          Map<String, String> facts = new TreeMap<>();
          facts.put("code", word.code());
          facts.put("firstOn", word.period().first().toString());
          facts.put("lastOn", word.period().last().toString());
          facts.put("outcome", word.outcome().code());
          word.replaces().ifPresent(old -> facts.put("replaces", old));
          record(connection, actor, word.school(), "acceptance.decide", id, facts);
          return id;
        });
  }

  /** Voids a word with a reason; it stays on file. */
  public void voidWord(Actor actor, StudentId student, String id, String reason) {
    List<Enrolment> stays = directory.listEnrolments(student);
    gate.require(actor, Privilege.ACCEPTANCE_DECIDE, new Target.OfStudent(student, stays));
    if (reason.isBlank() || reason.length() > 1000) {
      refuse(List.of(WordRule.error("REASON_NEEDED", "取り消す理由を、1000字までで入れてください。")));
    }
    transactions.runSql(
        connection -> {
          AcceptanceView word =
              words
                  .list(connection, student, LocalDate.of(2000, 4, 1), LocalDate.of(2999, 3, 31))
                  .stream()
                  .filter(one -> one.id().equals(id) && one.holds())
                  .findFirst()
                  .orElseThrow(Missing::new);
          SchoolId school = new SchoolId(word.schoolSourcedId());
          words.voidWord(connection, school, id, actor.id(), reason.strip(), clock.now());
          record(connection, actor, school, "acceptance.void", id, Map.of());
          return true;
        });
  }

  private List<Finding> check(Connection connection, Word word) {
    Optional<AttendanceCode> code =
        counting.codes(connection).find(word.code(), word.period().first());
    return code.map(known -> WordRule.check(word, known))
        .orElse(List.of(WordRule.error("CODE_UNKNOWN", "この記号は一覧にありません。一覧から選んでください。")));
  }

  private List<AcceptanceView> overlapping(Connection connection, Word word) {
    return words
        .list(connection, word.student(), word.period().first(), word.period().last())
        .stream()
        .filter(one -> one.holds() && one.code().equals(word.code()))
        .toList();
  }

  private static List<Finding> twice(List<AcceptanceView> there, Word word) {
    boolean another =
        there.stream().anyMatch(one -> !word.replaces().equals(Optional.of(one.id())));
    return another
        ? List.of(
            WordRule.error("ACCEPTANCE_EXISTS", "この期間には、同じ記号についての判断がすでにあります。その判断の「直す」から変えてください。"))
        : List.of();
  }

  private void replace(Connection connection, Actor actor, Word word, String id) {
    boolean held =
        words.voidWord(connection, word.school(), id, actor.id(), "新しい判断で置きかえ", clock.now());
    if (!held) {
      throw new Stale(
          Map.of(
              "yours", Map.of("outcome", word.outcome().code(), "reason", word.reason()),
              "theirs", overlapping(connection, word)));
    }
  }

  private static SchoolId school(List<Enrolment> stays, LocalDate on) {
    return stays.stream()
        .filter(stay -> stay.covers(on))
        .map(Enrolment::school)
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    new Decision.Refused(
                        List.of(WordRule.error("NOT_ENROLLED", "期間の初日に在籍していません。日付を確かめてください。")))));
  }

  private static boolean restricted(CodeCatalogue codes, AcceptanceView word) {
    return codes.find(word.code()).map(AttendanceCode::restricted).orElse(false);
  }

  private void record(
      Connection connection,
      Actor actor,
      SchoolId school,
      String action,
      String id,
      Map<String, String> facts) {
    audit.record(connection, actor, Optional.of(school), action, "acceptance:" + id, facts);
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
