// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.COLLEAGUE;
import static org.tsunagi.plugin.supportsheet.Sheets.PRINCIPAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.domain.ChildGrants;
import org.tsunagi.plugin.access.domain.ChildGrants.Grant;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/** A mark in the sections of class I, looked for in everything a teacher of the team can reach. */
class SheetSecretsTest {
  private static final StudentId STUDENT = OneClass.STUDENT;
  private static final String MARK = "ZQSECRETQZ";
  private static final SheetKey A = SheetKey.a(2026);
  private static final SheetKey BEFORE = SheetKey.a(2025);
  private static final SheetKey MEETING = SheetKey.meeting("m1");

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whatATeamTeacherReachesHoldsNoMarkAndTheirSavesKeepIt(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = written(ground);
      String mine = reached(sheets, ground, PRINCIPAL);
      assertTrue(mine.split(MARK, -1).length > 20, "the principal finds it everywhere");
      assertFalse(reached(sheets, ground, COLLEAGUE).contains(MARK));
      assertTrue(
          ground.count("SELECT count(*) FROM read_log WHERE section = 'a-2026 general,plan'") > 0);

      sheets.service.save(COLLEAGUE, STUDENT, A, 2, plan("教員の引継ぎ"));
      SheetContent kept = sheets.service.view(PRINCIPAL, STUDENT, A).content();
      assertEquals(MARK + "理由", kept.text("absenceReasons"));
      assertEquals("教員の引継ぎ", kept.text("handoverNotesToNextYear"));
      for (String text : List.of("", "書き換え")) {
        SheetContent intruding =
            new SheetContent(Map.of("absenceReasons", text, "healthSituation", "足す"), Map.of());
        RefusedException refused =
            assertThrows(
                RefusedException.class,
                () -> sheets.service.save(COLLEAGUE, STUDENT, A, 3, intruding));
        assertFalse(refused.refusal().toString().contains(MARK));
      }
      assertEquals(
          MARK + "理由", sheets.service.view(PRINCIPAL, STUDENT, A).content().text("absenceReasons"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void withoutTheSecondFactorClassOneIsWithheldAndThePageSaysHowToReadIt(
      TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = written(ground);
      sheets.strong = false;
      SheetView view = sheets.service.view(PRINCIPAL, STUDENT, A);
      assertTrue(view.withheld());
      assertTrue(view.secondFactor());
      assertFalse(reached(sheets, ground, PRINCIPAL).contains(MARK));
      assertFalse(sheets.service.view(COLLEAGUE, STUDENT, A).secondFactor());
      sheets.strong = true;
      assertFalse(sheets.service.view(PRINCIPAL, STUDENT, A).withheld());
    }
  }

  private static Sheets written(Ground ground) {
    Sheets sheets = new Sheets(ground);
    sheets.grants = new ChildGrants(Set.of(new Grant(Relation.TEAM, STUDENT, OneClass.SCHOOL)));
    Row office = new Row("o1", Map.of("organizationName", MARK + "相談所"));
    sheets.service.save(PRINCIPAL, STUDENT, BEFORE, 0, Sheets.rows("supportOrganizations", office));
    sheets.service.save(PRINCIPAL, STUDENT, A, 0, text("はじめの", MARK));
    sheets.service.save(PRINCIPAL, STUDENT, A, 1, text(MARK + "理由", MARK).with(plan("引継ぎ")));
    sheets.service.save(PRINCIPAL, STUDENT, SheetKey.COMMON, 0, Sheets.text("homeLife", MARK));
    Row heard = new Row("h1", Map.of("text", MARK, "agency", MARK));
    Row agreed = new Row("a1", Map.of("text", "電話をする", "dueOn", "2026-12-01"));
    sheets.service.save(
        PRINCIPAL,
        STUDENT,
        MEETING,
        0,
        Sheets.rows("agencyInformation", heard).with(Sheets.rows("agreements", agreed)));
    return sheets;
  }

  /** Returns everything that the doors of the engine answer an actor, as text. */
  private static String reached(Sheets sheets, Ground ground, Actor actor) throws Exception {
    SheetDraftService drafts =
        new SheetDraftService(sheets.gate, ground, sheets.places, sheets.reader, ground);
    SheetLifeService life =
        new SheetLifeService(
            sheets.gate, sheets.audit, ground, sheets.places, sheets.reader, sheets.rights, ground);
    if (sheets.strong) {
      drafts.keep(PRINCIPAL, STUDENT, A, 2, text(MARK + "書きかけ", MARK));
    }
    List<Object> answers = new ArrayList<>();
    for (SheetKey key : List.of(A, BEFORE, SheetKey.COMMON, MEETING)) {
      SheetView view = sheets.service.view(actor, STUDENT, key);
      answers.add(view);
      answers.add(sheets.service.listVersions(actor, STUDENT, key, 0, 10));
      answers.add(sheets.service.difference(actor, STUDENT, key, 0, view.version()));
      answers.add(drafts.find(actor, STUDENT, key));
      answers.add(conflict(sheets, actor, key));
      answers.add(life.listEvents(actor, STUDENT, key));
      answers.add(page(sheets, actor, key));
    }
    answers.add(sheets.service.difference(actor, STUDENT, A, 1, 2));
    answers.add(life.step(actor, STUDENT, MEETING, Step.SUBMIT, 1, ""));
    answers.add(life.step(PRINCIPAL, STUDENT, MEETING, Step.RETURN, 1, "直す"));
    answers.remove(answers.size() - 1);
    answers.add(sheets.service.list(actor, STUDENT));
    answers.add(tasks(sheets, ground).list(actor, STUDENT));
    answers.add(
        new SheetYearService(sheets.gate, ground, sheets.places, sheets.reader, sheets.service)
            .preview(actor, STUDENT, A));
    return Json.MAPPER.writeValueAsString(answers);
  }

  private static SheetTaskService tasks(Sheets sheets, Ground ground) {
    return new SheetTaskService(sheets.gate, ground, sheets.places, sheets.reader, ground);
  }

  private static Object conflict(Sheets sheets, Actor actor, SheetKey key) {
    return assertThrows(
            Stale.class, () -> sheets.service.save(actor, STUDENT, key, 0, SheetContent.EMPTY))
        .body();
  }

  private static String page(Sheets sheets, Actor actor, SheetKey key) {
    PageRequest request =
        new PageRequest(
            actor,
            Locale.JAPANESE,
            Map.of(),
            new PageRequest.Base("/self", "/pages", "/students", "/api/v1", "/assets", "t"));
    OpenPart open = sheets.service.open(actor, sheets.host.findRecord(STUDENT).orElseThrow(), key);
    return new PartModel(open, List.of(), request).toMap().toString();
  }

  private static SheetContent text(String reasons, String health) {
    return new SheetContent(Map.of("absenceReasons", reasons, "healthSituation", health), Map.of());
  }

  private static SheetContent plan(String text) {
    return Sheets.text("handoverNotesToNextYear", text);
  }
}
