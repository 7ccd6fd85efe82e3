// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.domain.AuditChainRule;
import org.tsunagi.plugin.access.domain.AuditChainRule.Break;
import org.tsunagi.plugin.access.domain.AuditChainRule.Flaw;
import org.tsunagi.plugin.access.domain.AuditHead;
import org.tsunagi.plugin.access.domain.AuditRow;
import org.tsunagi.plugin.access.persistence.AuditRows;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.testing.TestDatabases;

class AuditTrailTest {
  private static final Actor ACTOR = new Actor("t01", "試験　花子", List.of(), Set.of(), true);
  private static final Optional<SchoolId> SCHOOL = Optional.of(new SchoolId("S1"));

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyWrittenRowIsReadBackWithItsHash(TestDatabases.Named database) {
    try (Ground ground = new Ground(database)) {
      AuditTrail trail = new SqlAuditTrail(ground);
      write(ground, trail, SCHOOL, 3);
      write(ground, trail, Optional.empty(), 2);
      List<AuditRow> rows = rows(ground, "school:S1");
      assertEquals(List.of(1L, 2L, 3L), rows.stream().map(AuditRow::seq).toList());
      assertEquals("{\"code\":\"𠮷\\\"\",\"n\":\"0\"}", rows.get(0).facts());
      rows.forEach(row -> assertEquals(row.computeHash(), row.hash()));
      assertEquals(List.of(), breaks(ground, "school:S1"));
      assertEquals(List.of(), breaks(ground, "installation"));
      assertEquals(List.of(), breaks(ground, "school:unknown"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aChangedDroppedOrMovedRowIsFound(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      AuditTrail trail = new SqlAuditTrail(ground);
      for (String school : List.of("changed", "dropped", "swapped", "cut", "first", "added")) {
        write(ground, trail, Optional.of(new SchoolId(school)), 5);
      }
      ground.execute(
          "UPDATE audit_row SET facts = '{}' WHERE chain = 'school:changed' AND seq = 3");
      ground.execute("DELETE FROM audit_row WHERE chain = 'school:dropped' AND seq = 3");
      ground.execute("UPDATE audit_row SET seq = 9 WHERE chain = 'school:swapped' AND seq = 2");
      ground.execute("UPDATE audit_row SET seq = 2 WHERE chain = 'school:swapped' AND seq = 3");
      ground.execute("UPDATE audit_row SET seq = 3 WHERE chain = 'school:swapped' AND seq = 9");
      ground.execute("DELETE FROM audit_row WHERE chain = 'school:cut' AND seq = 5");
      ground.execute("DELETE FROM audit_row WHERE chain = 'school:first' AND seq = 1");
      ground.execute("UPDATE audit_head SET seq = 4 WHERE chain = 'school:added'");
      assertEquals(List.of(new Break(3, Flaw.CHANGED)), breaks(ground, "school:changed"));
      assertEquals(List.of(new Break(4, Flaw.GAP)), breaks(ground, "school:dropped"));
      assertTrue(breaks(ground, "school:swapped").contains(new Break(2, Flaw.UNLINKED)));
      assertEquals(List.of(new Break(5, Flaw.END)), breaks(ground, "school:cut"));
      assertEquals(List.of(new Break(2, Flaw.GAP)), breaks(ground, "school:first"));
      assertTrue(breaks(ground, "school:added").stream().anyMatch(b -> b.flaw() == Flaw.END));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyColumnIsSealed(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      AuditTrail trail = new SqlAuditTrail(ground);
      List<String> columns =
          List.of("actor_id", "actor_name", "action", "object", "facts", "previous_hash", "hash");
      for (String column : columns) {
        write(ground, trail, Optional.of(new SchoolId(column)), 2);
        ground.execute(
            "UPDATE audit_row SET "
                + column
                + " = 'x' WHERE seq = 2 AND chain = 'school:"
                + column
                + "'");
      }
      write(ground, trail, Optional.of(new SchoolId("time")), 2);
      ground.execute(
          "UPDATE audit_row SET recorded_at = TIMESTAMP WITH TIME ZONE '2026-11-20 00:00:00+00'"
              + " WHERE seq = 2 AND chain = 'school:time'");
      assertTrue(!breaks(ground, "school:time").isEmpty(), "time");
      for (String column : columns) {
        assertTrue(!breaks(ground, "school:" + column).isEmpty(), column);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void writersAtTheSameTimeKeepTheChainWhole(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      AuditTrail trail = new SqlAuditTrail(ground);
      ExecutorService threads = Executors.newFixedThreadPool(8);
      Callable<Boolean> writer =
          () -> {
            IntStream.range(0, 20).forEach(i -> write(ground, trail, SCHOOL, 1));
            return true;
          };
      for (Future<Boolean> done : threads.invokeAll(java.util.Collections.nCopies(8, writer))) {
        assertTrue(done.get());
      }
      threads.shutdown();
      assertEquals(160, rows(ground, "school:S1").size());
      assertEquals(List.of(), breaks(ground, "school:S1"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aCommandThatFailsLeavesNoRow(TestDatabases.Named database) {
    try (Ground ground = new Ground(database)) {
      AuditTrail trail = new SqlAuditTrail(ground);
      assertThrows(
          IllegalStateException.class,
          () ->
              ground.runSql(
                  connection -> {
                    trail.record(connection, ACTOR, SCHOOL, "test", "thing:1", Map.of());
                    throw new IllegalStateException("on purpose");
                  }));
      assertEquals(List.of(), rows(ground, "school:S1"));
      assertEquals(List.of(), breaks(ground, "school:S1"));
    }
  }

  private static void write(Ground ground, AuditTrail trail, Optional<SchoolId> school, int count) {
    for (int i = 0; i < count; i++) {
      Map<String, String> facts = Map.of("n", Integer.toString(i), "code", "𠮷\"");
      ground.<Boolean, RuntimeException>runSql(
          connection -> {
            trail.record(connection, ACTOR, school, "test.write", "thing:1", facts);
            return true;
          });
    }
  }

  private static List<AuditRow> rows(Ground ground, String chain) {
    return ground.<List<AuditRow>, RuntimeException>runSql(
        c -> new AuditRows(c).list(chain, java.time.Instant.EPOCH, 0, 1000));
  }

  private static List<Break> breaks(Ground ground, String chain) {
    AuditHead head = ground.<AuditHead, RuntimeException>runSql(c -> new AuditRows(c).head(chain));
    return AuditChainRule.verify(rows(ground, chain), head);
  }
}
