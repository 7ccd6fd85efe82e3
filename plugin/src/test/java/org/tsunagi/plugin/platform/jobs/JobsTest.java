// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.store.Work;
import org.tsunagi.plugin.imports.file.Complaints;
import org.tsunagi.plugin.platform.Migrations;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.jobs.domain.Claim;
import org.tsunagi.plugin.platform.jobs.domain.Job;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobRequest;
import org.tsunagi.plugin.platform.jobs.domain.JobState;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.platform.jobs.persistence.SqlJobs;
import org.tsunagi.testing.TestDatabases;

class JobsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final SqlJobs jobs = new SqlJobs();

  static Stream<DataSource> databases() {
    return TestDatabases.both().map(TestDatabases.Named::dataSource);
  }

  private record Plain(DataSource database) implements Transactions {
    @Override
    public <T, E extends Exception> T run(Command<T, E> command) {
      throw new AssertionError("SQL only");
    }

    @Override
    public <T, E extends Exception> T runSql(Work<T, E> work) throws E {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
          T result = work.run(connection);
          connection.commit();
          done = true;
          return result;
        } finally {
          if (!done) {
            connection.rollback();
          }
        }
      } catch (java.sql.SQLException failure) {
        throw new AssertionError(failure);
      }
    }
  }

  private Plain migrated(DataSource database) {
    Migrations.run(database);
    return new Plain(database);
  }

  private void add(Plain db, String id, byte[] upload, boolean dryRun) throws Exception {
    db.runSql(
        c -> {
          JobRequest request = new JobRequest(id, "test", dryRun, "a", "A", NOW);
          jobs.add(c, request, new ByteArrayInputStream(upload));
          return true;
        });
  }

  private Claim claim(Plain db, String node, Instant at) {
    return db.runSql(c -> jobs.claim(c, node, at, SILENCE)).orElseThrow();
  }

  private Job find(Plain db, String id) {
    return db.runSql(c -> jobs.find(c, id)).orElseThrow();
  }

  private interface Task {
    JobCounts run(JobRun run);
  }

  private JobAttempt attempt(Plain db, Task task) {
    JobHandler handler =
        new JobHandler() {
          @Override
          public Set<String> kinds() {
            return Set.of("test");
          }

          @Override
          public JobCounts run(JobRun run) {
            return task.run(run);
          }
        };
    return new JobAttempt(db, jobs, List.of(handler));
  }

  private static JobCounts write(JobRun run) {
    Sql.update(run.connection(), "INSERT INTO job_lane (name) VALUES ('written')");
    return new JobCounts(1, 0, 0, 0, 0);
  }

  private static int written(Plain db) {
    return db.runSql(
        c -> Sql.list(c, "SELECT 1 FROM job_lane WHERE name = 'written'", r -> 1).size());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aJobWhoseNodeDiedIsBegunAgainAndTheDeadNodeCanNotEndIt(DataSource database)
      throws Exception {
    Plain db = migrated(database);
    byte[] upload = new byte[1_200_000];
    upload[1_100_000] = 7;
    add(db, "j1", upload, false);
    Claim dead = claim(db, "n1", NOW);
    assertTrue(db.runSql(c -> jobs.claim(c, "n2", NOW.plusSeconds(59), SILENCE)).isEmpty());
    Claim alive = claim(db, "n2", NOW.plusSeconds(61));
    assertEquals(2, alive.job().attempt());
    assertEquals(
        Boolean.FALSE, db.<Boolean, RuntimeException>runSql(c -> jobs.beat(c, dead, NOW, 1, 2)));
    attempt(db, JobsTest::write).run(dead, new JobRun.Progress(), () -> false);
    assertEquals(0, written(db));
    Task reads =
        run -> {
          try {
            assertArrayEquals(upload, run.open().readAllBytes());
          } catch (java.io.IOException failure) {
            throw new AssertionError(failure);
          }
          return write(run);
        };
    attempt(db, reads).run(alive, new JobRun.Progress(), () -> false);
    assertEquals(JobState.SUCCEEDED, find(db, "j1").state());
    assertEquals(1, written(db));
    assertTrue(db.runSql(c -> jobs.findChunk(c, "j1", 0)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void dryRunRefusalFailureAndCancelWriteNothing(DataSource database) throws Exception {
    Plain db = migrated(database);
    add(db, "dry", new byte[1], true);
    attempt(db, JobsTest::write).run(claim(db, "n", NOW), new JobRun.Progress(), () -> false);
    assertEquals(JobState.SUCCEEDED, find(db, "dry").state());
    assertEquals(1, find(db, "dry").counts().added());

    add(db, "bad", new byte[1], false);
    Task refused =
        run -> {
          run.findings().add(Complaints.error("X", "f.csv", 3, "c", "m", "v".repeat(90)));
          return write(run);
        };
    attempt(db, refused).run(claim(db, "n", NOW), new JobRun.Progress(), () -> false);
    assertEquals(JobState.FAILED, find(db, "bad").state());
    assertEquals(1, find(db, "bad").counts().refused());
    assertEquals(40, db.runSql(c -> jobs.listFindings(c, "bad")).get(0).value().length());

    add(db, "stop", new byte[1], false);
    Claim claim = claim(db, "n", NOW);
    assertEquals(
        Boolean.TRUE, db.<Boolean, RuntimeException>runSql(c -> jobs.cancel(c, "stop", NOW)));
    assertEquals(
        Boolean.FALSE, db.<Boolean, RuntimeException>runSql(c -> jobs.beat(c, claim, NOW, 0, 0)));
    attempt(db, JobsTest::write).run(claim, new JobRun.Progress(), () -> false);
    assertEquals(JobState.CANCELLED, find(db, "stop").state());
    assertEquals(0, written(db));
  }
}
