// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;

/**
 * Looks at all schools at certain times of the day, once on all nodes together: each look is a job
 * with an id made of its day and time.
 */
@Component(service = DailyScans.class, immediate = true)
public final class DailyScans {
  private static final Logger LOG = LoggerFactory.getLogger(DailyScans.class);
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final String TIMES = "08:30,10:30,13:00,16:00";

  private final Transactions transactions;
  private final ScanQueue queue;
  private final SchoolClock clock;
  private final List<LocalTime> times;
  private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

  /** Reads the times from {@code tsunagi.watch.times}; {@code none} looks at no time. */
  @Activate
  public DailyScans(
      BundleContext context,
      @Reference Transactions transactions,
      @Reference ScanQueue queue,
      @Reference SchoolClock clock) {
    this.transactions = transactions;
    this.queue = queue;
    this.clock = clock;
    this.times =
        times(
            Optional.ofNullable(context.getProperty("tsunagi.watch.times"))
                .filter(text -> !text.isBlank())
                .orElse(TIMES));
    // The first look waits, so that a desk that is just importing its first files is not disturbed.
    ScheduledFuture<?> unused = looks.scheduleWithFixedDelay(this::look, 90, 60, TimeUnit.SECONDS);
  }

  static List<LocalTime> times(String text) {
    return text.strip().equals("none")
        ? List.of()
        : Stream.of(text.split(",", -1)).map(String::strip).map(LocalTime::parse).toList();
  }

  /** Finds the id of the newest look that is due; empty before the first one of the day. */
  static Optional<String> due(List<LocalTime> times, ZonedDateTime now) {
    return times.stream()
        .filter(time -> !time.isAfter(now.toLocalTime()))
        .max(Comparator.naturalOrder())
        .map(time -> "watch|" + now.toLocalDate() + "|" + time)
        .map(name -> UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** Stops looking. */
  @Deactivate
  public void stop() {
    looks.shutdownNow();
  }

  private void look() {
    try {
      due(times, clock.now().atZone(TOKYO))
          .ifPresent(id -> transactions.runSql(connection -> queue.queueOnce(connection, id)));
    } catch (RuntimeException failure) {
      LOG.warn("could not queue the daily look ({})", failure.getClass().getName());
    }
  }
}
