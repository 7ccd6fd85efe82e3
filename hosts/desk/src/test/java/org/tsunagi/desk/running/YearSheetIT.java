// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** 学年別Aシート in a real browser, as teachers and a counselor use it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearSheetIT {
  private static final String SHEET = "/api/v1/students/" + Story.STUDENT + "/sheets/a-2026";
  private static final String LAST_YEAR = SHEET.replace("2026", "2025");

  /** Names as schools write them; the last one ends in a character with a variation selector. */
  private static final String RARE = "山﨑・髙橋・𠮷田・葛\uDB40\uDD00城";

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

  private SignedIn teacher() {
    SignedIn teacher = SignedIn.as(desk, browser, Story.TEACHER);
    teacher.openSheet();
    return teacher;
  }

  private static Locator text(SignedIn person, String name) {
    return person.page.locator("textarea[data-text='" + name + "']");
  }

  private static void awaitSaved(SignedIn person) {
    assertThat(person.page.locator("[data-state].tn-chip--ok")).isVisible();
  }

  private static Locator save(SignedIn person) {
    return person.page.locator("[data-act='save']").first();
  }

  private JsonNode content() throws Exception {
    return rest.get(SHEET).get("content");
  }

  @Test
  void theSheetsNumbersFollowTheRegisterAndExplainThemselves() {
    String number = ".tn-why[data-month='2026-11'][data-figure='daysAbsentIncludingCredited']";
    try (SignedIn teacher = teacher()) {
      assertThat(teacher.page.locator(number)).hasText("13");
      assertThat(teacher.page.locator("#tn-s-monthly")).containsText("出席簿から");
      teacher.openRegister("2026-11");
      teacher.cell(24, "2026-11-02").click();
      teacher.press("v");
      awaitSaved(teacher);
      teacher.openSheet();
      assertThat(teacher.page.locator(number)).hasText("12");
      teacher.page.locator(number).focus();
      teacher.press("Enter");
      Locator box = teacher.page.locator(".tn-pop");
      assertThat(box.locator("h4")).containsText("12日");
      assertThat(box.locator(".tn-eq")).containsText("12日");
      teacher.press("Escape");
      assertTrue(teacher.hasFocus(teacher.page.locator(number)));
      assertEquals(List.of(), teacher.faults());
    }
  }

  @Test
  void whatIsWrittenIsSavedByButtonAndByKey() throws Exception {
    try (SignedIn teacher = teacher()) {
      text(teacher, "absenceReasons").fill("朝に頭が痛いと話した（11月2日、電話）。");
      Locator row = teacher.page.locator("tr[data-row='medical'], tr[data-below='medical']");
      row.locator("[data-column='organizationName']").fill("みなも市立病院");
      assertThat(teacher.page.locator("[data-state]")).containsText("まだ保存していません");
      save(teacher).click();
      awaitSaved(teacher);
      teacher.page.locator("tr[data-row='medical'] [data-act='add-row']").click();
      teacher.page.keyboard().type("月に1回の面接");
      row.nth(1).locator("[data-column='organizationName']").fill("こころの相談室");
      text(teacher, "handoverNotesToNextYear").fill("好きな本の話から入ると話しやすい。");
      teacher.press("Control+s");
      assertThat(text(teacher, "handoverNotesToNextYear"))
          .not()
          .hasClass(Pattern.compile("tn-in--dirty"));
      teacher.openSheet();
      assertThat(text(teacher, "absenceReasons")).hasValue("朝に頭が痛いと話した（11月2日、電話）。");
      assertThat(text(teacher, "handoverNotesToNextYear")).hasValue("好きな本の話から入ると話しやすい。");
      assertThat(row).hasCount(2);
      assertThat(row.nth(1).locator("[data-column='mainSupport']")).hasValue("月に1回の面接");
      assertTrue(content().findValuesAsText("organizationName").contains("こころの相談室"));
    }
  }

  @Test
  void twoWindowsKeepBothTextsAndPutThemTogether() throws Exception {
    try (SignedIn yogo = SignedIn.as(desk, browser, "morishita.izumi");
        SignedIn teacher = teacher()) {
      yogo.openSheet();
      text(yogo, "handoverNotesToNextYear").fill("保健室では絵をかいて過ごした。");
      save(yogo).click();
      awaitSaved(yogo);
      text(teacher, "handoverNotesToNextYear").fill("図書の係を続けたい。");
      teacher.press("Control+s");
      Locator banner = teacher.page.locator("[data-notices]");
      assertThat(banner).containsText("森下");
      assertThat(banner).containsText("保健室では絵をかいて過ごした。");
      assertThat(banner).containsText("図書の係を続けたい。");
      assertEquals("保健室では絵をかいて過ごした。", content().at("/texts/handoverNotesToNextYear").asText());
      banner.locator("button", new Locator.LocatorOptions().setHasText("両方を残してまとめる")).click();
      save(teacher).click();
      awaitSaved(teacher);
      String both = content().at("/texts/handoverNotesToNextYear").asText();
      assertTrue(both.contains("保健室では絵をかいて過ごした。") && both.contains("図書の係を続けたい。"), both);
      teacher.openSheet();
      assertThat(text(teacher, "handoverNotesToNextYear")).hasValue(both);
    }
  }

  @Test
  void everyYearHasItsOwnSheet() throws Exception {
    try (SignedIn teacher = teacher()) {
      Locator years = teacher.page.locator("nav[aria-label='年度を選ぶ'] a");
      assertThat(years).hasText(new String[] {"中1（令和7年度）", "中2（令和8年度）"});
      years.first().click();
      teacher.page.waitForURL(Pattern.compile("year=2025$"));
      assertThat(text(teacher, "absenceReasons")).hasValue("");
      text(teacher, "absenceReasons").fill("昨年度の追記。");
      save(teacher).click();
      awaitSaved(teacher);
      assertEquals("昨年度の追記。", rest.get(LAST_YEAR).at("/content/texts/absenceReasons").asText());
      teacher.openSheet();
      assertThat(text(teacher, "absenceReasons")).not().hasValue("昨年度の追記。");
      assertEquals(404, teacher.open("/students/" + Story.STUDENT + "/sheet-a?year=1850"));
    }
  }

  @Test
  void theFormsWordsStandInPrintedOrder() {
    List<String> rows =
        List.of(
            "出席しなければならない日数",
            "出席日数",
            "別室登校",
            "遅刻",
            "早退",
            "累積欠席日数",
            "欠席日数（出席扱いを含む）",
            "指導要録上の出席扱い",
            "①教育支援センター",
            "②教育委員会所管の機関（①除く。）",
            "③児童相談所・福祉事務所",
            "④保健所、精神保健福祉センター",
            "⑤病院、診療所",
            "⑥民間団体、民間施設",
            "⑦その他の機関等",
            "⑧IT等の活用");
    List<String> heads =
        List.of(
            "担任・作成・児童生徒名等",
            "支援機関名等（校内・校外）",
            "月別欠席状況等",
            "長期欠席、不登校（継続）等欠席状況に関する理由",
            "次年度への引継事項（支援・指導の参考となるエピソード等も含め、多様な視点で記入）");
    try (SignedIn teacher = teacher()) {
      assertThat(teacher.page.locator("#tn-a-months tbody th"))
          .hasText(rows.toArray(String[]::new));
      assertThat(teacher.page.locator("h3.tn-maru")).containsText(heads.toArray(String[]::new));
      assertThat(teacher.page.locator("#tn-t-supportOrganizations tbody th"))
          .containsText(new String[] {"在籍校", "家庭", "福祉", "医療", "その他"});
      assertThat(teacher.page.locator("#tn-a-months thead tr").nth(1).locator("th"))
          .hasText(
              new String[] {
                "月", "4", "5", "6", "7", "8", "9", "10", "11", "12", "1", "2", "3", "計"
              });
    }
  }

  @Test
  void theYearsWalkSpeaksWithoutColour() {
    try (SignedIn teacher = teacher()) {
      Locator walk = teacher.page.locator("svg.tn-heat");
      assertThat(walk).hasAttribute("role", "img");
      assertThat(walk.locator("> title")).hasText("令和8年度の一年の歩み");
      assertThat(walk.locator("> desc")).containsText(Pattern.compile("、出席 \\d+日.*判断待ち.*病欠 11日"));
      assertThat(walk.locator("g").first().locator("title")).not().isEmpty();
      assertThat(walk.locator("text.tn-g--pend").first()).isVisible();
    }
  }

  @Test
  void rareCharactersComeBackExactly() throws Exception {
    try (SignedIn teacher = teacher()) {
      Locator contact =
          teacher.page.locator("tr[data-row='welfare'] [data-column='contactPerson']").first();
      contact.fill(RARE);
      save(teacher).click();
      awaitSaved(teacher);
      assertTrue(content().at("/tables/supportOrganizations").toString().contains(RARE));
      teacher.openSheet();
      assertThat(contact).hasValue(RARE);
    }
  }

  @Test
  void aChildsRareNameIsTheSameInPageAndInterface() throws Exception {
    // The sample's 髙 are all at the primary school.
    try (SignedIn deputy = SignedIn.as(desk, browser, "tachibana.noriko")) {
      for (String part : List.of("﨑", "髙", "𠮷", "\uDB40\uDD00")) {
        deputy.open("/students");
        deputy.page.fill("#q", part);
        deputy.page.press("#q", "Enter");
        Locator found =
            deputy
                .page
                .locator("main tbody th a", new Page.LocatorOptions().setHasText(part))
                .first();
        String name = found.innerText();
        String id = found.getAttribute("href").substring("/students/".length());
        deputy.open("/students/" + id + "/sheet-a");
        assertThat(deputy.page.locator("#tn-s-people")).containsText(name);
        JsonNode sheet = rest.get("/api/v1/students/" + id + "/sheets/a-2026");
        assertEquals(name, sheet.at("/reflected/studentName/value").asText());
      }
    }
  }

  @Test
  void whoReadTheSheetStandsInTheReadLog() throws Exception {
    try (SignedIn counselor = SignedIn.as(desk, browser, "segawa.nagisa")) {
      counselor.openSheet();
    }
    JsonNode log = rest.get("/api/v1/students/" + Story.STUDENT + "/read-log");
    assertTrue(log.toString().contains("瀬川"), log.toString());
  }

  @Test
  void aCounselorReadsButDoesNotWrite() throws Exception {
    try (SignedIn counselor = SignedIn.as(desk, browser, "segawa.nagisa")) {
      counselor.openSheet();
      assertThat(counselor.page.locator("[data-act='save'], [data-act='add-row']")).hasCount(0);
      assertThat(text(counselor, "absenceReasons")).hasAttribute("readonly", "");
      assertThat(counselor.page.locator("main")).containsText("見るだけ");
      Locator number = counselor.page.locator(".tn-why[data-month='2026-06']").first();
      number.click();
      assertThat(counselor.page.locator(".tn-pop .tn-sum")).isVisible();
      int version = rest.get(SHEET).get("version").asInt();
      Map<String, Object> body =
          Map.of(
              "version", version, "content", Map.of("texts", Map.of("absenceReasons", "書けないはずの文")));
      assertEquals(403, counselor.send("PUT", SHEET, body).status());
      assertFalse(content().toString().contains("書けないはずの文"));
    }
  }

  @Test
  void aSubjectTeacherAndAnotherClasssTeacherFindNoSheet() {
    for (String username : List.of("okabe.tsuyoshi", "uchida.saki", "hayama.midori")) {
      try (SignedIn other = SignedIn.as(desk, browser, username)) {
        assertEquals(404, other.open("/students/" + Story.STUDENT + "/sheet-a"), username);
      }
    }
  }
}
