// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The jobs over all schools, started from the pages by those who read many schools. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CityPageIT {
  private static final String BOARD_OFFICER = "kanzaki.reiko";
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
            "--watch-times",
            "none",
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

  private SignedIn open(String username, String page, int width) {
    SignedIn person = SignedIn.as(desk, browser.window(width, 900), username);
    person.open(page);
    person.page.waitForSelector("[data-city] [data-into]:not(:empty)");
    return person;
  }

  @Test
  void theBoardCountsAllSchoolsAndFindsTheResultAgain() {
    try (SignedIn officer = open(BOARD_OFFICER, "/pages/records", 1280)) {
      Locator city = officer.page.locator("[data-city]");
      assertThat(city.locator("[data-into]")).hasText("まだ数えていません。");
      assertThat(city.locator("[data-files]")).isHidden();
      officer.tabTo("[data-act='count-city']");
      officer.press("Enter");
      assertThat(city.locator("[data-files]")).isVisible();
      assertThat(city.locator("[data-into]")).containsText("までの記録で数えてあります。");
      officer.open("/pages/records");
      assertThat(city.locator("[data-into]")).containsText("までの記録で数えてあります。");
      assertEquals(List.of(), officer.faults());
    }
  }

  @Test
  void whoReadsManySchoolsLooksAtAllAndSeesHowMuchIsNoticedInEach() throws Exception {
    try (SignedIn reader = open(INTEGRATOR, "/pages/watch", 390)) {
      Locator city = reader.page.locator("[data-city]");
      assertThat(city.locator("[data-into]")).hasText("まだまとめて見ていません。");
      city.locator("[data-act='count-city']").click();
      assertThat(city.locator("[data-files]")).isVisible();
      assertThat(city.locator("[data-into]")).containsText("2026-11-20");
      Map<String, String> shown = new TreeMap<>();
      for (Locator row : city.locator("tr[data-of]").all()) {
        assertThat(row.locator("td")).not().hasText("");
        shown.put(row.getAttribute("data-of"), row.locator("td").textContent());
      }
      assertEquals(open(shown), shown);
      assertEquals(
          true, reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
      assertEquals(List.of(), reader.faults());
    }
  }

  /** Counts the open findings of each school as the list of that school tells them. */
  private Map<String, String> open(Map<String, String> schools) throws Exception {
    Map<String, String> counts = new TreeMap<>();
    for (String school : schools.keySet()) {
      int open = 0;
      for (JsonNode one :
          rest.get("/api/v1/watch?school=" + school + "&limit=1000").get("findings")) {
        open += one.get("open").asBoolean() ? 1 : 0;
      }
      counts.put(school, String.valueOf(open));
    }
    return counts;
  }
}
