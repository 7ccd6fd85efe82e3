// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.Fragment;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.register.HeatDay;
import org.tsunagi.plugin.register.YearView;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.supportsheet.domain.Reflected;
import org.tsunagi.plugin.supportsheet.domain.Reflected.Cell;

class SheetATemplateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final StudentId STUDENT = new StudentId("s24");

  /** The sixteen rows as the form prints them. */
  private static final List<String> ROWS =
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

  @Test
  void everyLabelOfTheFormStandsInPrintedOrder() {
    Fragment page = page("理由", true, Locale.JAPANESE);
    page.hasInOrder("担任名（ふりがな）", "管理職名", "作成年月日", "作成者名", "追記年月日（追記者名）")
        .hasInOrder("追記年月日（追記者名）", "名前（ふりがな）", "性別", "学校名", "学年", "学級")
        .hasInOrder("学級", "支援機関名等（校内・校外）", "主な支援内容", "支援機関名", "連絡先電話番号", "担当者名")
        .hasInOrder("担当者名", "在籍校", "家庭", "福祉", "医療", "その他", "月別欠席状況等", "※追記日→")
        .hasInOrder("月別欠席状況等", "長期欠席、不登校（継続）等欠席状況に関する理由", "次年度への引継事項（支援・指導");
    page.hasInOrder(
        ROWS.stream().map(row -> "<th scope=\"row\">" + row + "</th>").toArray(String[]::new));
  }

  @Test
  void monthsRunFromAprilToMarchAndThenTheSum() {
    page("", true, Locale.JAPANESE)
        .hasInOrder(">4</th>", ">5</th>", ">12</th>", ">1</th>", ">3</th>", ">計</th>");
  }

  @Test
  void englishStandsBesideTheFormsOwnWords() {
    page("", true, Locale.ENGLISH)
        .has("<span lang=\"ja\">累積欠席日数</span><span class=\"tn-en\">Cumulative days absent</span>");
  }

  @Test
  void textsAreEscaped() {
    page("</textarea><script>alert(1)</script>", true, Locale.JAPANESE)
        .lacks("<script>alert")
        .has("&lt;/textarea&gt;&lt;script&gt;");
  }

  @Test
  void theFragmentNeedsNothingInlineAndNoForm() {
    page("", true, Locale.JAPANESE).isSelfContained();
  }

  @Test
  void reflectedCellsAreMarkedInWordsAndCannotBeTyped() {
    page("", true, Locale.JAPANESE)
        .has("自動反映", "名簿から", "みなも市立かえで中学校", "090-0000-0000")
        .hasTimes(3, "class=\"tn-autocell\"")
        .hasTimes(1, "class=\"tn-slash\"");
  }

  @Test
  void monthsToComeAreBlankAndWaitingDaysStandBeside() {
    page("", true, Locale.JAPANESE)
        .hasTimes(16 * 4, "<td class=\"tn-na\">")
        .has("<span class=\"tn-pendn\">待1</span>", "<span class=\"tn-pendn tn-unk\">未1</span>");
  }

  @Test
  void numbersWithAFigureAskWhyAndOthersStandPlain() {
    page("", true, Locale.JAPANESE)
        .has("data-month=\"2026-10\" data-figure=\"daysAbsentIncludingCredited\"")
        .lacks("data-figure=\"\"");
  }

  @Test
  void theYearIsDrawnWithLettersAndSaidInWords() {
    page("", true, Locale.JAPANESE)
        .has("<title id=\"tn-heat-t\">令和8年度の一年の歩み</title>", "病気 1日", "取扱注意")
        .has("<title>11月18日（水） 病気</title>");
  }

  @Test
  void everyAdditionIsNamedWithItsDayTheNewestLast() {
    page("", true, Locale.JAPANESE).has("<span>令和8年11月11日（佐々木　遥）／令和8年11月12日（森下　泉）</span>");
  }

  @Test
  void aReaderCanNotSave() {
    page("", false, Locale.JAPANESE)
        .lacks("data-act=\"save\"", "data-act=\"add-row\"")
        .has("readonly");
  }

  static Fragment page(String reasons, boolean canWrite, Locale locale) {
    YearSheetAModel model =
        new YearSheetAModel(
            STUDENT, stays(), sheet(reasons, canWrite), figures(), TODAY, request(locale));
    return new Fragment(
        new FreeMarkerPages().render("supportsheet/sheet-a.ftlh", locale, model.toMap()));
  }

  private static List<Enrolment> stays() {
    return List.of(stay(2025, Grade.J1), stay(2026, Grade.J2));
  }

  private static Enrolment stay(int year, Grade grade) {
    return new Enrolment(
        "e" + year,
        STUDENT,
        new SchoolId("S"),
        year,
        grade,
        Optional.empty(),
        24,
        LocalDate.of(year, 4, 1),
        Optional.empty());
  }

  private static YearSheetView sheet(String reasons, boolean canWrite) {
    YearSheetContent content =
        new YearSheetContent(
            List.of(
                new YearSheetContent.Line("school", "別室での学習", "", "03-0000-1111", "佐々木　遥"),
                new YearSheetContent.Line("medical", "月1回の通院", "みなもこどもクリニック", "", "主治医")),
            reasons,
            "連絡は短く、1回に1つの用件だと返事がしやすい。",
            new TreeMap<>(Map.of("2026-04", "5/1")));
    Instant at = Instant.parse("2026-11-12T01:40:00Z");
    return new YearSheetView(
        3,
        "saved",
        "S",
        2026,
        content,
        reflected(),
        "佐々木　遥",
        Optional.of(at),
        "森下　泉",
        "yogoTeacher",
        Optional.of(at),
        List.of(
            new YearSheetView.Save(1, "佐々木　遥", at.minusSeconds(2 * 86_400)),
            new YearSheetView.Save(2, "佐々木　遥", at.minusSeconds(86_400)),
            new YearSheetView.Save(3, "森下　泉", at)),
        canWrite);
  }

  private static Reflected reflected() {
    return new Reflected(
        cell("佐々木　遥"),
        cell("ささき　はるか"),
        cell("大野　隆"),
        cell("水野　あかり"),
        cell("みずの　あかり"),
        cell("female"),
        cell("みなも市立かえで中学校"),
        cell("中2"),
        cell("2年2組"),
        cell("水野　由美"),
        cell("090-0000-0000"));
  }

  private static Cell cell(String value) {
    return new Cell(value, "student");
  }

  private static YearView figures() {
    List<String> ids =
        List.of(
            "requiredDays",
            "attendedDays",
            "separateRoomDays",
            "lateCount",
            "earlyLeaveCount",
            "cumulativeAbsentDays",
            "absentDaysInclCountedPresent",
            "countedPresentTotal",
            "countedPresent.c1",
            "countedPresent.c2",
            "countedPresent.c3",
            "countedPresent.c4",
            "countedPresent.c5",
            "countedPresent.c6",
            "countedPresent.c7",
            "countedPresent.c8");
    List<YearTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String figure = i == 6 ? "daysAbsentIncludingCredited" : i == 1 || i == 7 ? "" : ids.get(i);
      rows.add(new YearTable.Row(ids.get(i), ROWS.get(i), figure, months(i), 24));
    }
    List<YearMonth> months = new SchoolYear(2026).months();
    return new YearView(
        new YearTable(2026, months, rows, 63, 58, 1, "atSchool"),
        List.of(
            day(17, "ABSENT", "出席扱い⑧", "pend", "⑧", true),
            day(18, "ABSENT", "病気", "abs", "病", false),
            day(19, "UNKNOWN", "未確認", "", "", false)),
        1);
  }

  private static List<@Nullable Integer> months(int row) {
    List<@Nullable Integer> cells = new ArrayList<>(Collections.nCopies(8, row));
    cells.addAll(Collections.nCopies(4, null));
    return cells;
  }

  private static HeatDay day(
      int day, String dayClass, String label, String family, String glyph, boolean pending) {
    return new HeatDay(LocalDate.of(2026, 11, day), dayClass, "", label, family, glyph, pending);
  }

  private static PageRequest request(Locale locale) {
    return new PageRequest(
        new Actor("t1", "先生", List.of(), Set.of(), false),
        locale,
        Map.of(),
        new PageRequest.Base(
            "/students/s24/year-sheet-a",
            "/pages",
            "/students",
            "/api/v1",
            "/assets/tsunagi",
            "t"));
  }
}
