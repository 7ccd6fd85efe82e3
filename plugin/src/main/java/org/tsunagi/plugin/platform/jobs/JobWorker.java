// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.jobs.domain.Claim;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;

/**
 * Looks for work and does it, one job at a time. While a job runs, a second thread notes on another
 * connection how far it is, so that everybody sees it before the job's transaction ends.
 */
@Component(service = JobWorker.class, immediate = true)
public class JobWorker {
  /** How long a node is silent before its job is begun again elsewhere. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

  private final String node = UUID.randomUUID().toString();
  private final ScheduledExecutorService works = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private final Transactions transactions;
  private final Jobs jobs;
  private final JobAttempt attempt;
  private final ScheduledFuture<?> looking;
  private volatile boolean stopping;
  private volatile JobRun.Progress current = new JobRun.Progress();

  /** Starts looking for work. */
  @Activate
  public JobWorker(
      @Reference Transactions transactions,
      @Reference Jobs jobs,
      @Reference(
              cardinality = ReferenceCardinality.AT_LEAST_ONE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<JobHandler> handlers) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.attempt = new JobAttempt(transactions, jobs, handlers);
    this.looking = works.scheduleWithFixedDelay(this::look, 200, 300, TimeUnit.MILLISECONDS);
  }

  /** Stops; a running job is rolled back and given back to be begun again. */
  @Deactivate
  public void stop() throws InterruptedException {
    stopping = true;
    current.stop();
    looking.cancel(false);
    works.shutdown();
    if (!works.awaitTermination(20, TimeUnit.SECONDS)) {
      works.shutdownNow();
    }
    beats.shutdownNow();
  }

  private void look() {
    try {
      while (!stopping) {
        Optional<Claim> claim =
            transactions.runSql(c -> jobs.claim(c, node, Instant.now(), SILENCE));
        if (claim.isEmpty()) {
          return;
        }
        work(claim.get());
      }
    } catch (RuntimeException failure) {
      LOG.warn("looking for jobs failed ({}), trying again", failure.getClass().getName());
    }
  }

  private void work(Claim claim) {
    JobRun.Progress progress = new JobRun.Progress();
    current = progress;
    ScheduledFuture<?> beat =
        beats.scheduleWithFixedDelay(() -> beat(claim, progress), 500, 500, TimeUnit.MILLISECONDS);
    try {
      if (stopping) {
        progress.stop();
      }
      attempt.run(claim, progress, () -> stopping);
    } finally {
      beat.cancel(false);
    }
  }

  private void beat(Claim claim, JobRun.Progress progress) {
    try {
      boolean mine =
          transactions.runSql(
              c -> jobs.beat(c, claim, Instant.now(), progress.done(), progress.total()));
      if (!mine) {
        progress.stop();
      }
    } catch (RuntimeException failure) {
      LOG.warn("could not note a job's progress ({})", failure.getClass().getName());
    }
  }
}
