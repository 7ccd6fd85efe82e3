// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.Fragment;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.register.RegisterView.Code;
import org.tsunagi.plugin.register.RegisterView.Day;
import org.tsunagi.plugin.register.RegisterView.Figures;
import org.tsunagi.plugin.register.RegisterView.Mark;
import org.tsunagi.plugin.register.RegisterView.Student;

class RegisterTemplateTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  static final List<Code> CODES =
      List.of(
          new Code("PRESENT", "出席", "・", "in", "Space"),
          new Code("ABSENT_ILLNESS", "病気", "病", "abs", "B"),
          new Code("ABSENT_OTHER", "事故", "事", "abs", "J"),
          new Code("LATE", "遅刻", "遅", "part", "C"),
          new Code("EARLY", "早退", "早", "partr", "S"),
          new Code("SEPARATE_ROOM", "別室", "別", "room", "V"),
          new Code("SUSPENSION_INFECTION", "出席停止", "停", "off", "T"),
          new Code("CREDITED_SUPPORT_CENTER", "出席扱い①教育支援センター", "①", "cred", "1"),
          new Code("CREDITED_ICT", "出席扱い⑧ICT", "⑧", "cred", "8"),
          new Code("EXEMPT_DISASTER", "災害", "災", "off", ""));

  static RegisterView view(boolean locked, String thirdName) {
    List<Day> days =
        IntStream.rangeClosed(1, 30)
            .mapToObj(MONTH::atDay)
            .map(date -> day(date, locked || date.getDayOfMonth() < 14))
            .toList();
    return new RegisterView(
        new RegisterView.Room("J2-2", "2年2組", "J2", 2026),
        MONTH,
        TODAY,
        days,
        List.of(
            student(1, "青山　律", Map.of()),
            student(
                2,
                "髙橋　ひなた",
                Map.of(MONTH.atDay(5), mark("ABSENT_ILLNESS", "病", "abs", "病気", "インフルエンザ", false))),
            student(
                3,
                thirdName,
                Map.of(
                    MONTH.atDay(10),
                    mark("CREDITED_ICT", "⑧", "pend", "出席扱い⑧ICT", "", true),
                    MONTH.atDay(11),
                    mark("LATE", "遅", "part", "遅刻", "", false),
                    TODAY,
                    mark("ABSENT_OTHER", "事", "abs", "事故", "", false)))),
        CODES,
        List.of(new RegisterView.Place("fac-1", "ひだまり教室")),
        locked,
        !locked,
        true);
  }

  private static Day day(LocalDate date, boolean locked) {
    boolean school = date.getDayOfWeek().getValue() < 6 && date.getDayOfMonth() != 3;
    String title = date.getDayOfMonth() == 3 ? "文化の日" : "";
    return new Day(date, school ? "school" : "none", title, date.isBefore(TODAY), locked);
  }

  private static Mark mark(
      String code, String glyph, String family, String label, String detail, boolean pending) {
    return new Mark(code, glyph, family, label, detail, "", "", pending);
  }

  private static Student student(int number, String name, Map<LocalDate, Mark> marks) {
    return new Student(
        "s" + number,
        number,
        name,
        "",
        number == 2 ? MONTH.atDay(4) : MONTH.atDay(1),
        Optional.empty(),
        marks,
        new Figures(13, 11, 1, 2, 1, 0));
  }

  static String render(RegisterView view, Locale locale, boolean editable) {
    return new FreeMarkerPages()
        .render("register/page.ftlh", locale, model(view, locale, editable));
  }

  private static Map<String, Object> model(RegisterView view, Locale locale, boolean editable) {
    List<Homeroom> rooms = List.of(room("J2-1", "2年1組"), room("J2-2", "2年2組"));
    return new HashMap<>(new RegisterPageModel(view, request(locale), rooms, editable).toMap());
  }

  private static Homeroom room(String id, String name) {
    return new Homeroom(new HomeroomId(id), new SchoolId("S"), 2026, Grade.J2, name, false);
  }

  private static PageRequest request(Locale locale) {
    return new PageRequest(
        new Actor("t1", "先生", List.of(), Set.of(), false),
        locale,
        Map.of(),
        new PageRequest.Base(
            "/pages/register", "/pages", "/students", "/api/v1", "/assets/tsunagi", "token"));
  }

  @Test
  void namesAreEscapedWhereverTheyStand() {
    page(view(false, "<script>alert(1)</script>\"'"), Locale.JAPANESE, true)
        .lacks("<script>alert")
        .has("data-name=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;\"");
  }

  @Test
  void theFragmentNeedsNothingInlineAndNoForm() {
    page(view(false, "三"), Locale.JAPANESE, true)
        .isSelfContained()
        .has("<script type=\"module\" src=\"/assets/tsunagi/register.js?v=");
  }

  @Test
  void theGridHasOneTabStopAndStartsAtToday() {
    page(view(false, "三"), Locale.JAPANESE, true)
        .hasTimes(1, "<td role=\"gridcell\"[^>]*tabindex=\"0\"")
        .hasTimes(1, "tn-at\" tabindex=\"0\"[^>]*data-date=\"2026-11-20\"");
  }

  @Test
  void everyCellSaysItsCodeInWords() {
    page(view(false, "三"), Locale.JAPANESE, true)
        .has("aria-label=\"病気 インフルエンザ\"", "aria-label=\"出席扱い⑧ICT （判断待ち）\"")
        .has("aria-label=\"在籍していない日\"", "aria-label=\"空欄\"", "aria-label=\"まだ先の日\"");
  }

  @Test
  void theButtonForTodaysBlanksNamesTheirNumber() {
    page(view(false, "三"), Locale.JAPANESE, true).has(">空欄の2人を出席にする</button>");
    page(view(false, "三"), Locale.ENGLISH, true).has(">Mark the 2 blanks present</button>");
  }

  @Test
  void aReaderHasNoButtonThatWrites() {
    page(view(false, "三"), Locale.JAPANESE, false)
        .has("aria-readonly=\"true\"")
        .lacks("data-act=\"today\"", "data-act=\"undo\"");
  }

  @Test
  void aLockedMonthSaysSoAndOffersToUnlock() {
    page(view(true, "三"), Locale.JAPANESE, true)
        .has("この月は締めてあります", "data-lock=\"unlock\"")
        .lacks("data-lock=\"lock\"");
  }

  @Test
  void everyCodeHasAButton() {
    Fragment page = page(view(false, "三"), Locale.JAPANESE, true);
    for (Code code : CODES) {
      page.has("data-code=\"" + code.id() + "\" data-key=\"" + code.key() + "\"");
    }
  }

  private static Fragment page(RegisterView view, Locale locale, boolean editable) {
    return new Fragment(render(view, locale, editable));
  }
}
