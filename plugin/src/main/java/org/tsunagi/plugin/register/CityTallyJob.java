// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.Creditings;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.JobHandler;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.register.persistence.CityQuery;
import org.tsunagi.plugin.register.persistence.CityTallies;
import org.tsunagi.plugin.register.persistence.TallySnapshots;

/** Counts all students of many schools and keeps the figures for exports. */
@Component(service = JobHandler.class)
public final class CityTallyJob implements JobHandler {
  static final String KIND = "city-tallies";

  private static final int ROWS_A_STEP = 5000;

  private final Counting counting;
  private final Creditings creditings;
  private final CityTallies tallies;
  private final TallySnapshots snapshots;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public CityTallyJob(
      @Reference Counting counting,
      @Reference Creditings creditings,
      @Reference CityTallies tallies,
      @Reference TallySnapshots snapshots,
      @Reference SchoolClock clock) {
    this.counting = counting;
    this.creditings = creditings;
    this.tallies = tallies;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public JobCounts run(JobRun run) throws IOException {
    CityTallyOrder order;
    try (InputStream in = run.open()) {
      order = CityTallyOrder.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    CreditingBook book =
        creditings.load(
            run.connection(), Set.copyOf(order.schools()), order.schoolYear(), Set.of());
    CityQuery query =
        new CityQuery(
            order.schools(),
            order.schoolYear(),
            clock.today(),
            order.monthly(),
            counting.codes(run.connection()),
            book);
    run.setTotal(CityTallies.STEPS);
    TallySnapshots.Writing writing = snapshots.replace(run.connection(), query, clock.now());
    int[] rows = {0};
    tallies.rollUp(
        run.connection(),
        query,
        run::reach,
        row -> {
          writing.add(row);
          if (++rows[0] % ROWS_A_STEP == 0) {
            run.reach(CityTallies.STEPS - 1L);
          }
        });
    return new JobCounts(writing.flush(), 0, 0, 0, 0);
  }
}
