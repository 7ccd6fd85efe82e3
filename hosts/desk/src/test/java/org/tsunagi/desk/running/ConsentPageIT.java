// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** 同意と提供 in a real browser: show, record consent, hand a limited copy over, withdraw. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentPageIT {
  private static final String PRINCIPAL = "ohno.takashi";
  private static final String TAB = "/students/" + Story.STUDENT + "/consent";
  private static final String API = "/api/v1/students/" + Story.STUDENT;
  private static final String HANDED = "好きな本の話から入ると話しやすい。";
  private static final String KEPT = "家で朝に頭が痛いと話した。";

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
    writeSheet();
    confirmSecrecy();
  }

  @AfterAll
  void stop() throws Exception {
    browser.close();
    desk.close();
  }

  /** Writes 学年別A with something to hand over and something to keep. */
  private void writeSheet() throws Exception {
    String path = API + "/sheets/a-2026";
    int version = rest.get(path).get("version").asInt();
    String body =
        "{\"version\":%d,\"content\":{\"texts\":{\"handoverNotesToNextYear\":\"%s\","
            + "\"absenceReasons\":\"%s\"},\"tables\":{}}}";
    int status = rest.send("PUT", path, String.format(body, version, HANDED, KEPT)).statusCode();
    assertEquals(200, status);
  }

  private void confirmSecrecy() throws Exception {
    JsonNode one = rest.get("/api/v1/facilities").get("facilities").get(0);
    String body =
        String.format(
            "{\"version\":%d,\"name\":\"%s\",\"kind\":\"%s\",\"prefecture\":\"%s\","
                + "\"municipality\":\"%s\",\"publicBody\":%s,\"secrecyConfirmed\":true,"
                + "\"secrecyConfirmedOn\":\"2026-11-02\"}",
            one.get("version").asInt(),
            one.get("name").asText(),
            one.get("kind").asText(),
            one.get("prefecture").asText(),
            one.get("municipality").asText(),
            one.get("publicBody").asBoolean());
    String path = "/api/v1/facilities/" + one.get("id").asText();
    assertEquals(204, rest.send("PUT", path, body).statusCode());
  }

  private static void ready(SignedIn person) {
    person.open(TAB);
    person.page.waitForSelector(".tng[data-ready]");
  }

  private static Locator form(SignedIn person, String name) {
    return person.page.locator("[data-form='" + name + "']");
  }

  private static void open(SignedIn person, String name) {
    person.page.locator("details:has([data-form='" + name + "']) > summary").first().click();
  }

  private static void send(SignedIn person, String name) {
    form(person, name).locator("[data-act='send']").click();
    assertThat(person.page.locator("[data-state].tn-chip--ok")).isVisible();
  }

  private static void person(Locator form) {
    form.locator("[data-field='person']").fill("水野 みどり");
    form.locator("[data-field='relation']").selectOption("mother");
    form.locator("[data-field='how']").selectOption("inPerson");
  }

  @Test
  void theCopyGoesWithConsentAndCloseWithItsWithdrawal() throws Exception {
    try (SignedIn teacher = SignedIn.as(desk, browser, Story.TEACHER)) {
      ready(teacher);
      open(teacher, "ask-facility");
      Locator ask = form(teacher, "ask-facility");
      ask.locator("select")
          .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
      ask.locator("input[value='a-2026:plan']").check();
      send(teacher, "ask-facility");
      open(teacher, "explain");
      for (Locator box : form(teacher, "explain").locator("[data-list]").all()) {
        box.check();
      }
      send(teacher, "explain");
      send(teacher, "show");
      assertThat(teacher.page.locator(".tn-shown").first()).containsText(HANDED);
      assertThat(teacher.page.locator(".tn-shown").first()).not().containsText(KEPT);
      open(teacher, "answer");
      Locator answer = form(teacher, "answer");
      person(answer);
      answer.locator("[data-field='given']").selectOption("true");
      send(teacher, "answer");
      assertThat(teacher.page.locator(".tn-consent h3 .tn-chip")).hasText("同意あり");
      assertEquals(List.of(), teacher.faults());
    }
    String copy = handOver();
    try (SignedIn teacher = SignedIn.as(desk, browser, Story.TEACHER)) {
      ready(teacher);
      open(teacher, "withdraw");
      person(form(teacher, "withdraw"));
      send(teacher, "withdraw");
      assertThat(teacher.page.locator(".tn-consent h3 .tn-chip")).hasText("取り消されました");
    }
    try (SignedIn principal = SignedIn.as(desk, browser, PRINCIPAL)) {
      ready(principal);
      assertEquals(410, principal.send("GET", copy, null).status());
      assertThat(principal.page.locator("[data-disclosure]")).containsText("写しは出せません");
      assertEquals(0, principal.page.locator("a[href$='/print']", hasCopy()).count());
    }
  }

  private static com.microsoft.playwright.Page.LocatorOptions hasCopy() {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText("写し");
  }

  /** Hands the copy over as the principal; returns its address. */
  private String handOver() {
    try (SignedIn principal = SignedIn.as(desk, browser, PRINCIPAL)) {
      ready(principal);
      open(principal, "send");
      form(principal, "send").locator("[data-field='manner']").selectOption("paper");
      send(principal, "send");
      String id =
          principal.page.locator("[data-disclosure]").first().getAttribute("data-disclosure");
      String copy = API + "/disclosures/" + id + "/copy";
      String text = principal.send("GET", copy, null).text();
      assertTrue(text.contains(HANDED));
      assertFalse(text.contains(KEPT));
      assertEquals(200, principal.send("GET", copy.replace("/copy", "/print"), null).status());
      assertEquals(List.of(), principal.faults());
      return copy;
    }
  }
}
