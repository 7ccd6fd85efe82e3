// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.COLLEAGUE;
import static org.tsunagi.plugin.supportsheet.Sheets.PRINCIPAL;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;
import static org.tsunagi.plugin.supportsheet.Sheets.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

class SheetDraftTest {
  private static final StudentId STUDENT = OneClass.STUDENT;
  private static final SheetKey KEY = SheetKey.a(2026);

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aDraftIsSeenByItsWriterOnlyAndGoesWhenThePartIsSaved(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      SheetDraftService drafts = drafts(sheets, ground);
      drafts.keep(TEACHER, STUDENT, KEY, 0, text("absenceReasons", "書きかけ"));
      drafts.keep(TEACHER, STUDENT, KEY, 0, text("absenceReasons", "書きかけの文"));
      SheetDraftService.Drafts own = drafts.find(TEACHER, STUDENT, KEY);
      assertEquals("書きかけの文", own.draft().orElseThrow().content().text("absenceReasons"));
      assertEquals(List.of(), own.others());
      SheetDraftService.Drafts other = drafts.find(PRINCIPAL, STUDENT, KEY);
      assertTrue(other.draft().isEmpty());
      assertEquals("試験　t1", other.others().get(0).name());
      ground.at(Instant.parse("2026-11-20T00:06:00Z"));
      assertEquals(List.of(), drafts.find(PRINCIPAL, STUDENT, KEY).others());
      assertThrows(NotPermitted.class, () -> drafts.find(COLLEAGUE, STUDENT, KEY));
      assertEquals(0, sheets.service.view(PRINCIPAL, STUDENT, KEY).version());
      sheets.service.save(TEACHER, STUDENT, KEY, 0, text("absenceReasons", "保存した文"));
      assertTrue(drafts.find(TEACHER, STUDENT, KEY).draft().isEmpty());
      assertEquals(0, ground.count("SELECT count(*) FROM sheet_draft"));
      assertEquals(1, ground.count("SELECT count(*) FROM audit_row"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aPartGoesFromDraftToFinalAndBackWithReasons(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      SheetLifeService life =
          new SheetLifeService(
              sheets.gate,
              sheets.audit,
              ground,
              sheets.places,
              sheets.reader,
              sheets.rights,
              ground);
      sheets.service.save(TEACHER, STUDENT, KEY, 0, text("absenceReasons", "文"));
      assertEquals("review", life.step(TEACHER, STUDENT, KEY, Step.SUBMIT, 1, "").state());
      assertEquals(List.of("IN_REVIEW"), refusal(sheets));
      assertThrows(NotPermitted.class, () -> life.step(TEACHER, STUDENT, KEY, Step.APPROVE, 1, ""));
      assertThrows(
          RefusedException.class, () -> life.step(PRINCIPAL, STUDENT, KEY, Step.RETURN, 1, ""));
      assertEquals("draft", life.step(PRINCIPAL, STUDENT, KEY, Step.RETURN, 1, "直す").state());
      life.step(TEACHER, STUDENT, KEY, Step.SUBMIT, 1, "");
      assertEquals("final", life.step(PRINCIPAL, STUDENT, KEY, Step.APPROVE, 1, "").state());
      assertEquals(List.of("LOCKED"), refusal(sheets));
      sheets.host.familyName = "新姓";
      assertEquals(
          "髙﨑　𠮷男",
          sheets.service.view(TEACHER, STUDENT, KEY).reflected().get("studentName").value());
      assertEquals("draft", life.step(PRINCIPAL, STUDENT, KEY, Step.UNLOCK, 1, "追記").state());
      assertEquals(
          List.of("unlock", "approve", "submit", "return", "submit"),
          life.listEvents(TEACHER, STUDENT, KEY).stream().map(event -> event.step()).toList());
      assertEquals(5, ground.count("SELECT count(*) FROM audit_row WHERE action <> 'sheet.save'"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aNewYearBeginsWithWhatLastsAndOpenPointsBecomeTasks(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      SheetYearService years =
          new SheetYearService(sheets.gate, ground, sheets.places, sheets.reader, sheets.service);
      SheetContent last =
          text("yearGoal", "去年の目標")
              .with(
                  Sheets.rows(
                      "measures",
                      measure("r1", "reached", "2026-02-01"),
                      measure("r2", "goOn", "2026-02-01")));
      assertThrows(RefusedException.class, () -> years.begin(TEACHER, STUDENT, SheetKey.b(2026)));
      sheets.service.save(TEACHER, STUDENT, SheetKey.b(2025), 0, last);
      SheetContent begun = years.begin(TEACHER, STUDENT, SheetKey.b(2026)).content();
      assertEquals("", begun.text("yearGoal"));
      assertEquals(1, begun.rows("measures").size());
      assertEquals("手だて r2", begun.rows("measures").get(0).cell("measure"));
      assertEquals("", begun.rows("measures").get(0).cell("nextReviewOn"));
      assertThrows(RefusedException.class, () -> years.begin(TEACHER, STUDENT, SheetKey.b(2026)));
      SheetTaskService tasks =
          new SheetTaskService(sheets.gate, ground, sheets.places, sheets.reader, ground);
      sheets.service.save(
          TEACHER,
          STUDENT,
          SheetKey.meeting("m"),
          0,
          Sheets.rows(
              "agreements",
              new Row("a1", Map.of("text", "済んだこと", "doneOn", "2026-11-01")),
              new Row("a2", Map.of("text", "電話をする", "person", "担任", "dueOn", "2026-12-01"))));
      List<SheetTaskService.Task> open = tasks.list(TEACHER, STUDENT);
      assertEquals(
          List.of("手だて r2", "電話をする", "手だて r2"),
          open.stream().map(SheetTaskService.Task::text).toList());
      assertEquals("2026-12-01", open.get(1).dueOn());
      assertTrue(open.get(0).late());
    }
  }

  private static Row measure(String id, String outcome, String next) {
    return new Row(id, Map.of("measure", "手だて " + id, "outcome", outcome, "nextReviewOn", next));
  }

  private static List<String> refusal(Sheets sheets) {
    SheetContent other = text("absenceReasons", "あとの文");
    return assertThrows(
            RefusedException.class, () -> sheets.service.save(TEACHER, STUDENT, KEY, 1, other))
        .refusal()
        .findings()
        .stream()
        .map(finding -> finding.code())
        .toList();
  }

  private static SheetDraftService drafts(Sheets sheets, Ground ground) {
    return new SheetDraftService(sheets.gate, ground, sheets.places, sheets.reader, ground);
  }
}
