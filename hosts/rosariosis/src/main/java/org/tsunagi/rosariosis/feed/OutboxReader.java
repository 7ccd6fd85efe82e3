// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.feed;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.rosariosis.RosarioSettings;
import org.tsunagi.rosariosis.calendar.RosarioCalendar;
import org.tsunagi.rosariosis.roster.StayRows;

/**
 * Reads the outbox every two seconds, and tells everything once at the first start and each night.
 *
 * <p>What is told and the rows that led to it are one transaction: after a crash it is told again
 * or not at all, never half.
 */
@Component(service = OutboxReader.class, immediate = true)
public final class OutboxReader {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxReader.class);
  private static final LocalTime NIGHT = LocalTime.of(2, 30);
  private static final long DAY_SECONDS = TimeUnit.DAYS.toSeconds(1);

  private final DeskSql sql;
  private final Outbox outbox;
  private final Feeds feeds;
  private final Telling telling;
  private final StudentDirectory directory;
  private final RosarioSettings settings;
  private volatile List<ScheduledFuture<?>> work = List.of();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          job -> {
            Thread made = new Thread(job, "rosariosis-outbox");
            made.setDaemon(true);
            return made;
          });

  /** Takes whom to tell and what to read. */
  @Activate
  public OutboxReader(
      @Reference Store store,
      @Reference Feeds feeds,
      @Reference StudentDirectory directory,
      @Reference RosarioCalendar calendar,
      @Reference AttendanceBook book,
      @Reference RosarioSettings settings) {
    this.sql = new DeskSql(store);
    this.outbox = new Outbox(sql);
    this.feeds = feeds;
    this.directory = directory;
    this.settings = settings;
    this.telling = new Telling(feeds, sql, new StayRows(sql, settings), directory, calendar, book);
  }

  /** Begins to read in the background. */
  @Activate
  void start() {
    long wait = LocalTime.now(ZoneId.of("Asia/Tokyo")).until(NIGHT, ChronoUnit.SECONDS);
    work =
        List.of(
            thread.scheduleWithFixedDelay(this::readQuietly, 2, 2, TimeUnit.SECONDS),
            thread.scheduleAtFixedRate(
                this::tellAllQuietly,
                Math.floorMod(wait, DAY_SECONDS),
                DAY_SECONDS,
                TimeUnit.SECONDS));
  }

  @Deactivate
  void stop() {
    work.forEach(job -> job.cancel(true));
    thread.shutdownNow();
  }

  private void readQuietly() {
    try {
      if (feeds.complete()) {
        if (nothingTold()) {
          tellAll();
        }
        while (read() == Outbox.PORTION) {
          LOG.debug("the outbox was full");
        }
      }
    } catch (RuntimeException e) {
      LOG.error("changes of the host could not be told; they are kept and tried again", e);
    }
  }

  private void tellAllQuietly() {
    try {
      tellAll();
    } catch (RuntimeException e) {
      LOG.error("the nightly telling stopped", e);
    }
  }

  private boolean nothingTold() {
    return sql.find("SELECT 1 AS one FROM rosario_stay LIMIT 1", p -> {}, c -> c.number("one"))
        .isEmpty();
  }

  /** Tells the oldest changes and returns how many they were. */
  int read() {
    return sql.inTransaction(
        () -> {
          if (!outbox.reserve()) {
            return 0;
          }
          List<Outbox.Change> changes = outbox.next();
          telling.tell(changes);
          outbox.delete(changes);
          return changes.size();
        });
  }

  /** Tells everything of the running school year. */
  void tellAll() {
    for (School school : directory.listSchools()) {
      telling.tellAll(school.id(), settings.schoolYear());
    }
  }
}
