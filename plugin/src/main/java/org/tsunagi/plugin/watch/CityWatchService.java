// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

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
import org.tsunagi.plugin.watch.domain.KeptFinding;
import org.tsunagi.plugin.watch.domain.LookedSchool;
import org.tsunagi.plugin.watch.persistence.LookTable;

/** Looks at all schools that somebody may read, at once, by a job. */
@Component(service = CityWatchService.class)
public final class CityWatchService {
  private final Gate gate;
  private final Transactions transactions;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final LookTable looks;

  /** Makes the service. */
  @Activate
  public CityWatchService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference Jobs jobs,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference LookTable looks) {
    this.gate = gate;
    this.transactions = transactions;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
    this.directory = directory;
    this.looks = looks;
  }

  /**
   * Queues a look at every school that the actor may read.
   *
   * @return the job's id
   */
  public String submit(Actor actor) throws IOException {
    List<SchoolId> schools = schools(actor);
    String id = UUID.randomUUID().toString();
    JobRequest request =
        new JobRequest(id, CityWatchJob.KIND, false, actor.id(), actor.name(), clock.now());
    byte[] text =
        schools.stream()
            .map(SchoolId::value)
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
    return transactions.runSql(
        connection -> {
          jobs.add(connection, request, new ByteArrayInputStream(text));
          audit.record(
              connection,
              actor,
              Optional.empty(),
              "cityWatch.submit",
              "job:" + id,
              Map.of("schools", String.valueOf(schools.size())));
          return id;
        });
  }

  /** Finds the actor's own look that is under way. */
  public Optional<String> underWay(Actor actor) {
    schools(actor)
        .forEach(school -> gate.require(actor, Privilege.WATCH_READ, new Target.OfSchool(school)));
    return transactions.runSql(c -> jobs.findUnderWay(c, CityWatchJob.KIND, actor.id()));
  }

  /** Tells when each school that the actor may read was looked at last. */
  public List<LookedSchool> looked(Actor actor) {
    Set<SchoolId> readable = Set.copyOf(schools(actor));
    return transactions.runSql(looks::looked).stream()
        .filter(one -> readable.contains(one.school()))
        .toList();
  }

  /** Lists what the last looks found at the schools that the actor may read. */
  public List<KeptFinding> list(Actor actor) {
    List<SchoolId> schools = schools(actor);
    return transactions.runSql(
        connection -> {
          List<KeptFinding> findings = new ArrayList<>();
          looks.each(connection, schools, findings::add);
          audit.record(
              connection,
              actor,
              Optional.empty(),
              "cityWatch.export",
              "schools",
              Map.of(
                  "schools", String.valueOf(schools.size()),
                  "findings", String.valueOf(findings.size())));
          return findings;
        });
  }

  private List<SchoolId> schools(Actor actor) {
    List<SchoolId> schools =
        directory.listSchools().stream()
            .map(School::id)
            .filter(
                school -> gate.permits(actor, Privilege.WATCH_READ, new Target.OfSchool(school)))
            .sorted(Comparator.comparing(SchoolId::value))
            .toList();
    if (schools.isEmpty()) {
      gate.require(actor, Privilege.WATCH_READ, new Target.Installation());
    }
    schools.forEach(
        school -> gate.require(actor, Privilege.WATCH_READ, new Target.OfSchool(school)));
    return schools;
  }
}
