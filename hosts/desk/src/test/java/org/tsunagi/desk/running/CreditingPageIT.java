// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** 出席扱い from the application to the letter, as teachers and the principal use it; one story. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CreditingPageIT {
  private static final int NUMBER = 5;
  private static final String PRINCIPAL = "ohno.takashi";
  private static final String MONTH = "2026-11";
  private static final String MARKED = "2026-11-02";

  @TempDir static Path data;
  private RunningDesk desk;
  private Chromium browser;
  private Rest rest;
  private String student = "";
  private String tab = "";

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
    JsonNode room = rest.get("/api/v1/homerooms/" + Story.HOMEROOM + "/register?month=" + MONTH);
    student = room.get("students").get(NUMBER - 1).get("id").asText();
    tab = "/students/" + student + "/crediting";
  }

  @AfterAll
  void stop() throws Exception {
    browser.close();
    desk.close();
  }

  private SignedIn person(String username) {
    return SignedIn.as(desk, browser, username);
  }

  private static void ready(SignedIn person) {
    person.page.waitForSelector(".tng[data-ready]");
  }

  private static void awaitSaved(SignedIn person) {
    assertThat(person.page.locator("[data-state].tn-chip--ok")).isVisible();
  }

  /** Marks a day by one click and one key, and waits until it is saved. */
  private static Locator mark(SignedIn teacher, String date) {
    teacher.openRegister(MONTH);
    Locator cell = teacher.cell(NUMBER, date);
    cell.click();
    teacher.press("1");
    awaitSaved(teacher);
    return cell;
  }

  @Test
  @Order(1)
  void theBoardAddsAPlaceAndNotesWhatItSaw() {
    try (SignedIn board = person("kanzaki.reiko")) {
      board.open("/pages/facilities?new=1");
      ready(board);
      board.page.fill("#tn-f-name", "わかば教室");
      board.page.selectOption("#tn-f-kind", "1");
      board.page.fill("#tn-f-prefecture", "栃木県");
      board.page.fill("#tn-f-municipality", "みなも市");
      board.page.check("[data-field='publicBody']");
      board.page.click("[data-act='save']");
      board.page.waitForURL(Pattern.compile("facility=f-"));
      ready(board);
      Locator items = board.page.locator("[data-part='assessment'] .tn-req > li");
      assertThat(items).hasCount(12);
      items.first().locator("summary").click();
      items.first().locator("textarea").fill("職員は教員の経験者。6月に見学した。");
      items.first().locator("button").click();
      awaitSaved(board);
      assertThat(items.first()).containsText("職員は教員の経験者。6月に見学した。");
      assertThat(items.first()).containsText("神崎");
      board.page.check("[data-field='residential']");
      board.page.click("[data-act='save']");
      assertThat(items).hasCount(15);
      assertThat(board.page.locator("[data-part='assessment']")).containsText("宿泊による指導を行う施設");
      assertEquals(List.of(), board.faults());
    }
  }

  @Test
  @Order(3)
  void aMarkWithoutADecisionIsDashed() {
    try (SignedIn teacher = person(Story.TEACHER)) {
      assertThat(mark(teacher, MARKED).locator(".tn-c--pend")).isVisible();
    }
  }

  @Test
  @Order(2)
  void theTeacherAppliesAndConfirmsByKeyboardAlone() {
    try (SignedIn teacher = person(Story.TEACHER)) {
      teacher.open(tab + "?new=1");
      ready(teacher);
      teacher.tabTo("[name='tn-way']");
      teacher.press("Space");
      teacher.tabTo("#tn-find");
      teacher.page.keyboard().insertText("わかば");
      teacher.tabTo("#tn-facility");
      teacher.press("Home");
      teacher.tabTo("#tn-c-guide");
      teacher.page.keyboard().insertText("わかば教室の指導員");
      teacher.tabTo("#tn-c-firstOn");
      teacher.page.locator("#tn-c-firstOn").fill("2026-11-02");
      teacher.tabTo("#tn-c-lastOn");
      teacher.page.locator("#tn-c-lastOn").fill("2027-03-24");
      teacher.tabTo("[data-act='apply']");
      teacher.press("Enter");
      teacher.page.waitForURL(Pattern.compile("application="));
      ready(teacher);
      assertThat(teacher.page.locator("[data-part='decision']")).containsText("決定は校長（大野");
      Locator boxes = teacher.page.locator(".tn-req .tn-box");
      int number = boxes.count();
      assertEquals(6, number);
      for (int i = 0; i < number; i++) {
        boxes.nth(i).focus();
        teacher.press("Space");
        assertThat(teacher.page.locator(".tn-req > li").nth(i).locator(".tn-chip--ok"))
            .containsText("佐々木");
        assertTrue(teacher.hasFocus(boxes.nth(i)));
      }
      assertThat(teacher.page.locator("[data-part='head'] .tn-chip")).hasText("校長の判断待ち");
      assertEquals(List.of(), teacher.faults());
    }
  }

  @Test
  @Order(4)
  void thePrincipalApprovesWhatIsReadyInThreeClicks() {
    try (SignedIn principal = person(PRINCIPAL)) {
      principal.open("/pages/crediting");
      assertThat(principal.page.locator("#tn-g-ready ~ table")).containsText("わかば教室");
      int clicks = 0;
      principal.page.locator("#tn-g-ready ~ table tr", hasPlace()).locator("a").click();
      clicks++;
      ready(principal);
      assertThat(principal.page.locator("[name='tn-outcome']:checked")).hasCount(0);
      principal.page.click("[name='tn-outcome'][value='granted']");
      clicks++;
      assertThat(principal.page.locator("[data-moving]")).containsText("1日が出席扱いに変わります");
      assertThat(principal.page.locator("[data-days] .tn-daylist")).containsText("2日");
      assertThat(principal.page.locator("[data-remarks] mark")).containsText("出席扱い1日（みなも市わかば教室）");
      principal.page.click("[data-act='decide']");
      clicks++;
      awaitSaved(principal);
      assertThat(principal.page.locator("[data-part='head'] .tn-chip")).hasText("出席扱い");
      assertThat(principal.page.locator("[data-part='decision'] .tn-seal--on")).containsText("大野");
      assertTrue(clicks <= 3, "clicks: " + clicks);
      principal.open("/pages/crediting");
      assertThat(principal.page.locator("#tn-g-force ~ table")).containsText("わかば教室");
      assertThat(principal.page.locator("button[data-act]")).hasCount(0);
      assertEquals(List.of(), principal.faults());
    }
  }

  private static com.microsoft.playwright.Page.LocatorOptions hasPlace() {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText("わかば教室");
  }

  @Test
  @Order(5)
  void aCoveredDayIsMarkedByAClickAndAKeyAndCountsAtOnce() {
    try (SignedIn teacher = person(Story.TEACHER)) {
      teacher.openRegister(MONTH);
      assertThat(teacher.cell(NUMBER, MARKED).locator(".tn-c--cred")).isVisible();
      assertThat(mark(teacher, "2026-11-04").locator(".tn-c--cred")).isVisible();
      teacher.openRegister(MONTH);
      assertThat(teacher.cell(NUMBER, "2026-11-04").locator(".tn-c--cred")).isVisible();
    }
  }

  @Test
  @Order(6)
  void aDecisionIsAmendedByANewOneAndTheLetterTellsEach() throws Exception {
    try (SignedIn principal = person(PRINCIPAL)) {
      principal.open(tab);
      ready(principal);
      principal.page.locator("[data-part='decision'] > details > summary").click();
      principal.page.click("[name='tn-outcome'][value='refused']");
      assertThat(principal.page.locator("[data-when='refused']")).containsText("「前例がない」");
      principal.page.fill("#tn-reason", "この地域では前例がないためです。");
      principal.page.click("[data-act='decide']");
      assertThat(principal.page.locator("[data-notices]")).containsText("前例");
      principal.page.fill("#tn-reason", "通う日が合わないため、いまは別の支援を進めます。");
      principal.page.fill("#tn-next", "金曜の午後に、校内のひだまりを試します。");
      principal.page.click("[data-act='decide']");
      awaitSaved(principal);
      assertThat(principal.page.locator("[data-part='history'] li")).hasCount(9);
      String now = letter(principal, principal.page.getAttribute("[data-letter]", "href"));
      assertTrue(now.contains("今回は、出席扱いとしないことにしました。"), now);
      assertTrue(now.contains("校内のひだまりを試します。"), now);
      assertTrue(now.contains("いつでもあらためて申請できます"), now);
      Locator first = principal.page.locator("[data-part='history'] a").nth(1);
      String before = letter(principal, first.getAttribute("href"));
      assertTrue(before.contains("学校の記録（指導要録）の上で出席扱いとします。"), before);
      assertTrue(before.contains("大野　隆が出力"), before);
    }
    try (SignedIn teacher = person(Story.TEACHER)) {
      teacher.openRegister(MONTH);
      assertThat(teacher.cell(NUMBER, MARKED).locator(".tn-c--cred")).hasCount(0);
    }
  }

  private String letter(SignedIn person, String address) throws Exception {
    APIResponse answer = person.page.request().get(desk.url() + address);
    assertEquals(200, answer.status());
    assertEquals("application/pdf", answer.headers().get("content-type"));
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s*\\n\\s*", "");
    }
  }

  @Test
  @Order(7)
  void rightsHoldInPageAndInterface() {
    try (SignedIn teacher = person(Story.TEACHER)) {
      teacher.open(tab);
      ready(teacher);
      String id = teacher.page.getAttribute(".tng", "data-application");
      Map<String, Object> body =
          Map.of(
              "outcome",
              "granted",
              "ranges",
              List.of(),
              "reason",
              "x",
              "decision",
              2,
              "version",
              1);
      assertEquals(
          403, teacher.send("POST", "/api/v1/creditings/" + id + "/decisions", body).status());
      teacher.open("/pages/facilities");
      ready(teacher);
      assertThat(teacher.page.locator("[data-act='rule']")).hasCount(0);
      assertThat(teacher.page.locator("[data-part='rules']")).containsText("国の通知は、日数の換算を決めていません");
      assertEquals(
          403, teacher.send("PUT", "/api/v1/facilities/f-x", Map.of("name", "x")).status());
      teacher.page.fill("#tn-search", "わかば 栃木");
      assertThat(teacher.page.locator("[data-found]")).hasText("1か所");
    }
    try (SignedIn subject = person("okabe.tsuyoshi")) {
      assertEquals(404, subject.open(tab));
      assertEquals(404, subject.open("/pages/crediting"));
    }
  }

  @Test
  @Order(8)
  void nothingScrollsSidewaysOnAPhone() {
    try (SignedIn principal = SignedIn.as(desk, browser.window(390, 844), PRINCIPAL)) {
      for (String path : List.of(tab, tab + "?new=1", "/pages/crediting", "/pages/facilities")) {
        principal.open(path);
        principal.page.waitForLoadState();
        assertTrue(principal.width() <= 390, path + " " + principal.width());
      }
      principal.open(tab);
      ready(principal);
      Chromium.picture(principal.page, "crediting-phone");
    }
    try (SignedIn principal = person(PRINCIPAL)) {
      principal.open(tab);
      ready(principal);
      Chromium.picture(principal.page, "crediting");
    }
  }
}
