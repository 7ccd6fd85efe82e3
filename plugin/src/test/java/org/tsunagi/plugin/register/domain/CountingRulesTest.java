// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

class CountingRulesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final DateRange YEAR =
      new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31));
  private static final CountingTerms TERMS =
      CountingTerms.of(
          new ShippedCodes().catalogue(),
          Map.of(
              "F1", new Facility("F1", "1", "栃木県", "□□町", "□□教室"),
              "F2", new Facility("F2", "6", "東京都", "△△区", "△△スクール")),
          "栃木県",
          Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "SUSPENSION_CONDUCT,,,出席停止2日（性行不良のため）",
    "SUSPENSION_INFECTION,インフルエンザ,,出席停止2日（インフルエンザ）",
    "HOSPITALISATION,○○病,,出席停止2日（○○病）",
    "BEREAVEMENT,祖父,,忌引2日（祖父）",
    "EXEMPT_DISASTER,大雨,,出席停止等2日（大雨のため）",
    "EXEMPT_DISASTER,大雨のため,,出席停止等2日（大雨のため）",
    "EXEMPT_HOME_DAMAGE,自宅火災,,出席停止等2日（自宅火災のため）",
    "EXEMPT_HOME_DAMAGE,,,出席停止等2日",
    "EXEMPT_EXAM,,,出席停止等2日（入学試験のため）",
    "EXEMPT_CUSTODY,少年鑑別所収容,,出席停止等2日（少年鑑別所収容のため）",
    "EXEMPT_VOLUNTEER,,,出席停止等2日（ボランティア活動参加のため）",
    "CREDITED_SUPPORT_CENTER,,F1,出席扱い2日（□□町□□教室）",
    "CREDITED_PRIVATE,,F2,出席扱い2日（東京都△△スクール）",
    "CREDITED_CORRECTIONAL,,F1,出席扱い2日（当該施設において学習活動を行ったこと）",
    "CREDITED_REMOTE_LESSON,,,出席扱い2日（病気療養中の授業配信による）",
    "CREDITED_ACTIVITY,姉妹都市交流活動,,出席扱い2日（姉妹都市交流活動）"
  })
  void remarkIsWordedAsTheHandbookPrintsIt(
      String code, String detail, String facility, String remark) {
    StayCount count =
        count(List.of(mark(0, code, detail, facility), mark(1, code, detail, facility)), granted());
    assertEquals(List.of(remark), count.year().remarkTexts());
  }

  @ParameterizedTest
  @CsvSource({"LATE", "EARLY", "ABSENT_ILLNESS", "SEPARATE_ROOM", "PRESENT"})
  void ordinaryDaysHaveNoRemark(String code) {
    assertEquals(List.of(), count(List.of(mark(0, code, "", "")), granted()).year().remarkTexts());
  }

  @Test
  void remarksStandInTheOrderStatutoryOtherBereavementCredited() {
    StayCount count =
        count(
            List.of(
                mark(0, "CREDITED_SUPPORT_CENTER", "", "F1"),
                mark(1, "BEREAVEMENT", "祖父", ""),
                mark(2, "EXEMPT_EXAM", "", ""),
                mark(3, "SUSPENSION_INFECTION", "インフルエンザ", "")),
            granted());
    assertEquals(
        List.of("出席停止1日（インフルエンザ）", "出席停止等1日（入学試験のため）", "忌引1日（祖父）", "出席扱い1日（□□町□□教室）"),
        count.year().remarkTexts());
  }

  @Test
  void creditedMarkWithoutDecisionIsAbsentAndPending() {
    StudentCount counted =
        CountingRules.count(
            year(List.of(mark(0, "CREDITED_SUPPORT_CENTER", "", "F1")), List.of()), TERMS);
    Tally tally = counted.stays().get(0).year().tally();
    assertEquals(1, tally.daysAbsent());
    assertEquals(0, tally.creditedDays());
    assertTrue(counted.stays().get(0).days().get(0).has(DayFlag.PENDING));
    assertEquals("CREDITING_NOT_DECIDED", counted.findings().get(0).finding().code());
  }

  @Test
  void dayAtSchoolAndAtAFacilityIsADayAtSchool() {
    StayCount count =
        count(
            List.of(mark(0, "CREDITED_SUPPORT_CENTER", "", "F1"), mark(0, "SEPARATE_ROOM", "", "")),
            granted());
    assertEquals(0, count.year().tally().creditedDays());
    assertEquals(1, count.year().tally().separateRoomDays());
  }

  /** The picture of the sheet: 21 − 4 − 3 = 14, made of 4 credited, 7 waiting and 3 absent days. */
  @Test
  void explanationOfOctoberReckonsFromSchoolDaysToFourteen() {
    List<DayMark> marks = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      String code =
          i < 4
              ? "SUSPENSION_INFECTION"
              : i < 7
                  ? "SEPARATE_ROOM"
                  : i < 11 ? "CREDITED_SUPPORT_CENTER" : i < 18 ? "CREDITED_ICT" : "ABSENT_ILLNESS";
      marks.add(mark(i, code, "", ""));
    }
    StayCount count = count(marks, granted().subList(0, 1));
    Explanation why =
        ExplanationRule.explain(
            count, Optional.of(YearMonth.of(2026, 10)), Figure.DAYS_ABSENT_INCLUDING_CREDITED);
    assertEquals("10月の欠席日数（出席扱いを含む）が14日になる理由", why.title());
    assertEquals(
        List.of(21, -4, -3, 14, 4, 7, 3), why.lines().stream().map(line -> line.days()).toList());
    assertEquals(
        List.of("start", "less", "less", "sum", "item", "item", "item"),
        why.lines().stream().map(line -> line.part().code()).toList());
    assertEquals("pend", why.lines().get(5).family());
    assertEquals("指導要録では、出席7日（うち出席扱い4日）、欠席10日です。", why.note());
    assertEquals(14, why.total());
  }

  @Test
  void blankOnADayWhoseRegisterWasNotTakenIsUnknown() {
    GradeCalendar calendar =
        new GradeCalendar(
            new SchoolId("X"),
            Grade.J2,
            List.of(new SchoolDay(FIRST, "", false), new SchoolDay(FIRST.plusDays(1), "", true)),
            List.of(),
            List.of());
    StudentYear year = year(GradeYear.of(calendar), List.of(), List.of());
    Tally tally = CountingRules.count(year, TERMS).stays().get(0).year().tally();
    assertEquals(2, tally.requiredDays());
    assertEquals(1, tally.daysPresent());
    assertEquals(1, tally.unknownDays());
  }

  private static StayCount count(List<DayMark> marks, List<CreditingDecision> decisions) {
    return CountingRules.count(year(marks, decisions), TERMS).stays().get(0);
  }

  private static StudentYear year(List<DayMark> marks, List<CreditingDecision> decisions) {
    List<SchoolDay> days = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      days.add(new SchoolDay(FIRST.plusDays(i), "", true));
    }
    GradeHomeroom room =
        new GradeHomeroom(new HomeroomId("2-2"), "2年2組", true, List.of(), Map.of());
    GradeCalendar calendar =
        new GradeCalendar(new SchoolId("X"), Grade.J2, days, List.of(room), List.of());
    return year(GradeYear.of(calendar), marks, decisions);
  }

  private static StudentYear year(
      GradeYear grade, List<DayMark> marks, List<CreditingDecision> decisions) {
    return new StudentYear(
        new StudentId("A"),
        List.of(new Stay("S", grade, YEAR, List.of())),
        List.of(),
        marks,
        decisions,
        Acceptances.NONE,
        Set.of(),
        Optional.empty());
  }

  private static DayMark mark(int day, String code, String detail, String facility) {
    return new DayMark(
        FIRST.plusDays(day),
        code,
        detail == null ? "" : detail,
        facility == null ? "" : facility,
        "",
        false,
        false,
        OptionalInt.empty(),
        Optional.empty());
  }

  private static List<CreditingDecision> granted() {
    List<CreditingDecision> decisions = new ArrayList<>();
    for (String kind :
        List.of("1", "6", "CREDITED_CORRECTIONAL", "CREDITED_REMOTE_LESSON", "CREDITED_ACTIVITY")) {
      decisions.add(
          new CreditingDecision(
              "D" + kind,
              kind,
              Optional.empty(),
              YEAR,
              Outcome.GRANTED,
              Optional.empty(),
              Optional.empty()));
    }
    return decisions;
  }
}
