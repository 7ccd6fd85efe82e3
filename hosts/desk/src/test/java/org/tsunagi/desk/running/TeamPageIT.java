// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A child's team, restricted notes and the emergency, as people of the school use them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamPageIT {
  private static final String CHILD = "/students/" + Story.STUDENT;
  private static final String PRINCIPAL = "ohno.takashi";
  private static final String SUBJECT_TEACHER = "okabe.tsuyoshi";

  @TempDir static Path data;
  private RunningDesk desk;
  private Chromium browser;

  @BeforeAll
  void start() throws Exception {
    desk = RunningDesk.start(data.resolve("desk"), "--sample");
    browser = new Chromium();
  }

  @AfterAll
  void stop() throws Exception {
    browser.close();
    desk.close();
  }

  private SignedIn open(String username, String path) {
    SignedIn person = SignedIn.as(desk, browser, username);
    person.open(path);
    person.page.waitForSelector(".tng[data-ready]");
    return person;
  }

  private int status(String username, String path) throws Exception {
    return WebUser.signIn(desk, username).get(path).statusCode();
  }

  @Test
  void aMemberSeesTheSheetFromBeingAddedUntilBeingEnded() throws Exception {
    assertEquals(404, status(SUBJECT_TEACHER, CHILD + "/team"));
    try (SignedIn homeroom = open(Story.TEACHER, CHILD + "/team")) {
      homeroom.tabTo("[data-act='add']");
      homeroom.press("Enter");
      Locator person = homeroom.page.locator(".tn-pop select").first();
      person.selectOption(
          person
              .locator("option", new Locator.LocatorOptions().setHasText("岡部"))
              .getAttribute("value"));
      homeroom.page.locator(".tn-pop select").nth(1).selectOption("subject");
      homeroom.page.locator(".tn-pop .tn-btn--go").click();
      Locator row = homeroom.page.locator("tr[data-member]");
      assertThat(row).containsText("岡部");
      assertThat(row).containsText("教科の担当");
      assertEquals(200, status(SUBJECT_TEACHER, CHILD + "/team"));
      assertEquals(200, status(SUBJECT_TEACHER, CHILD + "/sheet-a"));
      row.locator("[data-act='end']").click();
      homeroom.page.locator(".tn-pop .tn-btn").last().click();
      assertThat(homeroom.page.locator("tr[data-member]")).hasCount(0);
      assertEquals(404, status(SUBJECT_TEACHER, CHILD + "/team"));
      assertEquals(404, status(SUBJECT_TEACHER, CHILD + "/sheet-a"));
      assertEquals(List.of(), homeroom.faults());
    }
  }

  @Test
  void aRestrictedNoteOpensToItsAudienceWithAReasonAndToNobodyElse() {
    String content = "家の中のことを聞いた𠮷";
    try (SignedIn principal = open(PRINCIPAL, CHILD + "/notes")) {
      principal.page.locator("details summary").click();
      principal.page.selectOption("[data-in='kind']", "family");
      principal.page.check("[data-role][value='principal']");
      principal.page.fill("[data-in='content']", content);
      principal.page.click("[data-act='write']");
      Locator row = principal.page.locator("tr[data-note]");
      assertThat(row).containsText("家庭");
      assertFalse(principal.page.content().contains(content));
      row.locator("[data-act='open']").click();
      principal.page.locator(".tn-pop .tn-btn--go").click();
      assertThat(principal.page.locator(".tn-pop [data-refused]")).containsText("理由");
      principal.page.locator(".tn-pop textarea").fill("家庭訪問の前に");
      principal.page.locator(".tn-pop .tn-btn--go").click();
      assertThat(principal.page.locator(".tn-pop [data-content]")).containsText(content);
      principal.press("Escape");
      assertFalse(principal.page.content().contains(content));
      principal.open(CHILD + "/read-log");
      assertThat(principal.page.locator("tr[data-way='note']").first()).containsText("家庭訪問の前に");
      assertEquals(List.of(), principal.faults());
    }
    try (SignedIn homeroom = open(Story.TEACHER, CHILD + "/notes")) {
      assertThat(homeroom.page.locator("tr[data-note]")).containsText("あなたは開けません");
      assertFalse(homeroom.page.content().contains(content));
    }
  }

  @Test
  void anEmergencyOpensTheSheetAndThePrincipalIsToldAtOnce() throws Exception {
    String office = "hatano.minoru";
    try (SignedIn person = open("yuki.fumika", CHILD + "/emergency")) {
      person.page.fill("[data-in='reason']", "校外学習で具合が悪くなった");
      person.page.click("[data-act='emergency']");
      assertThat(person.page.locator(".tn-note")).containsText("まで");
      assertEquals(200, person.open(CHILD + "/sheet-a"));
    }
    assertEquals(404, status(office, CHILD + "/emergency"));
    try (SignedIn principal = open(PRINCIPAL, "/pages/notices")) {
      Locator notice = principal.page.locator("[data-notice]").first();
      assertThat(notice).containsText("校外学習で具合が悪くなった");
      notice.locator("[data-act='seen']").click();
      assertThat(principal.page.locator("[data-act='seen']")).hasCount(0);
      principal.open(CHILD + "/read-log");
      assertThat(principal.page.locator("tr[data-way='emergency']").first())
          .containsText("校外学習で具合が悪くなった");
      assertEquals(
          200,
          principal
              .page
              .context()
              .request()
              .get(desk.url() + "/api/v1" + CHILD + "/read-log.pdf")
              .status());
      assertEquals(List.of(), principal.faults());
    }
  }

  @Test
  void aPhoneShowsThePagesWithoutScrollingSideways() {
    try (SignedIn principal = SignedIn.as(desk, browser.window(390, 900), PRINCIPAL)) {
      for (String path :
          List.of(CHILD + "/team", CHILD + "/notes", CHILD + "/read-log", "/pages/notices")) {
        assertEquals(200, principal.open(path), path);
        assertTrue(principal.width() <= 390, path + " is " + principal.width());
      }
    }
  }
}
