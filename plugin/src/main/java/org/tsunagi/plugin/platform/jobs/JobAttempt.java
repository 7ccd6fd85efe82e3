// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

import java.io.IOException;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.jobs.domain.Claim;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.platform.jobs.domain.JobResult;
import org.tsunagi.plugin.platform.jobs.domain.JobState;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;
import org.tsunagi.plugin.shared.Finding;

/**
 * Does a claimed job. What it writes and the state "succeeded" are one transaction, so a job is
 * done exactly once whatever dies when.
 */
final class JobAttempt {
  /** How often a job is begun before it is given up. */
  static final int ATTEMPTS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(JobAttempt.class);

  private final Transactions transactions;
  private final Jobs jobs;
  private final List<JobHandler> handlers;

  JobAttempt(Transactions transactions, Jobs jobs, List<JobHandler> handlers) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.handlers = List.copyOf(handlers);
  }

  void run(Claim claim, JobRun.Progress progress, BooleanSupplier stopping) {
    Ending ending = (state, result) -> end(claim, progress, state, result);
    if (claim.job().attempt() > ATTEMPTS) {
      ending.end(
          JobState.FAILED, JobResult.of(broken("JOB_GAVE_UP", "何度か試しましたが、終わりませんでした。管理者に伝えてください。")));
      return;
    }
    JobFindings[] findings = {new JobFindings()};
    try {
      transactions.runSql(
          connection -> {
            JobRun run = new JobRun(claim.job(), jobs, connection, progress);
            findings[0] = run.findings();
            doIt(claim, run, progress);
            return true;
          });
    } catch (DryRunDone done) {
      ending.end(JobState.SUCCEEDED, result(done.counts, findings[0]));
    } catch (JobRefused refused) {
      JobCounts counts = new JobCounts(0, 0, 0, 0, findings[0].refusedRows());
      ending.end(JobState.FAILED, result(counts, findings[0]));
    } catch (JobCancelled cancelled) {
      cancelled(claim, stopping, findings[0], ending);
    } catch (IOException | RuntimeException | OutOfMemoryError failure) {
      ending.end(JobState.FAILED, JobResult.of(incident(claim, failure)));
    }
  }

  private void doIt(Claim claim, JobRun run, JobRun.Progress progress) throws IOException {
    JobHandler handler =
        handlers.stream()
            .filter(one -> one.kinds().contains(claim.job().kind()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no handler for " + claim.job().kind()));
    JobCounts counts = handler.run(run);
    if (run.findings().refuse()) {
      throw new JobRefused();
    }
    if (claim.job().dryRun()) {
      throw new DryRunDone(counts);
    }
    JobResult result = result(counts, run.findings());
    note(run.connection(), claim, progress);
    if (!jobs.end(run.connection(), claim, JobState.SUCCEEDED, result, Instant.now())) {
      throw new JobCancelled();
    }
  }

  private void cancelled(
      Claim claim, BooleanSupplier stopping, JobFindings findings, Ending ending) {
    if (stopping.getAsBoolean()) {
      transactions.runSql(
          connection -> {
            jobs.release(connection, claim);
            return true;
          });
    } else {
      ending.end(JobState.CANCELLED, result(JobCounts.NONE, findings));
    }
  }

  /** Ends the attempt in a transaction of its own. */
  @FunctionalInterface
  private interface Ending {
    void end(JobState state, JobResult result);
  }

  /** Notes how far it came: a short job ends before its first beat. */
  private void note(Connection connection, Claim claim, JobRun.Progress progress) {
    jobs.beat(connection, claim, Instant.now(), progress.done(), progress.total());
  }

  private void end(Claim claim, JobRun.Progress progress, JobState state, JobResult result) {
    boolean ended =
        transactions.runSql(
            c -> {
              note(c, claim, progress);
              return jobs.end(c, claim, state, result, Instant.now());
            });
    if (!ended && state == JobState.SUCCEEDED) {
      transactions.runSql(c -> jobs.end(c, claim, JobState.CANCELLED, result, Instant.now()));
    }
  }

  private static JobResult result(JobCounts counts, JobFindings findings) {
    return new JobResult(counts, findings.list(), findings.count());
  }

  /** Logs a failure without its text, which may hold personal data of the file. */
  private static JobFinding incident(Claim claim, Throwable failure) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.error(
        "job {} of kind {} failed, incident {}",
        claim.job().id(),
        claim.job().kind(),
        incident,
        SilentFailure.of(failure));
    return broken("INTERNAL", "プログラムの中で問題が起きました。何も書き込まれていません。番号 " + incident + " を管理者に伝えてください。");
  }

  private static JobFinding broken(String code, String message) {
    return new JobFinding(Finding.Severity.ERROR, code, "", 0, "", message, "");
  }

  /** Rolls a dry run back and carries its counts out. */
  private static final class DryRunDone extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient JobCounts counts;

    DryRunDone(JobCounts counts) {
      super("dry run", null, false, false);
      this.counts = counts;
    }
  }
}
