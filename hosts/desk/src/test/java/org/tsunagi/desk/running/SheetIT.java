// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** 共通シート and 協議シート in a real browser: the keyboard, drafts, and two people at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetIT {
  private static final String RECORD = "/students/" + Story.STUDENT;
  private static final String API = "/api/v1/students/" + Story.STUDENT + "/sheets/";

  @TempDir static Path data;
  private RunningDesk desk;
  private Chromium browser;
  private Rest rest;

  @BeforeAll
  void start() throws Exception {
    desk =
        RunningDesk.start(
            data.resolve("desk"),
            "--sample",
            "--service-token-file",
            data.resolve("token").toString());
    rest = new Rest(desk, RunningDesk.token(data.resolve("token")));
    browser = new Chromium();
  }

  @AfterAll
  void stop() throws Exception {
    browser.close();
    desk.close();
  }

  private SignedIn open(String username, String tab) {
    SignedIn person = SignedIn.as(desk, browser, username);
    assertEquals(200, person.open(RECORD + "/" + tab));
    return person;
  }

  private static Locator text(SignedIn person, String field) {
    return person.page.locator("[data-text='" + field + "']");
  }

  private static void awaitSaved(SignedIn person) {
    assertThat(person.page.locator("[data-state].tn-chip--ok")).isVisible();
  }

  private JsonNode saved(String key) throws Exception {
    return rest.get(API + key);
  }

  @Test
  void theCommonSheetIsFilledAndSavedByKeyboardOnly() throws Exception {
    try (SignedIn teacher = open(Story.TEACHER, "sheet-common")) {
      assertThat(teacher.page.locator("[data-years] td[data-of='2026']").nth(5)).hasText("58");
      Locator strengths = text(teacher, "strengths");
      for (int i = 0; i < 80 && !teacher.hasFocus(strengths); i++) {
        teacher.press("Tab");
      }
      assertTrue(teacher.hasFocus(strengths));
      teacher.page.keyboard().type("絵をかくことが好き。");
      teacher.press("Control+s");
      awaitSaved(teacher);
      assertEquals("絵をかくことが好き。", saved("common").at("/content/texts/strengths").asText());
      assertEquals(List.of(), teacher.faults());
    }
  }

  @Test
  void aDraftComesBackAfterTheBrowserWasKilled() throws Exception {
    int version = saved("b-2026").get("version").asInt();
    try (SignedIn teacher = open(Story.TEACHER, "sheet-b")) {
      text(teacher, "yearGoal").fill("安心して過ごせる場所を増やす。");
      assertThat(teacher.page.locator("[data-state]")).containsText(Pattern.compile("下書きを残しました"));
    }
    try (SignedIn teacher = open(Story.TEACHER, "sheet-b")) {
      assertThat(teacher.page.locator("[data-notices]")).containsText("下書きを、戻しました");
      assertThat(text(teacher, "yearGoal")).hasValue("安心して過ごせる場所を増やす。");
      assertEquals(version, saved("b-2026").get("version").asInt());
      try (SignedIn yogo = open("morishita.izumi", "sheet-b")) {
        assertThat(yogo.page.locator("[data-others]")).containsText("佐々木");
        assertThat(text(yogo, "yearGoal")).hasValue("");
      }
      teacher.press("Control+s");
      awaitSaved(teacher);
      assertEquals("安心して過ごせる場所を増やす。", saved("b-2026").at("/content/texts/yearGoal").asText());
    }
  }

  @Test
  void whatTwoWriteInDifferentPlacesIsMergedAndInOnePlaceIsAsked() throws Exception {
    try (SignedIn yogo = open("morishita.izumi", "sheet-common");
        SignedIn teacher = open(Story.TEACHER, "sheet-common")) {
      text(yogo, "familyNotes").fill("保健室で睡眠の記録を見ている。");
      yogo.press("Control+s");
      awaitSaved(yogo);
      text(teacher, "remarks").fill("4月24日に説明した。");
      teacher.press("Control+s");
      awaitSaved(teacher);
      assertThat(text(teacher, "familyNotes")).hasValue("保健室で睡眠の記録を見ている。");
      text(teacher, "familyNotes").fill("母は火・木が夜勤。");
      teacher.press("Control+s");
      awaitSaved(teacher);
      text(yogo, "familyNotes").fill("弟は小5。");
      yogo.press("Control+s");
      Locator banner = yogo.page.locator("[data-conflict]");
      assertThat(banner).containsText("母は火・木が夜勤。");
      assertThat(banner).containsText("弟は小5。");
      banner.locator("[data-choose='both']").click();
      yogo.press("Control+s");
      awaitSaved(yogo);
      String both = saved("common").at("/content/texts/familyNotes").asText();
      assertTrue(both.contains("母は火・木が夜勤。") && both.contains("弟は小5。"), both);
      assertEquals("4月24日に説明した。", saved("common").at("/content/texts/remarks").asText());
    }
  }

  @Test
  void aMeetingThatWasNeverSavedIsFoundAgain() {
    try (SignedIn teacher = open(Story.TEACHER, "meetings?meeting=new")) {
      text(teacher, "guardianIntention").fill("朝は起こさないでほしい");
      assertThat(teacher.page.locator("[data-state]")).containsText(Pattern.compile("下書きを残しました"));
    }
    try (SignedIn teacher = open(Story.TEACHER, "meetings")) {
      teacher.page.locator("[data-drafts] a").first().click();
      assertThat(text(teacher, "guardianIntention")).hasValue("朝は起こさないでほしい");
    }
  }

  @Test
  void aMeetingIsWrittenAndItsAgreementStandsInTheNextAgenda() throws Exception {
    try (SignedIn teacher = open(Story.TEACHER, "meetings")) {
      teacher.page.locator("a[href$='meeting=new']").click();
      text(teacher, "heldOn").fill("2026-11-12");
      text(teacher, "studentIntention").fill("なんとなく教室に入りたくない");
      Locator agreement = teacher.page.locator("[data-table='agreements'] tbody tr").first();
      agreement.locator("[data-column='text']").fill("金曜の午後に、別室を試す");
      agreement.locator("[data-column='person']").fill("学級担任");
      agreement.locator("[data-column='dueOn']").fill("2026-12-17");
      teacher.press("Control+s");
      awaitSaved(teacher);
      assertEquals(200, teacher.open(RECORD + "/meetings"));
      assertThat(teacher.page.locator("[data-meetings]")).containsText("令和8年11月12日");
      assertThat(teacher.page.locator("#tn-agenda")).containsText("金曜の午後に、別室を試す");
      assertThat(teacher.page.locator("#tn-agenda")).containsText("12月17日");
      assertEquals(200, teacher.open(RECORD + "/sheet-b"));
      assertThat(teacher.page.locator("#tn-tasks")).containsText("学級担任");
    }
  }
}
