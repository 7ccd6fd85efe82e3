// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** 出欠の記録 and 指導要録の数 in a real browser, and their files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordPageIT {
  private static final String RECORD = "/students/" + Story.STUDENT + "/guidance-record";
  private static final String API = "/api/v1" + RECORD;
  private static final String SCHOOL = "sch-kaede";

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

  @Test
  void everyNumberAndEveryDayCanSayWhy() throws Exception {
    try (SignedIn teacher = SignedIn.as(desk, browser, Story.TEACHER)) {
      teacher.open(RECORD);
      JsonNode rows = rest.get(API + "?schoolYear=2026").get("rows");
      JsonNode figures = rows.get(rows.size() - 1).get("figures");
      Locator absent =
          teacher.page.locator("tr[data-row-year='2026'] button[data-figure='daysAbsent']");
      assertThat(absent).hasText(figures.get("daysAbsent").asText());
      absent.click();
      assertThat(teacher.page.locator(".tn-pop .tn-sum tr").first()).isVisible();
      teacher.press("Escape");
      teacher.page.locator(".tn-month summary").first().click();
      teacher.page.locator(".tn-month li:not([hidden]) .tn-why").first().click();
      assertThat(teacher.page.locator(".tn-pop .tn-chain li").first()).containsText("授業日の予定があります");
      assertThat(teacher.page.locator(".tn-pop .tn-chain small").first()).containsText("根拠");
      teacher.press("Escape");
      assertThat(teacher.page.locator("tr[data-row-year='2025'] [data-figure-cell='schoolDays']"))
          .hasText("202");
      assertEquals(List.of(), teacher.faults());
    }
  }

  @Test
  void theChoiceForTheExcerptStays() {
    try (SignedIn teacher = SignedIn.as(desk, browser, Story.TEACHER)) {
      teacher.open(RECORD);
      teacher.page.fill("#tn-rec-note", "第1学年のときに入院");
      teacher.page.locator("[data-carry]").last().check();
      teacher.page.locator("[data-act='save']").first().click();
      assertThat(teacher.page.locator("[data-state]")).containsText("保存しました");
      teacher.open(RECORD);
      assertThat(teacher.page.locator("#tn-rec-note")).hasValue("第1学年のときに入院");
      assertThat(teacher.page.locator("[data-carry]").last()).isChecked();
    }
  }

  @Test
  void thePrincipalClosesLastYearAndSeesWhatChangesAfterwards() throws Exception {
    try (SignedIn principal = SignedIn.as(desk, browser, "ohno.takashi")) {
      principal.open("/pages/records?year=2025");
      Locator panel = principal.page.locator("[data-closings]");
      assertThat(panel.locator("button")).isVisible();
      panel.locator("#tn-close-waiting").fill("保護者に確かめた");
      panel.locator("#tn-close-note").fill("令和7年度の締め");
      panel.locator("button").click();
      assertThat(panel.locator("[data-closing='1']")).containsText("署名のときのまま");
      principal.open("/pages/records?year=2026");
      assertThat(principal.page.locator("main")).containsText("名簿の全員が未確認の日：11/20");
      assertThat(principal.page.locator("[data-closings]")).containsText("まだ締めていません");
      principal.page.locator("[data-closings] button").click();
      assertThat(principal.page.locator("[data-closings]")).containsText("今日より後の授業日");
    }
    JsonNode view = rest.get("/api/v1/record-closings?school=" + SCHOOL + "&schoolYear=2025");
    assertTrue(view.get("closings").get(0).get("intact").asBoolean());
    assertEquals(0, view.get("differences").size());
  }

  @Test
  void filesComeOutInEveryFormat() throws Exception {
    String token = RunningDesk.token(data.resolve("token"));
    String school =
        "/api/v1/records?school=" + SCHOOL + "&schoolYear=2026&homeroom=" + Story.HOMEROOM;
    Map<String, String> files =
        Map.of(
            API + ".pdf",
            "%PDF",
            API + ".xlsx",
            "PK",
            API + ".csv",
            "schoolYear,",
            "/api/v1/students/" + Story.STUDENT + "/days.pdf",
            "%PDF",
            API + "-excerpt.pdf",
            "%PDF",
            API + "-online.pdf",
            "%PDF",
            school + "&format=csv",
            "schoolYear,",
            school + "&format=xlsx",
            "PK",
            school + "&format=pdf",
            "%PDF",
            "/api/v1/survey?schoolYear=2026&format=csv",
            "schoolYear,");
    for (Map.Entry<String, String> file : files.entrySet()) {
      HttpResponse<String> answer = desk.get(file.getKey(), token);
      assertEquals(200, answer.statusCode(), file.getKey() + answer.body());
      assertTrue(answer.body().startsWith(file.getValue()), file.getKey());
    }
  }

  @Test
  void theSurveyHasNoNamesAndItsTotalIsTheSumOfTheSchools() throws Exception {
    JsonNode rows = rest.get("/api/v1/survey?schoolYear=2025").get("rows");
    int students = 0;
    for (JsonNode row : rows) {
      if (!row.get("schoolSourcedId").asText().isEmpty() && row.get("grade").asText().isEmpty()) {
        students += row.get("count").get("students").asInt();
      }
    }
    assertEquals(rows.get(rows.size() - 1).get("count").get("students").asInt(), students);
    assertTrue(students > 0);
    assertTrue(!rows.toString().contains("水野"));
  }

  @Test
  void whoeverHasNoRightSeesNeitherTabNorPage() {
    try (SignedIn yogo = SignedIn.as(desk, browser, "morishita.izumi")) {
      assertEquals(404, yogo.open(RECORD));
      assertEquals(404, yogo.open("/pages/records"));
    }
  }
}
