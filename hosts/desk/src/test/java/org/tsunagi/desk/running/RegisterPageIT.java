// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The class register in a real browser, as teachers use it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterPageIT {
  private static final List<String> FIGURES =
      List.of(
          "requiredDays",
          "daysPresent",
          "creditedDays",
          "daysAbsent",
          "lateArrivals",
          "earlyDepartures");

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

  private SignedIn teacher(String month) {
    SignedIn teacher = SignedIn.as(desk, browser, Story.TEACHER);
    teacher.openRegister(month);
    return teacher;
  }

  private static void awaitSaved(SignedIn person) {
    assertThat(person.page.locator("[data-state].tn-chip--ok")).isVisible();
  }

  private JsonNode row(int number, String month) throws Exception {
    String path = "/api/v1/homerooms/" + Story.HOMEROOM + "/register?month=" + month;
    return rest.get(path).get("students").get(number - 1);
  }

  private String code(int number, String date) throws Exception {
    return row(number, date.substring(0, 7)).at("/marks/" + date + "/code").asText();
  }

  private void assertTallies(SignedIn person, int number) throws Exception {
    String student = person.page.getAttribute(SignedIn.row(number), "data-student");
    JsonNode all =
        rest.get("/api/v1/tallies?schoolYear=2026&period=month&student=" + student).get("tallies");
    for (JsonNode month : all) {
      if (month.get("month").asText().equals("2026-11")) {
        for (String figure : FIGURES) {
          assertThat(person.figure(number, figure)).hasText(month.get(figure).asText());
        }
        return;
      }
    }
    throw new AssertionError("no tally of the month in " + all);
  }

  @Test
  void theKeyboardAloneSignsInAndMarksADay() throws Exception {
    try (SignedIn teacher = SignedIn.nobody(desk, browser.window(1280, 900))) {
      teacher.open("/sign-in");
      teacher.tabTo("#f-username");
      teacher.page.keyboard().type(Story.TEACHER);
      teacher.press("Tab");
      teacher.page.keyboard().type(WebUser.PASSWORD);
      teacher.press("Enter");
      teacher.page.waitForURL("**/students");
      teacher.tabTo("nav a[href^='/pages/register']");
      teacher.press("Enter");
      teacher.page.waitForSelector(".tng[data-ready]");
      teacher.tabTo("td[data-date='2026-11-20']");
      assertTrue(teacher.hasFocus(teacher.cell(1, "2026-11-20")));
      teacher.press("ArrowLeft", "ArrowLeft", "ArrowDown", "Enter");
      assertTrue(teacher.hasFocus(teacher.cell(3, "2026-11-18")));
      teacher.press("c");
      assertTrue(teacher.hasFocus(teacher.cell(4, "2026-11-18")));
      assertThat(teacher.cell(3, "2026-11-18")).hasAttribute("data-code", "LATE");
      awaitSaved(teacher);
      assertEquals("LATE", code(3, "2026-11-18"));
      assertEquals(List.of(), teacher.faults());
    }
  }

  @Test
  void everyKeyWritesItsMarkAndGoesDown() throws Exception {
    List<String> keys =
        List.of(
            "Space", "b", "j", "c", "s", "v", "h", "t", "k", "1", "2", "3", "4", "5", "6", "7",
            "8");
    List<String> codes =
        List.of(
            "PRESENT",
            "ABSENT_ILLNESS",
            "ABSENT_OTHER",
            "LATE",
            "EARLY",
            "SEPARATE_ROOM",
            "INFIRMARY",
            "SUSPENSION_INFECTION",
            "BEREAVEMENT",
            "CREDITED_SUPPORT_CENTER",
            "CREDITED_BOARD_FACILITY",
            "CREDITED_CHILD_GUIDANCE",
            "CREDITED_HEALTH_CENTER",
            "CREDITED_HOSPITAL",
            "CREDITED_PRIVATE",
            "CREDITED_OTHER_FACILITY",
            "CREDITED_ICT");
    String day = "2026-11-09";
    try (SignedIn teacher = teacher("2026-11")) {
      teacher.cell(1, day).click();
      keys.forEach(teacher::press);
      for (int i = 0; i < keys.size(); i++) {
        assertThat(teacher.cell(i + 1, day)).hasAttribute("data-code", codes.get(i));
      }
      awaitSaved(teacher);
      for (int i = 0; i < keys.size(); i++) {
        assertEquals(codes.get(i), code(i + 1, day), keys.get(i));
      }
      teacher.cell(1, day).click();
      keys.forEach(key -> teacher.press("Delete"));
      assertThat(teacher.page.locator("td.tn-busy")).hasCount(0);
      awaitSaved(teacher);
      for (int i = 0; i < keys.size(); i++) {
        assertEquals("", code(i + 1, day), keys.get(i));
      }
    }
  }

  @Test
  void aRangeIsMarkedAtOnceAndTakenBackAtOnce() throws Exception {
    try (SignedIn teacher = teacher("2026-11")) {
      String before = row(9, "2026-11").toString();
      teacher.cell(9, "2026-11-16").click();
      teacher.press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown");
      assertThat(teacher.page.locator("td[aria-selected='true']")).hasCount(6);
      teacher.press("b");
      assertThat(teacher.figure(9, "daysAbsent")).hasText("3");
      assertThat(teacher.figure(10, "daysAbsent")).hasText("3");
      awaitSaved(teacher);
      teacher.press("Control+z");
      assertThat(teacher.figure(9, "daysAbsent")).hasText("0");
      assertThat(teacher.page.locator("td.tn-busy")).hasCount(0);
      awaitSaved(teacher);
      assertEquals(before, row(9, "2026-11").toString());
    }
  }

  @Test
  void theRowsNumbersMoveEqualTheTalliesAndStayAfterAReload() throws Exception {
    try (SignedIn teacher = teacher("2026-11")) {
      assertThat(teacher.figure(4, "daysAbsent")).hasText("0");
      teacher.cell(4, "2026-11-19").click();
      teacher.press("b");
      assertThat(teacher.figure(4, "daysAbsent")).hasText("1");
      assertThat(teacher.figure(4, "daysPresent")).hasText("12");
      assertTallies(teacher, 4);
      teacher.openRegister("2026-11");
      assertThat(teacher.cell(4, "2026-11-19")).hasAttribute("data-code", "ABSENT_ILLNESS");
      assertTallies(teacher, 4);
    }
  }

  @Test
  void todaysBlanksBecomePresentTogetherAndBlankAgain() throws Exception {
    try (SignedIn teacher = teacher("2026-11")) {
      Locator go = teacher.page.locator("[data-act='today']");
      assertThat(go).hasText("空欄の27人を出席にする");
      go.focus();
      teacher.press("Enter");
      assertThat(teacher.page.locator("[data-state]")).containsText("27人を出席にしました");
      assertThat(teacher.page.locator("td.tn-today .tn-c--todo")).hasCount(0);
      assertThat(go).isHidden();
      assertThat(teacher.figure(1, "daysPresent")).hasText("14");
      assertTallies(teacher, 1);
      teacher.page.locator("[data-act='undo']").click();
      assertThat(go).hasText("空欄の27人を出席にする");
      assertThat(teacher.page.locator("td.tn-today .tn-c--todo")).hasCount(27);
    }
  }

  @Test
  void aNumberExplainsItselfByKeyboardAndItsLinesSumUp() {
    try (SignedIn teacher = teacher("2026-11")) {
      Locator number = teacher.figure(24, "daysAbsent");
      number.focus();
      teacher.press("Enter");
      Locator box = teacher.page.locator(".tn-pop");
      assertThat(box.locator(".tn-sum tr").first()).isVisible();
      int total = Integer.parseInt(number.innerText());
      int reached = 0;
      int items = 0;
      boolean summed = false;
      for (Locator line : box.locator(".tn-sum tr").all()) {
        int days =
            Integer.parseInt(
                line.locator("td").last().innerText().replace("日", "").replace("−", "-").strip());
        if (line.getAttribute("class") != null) {
          assertEquals(total, days);
          assertEquals(total, reached);
          summed = true;
        } else if (summed) {
          items += days;
        } else {
          reached += days;
        }
      }
      assertTrue(summed);
      assertEquals(total, items);
      teacher.press("Escape");
      assertThat(box).hasCount(0);
      assertTrue(teacher.hasFocus(number));
    }
  }

  @Test
  void aLockedMonthTellsATeacherWhoMayOpenIt() throws Exception {
    try (SignedIn teacher = teacher("2026-09")) {
      teacher.cell(6, "2026-09-10").click();
      teacher.press("b");
      assertThat(teacher.page.locator("[data-notices]")).containsText("校長・教頭");
      assertThat(teacher.cell(6, "2026-09-10")).hasAttribute("data-code", "");
      assertThat(teacher.page.locator("[data-lock]")).hasCount(0);
      assertEquals("", code(6, "2026-09-10"));
    }
  }

  @Test
  void aVicePrincipalOpensALockedMonthAndTheMarkThatWaitedIsSaved() throws Exception {
    String day = "2026-10-02";
    try (SignedIn deputy = SignedIn.as(desk, browser, "kawai.nao")) {
      deputy.openRegister("2026-10");
      assertEquals("SEPARATE_ROOM", code(24, day));
      deputy.cell(24, day).click();
      deputy.press("h");
      Locator panel = deputy.page.locator("[data-notices]");
      Locator reason = panel.locator("input");
      assertTrue(deputy.hasFocus(reason));
      deputy.press("Enter");
      assertThat(panel).containsText("直す理由を書いてください。");
      assertEquals("SEPARATE_ROOM", code(24, day));
      deputy.page.keyboard().type("養護教諭の記録と合わせるため");
      deputy.press("Enter");
      assertThat(deputy.cell(24, day)).hasAttribute("data-code", "INFIRMARY");
      awaitSaved(deputy);
      assertEquals("INFIRMARY", code(24, day));
      deputy.cell(24, day).click();
      deputy.page.click("[data-act='history']");
      Locator newest = deputy.page.locator(".tn-pop .tn-log li").first();
      for (String told : List.of("教頭", "河合", "別室登校", "保健室", "養護教諭の記録と合わせるため")) {
        assertThat(newest).containsText(told);
      }
      deputy.page.click("[data-lock='lock']");
      deputy.page.locator("[data-notices] .tn-btn--go").click();
      assertThat(deputy.page.locator("[data-lock='unlock']")).isVisible();
      assertEquals(List.of(), deputy.faults());
    }
  }

  @Test
  void onlyAMonthWhoseTimeHasComeCanBeLocked() {
    try (SignedIn deputy = SignedIn.as(desk, browser, "kawai.nao")) {
      for (String month : List.of("2026-11", "2027-01")) {
        deputy.openRegister(month);
        assertThat(deputy.page.locator("[data-lock]")).hasCount(0);
      }
      deputy.openRegister("2026-06");
      assertThat(deputy.page.locator("[data-lock]")).hasText("締めた月をひらく");
    }
  }

  @Test
  void whoComesSecondSeesBothMarksAndChooses() throws Exception {
    String day = "2026-11-17";
    try (SignedIn first = SignedIn.as(desk, browser, "morishita.izumi");
        SignedIn second = teacher("2026-11")) {
      first.openRegister("2026-11");
      for (int number : List.of(13, 14)) {
        if (number == 13) {
          first.cell(number, day).click();
          first.press("v");
          awaitSaved(first);
        }
        first.cell(number, day).click();
        first.press("h");
        assertThat(first.page.locator("td.tn-busy")).hasCount(0);
        awaitSaved(first);
        second.cell(number, day).click();
        second.press("b");
        Locator panel = second.page.locator("[data-notices]");
        assertThat(panel.locator(".tn-diff")).containsText("森下　泉さんの記号");
        assertThat(panel.locator(".tn-diff")).containsText("保健室");
        assertThat(panel.locator(".tn-diff")).containsText("病気");
        assertEquals("INFIRMARY", code(number, day));
        String choice = number == 13 ? "自分の記号にする" : "相手の記号にする";
        panel.locator("button", new Locator.LocatorOptions().setHasText(choice)).click();
        assertThat(second.cell(number, day))
            .hasAttribute("data-code", number == 13 ? "ABSENT_ILLNESS" : "INFIRMARY");
        assertThat(second.page.locator("td.tn-clash, td.tn-busy")).hasCount(0);
      }
      assertEquals("ABSENT_ILLNESS", code(13, day));
      assertEquals("INFIRMARY", code(14, day));
      second.cell(13, day).click();
      second.page.click("[data-act='history']");
      // The first entry, the nurse's second mark, and the teacher's own.
      assertThat(second.page.locator(".tn-pop .tn-log li")).hasCount(3);
    }
  }

  @Test
  void aCreditedMarkWithoutADecisionWaitsAndCountsAsAbsent() throws Exception {
    try (SignedIn teacher = teacher("2026-11")) {
      teacher.cell(27, "2026-11-13").click();
      teacher.press("1");
      assertThat(teacher.cell(27, "2026-11-13").locator(".tn-c--pend")).hasText("①");
      assertThat(teacher.cell(27, "2026-11-13"))
          .hasAttribute("aria-label", Pattern.compile("判断待ち"));
      assertThat(teacher.figure(27, "daysAbsent")).hasText("1");
      assertThat(teacher.figure(27, "creditedDays")).hasText("0");
      assertTallies(teacher, 27);
    }
  }

  @Test
  void onAPhoneOneDayIsAListForFingers() throws Exception {
    try (SignedIn teacher = SignedIn.as(desk, browser.window(390, 844), Story.TEACHER)) {
      teacher.openRegister("2026-11");
      assertThat(teacher.page.locator(".tn-work")).hasAttribute("data-view", "day");
      assertTrue(teacher.width() <= 390, "width " + teacher.width());
      teacher.page.locator("[data-act='prev']").click();
      assertThat(teacher.page.locator("[data-day-title]")).containsText("11月19日");
      Locator cell = teacher.cell(29, "2026-11-19");
      assertTrue(cell.boundingBox().height >= 44);
      cell.click();
      Locator key = teacher.page.locator(".tn-key[data-code='LATE']");
      assertTrue(key.boundingBox().height >= 32, "key " + key.boundingBox().height);
      key.click();
      assertThat(cell).hasAttribute("data-code", "LATE");
      awaitSaved(teacher);
      assertEquals("LATE", code(29, "2026-11-19"));
      assertTrue(teacher.width() <= 390);
    }
  }

  @Test
  void aTeacherWhoMayOnlyReadHasNoPalette() throws Exception {
    try (SignedIn reader = SignedIn.as(desk, browser, "okabe.tsuyoshi")) {
      reader.openRegister("2026-11");
      assertThat(reader.page.locator(".tn-key:visible")).hasCount(0);
      assertThat(reader.page.locator(".tn-pal")).containsText("見るだけ");
      assertThat(reader.page.locator("[data-act='today'], [data-act='undo']")).hasCount(0);
      reader.cell(30, "2026-11-19").click();
      reader.press("b");
      assertThat(reader.cell(30, "2026-11-19")).hasAttribute("data-code", "");
      String student = reader.page.getAttribute(SignedIn.row(30), "data-student");
      Map<String, Object> change =
          Map.of("studentId", student, "date", "2026-11-19", "code", "ABSENT_ILLNESS");
      int status =
          reader
              .send(
                  "POST",
                  "/api/v1/homerooms/" + Story.HOMEROOM + "/register/marks",
                  Map.of("changes", List.of(change), "reason", ""))
              .status();
      assertEquals(403, status);
      assertEquals("", code(30, "2026-11-19"));
    }
  }

  @Test
  void anotherSchoolsTeacherAndACounselorFindNoRegister() {
    for (String username : List.of("hayama.midori", "segawa.nagisa")) {
      try (SignedIn other = SignedIn.as(desk, browser, username)) {
        assertEquals(
            404,
            other.open("/pages/register?homeroom=" + Story.HOMEROOM + "&month=2026-11"),
            username);
        assertEquals(404, other.open("/pages/register?homeroom=nowhere&month=2026-11"), username);
      }
    }
  }
}
