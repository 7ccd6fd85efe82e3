// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.retention.persistence.HeldRows;
import org.tsunagi.plugin.retention.persistence.RetentionTable;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.testing.TestDatabases;

/** Two people, a hold, and what is left on record, on both databases. */
class DestructionTest {
  private static final SchoolId SCHOOL = new SchoolId("S1");
  private static final Actor PRINCIPAL = actor("p1", HostRole.PRINCIPAL, "S1");
  private static final Actor VICE = actor("v1", HostRole.VICE_PRINCIPAL, "S1");
  private static final Actor OFFICE = actor("o1", HostRole.OFFICE, "S1");
  private static final Actor STRANGER = actor("p2", HostRole.PRINCIPAL, "S2");

  private static Actor actor(String id, HostRole role, String school) {
    Post post =
        new Post(
            role,
            Optional.of(new SchoolId(school)),
            Optional.empty(),
            LocalDate.of(2026, 4, 1),
            Optional.empty());
    return new Actor(id, id, List.of(post), Set.of(), false);
  }

  private static RetentionService service(Ground ground) throws Exception {
    ground.execute("INSERT INTO count_school VALUES (1, 'S1')");
    ground.execute("INSERT INTO count_student VALUES (1, 'old')");
    ground.execute("INSERT INTO count_student VALUES (2, 'new')");
    stay(ground, 1, 2019, LocalDate.of(2020, 3, 31));
    stay(ground, 1, 2020, LocalDate.of(2021, 3, 15));
    stay(ground, 2, 2021, LocalDate.of(2022, 3, 31));
    ground.execute("INSERT INTO watch_last_year VALUES ('S1', 2020, 'old', 30, 2)");
    ground.execute("INSERT INTO watch_last_year VALUES ('S1', 2021, 'new', 31, 3)");
    return new RetentionService(
        new TableGate(ground),
        ground,
        new SqlAuditTrail(ground),
        ground,
        new RetentionTable(),
        new HeldRegistry(HeldCatalogueTest.features(), new HeldRows()));
  }

  private static void stay(Ground ground, int student, int year, LocalDate last) throws Exception {
    ground.execute(
        "INSERT INTO count_stay (school_no, stay_id, student_no, school_year, grade, register_no,"
            + " first_day, last_day) VALUES (1, 'e"
            + student
            + "-"
            + year
            + "', "
            + student
            + ", "
            + year
            + ", 'J3', 1, "
            + last.minusDays(300).toEpochDay()
            + ", "
            + last.toEpochDay()
            + ")");
  }

  private static List<String> codes(Executable refused) {
    RefusedException e = assertThrows(RefusedException.class, refused);
    return e.refusal().findings().stream().map(Finding::code).toList();
  }

  private static RetentionCommand.Reasoned of(String student) {
    return new RetentionCommand.Reasoned(student, "保存期間が満了したため");
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void twoPeopleDestroyWhatIsDueAndCountsAndHashStay(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      RetentionService service = service(ground);
      RetentionReview review = service.review(OFFICE, SCHOOL);
      assertEquals(
          List.of("old 2026-03-31 true", "new 2027-03-31 false"),
          review.children().stream()
              .map(one -> one.student() + " " + one.until() + " " + one.due())
              .toList());
      assertEquals(List.of("NOT_DUE"), codes(() -> service.propose(VICE, SCHOOL, of("new"))));
      String id = service.propose(VICE, SCHOOL, of("old"));
      assertEquals(
          List.of("ALREADY_PROPOSED"), codes(() -> service.propose(VICE, SCHOOL, of("old"))));
      assertEquals(List.of("SECOND_PERSON"), codes(() -> service.destroy(VICE, SCHOOL, id)));
      service.destroy(PRINCIPAL, SCHOOL, id);
      assertEquals(
          0, ground.count("SELECT count(*) FROM watch_last_year WHERE student_id = 'old'"));
      assertEquals(
          1, ground.count("SELECT count(*) FROM watch_last_year WHERE student_id = 'new'"));
      RetentionTable.Destruction done = service.review(OFFICE, SCHOOL).destructions().get(0);
      assertEquals("done watch=1", done.state() + " " + done.counts());
      assertEquals(64, done.hash().length());
      assertEquals(1, service.review(OFFICE, SCHOOL).children().size());
      assertEquals(
          1, ground.count("SELECT count(*) FROM audit_row WHERE action = 'retention.destroy'"));
      assertThrows(Missing.class, () -> service.destroy(PRINCIPAL, SCHOOL, id));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aHoldAndAChangeStopIt(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      RetentionService service = service(ground);
      String id = service.propose(VICE, SCHOOL, of("old"));
      String hold = service.keepBack(PRINCIPAL, SCHOOL, of("old"));
      assertEquals(List.of("HELD", "CHANGED"), codes(() -> service.destroy(PRINCIPAL, SCHOOL, id)));
      service.release(PRINCIPAL, SCHOOL, hold, of("old"));
      ground.execute("DELETE FROM retention_hold");
      ground.execute("UPDATE watch_last_year SET days_absent = 1 WHERE student_id = 'old'");
      assertEquals(List.of("CHANGED"), codes(() -> service.destroy(PRINCIPAL, SCHOOL, id)));
      service.drop(VICE, SCHOOL, id);
      assertEquals(
          1, ground.count("SELECT count(*) FROM watch_last_year WHERE student_id = 'old'"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whoMayLookMayNotDestroy(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      RetentionService service = service(ground);
      assertThrows(NotPermitted.class, () -> service.propose(OFFICE, SCHOOL, of("old")));
      String id = service.propose(VICE, SCHOOL, of("old"));
      assertThrows(NotPermitted.class, () -> service.destroy(OFFICE, SCHOOL, id));
      assertThrows(NotPermitted.class, () -> service.review(STRANGER, SCHOOL));
      assertThrows(Missing.class, () -> service.propose(VICE, SCHOOL, of("nobody")));
    }
  }
}
