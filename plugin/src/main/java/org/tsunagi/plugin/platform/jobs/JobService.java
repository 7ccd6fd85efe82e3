// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;

/** Shows and cancels jobs. */
@Component(service = JobService.class)
public class JobService {
  private final Gate gate;
  private final Transactions transactions;
  private final Jobs jobs;
  private final AuditTrail audit;

  /** Makes the service. */
  @Activate
  public JobService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference Jobs jobs,
      @Reference AuditTrail audit) {
    this.gate = gate;
    this.transactions = transactions;
    this.jobs = jobs;
    this.audit = audit;
  }

  /**
   * A page of jobs.
   *
   * @param items the jobs, newest first
   * @param total how many there are in all
   * @param offset how many were passed over
   */
  public record Page(List<JobView> items, int total, int offset) {}

  /** Lists jobs, newest first, without their findings. */
  public Page list(Actor actor, int offset, int limit) {
    gate.require(actor, Privilege.JOB_READ, new Target.Installation());
    if (offset < 0 || limit < 1 || limit > 200) {
      throw new Malformed("offsetは0以上、limitは1から200までにしてください。");
    }
    return transactions.runSql(
        c ->
            new Page(
                jobs.list(c, offset, limit).stream().map(j -> JobView.of(j, List.of())).toList(),
                jobs.count(c),
                offset));
  }

  /**
   * Returns a job with its findings, to those who read jobs and to the one who asked for it.
   *
   * @throws Missing where there is none
   */
  public JobView get(Actor actor, String id) {
    Optional<JobView> own =
        transactions.runSql(
            c ->
                jobs.find(c, id)
                    .filter(job -> job.requestedBy().equals(actor.id()))
                    .map(job -> JobView.of(job, jobs.listFindings(c, id))));
    if (own.isPresent()) {
      return own.get();
    }
    gate.require(actor, Privilege.JOB_READ, new Target.Installation());
    return transactions.runSql(
        c ->
            jobs.find(c, id)
                .map(job -> JobView.of(job, jobs.listFindings(c, id)))
                .orElseThrow(Missing::new));
  }

  /**
   * Wants a job cancelled; one that has ended stays as it is.
   *
   * @throws Missing where there is none
   */
  public JobView cancel(Actor actor, String id) {
    gate.require(actor, Privilege.IMPORT_RUN, new Target.Installation());
    return transactions.runSql(
        c -> {
          if (jobs.find(c, id).isEmpty()) {
            throw new Missing();
          }
          if (jobs.cancel(c, id, Instant.now())) {
            audit.record(c, actor, Optional.empty(), "job.cancel", "job:" + id, Map.of());
          }
          return jobs.find(c, id).map(job -> JobView.of(job, List.of())).orElseThrow(Missing::new);
        });
  }
}
