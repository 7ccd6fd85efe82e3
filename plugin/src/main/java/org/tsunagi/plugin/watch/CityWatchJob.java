// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobHandler;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.watch.domain.KeptFinding;
import org.tsunagi.plugin.watch.domain.ReasonText;
import org.tsunagi.plugin.watch.domain.WatchFinding;
import org.tsunagi.plugin.watch.persistence.LookTable;

/**
 * Looks at many schools at once and keeps what it finds. All of it is one transaction: a job that
 * dies has written nothing, and begins anew.
 */
@Component(service = JobHandler.class)
public final class CityWatchJob implements JobHandler {
  static final String KIND = "city-watch";

  private static final int FINDINGS_A_STEP = 1000;

  private final CityScan scan;
  private final LookTable looks;
  private final SchoolClock clock;

  /** Makes the handler. */
  @Activate
  public CityWatchJob(
      @Reference CityScan scan, @Reference LookTable looks, @Reference SchoolClock clock) {
    this.scan = scan;
    this.looks = looks;
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    List<SchoolId> schools;
    try (InputStream in = run.open()) {
      schools =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(SchoolId::new).toList();
    }
    LocalDate today = clock.today();
    run.setTotal(CityScan.STEPS + 1L);
    LookTable.Writing writing = looks.replace(run.connection(), schools, today, clock.now());
    int[] found = {0};
    scan.scan(
        run.connection(),
        schools,
        today,
        run::reach,
        one -> {
          writing.add(kept(one));
          if (++found[0] % FINDINGS_A_STEP == 0) {
            run.reach(CityScan.STEPS);
          }
        });
    int written = writing.flush();
    run.reach(CityScan.STEPS + 1L);
    return new JobCounts(written, 0, 0, 0, 0);
  }

  private static KeptFinding kept(CityScan.Noticed one) {
    WatchFinding finding = one.finding();
    return new KeptFinding(
        one.school(),
        one.student(),
        finding.key(),
        finding.rule(),
        finding.since(),
        finding.raisedOn(),
        finding.days(),
        finding.of(),
        ReasonText.of(finding, Locale.JAPANESE));
  }
}
