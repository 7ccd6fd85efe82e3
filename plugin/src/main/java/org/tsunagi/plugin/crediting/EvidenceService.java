// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.tsunagi.plugin.crediting.domain.EvidenceEntry;
import org.tsunagi.plugin.crediting.domain.EvidenceRule;
import org.tsunagi.plugin.crediting.persistence.EvidenceTable;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;

/** Keeps what tells of learning elsewhere, day by day. */
@Component(service = EvidenceService.class)
public final class EvidenceService {
  private static final int MOST_LINES = 2000;

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final CreditingPlaces places;
  private final EvidenceTable evidence;
  private final FacilityTable facilities;
  private final CreditingIntake intake;

  /** Makes the service. */
  @Activate
  public EvidenceService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference CreditingPlaces places,
      @Reference EvidenceTable evidence,
      @Reference FacilityTable facilities,
      @Reference CreditingIntake intake) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.places = places;
    this.evidence = evidence;
    this.facilities = facilities;
    this.intake = intake;
  }

  /** Lists a student's evidence of a school year, voided entries included, by day. */
  public List<EvidenceView> list(Actor actor, StudentId student, int schoolYear) {
    List<Enrolment> stays = places.stays(student);
    SchoolYear year = new SchoolYear(schoolYear);
    List<EvidenceTable.Kept> all =
        transactions.runSql(
            connection ->
                evidence.list(connection, student, new DateRange(year.first(), year.last())));
    List<EvidenceTable.Kept> may =
        all.stream()
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
    return may.stream().map(EvidenceService::view).toList();
  }

  /**
   * Adds an entry at the school where the student is that day.
   *
   * @return its id
   */
  public String add(Actor actor, StudentId student, CreditingCommand.Evidence command) {
    List<Enrolment> stays = places.stays(student);
    gate.require(actor, Privilege.CREDITING_WRITE, new Target.OfStudent(student, stays));
    EvidenceEntry entry = command.entry(student);
    Optional<SchoolId> school = CreditingPlaces.schoolOn(stays, entry.on());
    school.ifPresent(
        at ->
            gate.require(
                actor, Privilege.CREDITING_WRITE, CreditingPlaces.target(student, stays, at)));
    return transactions.runSql(
        connection -> {
          boolean known =
              entry.facility().isEmpty()
                  || facilities.find(connection, entry.facility()).isPresent();
          refuse(EvidenceRule.check(entry, school.isPresent(), known, places.today()));
          SchoolId at = school.orElseThrow();
          String id = evidence.add(connection, at, entry, "hand", places.sign(actor, school));
          audit.record(
              connection,
              actor,
              school,
              "evidence.add",
              "evidence:" + id,
              Map.of(
                  "student", student.value(),
                  "date", entry.on().toString(),
                  "kind", entry.kind().code()));
          return id;
        });
  }

  /**
   * Adds the lines of a file, all of them or none; what is there already stays.
   *
   * @throws RefusedException where a line does not make sense; it says which and why
   */
  public JobCounts addAll(Actor actor, StudentId student, List<EvidenceLine> lines) {
    List<Enrolment> stays = places.stays(student);
    gate.require(actor, Privilege.CREDITING_WRITE, new Target.OfStudent(student, stays));
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw new Malformed("記録の行は1行から" + MOST_LINES + "行までにしてください。");
    }
    return transactions.runSql(
        connection -> {
          Set<String> known = intake.facilities(connection);
          List<Finding> findings = new ArrayList<>();
          List<CreditingIntake.Evidence> all = new ArrayList<>();
          for (EvidenceLine line : lines) {
            line.entry(student, findings)
                .flatMap(entry -> checked(line, entry, stays, known, findings))
                .ifPresent(all::add);
          }
          refuse(findings);
          all.stream()
              .map(CreditingIntake.Evidence::school)
              .distinct()
              .forEach(
                  at ->
                      gate.require(
                          actor,
                          Privilege.CREDITING_WRITE,
                          CreditingPlaces.target(student, stays, at)));
          Optional<SchoolId> school = Optional.of(all.get(0).school());
          JobCounts counts = intake.writeEvidence(connection, all, places.sign(actor, school));
          audit.record(
              connection,
              actor,
              school,
              "evidence.addAll",
              "student:" + student.value(),
              Map.of("student", student.value(), "lines", Integer.toString(all.size())));
          return counts;
        });
  }

  private Optional<CreditingIntake.Evidence> checked(
      EvidenceLine line,
      EvidenceEntry entry,
      List<Enrolment> stays,
      Set<String> known,
      List<Finding> findings) {
    Optional<SchoolId> school = CreditingPlaces.schoolOn(stays, entry.on());
    boolean there = entry.facility().isEmpty() || known.contains(entry.facility());
    EvidenceRule.check(entry, school.isPresent(), there, places.today()).stream()
        .map(line::located)
        .forEach(findings::add);
    return school.map(at -> new CreditingIntake.Evidence(at, entry));
  }

  /** Voids an entry; it stays in the list with the reason. */
  public void voidEntry(Actor actor, String id, CreditingCommand.Voiding command) {
    transactions.runSql(
        connection -> {
          EvidenceTable.Kept kept = evidence.find(connection, id).orElseThrow(Missing::new);
          StudentId student = kept.entry().student();
          gate.require(
              actor,
              Privilege.CREDITING_WRITE,
              CreditingPlaces.target(student, places.stays(student), kept.school()));
          refuse(EvidenceRule.checkVoiding(command.why(), kept.voidReason()));
          Optional<SchoolId> school = Optional.of(kept.school());
          evidence.voidEntry(
              connection, kept, actor.name(), places.sign(actor, school).at(), command.why());
          audit.record(
              connection,
              actor,
              school,
              "evidence.void",
              "evidence:" + id,
              Map.of("student", student.value(), "date", kept.entry().on().toString()));
          return true;
        });
  }

  static EvidenceView view(EvidenceTable.Kept one) {
    return new EvidenceView(
        one.id(),
        one.school().value(),
        one.entry().student().value(),
        one.entry().on(),
        one.entry().kind().code(),
        one.entry().minutes().isPresent()
            ? Optional.of(one.entry().minutes().getAsInt())
            : Optional.empty(),
        one.entry().content(),
        one.entry().who(),
        one.entry().role(),
        one.entry().facility(),
        one.source(),
        one.noted().name(),
        one.noted().at(),
        one.voidReason());
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
