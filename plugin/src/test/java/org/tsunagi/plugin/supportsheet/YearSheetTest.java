// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

class YearSheetTest {
  private static final SchoolYear YEAR = new SchoolYear(2026);
  private static final StudentId STUDENT = OneClass.STUDENT;
  private static final Actor TEACHER = actor("t1", HostRole.HOMEROOM_TEACHER, "S1");
  private static final Actor STRANGER = actor("t2", HostRole.PRINCIPAL, "S2");
  private static final Actor COLLEAGUE = actor("t3", HostRole.TEACHER, "S1");

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void anEmptySheetShowsWhatTheRosterKnows(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      YearSheetView view = service(ground).view(TEACHER, STUDENT, YEAR);
      assertEquals(0, view.version());
      assertEquals("empty", view.state());
      assertEquals("髙﨑　𠮷男", view.reflected().studentName().value());
      assertEquals("担任　花子", view.reflected().homeroomTeacher().value());
      assertEquals("校長　一郎", view.reflected().administrator().value());
      assertEquals("中2", view.reflected().grade().value());
      assertEquals("000-0000-0001", view.reflected().guardianPhone().value());
      assertEquals("guardian", view.reflected().guardianPhone().source());
      assertTrue(view.canWrite());
      assertEquals(1, ground.count("SELECT count(*) FROM read_log WHERE section = 'a:2026'"));
      assertEquals(0, ground.count("SELECT count(*) FROM audit_row"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everySaveIsAVersionThatStaysWithItsAuditRow(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      YearSheetService sheets = service(ground);
      assertEquals(1, sheets.save(TEACHER, STUDENT, YEAR, command(0, "一")).version());
      assertEquals(2, sheets.save(TEACHER, STUDENT, YEAR, command(1, "二 𠮷")).version());
      assertEquals(2, sheets.save(TEACHER, STUDENT, YEAR, command(2, "二 𠮷")).version());
      List<YearSheetView.Version> versions = sheets.listVersions(TEACHER, STUDENT, YEAR, 0, 10);
      assertEquals(
          List.of("二 𠮷", "一"),
          versions.stream().map(version -> version.content().absenceReasons()).toList());
      assertEquals("homeroomTeacher", versions.get(0).savedTitle());
      assertEquals(command(0, "一").content(), versions.get(1).content());
      assertEquals(2, ground.count("SELECT count(*) FROM audit_row WHERE action = 'sheet.save'"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void ofTwoWritersOneIsToldAndBothTextsAreThere(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      YearSheetService sheets = service(ground);
      for (int version = 0; version < 10; version++) {
        int basedOn = version;
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Callable<String> one = () -> outcome(sheets, start, command(basedOn, "甲" + basedOn));
        Callable<String> two = () -> outcome(sheets, start, command(basedOn, "乙" + basedOn));
        Set<String> outcomes = new TreeSet<>();
        for (Future<String> done : threads.invokeAll(List.of(one, two))) {
          outcomes.add(done.get());
        }
        threads.shutdown();
        String newest = sheets.view(TEACHER, STUDENT, YEAR).content().absenceReasons();
        String lost = newest.startsWith("甲") ? "乙" + basedOn : "甲" + basedOn;
        assertEquals(
            new TreeSet<>(Set.of("saved " + newest, "told " + lost + " against " + newest)),
            outcomes);
      }
      assertEquals(10, ground.count("SELECT count(*) FROM sheet_version"));
      assertEquals(10, ground.count("SELECT count(*) FROM audit_row"));
      assertEquals(1, ground.count("SELECT count(*) FROM sheet"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void anAbsentStudentAndASecretOneLookAlike(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      YearSheetService sheets = service(ground);
      StudentId absent = new StudentId("nobody");
      SchoolYear before = new SchoolYear(2024);
      assertThrows(Missing.class, () -> sheets.view(STRANGER, STUDENT, YEAR));
      assertThrows(Missing.class, () -> sheets.view(STRANGER, absent, YEAR));
      assertThrows(Missing.class, () -> sheets.view(TEACHER, absent, YEAR));
      assertThrows(Missing.class, () -> sheets.view(TEACHER, STUDENT, before));
      assertThrows(Missing.class, () -> sheets.view(STRANGER, STUDENT, before));
      assertThrows(Missing.class, () -> sheets.save(STRANGER, STUDENT, YEAR, command(0, "x")));
      assertThrows(Missing.class, () -> sheets.listVersions(STRANGER, STUDENT, YEAR, 0, 1));
      assertThrows(NotPermitted.class, () -> sheets.view(COLLEAGUE, STUDENT, YEAR));
      assertEquals(0, ground.count("SELECT count(*) FROM sheet"));
      assertEquals(0, ground.count("SELECT count(*) FROM read_log"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void withoutItsAuditRowNothingIsSaved(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      service(ground).save(TEACHER, STUDENT, YEAR, command(0, "前"));
      ground.execute("ALTER TABLE audit_row RENAME TO audit_row_gone");
      YearSheetService sheets = service(ground);
      assertThrows(
          IllegalStateException.class, () -> sheets.save(TEACHER, STUDENT, YEAR, command(1, "後")));
      ground.execute("ALTER TABLE audit_row_gone RENAME TO audit_row");
      assertEquals("前", sheets.view(TEACHER, STUDENT, YEAR).content().absenceReasons());
      assertEquals(1, ground.count("SELECT count(*) FROM sheet_version"));
      assertEquals(1, ground.count("SELECT count(*) FROM audit_row"));
      assertEquals(2, sheets.save(TEACHER, STUDENT, YEAR, command(1, "後")).version());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aContentThatCannotBeKeptIsRefusedWithTheReason(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      YearSheetService sheets = service(ground);
      String longest = "𠮷".repeat(20_000);
      assertEquals(1, sheets.save(TEACHER, STUDENT, YEAR, command(0, longest)).version());
      assertEquals(List.of("TOO_LONG"), refusal(sheets, command(1, longest + "字")));
      YearSheetContent phone =
          new YearSheetContent(
              List.of(new YearSheetContent.Line("medical", null, null, "<script>", null)),
              null,
              null,
              null);
      assertEquals(List.of("PHONE_SHAPE"), refusal(sheets, new YearSheetCommand(1, phone)));
      YearSheetContent month = new YearSheetContent(null, null, null, Map.of("2027-04", "5/2"));
      assertEquals(List.of("MONTH_OUTSIDE_YEAR"), refusal(sheets, new YearSheetCommand(1, month)));
      assertEquals(1, ground.count("SELECT count(*) FROM sheet_version"));
    }
  }

  private static List<String> refusal(YearSheetService sheets, YearSheetCommand command) {
    return assertThrows(RefusedException.class, () -> sheets.save(TEACHER, STUDENT, YEAR, command))
        .refusal()
        .findings()
        .stream()
        .map(finding -> finding.code())
        .toList();
  }

  private static String outcome(
      YearSheetService sheets, CyclicBarrier start, YearSheetCommand command) throws Exception {
    start.await();
    try {
      return "saved " + sheets.save(TEACHER, STUDENT, YEAR, command).content().absenceReasons();
    } catch (Stale stale) {
      YearSheetView.Conflict both = (YearSheetView.Conflict) stale.body();
      return "told " + both.yours().absenceReasons() + " against " + both.theirs().absenceReasons();
    }
  }

  private static YearSheetCommand command(int version, String reasons) {
    YearSheetContent.Line line =
        new YearSheetContent.Line("welfare", "相談", "試験相談室", "０００－0000(内線1)", "試験　次郎");
    return new YearSheetCommand(
        version,
        new YearSheetContent(List.of(line), reasons, "引継ぎ\n二行目", Map.of("2026-05", "5/2")));
  }

  private static YearSheetService service(Ground ground) {
    AuditTrail audit = new SqlAuditTrail(ground);
    OneClass host = new OneClass();
    return new YearSheetService(
        new TableGate(ground), audit, ground, host, new Reflections(host), ground);
  }

  private static Actor actor(String id, HostRole role, String school) {
    Post post =
        new Post(
            role,
            Optional.of(new SchoolId(school)),
            Optional.of(OneClass.HOMEROOM).filter(h -> role == HostRole.HOMEROOM_TEACHER),
            Ground.TODAY,
            Optional.empty());
    return new Actor(id, "試験　" + id, List.of(post), Set.of(), true);
  }
}
