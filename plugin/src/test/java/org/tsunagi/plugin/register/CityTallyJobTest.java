// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.crediting.persistence.SqlCreditings;
import org.tsunagi.plugin.platform.jobs.JobCancelled;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.JobView;
import org.tsunagi.plugin.platform.jobs.domain.Claim;
import org.tsunagi.plugin.platform.jobs.domain.Job;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobResult;
import org.tsunagi.plugin.platform.jobs.domain.JobState;
import org.tsunagi.plugin.platform.jobs.persistence.SqlJobs;
import org.tsunagi.plugin.register.persistence.CityQuery;
import org.tsunagi.plugin.register.persistence.CityTallies;
import org.tsunagi.plugin.register.persistence.RegisterFacts;
import org.tsunagi.plugin.register.persistence.TallySnapshots;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.testing.TestDatabases;

/** The job that counts a city, from the order to the file. */
class CityTallyJobTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 31);

  private final SqlJobs jobs = new SqlJobs();

  private static Fixture grade(TestDatabases.Named database) {
    Fixture fixture = new Fixture(database, TODAY);
    Homeroom one = fixture.room("1組", Grade.P5);
    Homeroom two = fixture.room("2組", Grade.P5);
    fixture.stay("A", one);
    fixture.stay("B", two);
    fixture.stay("C", two, LocalDate.of(2022, 5, 2), Optional.of(LocalDate.of(2023, 1, 12)));
    List<LocalDate> days = new ArrayList<>();
    for (int day = 10; day < 25; day++) {
      days.add(LocalDate.of(2023, 1, day));
      days.add(LocalDate.of(2022, 5, day));
    }
    fixture.plan(Grade.P5, true, days);
    fixture.close("homeroom", "1組", "ART20", "", "2023-01-16", "2023-01-18");
    return fixture;
  }

  private CityTallyService service(Fixture fixture) {
    return new CityTallyService(
        fixture, fixture.transactions, jobs, fixture, fixture, fixture.host, new TallySnapshots());
  }

  private JobCounts work(Fixture fixture, JobRun.Progress progress) throws IOException {
    CityTallyJob job =
        new CityTallyJob(
            new Counting(
                new Codes(new ShippedCodes()),
                new RegisterFacts(),
                new SqlCreditings(new FacilityTable()),
                fixture),
            new SqlCreditings(new FacilityTable()),
            new CityTallies(),
            new TallySnapshots(),
            fixture);
    Claim claim =
        fixture.transactions.runSql(
            c -> jobs.claim(c, "n", fixture.now(), Duration.ofMinutes(1)).orElseThrow());
    return fixture.transactions.runSql(
        c -> {
          JobCounts counts = job.run(new JobRun(claim.job(), jobs, c, progress));
          JobResult result = new JobResult(counts, List.of(), 0);
          assertTrue(jobs.end(c, claim, JobState.SUCCEEDED, result, fixture.now()));
          return counts;
        });
  }

  private static List<String> lines(CityTallyService service, Fixture fixture, boolean monthly)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TallyCsv.writeFigures(service.open(fixture.actor, 2022, monthly), out, false);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> figures(Fixture fixture, boolean monthly) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<TallyRow> rows = fixture.tallies(monthly);
    TallyCsv.writeFigures(rows::forEach, out, false);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void theFileOfTheJobHasTheLinesOfTheTallies(TestDatabases.Named database) throws IOException {
    Fixture fixture = grade(database);
    CityTallyService service = service(fixture);
    for (boolean monthly : List.of(false, true)) {
      service.submit(fixture.actor, 2022, monthly);
      JobRun.Progress progress = new JobRun.Progress();
      int rows = work(fixture, progress).added();
      assertEquals(figures(fixture, monthly), lines(service, fixture, monthly));
      assertEquals(lines(service, fixture, monthly).size() - 1, rows);
      assertEquals(progress.total(), progress.done());
    }
    assertEquals(TODAY, service.counted(fixture.actor, 2022, false).get(0).countedTo());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void countingAgainReplacesWhatWasKept(TestDatabases.Named database) throws IOException {
    Fixture fixture = grade(database);
    CityTallyService service = service(fixture);
    service.submit(fixture.actor, 2022, false);
    work(fixture, new JobRun.Progress());
    List<String> before = lines(service, fixture, false);
    fixture.close("homeroom", "2組", "ART20", "", "2023-01-16", "2023-01-18");
    assertEquals(before, lines(service, fixture, false));
    service.submit(fixture.actor, 2022, false);
    work(fixture, new JobRun.Progress());
    assertEquals(figures(fixture, false), lines(service, fixture, false));
    assertNotEquals(before, lines(service, fixture, false));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aCancelledJobWritesNothing(TestDatabases.Named database) throws IOException {
    Fixture fixture = grade(database);
    CityTallyService service = service(fixture);
    service.submit(fixture.actor, 2022, false);
    JobRun.Progress progress = new JobRun.Progress();
    progress.stop();
    assertThrows(JobCancelled.class, () -> work(fixture, progress));
    assertEquals(1, lines(service, fixture, false).size());
  }

  /** Begins the newest job on a node and dies at a step, as a killed process does. */
  private long dieAt(Fixture fixture, int step) {
    Claim claim =
        fixture.transactions.runSql(
            c -> jobs.claim(c, "dying", fixture.now(), Duration.ofMinutes(1)).orElseThrow());
    JobRun.Progress progress = new JobRun.Progress();
    int[] reached = {0};
    assertThrows(
        IllegalStateException.class,
        () ->
            fixture.transactions.runSql(
                c -> {
                  CityQuery query = query(fixture, c);
                  JobRun run = new JobRun(claim.job(), jobs, c, progress);
                  run.setTotal(CityTallies.STEPS);
                  TallySnapshots.Writing writing =
                      new TallySnapshots().replace(c, query, fixture.now());
                  new CityTallies()
                      .rollUp(
                          c,
                          query,
                          done -> {
                            run.reach(done);
                            reached[0] = done;
                            if (done == step) {
                              throw new IllegalStateException("killed");
                            }
                          },
                          writing::add);
                  return true;
                }));
    fixture.transactions.runSql(
        c -> jobs.beat(c, claim, fixture.now(), progress.done(), progress.total()));
    assertEquals(step, reached[0]);
    return progress.done();
  }

  private static CityQuery query(Fixture fixture, Connection connection) {
    return new CityQuery(
        fixture.host.listSchools().stream().map(School::id).toList(),
        2022,
        TODAY,
        false,
        new Codes(new ShippedCodes()).catalogue(connection),
        CreditingBook.EMPTY);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aJobKilledAtAnyStepLeavesTheLastCountAndIsDoneByTheNextNode(TestDatabases.Named database)
      throws IOException {
    Fixture fixture = grade(database);
    CityTallyService service = service(fixture);
    service.submit(fixture.actor, 2022, false);
    work(fixture, new JobRun.Progress());
    List<String> before = lines(service, fixture, false);
    assertEquals(Optional.empty(), service.underWay(fixture.actor));
    for (int step = 1; step < CityTallies.STEPS; step++) {
      fixture.close("homeroom", "2組", "ART20", "", "2022-05-1" + step, "2022-05-1" + step);
      String id = service.submit(fixture.actor, 2022, false);
      assertEquals(Optional.of(id), service.underWay(fixture.actor));
      assertEquals(step, dieAt(fixture, step));
      assertEquals(before, lines(service, fixture, false));
      JobView shown = JobView.of(found(fixture, id), List.of());
      assertEquals("running", shown.state());
      assertEquals(new JobView.Progress(step, CityTallies.STEPS), shown.progress());
      fixture.transactions.runSql(
          c -> {
            Claim again =
                jobs.claim(c, "next", fixture.now().plusSeconds(120), Duration.ofMinutes(1))
                    .orElseThrow();
            assertEquals(id, again.job().id());
            jobs.release(c, again);
            return true;
          });
      work(fixture, new JobRun.Progress());
      assertEquals(figures(fixture, false), lines(service, fixture, false));
      assertNotEquals(before, lines(service, fixture, false));
      before = lines(service, fixture, false);
    }
  }

  private Job found(Fixture fixture, String id) {
    return fixture.transactions.runSql(c -> jobs.find(c, id).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void nobodyOrdersWhatTheyMayNotRead(TestDatabases.Named database) {
    Fixture fixture = grade(database);
    fixture.denied.add(Privilege.TALLY_READ);
    CityTallyService service = service(fixture);
    assertThrows(NotPermitted.class, () -> service.submit(fixture.actor, 2022, false));
    assertThrows(NotPermitted.class, () -> service.open(fixture.actor, 2022, false));
  }
}
