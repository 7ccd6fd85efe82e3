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
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What was noticed, in a real browser, as the yogo teacher and a homeroom teacher see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchPageIT {
  private static final String YOGO_TEACHER = "morishita.izumi";
  private static final String SCHOOL = "sch-kaede";

  /** 千葉 澪 of the story's class, absent since 13 November. */
  private static final String SEVENTH = "千葉　澪";

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

  private SignedIn open(String username, int width) {
    SignedIn person = SignedIn.as(desk, browser.window(width, 900), username);
    person.open("/pages/watch");
    person.page.waitForSelector(".tng[data-ready]");
    return person;
  }

  private Set<String> students(String rule) throws Exception {
    Set<String> found = new TreeSet<>();
    JsonNode all = rest.get("/api/v1/watch?school=" + SCHOOL + "&limit=1000").get("findings");
    for (JsonNode one : all) {
      if (one.get("open").asBoolean() && one.get("rule").asText().equals(rule)) {
        found.add(one.get("student").asText());
      }
    }
    return found;
  }

  @Test
  void whoIsOnTheThirdDayIsOneClickAway() throws Exception {
    Set<String> third = students("CONSECUTIVE_3");
    third.removeAll(students("CONSECUTIVE_7"));
    try (SignedIn nurse = open(YOGO_TEACHER, 1280)) {
      nurse.page.click("[data-stage='3']");
      nurse.page.waitForSelector("[data-stage='3'][aria-current]");
      Set<String> shown = new TreeSet<>();
      for (Locator row : nurse.page.locator("table.tn-b tbody tr").all()) {
        shown.add(row.getAttribute("data-student"));
      }
      assertEquals(third, shown);
      assertTrue(shown.size() > 0, "somebody is on the third day in the sample");
      assertThat(nurse.page.locator("table.tn-b")).containsText(SEVENTH);
      assertThat(nurse.page.locator("table.tn-b")).containsText("11月13日から続けて");
      assertEquals(List.of(), nurse.faults());
    }
  }

  @Test
  void theKeyboardAloneTakesCareAndTheRowComesWithItsNextStep() throws Exception {
    try (SignedIn nurse = open(YOGO_TEACHER, 1280)) {
      Locator card = nurse.page.locator(".tn-needs li").first();
      String student = card.getAttribute("data-student");
      nurse.tabTo(".tn-needs li [data-act='take']");
      nurse.press("Enter");
      Locator row = nurse.page.locator("table.tn-b tr[data-student='" + student + "']");
      assertThat(row).containsText("森下");
      assertThat(row).containsText("11/20（金）まで");
      assertTrue(nurse.hasFocus(row));
      assertThat(nurse.page.locator(".tn-needs li[data-student='" + student + "']")).hasCount(0);
      row.locator("[data-act='plan']").click();
      nurse.page.locator(".tn-pop input[type='text']").fill("学年会で共有する");
      nurse.page.locator(".tn-pop input[type='date']").fill("2026-11-24");
      nurse.page.locator(".tn-pop .tn-btn--go").click();
      assertThat(row).containsText("学年会で共有する");
      assertThat(row).containsText("11/24（火）まで");
      Locator done = row.locator("[data-act='done']");
      String task = done.getAttribute("data-id");
      done.click();
      assertThat(nurse.page.locator("[data-act='done'][data-id='" + task + "']")).hasCount(0);
      assertEquals(List.of(), nurse.faults());
    }
  }

  @Test
  void aHomeroomTeacherSeesTheOwnClassOnly() throws Exception {
    try (SignedIn teacher = open(Story.TEACHER, 1280)) {
      for (Locator room : teacher.page.locator("table.tn-b .tn-who small").all()) {
        assertEquals("2年2組", room.textContent());
      }
      for (Locator room : teacher.page.locator(".tn-needs .tn-mute").all()) {
        assertTrue(Set.of("2年2組", "新しい").contains(room.textContent()), room.textContent());
      }
      assertThat(teacher.page.locator("main")).containsText(SEVENTH);
    }
  }

  @Test
  void aPhoneShowsThePageWithoutScrollingSideways() {
    try (SignedIn nurse = open(YOGO_TEACHER, 390)) {
      assertTrue(nurse.width() <= 390, "width " + nurse.width());
      Chromium.picture(nurse.page, "watch-390");
    }
    try (SignedIn nurse = open(YOGO_TEACHER, 1280)) {
      Chromium.picture(nurse.page, "watch-1280");
    }
  }

  @Test
  void triesWithoutASignOfSafetyAskToActAtOnceAndAreTold() throws Exception {
    try (SignedIn nurse = open(YOGO_TEACHER, 1280)) {
      String student = "/api/v1/students/" + Story.STUDENT;
      Map<String, Object> call = Map.of("how", "phone", "reached", false, "safetyConfirmed", false);
      String json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(call);
      assertEquals(201, nurse.send("POST", student + "/contacts", json).status());
      assertEquals(201, nurse.send("POST", student + "/contacts", json).status());
      assertTrue(students("SAFETY").contains(Story.STUDENT));
      for (int i = 0; i < 100 && nurse.page.locator("[data-act='seen']").count() == 0; i++) {
        Thread.sleep(200);
        nurse.open("/pages/watch");
      }
      assertThat(nurse.page.locator("main")).containsText("直ちに市町村か児童相談所に通告");
      nurse.page.click("[data-act='seen']");
      assertThat(nurse.page.locator("[data-act='seen']")).hasCount(0);
      String safe = json.replace("\"safetyConfirmed\":false", "\"safetyConfirmed\":true");
      assertEquals(201, nurse.send("POST", student + "/contacts", safe).status());
      assertTrue(!students("SAFETY").contains(Story.STUDENT));
      assertEquals(
          422,
          nurse
              .send(
                  "POST",
                  student + "/contacts",
                  "{\"how\":\"visit\",\"reached\":true,\"safetyConfirmed\":true}")
              .status());
    }
  }

  @Test
  void rolesDoWhatTheRightsTableSays() throws Exception {
    String child = "/api/v1/students/" + Story.STUDENT;
    for (Map.Entry<String, int[]> one :
        Map.of(
                "ohno.takashi", new int[] {200, 200},
                "segawa.nagisa", new int[] {200, 200},
                "hatano.minoru", new int[] {403, 403},
                "kanzaki.reiko", new int[] {403, 404})
            .entrySet()) {
      WebUser user = WebUser.signIn(desk, one.getKey());
      HttpResponse<String> list = user.get("/api/v1/watch?school=" + SCHOOL);
      assertEquals(one.getValue()[0], list.statusCode(), one.getKey() + list.body());
      HttpResponse<String> contacts = user.get(child + "/contacts");
      assertEquals(one.getValue()[1], contacts.statusCode(), one.getKey() + contacts.body());
    }
  }
}
