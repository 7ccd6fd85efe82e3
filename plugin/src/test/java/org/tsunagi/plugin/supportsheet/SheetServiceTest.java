// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.COLLEAGUE;
import static org.tsunagi.plugin.supportsheet.Sheets.STRANGER;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;
import static org.tsunagi.plugin.supportsheet.Sheets.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.TextDifference.Change;
import org.tsunagi.testing.TestDatabases;

class SheetServiceTest {
  private static final SheetKey A = SheetKey.a(2026);
  private static final StudentId STUDENT = OneClass.STUDENT;
  private static final String FIELD = "absenceReasons";

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void anEmptySheetShowsWhatTheRosterKnows(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetView view = new Sheets(ground).service.view(TEACHER, STUDENT, A);
      assertEquals(0, view.version());
      assertEquals("empty", view.state());
      assertEquals("髙﨑　𠮷男", view.reflected().get("studentName").value());
      assertEquals("担任　花子", view.reflected().get("homeroomTeacherName").value());
      assertEquals("校長　一郎", view.reflected().get("administratorName").value());
      assertEquals("中2", view.reflected().get("grade").value());
      String phone = "supportOrganizations/home/phone";
      assertEquals("000-0000-0001", view.reflected().get(phone).value());
      assertEquals("guardian.phone", view.reflected().get(phone).source());
      assertTrue(view.canWrite());
      assertEquals(
          1,
          ground.count(
              "SELECT count(*) FROM read_log WHERE section = 'a-2026 general,plan,sensitive'"));
      assertEquals(0, ground.count("SELECT count(*) FROM audit_row"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everySaveIsAVersionThatStaysWithItsAuditRow(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetService sheets = new Sheets(ground).service;
      assertEquals(1, sheets.save(TEACHER, STUDENT, A, 0, full("一")).version());
      assertEquals(2, sheets.save(TEACHER, STUDENT, A, 1, full("二 𠮷")).version());
      assertEquals(2, sheets.save(TEACHER, STUDENT, A, 2, full("二 𠮷")).version());
      List<SheetView.Version> versions = sheets.listVersions(TEACHER, STUDENT, A, 0, 10);
      assertEquals(
          List.of("二 𠮷", "一"),
          versions.stream().map(version -> version.content().text(FIELD)).toList());
      assertEquals("homeroomTeacher", versions.get(0).savedTitle());
      assertEquals(full("一"), versions.get(1).content());
      assertEquals(2, ground.count("SELECT count(*) FROM audit_row WHERE action = 'sheet.save'"));
      assertEquals(
          List.of("a-2026"),
          sheets.list(TEACHER, STUDENT).stream().map(SheetView.Line::key).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void twoVersionsAreComparedWordByWord(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetService sheets = new Sheets(ground).service;
      sheets.save(TEACHER, STUDENT, A, 0, text(FIELD, "教室の音がつらいと話した。"));
      sheets.save(TEACHER, STUDENT, A, 1, text(FIELD, "教室の光がつらいと話した。"));
      SheetView.Difference difference = sheets.difference(TEACHER, STUDENT, A, 1, 2);
      assertEquals(1, difference.places().size());
      assertEquals(
          List.of("音"),
          difference.places().get(0).pieces().stream()
              .filter(piece -> piece.change() == Change.REMOVED)
              .map(piece -> piece.text())
              .toList());
      assertThrows(Missing.class, () -> sheets.difference(TEACHER, STUDENT, A, 1, 3));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void ofTwoWritersOneIsToldAndBothTextsAreThere(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetService sheets = new Sheets(ground).service;
      for (int version = 0; version < 10; version++) {
        int basedOn = version;
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Callable<String> one = () -> outcome(sheets, start, basedOn, "甲" + basedOn);
        Callable<String> two = () -> outcome(sheets, start, basedOn, "乙" + basedOn);
        Set<String> outcomes = new TreeSet<>();
        for (Future<String> done : threads.invokeAll(List.of(one, two))) {
          outcomes.add(done.get());
        }
        threads.shutdown();
        String newest = sheets.view(TEACHER, STUDENT, A).content().text(FIELD);
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
  void whatTwoWroteInDifferentPlacesNeedsNoQuestion(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetService sheets = new Sheets(ground).service;
      sheets.save(TEACHER, STUDENT, A, 0, full("はじめ"));
      sheets.save(TEACHER, STUDENT, A, 1, full("先に保存した文"));
      SheetContent mine = full("はじめ").with(text("handoverNotesToNextYear", "あとの文"));
      Stale stale = assertThrows(Stale.class, () -> sheets.save(TEACHER, STUDENT, A, 1, mine));
      SheetView.Conflict both = (SheetView.Conflict) stale.body();
      assertEquals(List.of(), both.conflicts());
      assertEquals("先に保存した文", both.merged().text(FIELD));
      assertEquals("あとの文", both.merged().text("handoverNotesToNextYear"));
      assertEquals(2, both.version());
      assertEquals(3, sheets.save(TEACHER, STUDENT, A, 2, both.merged()).version());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void anAbsentStudentAndASecretOneLookAlike(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetService sheets = new Sheets(ground).service;
      StudentId absent = new StudentId("nobody");
      SheetKey before = SheetKey.a(2024);
      for (SheetKey key : List.of(A, SheetKey.COMMON, SheetKey.meeting("m1"))) {
        assertThrows(Missing.class, () -> sheets.view(STRANGER, STUDENT, key));
        assertThrows(Missing.class, () -> sheets.view(STRANGER, absent, key));
        assertThrows(Missing.class, () -> sheets.view(TEACHER, absent, key));
        assertThrows(Missing.class, () -> sheets.save(STRANGER, STUDENT, key, 0, full("x")));
        assertThrows(Missing.class, () -> sheets.listVersions(STRANGER, STUDENT, key, 0, 1));
        assertThrows(NotPermitted.class, () -> sheets.view(COLLEAGUE, STUDENT, key));
      }
      assertThrows(Missing.class, () -> sheets.view(TEACHER, STUDENT, before));
      assertThrows(Missing.class, () -> sheets.view(STRANGER, STUDENT, before));
      assertThrows(Missing.class, () -> sheets.list(STRANGER, STUDENT));
      assertEquals(0, ground.count("SELECT count(*) FROM sheet"));
      assertEquals(0, ground.count("SELECT count(*) FROM read_log"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void withoutItsAuditRowNothingIsSaved(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      new Sheets(ground).service.save(TEACHER, STUDENT, A, 0, full("前"));
      ground.execute("ALTER TABLE audit_row RENAME TO audit_row_gone");
      SheetService sheets = new Sheets(ground).service;
      assertThrows(
          IllegalStateException.class, () -> sheets.save(TEACHER, STUDENT, A, 1, full("後")));
      ground.execute("ALTER TABLE audit_row_gone RENAME TO audit_row");
      assertEquals("前", sheets.view(TEACHER, STUDENT, A).content().text(FIELD));
      assertEquals(1, ground.count("SELECT count(*) FROM sheet_version"));
      assertEquals(1, ground.count("SELECT count(*) FROM audit_row"));
      assertEquals(2, sheets.save(TEACHER, STUDENT, A, 1, full("後")).version());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aContentThatCannotBeKeptIsRefusedWithTheReason(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetService sheets = new Sheets(ground).service;
      String longest = "𠮷".repeat(20_000);
      assertEquals(1, sheets.save(TEACHER, STUDENT, A, 0, full(longest)).version());
      assertEquals(List.of("TOO_LONG"), refusal(sheets, full(longest + "字")));
      assertEquals(List.of("PHONE_SHAPE"), refusal(sheets, line("medical", "phone", "<b>")));
      assertEquals(
          List.of("UNKNOWN_FIELD"), refusal(sheets, line("home", "organizationName", "x")));
      assertEquals(
          List.of("UNKNOWN_FIELD"), refusal(sheets, line("school", "organizationName", "x")));
      assertEquals(List.of("UNKNOWN_FIELD"), refusal(sheets, text("studentName", "別の名")));
      SheetContent month = Sheets.rows("monthAppendedOn", new Row("m13", Map.of("note", "5/2")));
      assertEquals(List.of("UNKNOWN_ROW"), refusal(sheets, month));
      assertEquals(1, ground.count("SELECT count(*) FROM sheet_version"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whatTheFirstReleaseWroteIsReadAsBefore(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetService sheets = new Sheets(ground).service;
      sheets.save(TEACHER, STUDENT, A, 0, full("x"));
      ground.execute(
          "UPDATE sheet_version SET reflected = NULL, content = '{\"format\":1,"
              + "\"supportOrganizations\":[{\"kind\":\"medical\",\"mainSupport\":\"面接\"},"
              + "{\"kind\":\"medical\",\"phone\":\"1\"}],\"absenceReasons\":\"理由\","
              + "\"handoverNotes\":\"引継ぎ\",\"monthNotes\":{\"2026-05\":\"5/2\"}}'");
      SheetContent content = sheets.view(TEACHER, STUDENT, A).content();
      assertEquals("理由", content.text(FIELD));
      assertEquals("引継ぎ", content.text("handoverNotesToNextYear"));
      assertEquals(
          "面接", content.row("supportOrganizations", "medical").orElseThrow().cell("mainSupport"));
      assertEquals(
          "medical",
          content.row("supportOrganizations", "medical-2").orElseThrow().cell(Row.BELOW));
      assertEquals("5/2", content.row("monthAppendedOn", "m5").orElseThrow().cell("note"));
      assertEquals(1, sheets.save(TEACHER, STUDENT, A, 1, content).version());
    }
  }

  private static List<String> refusal(SheetService sheets, SheetContent content) {
    return assertThrows(RefusedException.class, () -> sheets.save(TEACHER, STUDENT, A, 1, content))
        .refusal()
        .findings()
        .stream()
        .map(finding -> finding.code())
        .toList();
  }

  private static String outcome(SheetService sheets, CyclicBarrier start, int basedOn, String text)
      throws Exception {
    start.await();
    try {
      return "saved " + sheets.save(TEACHER, STUDENT, A, basedOn, full(text)).content().text(FIELD);
    } catch (Stale stale) {
      SheetView.Conflict both = (SheetView.Conflict) stale.body();
      return "told " + both.yours().text(FIELD) + " against " + both.theirs().text(FIELD);
    }
  }

  private static SheetContent line(String id, String column, String text) {
    return Sheets.rows("supportOrganizations", new Row(id, Map.of(column, text)));
  }

  private static SheetContent full(String reasons) {
    Row row =
        new Row(
            "welfare",
            Map.of(
                "mainSupport", "相談",
                "organizationName", "試験相談室",
                "phone", "０００－0000(内線1)",
                "contactPerson", "試験　次郎"));
    return text(FIELD, reasons)
        .with(text("handoverNotesToNextYear", "引継ぎ\n二行目"))
        .with(Sheets.rows("supportOrganizations", row))
        .with(Sheets.rows("monthAppendedOn", new Row("m5", Map.of("note", "5/2"))));
  }
}
