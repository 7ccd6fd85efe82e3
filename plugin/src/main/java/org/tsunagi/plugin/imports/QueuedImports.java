// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.operation.ImportDesk;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.jobs.domain.Job;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;
import org.tsunagi.plugin.shared.Missing;

/** Imports for the host's own start-up. */
@Component(service = ImportDesk.class)
public class QueuedImports implements ImportDesk {
  private static final long PAUSE_MILLIS = 100;

  private final ImportService service;
  private final Transactions transactions;
  private final Jobs jobs;

  /** Makes it. */
  @Activate
  public QueuedImports(
      @Reference ImportService service,
      @Reference Transactions transactions,
      @Reference Jobs jobs) {
    this.service = service;
    this.transactions = transactions;
    this.jobs = jobs;
  }

  @Override
  public String submit(Actor actor, String kind, InputStream file, boolean dryRun)
      throws IOException {
    return service.submit(actor, kind, dryRun, "", file);
  }

  @Override
  public Outcome await(String job, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    Job found = get(job);
    while (!found.state().ended() && System.nanoTime() - end < 0) {
      Thread.sleep(PAUSE_MILLIS);
      found = get(job);
    }
    List<String> findings =
        transactions.runSql(
            c -> jobs.listFindings(c, job).stream().map(JobFinding::toLine).toList());
    return new Outcome(found.state().code(), findings);
  }

  private Job get(String job) {
    return transactions.runSql(c -> jobs.find(c, job).orElseThrow(Missing::new));
  }
}
