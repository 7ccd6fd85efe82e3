// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page of attendance codes and the simulator in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodePageIT {
  private static final String INTEGRATOR = "renkei.taro";

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

  private static void fill(SignedIn person, String field, String text) {
    person.page.locator("[data-in='" + field + "']").fill(text);
  }

  @Test
  void integratorAddsACodeAndATeacherMarksADayWithIt() throws Exception {
    try (SignedIn integrator = SignedIn.as(desk, browser, INTEGRATOR)) {
      integrator.open("/pages/codes");
      integrator.page.waitForSelector(".tng[data-ready]");
      integrator.page.locator("[data-act='new']").click();
      fill(integrator, "id", "EXAM_TRIP");
      fill(integrator, "label", "受験の移動");
      fill(integrator, "shortLabel", "受験移動");
      fill(integrator, "glyph", "受");
      fill(integrator, "basis", "市の要綱");
      integrator.page.locator("[data-in='effect']").selectOption("absent");
      integrator.page.locator("[data-in='family']").selectOption("abs");
      Locator activate = integrator.page.locator("[data-act='activate']");
      assertThat(activate).hasAttribute("aria-disabled", "true");
      integrator.page.locator("[data-act='preview']").click();
      assertThat(integrator.page.locator("[data-result]")).containsText("使われていない");
      activate.click();
      assertThat(integrator.page.locator("tr[data-code='EXAM_TRIP']")).containsText("受験の移動");
      assertEquals(List.of(), integrator.faults());
    }
    JsonNode versions = rest.get("/api/v1/codes/EXAM_TRIP/versions").get("versions");
    assertEquals("2026-11-20", versions.get(0).get("firstOn").asText());
    try (SignedIn teacher = SignedIn.as(desk, browser, Story.TEACHER)) {
      teacher.openRegister("2026-11");
      teacher.cell(4, "2026-11-20").click();
      teacher.page.locator(".tn-pal summary").click();
      teacher.page.locator(".tn-key[data-code='EXAM_TRIP']").click();
      assertThat(teacher.cell(4, "2026-11-20")).hasAttribute("data-code", "EXAM_TRIP");
      assertThat(teacher.page.locator("[data-state].tn-chip--ok")).isVisible();
      assertThat(teacher.figure(4, "daysAbsent")).hasText("1");
    }
  }

  @Test
  void changeOfCountedDaysAsksForAReason() {
    try (SignedIn integrator = SignedIn.as(desk, browser, INTEGRATOR)) {
      integrator.open("/pages/codes");
      integrator.page.waitForSelector(".tng[data-ready]");
      integrator.page.locator("[data-act='change'][data-id='ABSENT_ILLNESS']").click();
      assertThat(integrator.page.locator("[data-in='id']")).hasValue("ABSENT_ILLNESS");
      integrator.page.locator("[data-in='firstOn']").fill("2026-09-01");
      integrator.page.locator("[data-in='effect']").selectOption("present");
      integrator.page.locator("[data-act='preview']").click();
      assertThat(integrator.page.locator("[data-effect]")).isVisible();
      assertThat(integrator.page.locator("[data-backward]")).isVisible();
      integrator.page.locator("[data-act='activate']").click();
      assertThat(integrator.page.locator("[data-say]")).containsText("もう使われています");
    }
  }

  @Test
  void downloadedCatalogueChangesNothingWhenItIsImported() throws Exception {
    JsonNode catalogue = rest.get("/api/v1/codes");
    byte[] file = catalogue.toString().getBytes(StandardCharsets.UTF_8);
    JsonNode job = rest.importBytes("codes", file, false);
    assertEquals("succeeded", job.get("state").asText(), job.toString());
    assertEquals(0, job.at("/counts/added").asInt() + job.at("/counts/changed").asInt());
    byte[] broken = "{\"codes\":[{\"id\":\"x\"}]}".getBytes(StandardCharsets.UTF_8);
    JsonNode refused = rest.importBytes("codes", broken, true);
    assertEquals("failed", refused.get("state").asText(), refused.toString());
    assertTrue(refused.get("findings").findValuesAsText("column").contains("/codes/0/id"));
  }

  @Test
  void simulatorStartsWithAnExampleAndCountsAtEveryChoice() {
    try (SignedIn principal = SignedIn.as(desk, browser, "ohno.takashi")) {
      principal.open("/pages/simulator");
      Locator credited = principal.page.locator("[data-student='A'] [data-figure='creditedDays']");
      assertThat(credited).hasText("5");
      assertThat(principal.page.locator("[data-remarks]")).containsText("□□教室");
      principal.page.locator("[data-grid] select").nth(1).selectOption("ABSENT_ILLNESS");
      assertThat(principal.page.locator("[data-student='A'] [data-figure='daysAbsent']"))
          .hasText("2");
      principal.page.locator("[data-example]").selectOption("waiting");
      assertThat(credited).hasText("0");
      assertThat(principal.page.locator("[data-findings]")).isVisible();
      assertEquals(List.of(), principal.faults());
    }
    try (SignedIn phone = SignedIn.as(desk, browser.window(390, 844), INTEGRATOR)) {
      for (String page : List.of("simulator", "codes")) {
        phone.open("/pages/" + page);
        phone.page.waitForSelector(".tng[data-ready]");
        assertTrue(phone.width() <= 390, page + " " + phone.width());
      }
    }
  }
}
