// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No page of the desk has a serious or critical finding of axe, on a phone or at a desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxeIT {
  private static final String REGISTER = "/pages/register?homeroom=" + Story.HOMEROOM + "&month=";
  private static final List<String> TEACHERS =
      List.of(
          "/students",
          "/students/" + Story.STUDENT + "/sheet-common",
          "/students/" + Story.STUDENT + "/sheet-a",
          "/students/" + Story.STUDENT + "/sheet-b",
          "/students/" + Story.STUDENT + "/support-course",
          "/students/" + Story.STUDENT + "/plain-words",
          "/pages/tasks",
          "/students/" + Story.STUDENT + "/meetings?meeting=new",
          "/students/" + Story.STUDENT + "/guidance-record",
          "/students/" + Story.STUDENT + "/guidance-record?year=2025",
          "/pages/records?year=2026",
          "/students/" + Story.STUDENT + "/crediting",
          "/students/" + Story.STUDENT + "/crediting?new=1",
          "/students/" + Story.STUDENT + "/consent",
          "/pages/crediting",
          "/pages/facilities",
          "/pages/class-print",
          REGISTER + "2026-11",
          REGISTER + "2026-10",
          REGISTER + "2026-08",
          "/pages/watch",
          "/pages/emergency",
          "/pages/emergency?homeroom=" + Story.HOMEROOM,
          "/account",
          "/account/password",
          "/account/totp",
          "/students/nobody");
  private static final List<String> HEADS =
      List.of(
          "/pages/closures",
          "/pages/exempt-days",
          "/pages/consents",
          "/pages/retention",
          "/pages/duplicates",
          "/pages/curricula");
  private static final List<String> ADMINISTRATORS =
      List.of(
          "/students",
          "/pages/imports",
          "/pages/settings",
          "/pages/facilities?new=1",
          "/pages/own-sections",
          "/pages/access-settings",
          "/admin/users",
          "/admin/security");

  @TempDir static Path data;
  private RunningDesk desk;
  private RunningDesk fresh;
  private Chromium browser;

  @BeforeAll
  void start() throws Exception {
    desk = RunningDesk.start(data.resolve("desk"), "--sample");
    fresh = RunningDesk.start(data.resolve("fresh"));
    browser = new Chromium();
  }

  @AfterAll
  void stop() throws Exception {
    browser.close();
    desk.close();
    fresh.close();
  }

  @ParameterizedTest
  @CsvSource({"ja,1280", "en,1280", "ja,390", "en,390"})
  void noPageHasASeriousFinding(String language, int width) {
    List<String> findings = new ArrayList<>();
    try (SignedIn nobody = SignedIn.nobody(fresh, browser.window(width, 900))) {
      nobody.open("/setup");
      speak(nobody, language);
      check(nobody, "/setup", findings);
    }
    try (SignedIn nobody = SignedIn.nobody(desk, browser.window(width, 900))) {
      nobody.open("/sign-in");
      speak(nobody, language);
      check(nobody, "/sign-in", findings);
    }
    walk(Story.TEACHER, TEACHERS, language, width, findings);
    walk("admin", ADMINISTRATORS, language, width, findings);
    walk("kawai.nao", HEADS, language, width, findings);
    openParts(language, width, findings);
    assertEquals(List.of(), findings);
  }

  private void walk(
      String username, List<String> paths, String language, int width, List<String> findings) {
    try (SignedIn person = SignedIn.as(desk, browser.window(width, 900), username)) {
      speak(person, language);
      for (String path : paths) {
        person.open(path);
        check(person, path, findings);
      }
      if (username.equals("admin")) {
        person.open("/admin/users");
        person.page.locator("main tbody th a").first().click();
        check(person, "/admin/users/…", findings);
      }
    }
  }

  /** Checks what opens only on demand: a popover, the history, a refusal with its reason field. */
  private void openParts(String language, int width, List<String> findings) {
    try (SignedIn deputy = SignedIn.as(desk, browser.window(width, 900), "kawai.nao")) {
      speak(deputy, language);
      deputy.openSheet();
      deputy.page.locator(".tn-why[data-month='2026-11']").first().click();
      deputy.page.waitForSelector(".tn-pop .tn-sum");
      check(deputy, "sheet, popover", findings);
      deputy.openRegister("2026-10");
      // A phone shows one day; the cell is one of another day.
      deputy.page.click("[data-act='month']");
      deputy.cell(5, "2026-10-08").click();
      deputy.page.locator(".tn-key[data-code='LATE']").click();
      deputy.page.waitForSelector("[data-notices] input");
      check(deputy, "register, reason", findings);
      deputy.openRegister("2026-11");
      deputy.page.click("[data-act='history']");
      deputy.page.waitForSelector(".tn-pop p, .tn-pop li");
      check(deputy, "register, history", findings);
    }
  }

  private static void speak(SignedIn person, String language) {
    String now = person.page.getAttribute("html", "lang");
    if (!language.equals(now)) {
      person.page.locator("form[action='/language'] button").click();
      person.page.waitForSelector("html[lang='" + language + "']");
    }
  }

  private static void check(SignedIn person, String where, List<String> findings) {
    Page page = person.page;
    String language = page.getAttribute("html", "lang");
    int width = page.viewportSize().width;
    assertTrue(page.locator("main h1, main h2").count() > 0, where);
    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
      if (Set.of("serious", "critical").contains(rule.getImpact())) {
        findings.add(
            String.join(
                " ",
                where,
                language,
                Integer.toString(width),
                rule.getId(),
                rule.getNodes().get(0).getHtml()));
      }
    }
    if (person.width() > width) {
      findings.add(where + " " + language + " scrolls sideways at " + width);
    }
    findings.addAll(person.faults());
  }
}
