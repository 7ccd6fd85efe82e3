// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.platform.jobs.JobCancelled;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.Claim;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobResult;
import org.tsunagi.plugin.platform.jobs.domain.JobState;
import org.tsunagi.plugin.platform.jobs.persistence.SqlJobs;
import org.tsunagi.plugin.register.persistence.CityDays;
import org.tsunagi.plugin.register.persistence.MarkCopy;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.watch.CityScan;
import org.tsunagi.plugin.watch.CityWatchJob;
import org.tsunagi.plugin.watch.CityWatchService;
import org.tsunagi.plugin.watch.domain.KeptFinding;
import org.tsunagi.plugin.watch.domain.WatchRule;
import org.tsunagi.plugin.watch.persistence.LookTable;
import org.tsunagi.plugin.watch.persistence.SettingTable;
import org.tsunagi.testing.TestDatabases;

/** The job that looks at many schools, from the order to what is kept. */
class CityWatchJobTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 1, 13);

  private final SqlJobs jobs = new SqlJobs();

  /** Two children of whom one is away on the last three school days. */
  private static Fixture grade(TestDatabases.Named database) {
    Fixture fixture = new Fixture(database, TODAY);
    Homeroom room = fixture.room("1組", Grade.P5);
    fixture.stay("A", room);
    fixture.stay("B", room);
    List<LocalDate> days = new ArrayList<>();
    for (int day = 9; day < 14; day++) {
      days.add(LocalDate.of(2023, 1, day));
    }
    fixture.plan(Grade.P5, true, days);
    for (int day = 11; day < 14; day++) {
      mark(fixture, "A", LocalDate.of(2023, 1, day), "ABSENT_ILLNESS");
    }
    return fixture;
  }

  private static void mark(Fixture fixture, String student, LocalDate date, String code) {
    new MarkCopy(fixture.transactions)
        .marksChanged(
            List.of(AttendanceMark.of(Fixture.SCHOOL, new StudentId(student), date, code)));
  }

  private CityWatchService service(Fixture fixture) {
    return new CityWatchService(
        fixture, fixture.transactions, jobs, fixture, fixture, fixture.host, new LookTable());
  }

  private JobCounts work(Fixture fixture, JobRun.Progress progress) throws IOException {
    CityOutlines outlines =
        new CityOutlines(
            fixture.counting,
            (connection, schools, year, students) -> CreditingBook.EMPTY,
            new CityDays(),
            fixture);
    CityWatchJob job =
        new CityWatchJob(new CityScan(outlines, new SettingTable()), new LookTable(), fixture);
    Claim claim =
        fixture.transactions.runSql(
            c ->
                jobs.claim(c, "n", fixture.now().plusSeconds(120), Duration.ofMinutes(1))
                    .orElseThrow());
    return fixture.transactions.runSql(
        c -> {
          JobCounts counts = job.run(new JobRun(claim.job(), jobs, c, progress));
          JobResult result = new JobResult(counts, List.of(), 0);
          assertTrue(jobs.end(c, claim, JobState.SUCCEEDED, result, fixture.now()));
          return counts;
        });
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void eachFindingIsKeptOnceWithItsReasonHoweverOftenTheJobRuns(TestDatabases.Named database)
      throws IOException {
    Fixture fixture = grade(database);
    CityWatchService service = service(fixture);
    for (int look = 0; look < 2; look++) {
      String id = service.submit(fixture.actor);
      assertEquals(Optional.of(id), service.underWay(fixture.actor));
      JobRun.Progress progress = new JobRun.Progress();
      assertEquals(1, work(fixture, progress).added());
      assertEquals(progress.total(), progress.done());
      assertEquals(Optional.empty(), service.underWay(fixture.actor));
      List<KeptFinding> found = service.list(fixture.actor);
      assertEquals(1, found.size());
      assertEquals(WatchRule.CONSECUTIVE_3, found.get(0).rule());
      assertEquals("A", found.get(0).student().value());
      assertEquals("1月11日から続けて3日欠席です。水・木・金", found.get(0).reason());
      assertEquals(TODAY, service.looked(fixture.actor).get(0).on());
    }
    assertTrue(fixture.audited.containsAll(List.of("cityWatch.submit", "cityWatch.export")));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aJobThatStopsHalfwayKeepsTheLastLookAndTheNextAttemptFinishesIt(TestDatabases.Named database)
      throws IOException {
    Fixture fixture = grade(database);
    CityWatchService service = service(fixture);
    service.submit(fixture.actor);
    work(fixture, new JobRun.Progress());
    mark(fixture, "B", LocalDate.of(2023, 1, 11), "ABSENT_ILLNESS");
    mark(fixture, "B", LocalDate.of(2023, 1, 12), "ABSENT_ILLNESS");
    mark(fixture, "B", LocalDate.of(2023, 1, 13), "ABSENT_ILLNESS");
    service.submit(fixture.actor);
    JobRun.Progress stopped = new JobRun.Progress();
    stopped.stop();
    assertThrows(JobCancelled.class, () -> work(fixture, stopped));
    assertEquals(1, service.list(fixture.actor).size());
    fixture.today(TODAY);
    Claim dead =
        fixture.transactions.runSql(
            c ->
                jobs.claim(c, "m", fixture.now().plusSeconds(600), Duration.ofMinutes(1))
                    .orElseThrow());
    fixture.transactions.runSql(
        c -> {
          jobs.release(c, dead);
          return true;
        });
    work(fixture, new JobRun.Progress());
    assertEquals(2, service.list(fixture.actor).size());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void nobodyLooksAtWhatTheyMayNotRead(TestDatabases.Named database) {
    Fixture fixture = grade(database);
    fixture.denied.add(Privilege.WATCH_READ);
    CityWatchService service = service(fixture);
    assertThrows(NotPermitted.class, () -> service.submit(fixture.actor));
    assertThrows(NotPermitted.class, () -> service.list(fixture.actor));
    assertThrows(NotPermitted.class, () -> service.looked(fixture.actor));
  }
}
