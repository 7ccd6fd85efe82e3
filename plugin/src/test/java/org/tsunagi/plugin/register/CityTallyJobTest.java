// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.crediting.persistence.SqlCreditings;
import org.tsunagi.plugin.platform.jobs.JobCancelled;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.Claim;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobResult;
import org.tsunagi.plugin.platform.jobs.domain.JobState;
import org.tsunagi.plugin.platform.jobs.persistence.SqlJobs;
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
