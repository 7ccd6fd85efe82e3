// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.domain.EvidenceRule;
import org.tsunagi.plugin.crediting.domain.LearningResult;
import org.tsunagi.plugin.crediting.persistence.LearningResultTable;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;

/**
 * Keeps results of learning elsewhere for grading (学校教育法施行規則57条2項). Attendance does not look at
 * them, and they do not need a decision on attendance.
 */
@Component(service = LearningResultService.class)
public final class LearningResultService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final CreditingPlaces places;
  private final LearningResultTable results;

  /** Makes the service. */
  @Activate
  public LearningResultService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference CreditingPlaces places,
      @Reference LearningResultTable results) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.places = places;
    this.results = results;
  }

  /** Lists a student's results of a school year, voided ones included, by first day. */
  public List<LearningResultView> list(Actor actor, StudentId student, int schoolYear) {
    return list(actor, student, places.stays(student), schoolYear);
  }

  /** Lists a student's results of a school year for one who knows all the student's stays. */
  public List<LearningResultView> list(
      Actor actor, StudentId student, List<Enrolment> stays, int schoolYear) {
    SchoolYear year = new SchoolYear(schoolYear);
    List<LearningResultTable.Kept> may =
        transactions
            .runSql(
                connection ->
                    results.list(connection, student, new DateRange(year.first(), year.last())))
            .stream()
            .filter(
                one ->
                    gate.permits(
                        actor,
                        Privilege.CREDITING_READ,
                        CreditingPlaces.target(student, stays, one.school())))
            .toList();
    if (may.isEmpty()) {
      gate.require(actor, Privilege.CREDITING_READ, new Target.OfStudent(student, stays));
    }
    return may.stream().map(LearningResultService::view).toList();
  }

  /**
   * Adds a result at the school where the student is on its first day.
   *
   * @return its id
   */
  public String add(Actor actor, StudentId student, CreditingCommand.Result command) {
    List<Enrolment> stays = places.stays(student);
    gate.require(actor, Privilege.CREDITING_WRITE, new Target.OfStudent(student, stays));
    LearningResult result = command.result();
    Optional<SchoolId> school = CreditingPlaces.schoolOn(stays, result.period().first());
    school.ifPresent(
        at ->
            gate.require(
                actor, Privilege.CREDITING_WRITE, CreditingPlaces.target(student, stays, at)));
    refuse(check(result, school.isPresent(), places.today()));
    return transactions.runSql(
        connection -> {
          String id =
              results.add(
                  connection, school.orElseThrow(), student, result, places.sign(actor, school));
          audit.record(
              connection,
              actor,
              school,
              "learningResult.add",
              "learningResult:" + id,
              Map.of("student", student.value()));
          return id;
        });
  }

  /** Voids a result; it stays in the list with the reason. */
  public void voidResult(
      Actor actor, StudentId student, String id, CreditingCommand.Voiding command) {
    List<Enrolment> stays = places.stays(student);
    gate.require(actor, Privilege.CREDITING_WRITE, new Target.OfStudent(student, stays));
    transactions.runSql(
        connection -> {
          LearningResultTable.Kept kept =
              results
                  .list(
                      connection,
                      student,
                      new DateRange(LocalDate.of(1900, 4, 1), LocalDate.of(2999, 3, 31)))
                  .stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(Missing::new);
          gate.require(
              actor,
              Privilege.CREDITING_WRITE,
              CreditingPlaces.target(student, stays, kept.school()));
          refuse(EvidenceRule.checkVoiding(command.why(), kept.voidReason()));
          Optional<SchoolId> school = Optional.of(kept.school());
          results.voidResult(
              connection,
              kept.school(),
              student,
              id,
              actor.name(),
              places.sign(actor, school).at(),
              command.why());
          audit.record(
              connection,
              actor,
              school,
              "learningResult.void",
              "learningResult:" + id,
              Map.of("student", student.value()));
          return true;
        });
  }

  private static List<Finding> check(LearningResult result, boolean enrolled, LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    if (!enrolled) {
      findings.add(error("OUTSIDE_STAY", "学習の始めの日に在籍していません。日付か名簿を確かめてください。"));
    }
    if (result.period().last().isAfter(today)) {
      findings.add(error("FUTURE_DAY", "学習の期間は、今日までの日にしてください。"));
    }
    if (result.subject().isEmpty() || result.content().isEmpty()) {
      findings.add(error("CONTENT_NEEDED", "教科と、学習のようすを文章で入れてください。"));
    }
    if (result.subject().length() > 100
        || result.content().length() > 4000
        || result.toldHow().length() > 300) {
      findings.add(error("TOO_LONG", "文字が多すぎます。教科は100字、ようすは4000字、伝え方は300字までです。"));
    }
    return findings;
  }

  private static LearningResultView view(LearningResultTable.Kept one) {
    return new LearningResultView(
        one.id(),
        one.school().value(),
        one.student().value(),
        one.result().subject(),
        one.result().period().first(),
        one.result().period().last(),
        one.result().content(),
        one.result().suitsCurriculum(),
        one.result().toldHow(),
        one.result().toldOn(),
        one.noted().name(),
        one.noted().at(),
        one.voidReason());
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
