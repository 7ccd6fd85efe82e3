// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.classprint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.classprint.persistence.ClassPrintTable;
import org.tsunagi.plugin.classprint.persistence.ClassPrintTable.Kept;
import org.tsunagi.plugin.platform.Prints;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.jobs.domain.JobRequest;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;

/** Takes wishes for the papers of a class, and hands them to the one who asked. */
@Component(service = ClassPrintService.class)
public final class ClassPrintService {
  private final Gate gate;
  private final StudentDirectory directory;
  private final Transactions transactions;
  private final Jobs jobs;
  private final ClassPrintTable prints;
  private final Prints papers;
  private final AuditTrail audit;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public ClassPrintService(
      @Reference Gate gate,
      @Reference StudentDirectory directory,
      @Reference Transactions transactions,
      @Reference Jobs jobs,
      @Reference ClassPrintTable prints,
      @Reference Prints papers,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.directory = directory;
    this.transactions = transactions;
    this.jobs = jobs;
    this.prints = prints;
    this.papers = papers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Queues the papers of a class.
   *
   * @param part {@code all}, {@code common}, {@code a} or {@code b}
   * @return the job's id, which will be that of the papers
   * @throws RefusedException while the same person's last ones are being made
   */
  public String submit(Actor actor, HomeroomId homeroom, String part) {
    Homeroom room = directory.findHomeroom(homeroom).orElseThrow(Missing::new);
    gate.require(actor, Privilege.SHEET_READ, new Target.OfHomeroom(room));
    if (!ClassPrintOrder.knows(part)) {
      throw new Malformed("part は all、common、a、b のどれかにしてください。");
    }
    String id = UUID.randomUUID().toString();
    JobRequest request =
        new JobRequest(id, ClassPrintJob.KIND, false, actor.id(), actor.name(), clock.now());
    byte[] order = new ClassPrintOrder(actor, homeroom.value(), part).text();
    return transactions.runSql(
        connection -> {
          if (jobs.findUnderWay(connection, ClassPrintJob.KIND, actor.id()).isPresent()) {
            throw busy();
          }
          prints.dropOld(connection, clock.now());
          add(connection, request, order);
          return id;
        });
  }

  private void add(Connection connection, JobRequest request, byte[] order) {
    try {
      jobs.add(connection, request, new ByteArrayInputStream(order));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RefusedException busy() {
    return new RefusedException(
        new Decision.Refused(
            List.of(
                new Finding(
                    "CLASS_PRINT_UNDER_WAY",
                    Finding.Severity.ERROR,
                    "前に頼んだ印刷を作っているところです。できあがってから、もう一度頼んでください。"))));
  }

  /**
   * The papers that can be fetched.
   *
   * @param id the id
   * @param homeroom the class
   * @param part {@code all}, {@code common}, {@code a} or {@code b}
   * @param madeAt when they were made
   * @param students how many children they are of
   * @param leftOut how many children of the class are not among them
   */
  public record Ready(
      String id, String homeroom, String part, String madeAt, int students, int leftOut) {}

  /**
   * What somebody asked for.
   *
   * @param job the job under way; empty for none
   * @param ready what can be fetched, newest first
   */
  public record Own(String job, List<Ready> ready) {}

  /** Lists what the actor asked for of a class. */
  public Own list(Actor actor, HomeroomId homeroom) {
    Homeroom room = directory.findHomeroom(homeroom).orElseThrow(Missing::new);
    gate.require(actor, Privilege.SHEET_READ, new Target.OfHomeroom(room));
    return transactions.runSql(
        connection -> {
          List<Ready> ready = new ArrayList<>();
          for (Kept kept : prints.list(connection, actor.id(), clock.now())) {
            if (kept.homeroom().equals(homeroom)) {
              ready.add(ready(kept, prints.listStudents(connection, kept.id()).size()));
            }
          }
          return new Own(
              jobs.findUnderWay(connection, ClassPrintJob.KIND, actor.id()).orElse(""), ready);
        });
  }

  private static Ready ready(Kept kept, int students) {
    return new Ready(
        kept.id(),
        kept.homeroom().value(),
        kept.part(),
        kept.madeAt().toString(),
        students,
        kept.leftOut());
  }

  /**
   * Hands the papers out as one PDF, without those of children whom the actor may no longer read.
   *
   * @throws Missing where there are none that the actor asked for within a day
   */
  public byte[] open(Actor actor, String id) {
    Kept kept = own(actor, id);
    Map<StudentId, byte[]> all = transactions.runSql(connection -> prints.read(connection, id));
    Map<StudentId, String> names = new HashMap<>();
    directory.listStudents(all.keySet()).forEach(one -> names.put(one.id(), one.name()));
    List<String> titles = new ArrayList<>();
    List<byte[]> readable = new ArrayList<>();
    all.forEach(
        (student, pdf) -> {
          Target target = new Target.OfStudent(student, directory.listEnrolments(student));
          if (gate.permits(actor, Privilege.SHEET_READ, target)) {
            titles.add(names.getOrDefault(student, ""));
            readable.add(pdf);
          }
        });
    if (readable.isEmpty()) {
      throw new Missing();
    }
    transactions.runSql(
        connection -> record(connection, actor, kept, "sheet.printClass.fetch", readable.size()));
    return papers.join(titles, readable);
  }

  /** Drops the papers before their time. */
  public void drop(Actor actor, String id) {
    Kept kept = own(actor, id);
    transactions.runSql(
        connection -> {
          prints.drop(connection, id);
          return record(connection, actor, kept, "sheet.printClass.drop", 0);
        });
  }

  private Kept own(Actor actor, String id) {
    Kept kept =
        transactions
            .runSql(connection -> prints.find(connection, id))
            .filter(one -> one.requestedBy().equals(actor.id()))
            .filter(one -> one.madeAt().plus(ClassPrintTable.KEPT).isAfter(clock.now()))
            .orElseThrow(Missing::new);
    Homeroom room = directory.findHomeroom(kept.homeroom()).orElseThrow(Missing::new);
    gate.require(actor, Privilege.SHEET_READ, new Target.OfHomeroom(room));
    return kept;
  }

  private boolean record(
      Connection connection, Actor actor, Kept kept, String action, int students) {
    audit.record(
        connection,
        actor,
        Optional.of(kept.school()),
        action,
        "homeroom:" + kept.homeroom().value(),
        Map.of("print", kept.id(), "students", String.valueOf(students)));
    return true;
  }
}
