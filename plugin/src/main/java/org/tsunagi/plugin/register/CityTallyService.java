// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.jobs.domain.JobRequest;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;
import org.tsunagi.plugin.register.domain.CountedSchool;
import org.tsunagi.plugin.register.domain.PeriodCount;
import org.tsunagi.plugin.register.persistence.CityTallies;
import org.tsunagi.plugin.register.persistence.TallySnapshots;

/** Tallies of all schools that somebody may read, counted at once by a job. */
@Component(service = CityTallyService.class)
public final class CityTallyService {
  private final Gate gate;
  private final Transactions transactions;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final TallySnapshots snapshots;

  /** Makes the service. */
  @Activate
  public CityTallyService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference Jobs jobs,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference TallySnapshots snapshots) {
    this.gate = gate;
    this.transactions = transactions;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
    this.directory = directory;
    this.snapshots = snapshots;
  }

  /**
   * Queues the counting of every school that the actor may read.
   *
   * @return the job's id
   */
  public String submit(Actor actor, int schoolYear, boolean monthly) throws IOException {
    CityTallyOrder order = new CityTallyOrder(schoolYear, monthly, schools(actor));
    String id = UUID.randomUUID().toString();
    JobRequest request =
        new JobRequest(id, CityTallyJob.KIND, false, actor.id(), actor.name(), clock.now());
    byte[] text = order.text().getBytes(StandardCharsets.UTF_8);
    return transactions.runSql(
        connection -> {
          jobs.add(connection, request, new ByteArrayInputStream(text));
          audit.record(
              connection,
              actor,
              Optional.empty(),
              "cityTallies.submit",
              "job:" + id,
              Map.of(
                  "schoolYear", String.valueOf(schoolYear),
                  "schools", String.valueOf(order.schools().size())));
          return id;
        });
  }

  /**
   * Finds the actor's own job that still counts, so that a page opened anew can go on showing it.
   */
  public Optional<String> underWay(Actor actor) {
    schools(actor)
        .forEach(school -> gate.require(actor, Privilege.TALLY_READ, new Target.OfSchool(school)));
    return transactions.runSql(c -> jobs.findUnderWay(c, CityTallyJob.KIND, actor.id()));
  }

  /** Tells when each school that the actor may read was counted last. */
  public List<CountedSchool> counted(Actor actor, int schoolYear, boolean monthly) {
    Set<SchoolId> readable = Set.copyOf(schools(actor));
    return transactions
        .runSql(connection -> snapshots.counted(connection, schoolYear, monthly))
        .stream()
        .filter(one -> readable.contains(one.school()))
        .toList();
  }

  /** Opens what the last jobs counted of the schools that the actor may read, without remarks. */
  public TallyService.Tallies open(Actor actor, int schoolYear, boolean monthly) {
    List<SchoolId> counted =
        counted(actor, schoolYear, monthly).stream()
            .map(CountedSchool::school)
            .sorted(Comparator.comparing(SchoolId::value))
            .collect(Collectors.toCollection(ArrayList::new));
    transactions.runSql(
        connection -> {
          audit.record(
              connection,
              actor,
              Optional.empty(),
              "cityTallies.export",
              "schoolYear:" + schoolYear,
              Map.of("schools", String.valueOf(counted.size())));
          return true;
        });
    return consumer ->
        counted.forEach(
            school ->
                transactions
                    .runSql(connection -> snapshots.list(connection, school, schoolYear, monthly))
                    .forEach(row -> consumer.accept(tallyRow(schoolYear, row))));
  }

  private static TallyRow tallyRow(int schoolYear, CityTallies.Row row) {
    return new TallyRow(
        schoolYear,
        row.month().map(Object::toString).orElse(""),
        row.school().value(),
        row.student().value(),
        new PeriodCount(row.tally(), List.of()));
  }

  private List<SchoolId> schools(Actor actor) {
    List<SchoolId> schools =
        directory.listSchools().stream()
            .map(School::id)
            .filter(
                school -> gate.permits(actor, Privilege.TALLY_READ, new Target.OfSchool(school)))
            .sorted(Comparator.comparing(SchoolId::value))
            .toList();
    if (schools.isEmpty()) {
      gate.require(actor, Privilege.TALLY_READ, new Target.Installation());
    }
    schools.forEach(
        school -> gate.require(actor, Privilege.TALLY_READ, new Target.OfSchool(school)));
    return schools;
  }
}
