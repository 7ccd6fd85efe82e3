// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Closures and exempt days in a real browser, as a vice principal uses them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosurePageIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DAY = "2026-10-07";

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

  private int schoolDays() throws Exception {
    return rest.get("/api/v1/tallies?schoolYear=2026&student=" + Story.STUDENT)
        .get("tallies")
        .get(0)
        .get("schoolDays")
        .asInt();
  }

  /** Closes every homeroom of the grade but one, over the REST interface. */
  private String closeAllButOne(SignedIn head) throws Exception {
    Locator options = head.page.locator("#tn-cl-target option[data-scope='homeroom']");
    List<String> ids =
        options.all().stream()
            .map(one -> one.getAttribute("value"))
            .filter(id -> id.startsWith("cl-2026-J2-"))
            .toList();
    assertTrue(ids.size() > 1, ids.toString());
    for (String id : ids.subList(1, ids.size())) {
      String body =
          MAPPER.writeValueAsString(
              Map.of("firstOn", DAY, "scope", "homeroom", "target", id, "basis", "ART20"));
      assertEquals(201, rest.send("POST", "/api/v1/schools/sch-kaede/closures", body).statusCode());
    }
    return ids.get(0);
  }

  @Test
  void theLastHomeroomTurnsTheDayIntoAGradesClosureAndThePageSaysSo() throws Exception {
    try (SignedIn head = SignedIn.as(desk, browser, "kawai.nao")) {
      head.open("/pages/closures");
      String last = closeAllButOne(head);
      int before = schoolDays();
      head.page.fill("#tn-cl-first", DAY);
      head.page.fill("#tn-cl-last", DAY);
      head.page.selectOption("#tn-cl-target", last);
      head.tabTo("[data-act='check']");
      head.press("Enter");
      Locator preview = head.page.locator("[data-preview]");
      assertThat(preview).containsText("授業日数が");
      assertThat(preview).containsText("10月は締めてあります");
      assertEquals(before, schoolDays());
      assertTrue(head.hasFocus(preview.locator("button").first()));
      head.press("Enter");
      assertThat(head.page.locator("[data-changed]")).containsText("授業日数が");
      assertEquals(before - 1, schoolDays());
      Locator row = head.page.locator("tr[data-target='" + last + "'][data-first='" + DAY + "']");
      row.locator("[data-act='void']").click();
      Locator notices = head.page.locator("[data-notices]");
      assertThat(notices).containsText("授業日数が");
      notices.locator("input").fill("日付の誤り");
      notices.locator(".tn-btn--go").click();
      assertThat(head.page.locator("[data-changed]")).containsText("取り消しました");
      assertEquals(before, schoolDays());
      assertEquals(List.of(), head.faults());
    }
  }

  @Test
  void aClosureUnderArticle63RemindsOfTheReportUntilItIsMade() {
    try (SignedIn head = SignedIn.as(desk, browser, "kawai.nao")) {
      head.open("/pages/closures");
      head.page.fill("#tn-cl-first", "2026-11-10");
      head.page.fill("#tn-cl-last", "2026-11-10");
      head.page.selectOption("#tn-cl-scope", "school");
      head.page.selectOption("#tn-cl-basis", "ART63");
      head.page.fill("#tn-cl-reason", "大雨");
      head.page.click("[data-act='check']");
      head.page.locator("[data-preview] .tn-btn--go").click();
      assertThat(head.page.locator("[data-changed]")).isVisible();
      Locator owed = head.page.locator(".tn-note--wait");
      assertThat(owed).containsText("大雨");
      head.page.locator("tr[data-basis='ART63'] [data-act='edit']").click();
      head.page.fill("#tn-cl-to", "教育委員会");
      head.page.fill("#tn-cl-on", "2026-11-11");
      head.page.fill("#tn-cl-why", "報告した");
      head.page.click("[data-act='check']");
      assertThat(head.page.locator("[data-preview]")).containsText("変わる数はありません");
      head.page.locator("[data-preview] .tn-btn--go").click();
      assertThat(head.page.locator("[data-changed]")).containsText("直しました");
      assertThat(owed).hasCount(0);
    }
  }

  @Test
  void illnessBecomesASuspensionAfterAPreviewOfTheFigures() throws Exception {
    try (SignedIn head = SignedIn.as(desk, browser, "kawai.nao")) {
      JsonNode days =
          rest.get("/api/v1/students/" + Story.STUDENT + "/days?schoolYear=2026").get("days");
      String absent = "";
      for (JsonNode day : days) {
        if (day.get("dayClass").asText().equals("ABSENT")
            && day.get("code").asText().startsWith("ABSENT")) {
          absent = day.get("date").asText();
        }
      }
      head.open("/pages/exempt-days");
      head.page.selectOption("#tn-ex-room", Story.HOMEROOM);
      assertThat(head.page.locator("#tn-ex-student option").first()).isAttached();
      head.page.selectOption("#tn-ex-student", Story.STUDENT);
      head.page.fill("#tn-ex-first", absent);
      head.page.fill("#tn-ex-last", absent);
      head.page.fill("#tn-ex-detail", "インフルエンザ");
      head.page.fill("#tn-ex-reason", "医師の判断による");
      head.page.click("[data-act='check']");
      Locator preview = head.page.locator("[data-preview]");
      assertThat(preview).containsText("出席停止5日（インフルエンザ）");
      preview.locator(".tn-btn--go").click();
      assertThat(preview).containsText("1日を直しました");
      assertThat(head.page.locator("[data-answer]")).not().isEmpty();
      assertEquals(List.of(), head.faults());
    }
  }

  @Test
  void aPhoneNeedsNoSidewaysScroll() {
    try (SignedIn head = SignedIn.as(desk, browser.window(390, 844), "kawai.nao")) {
      for (String page : List.of("/pages/closures", "/pages/exempt-days")) {
        assertEquals(200, head.open(page));
        assertTrue(head.width() <= 390, page + " " + head.width());
      }
    }
  }
}
