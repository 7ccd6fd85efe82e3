// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.YearSketch;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;

/**
 * Rows of 出欠の記録, the annex of online lessons, and what stops a closing.
 *
 * <p>Basis: 30文科初第1845号 別紙1; 2文科初第1733号 別記; 指導要録の手引 第3章 Q14.
 */
class RecordRowsTest {
  private static final LocalDate DAY = YearSketch.oct(5);

  private static List<RecordRow> rows(YearSketch sketch) {
    return RecordRowRule.rows(2026, sketch.count().stays());
  }

  @Test
  void onlyDaysThatADecisionCouldStillChangeWait() {
    assertEquals(true, waits(YearSketch.october().mark("CREDITED_SUPPORT_CENTER", 5)));
    assertEquals(false, waits(YearSketch.october().grant("1").mark("CREDITED_PRIVATE", 6)));
    YearSketch asked = YearSketch.october().acceptancesAsked().mark("EXEMPT_EXAM", 5);
    assertEquals(true, waits(asked));
    DateRange day = DateRange.of(DAY);
    assertEquals(
        false,
        waits(
            YearSketch.october()
                .acceptancesAsked()
                .mark("EXEMPT_EXAM", 5)
                .accept("a", "EXEMPT_EXAM", day, Outcome.REFUSED)));
    assertEquals(
        false,
        waits(
            YearSketch.october()
                .acceptancesAsked()
                .mark("EXEMPT_EXAM", 5)
                .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY)));
  }

  private static boolean waits(YearSketch sketch) {
    return RecordRowRule.waits(sketch.verdict(DAY));
  }

  /** Left on 9 October, came back on the 19th: one row with both stays' days. */
  @Test
  void staysOfOneSchoolAndGradeAreOneRow() {
    YearSketch sketch =
        YearSketch.october()
            .stay("S1", YearSketch.oct(1), YearSketch.oct(9))
            .stay("S2", YearSketch.oct(19), YearSketch.oct(30))
            .grant("1")
            .mark("ABSENT_ILLNESS", 2, 20)
            .mark("CREDITED_PRIVATE", 21);
    sketch.mark(YearSketch.oct(5), "CREDITED_SUPPORT_CENTER", "", "F1", "");
    sketch.mark(YearSketch.oct(22), "CREDITED_SUPPORT_CENTER", "", "F1", "");
    sketch.mark(YearSketch.oct(23), "SUSPENSION_INFECTION", "水痘", "", "");
    List<RecordRow> rows = rows(sketch);
    assertEquals(1, rows.size());
    RecordRow row = rows.get(0);
    assertEquals(
        List.of(
            new DateRange(YearSketch.oct(1), YearSketch.oct(9)),
            new DateRange(YearSketch.oct(19), YearSketch.oct(30))),
        row.stays());
    assertEquals(
        List.of(17, 1, 16, 3, 13, 2),
        List.of(
            row.tally().schoolDays(),
            row.tally().exemptDays(),
            row.tally().requiredDays(),
            row.tally().daysAbsent(),
            row.tally().daysPresent(),
            row.tally().creditedDays()));
    assertEquals(
        List.of("出席停止1日（水痘）", "出席扱い2日（□□町□□教室）"),
        row.remarks().stream().map(RemarkItem::text).toList());
    assertEquals(1, row.pendingDays());
    assertEquals(2026, row.schoolYear());
  }

  /** A day waits while nobody decided; a closed day waits for nothing. */
  @Test
  void daysThatWaitAreCounted() {
    YearSketch sketch =
        YearSketch.october()
            .acceptancesAsked()
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, YearSketch.oct(9))
            .mark("EXEMPT_EXAM", 5, 6, 9)
            .mark("CREDITED_PRIVATE", 7, 8)
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(6, 6), Outcome.REFUSED)
            .decide("D", "6", YearSketch.octobers(8, 8), Outcome.REFUSED);
    assertEquals(2, rows(sketch).get(0).pendingDays());
  }

  @ParameterizedTest
  @CsvSource({
    "出席停止等2日（大雨のため）, 出席停止等{n}日（大雨のため）, 2, 出席停止等5日（大雨のため）, 出席停止等2日（理由は限られた人が見られます）",
    "欠席12日（3日間の旅行）, 欠席{n}日（3日間の旅行）, 12, 欠席15日（3日間の旅行）, 欠席12日（理由は限られた人が見られます）",
    "病欠あり, 病欠あり, 0, 病欠あり, （閲覧できる人が限られている記載があります）"
  })
  void itemKnowsItsNumberOfDays(String text, String key, int days, String more, String restricted) {
    RemarkItem item = new RemarkItem(text, false);
    assertEquals(key, item.key());
    assertEquals(days, item.days());
    assertEquals(new RemarkItem(more, false), item.plus(3));
    assertEquals(item, item.masked());
    assertEquals(new RemarkItem(restricted, true), new RemarkItem(text, true).masked());
  }

  private static DayMark online(int day, String code, String detail, boolean part) {
    return new DayMark(
        YearSketch.oct(day),
        code,
        detail,
        "",
        "",
        true,
        part,
        OptionalInt.empty(),
        Optional.empty());
  }

  private static List<String> annex(YearSketch sketch) {
    return OnlineRule.rows(sketch.count().stays()).stream()
        .map(
            row ->
                row.cause()
                    + " "
                    + row.daysHeld()
                    + " "
                    + row.daysTakenPart()
                    + (row.emergency() ? "" : " -"))
        .toList();
  }

  /** 別記: 登校できなかった事由, 実施日数, 参加日数. A suspension for conduct is no emergency. */
  @Test
  void annexHasARowForEachReasonByItsFirstDay() {
    YearSketch sketch =
        YearSketch.october()
            .mark(online(5, "SUSPENSION_INFECTION", " 水痘 ", true))
            .mark(online(6, "SUSPENSION_INFECTION", "水痘", false))
            .mark(online(7, "SUSPENSION_CONDUCT", "", true))
            .mark(online(8, "ONLINE_SPECIAL", "", true))
            .mark(online(12, "ABSENT_ILLNESS", "", true))
            .mark("ABSENT_ILLNESS", 13);
    assertEquals(
        List.of("出席停止（感染症）（水痘） 2 1", "出席停止（性行不良） 1 1 -", OnlineRule.NO_CAUSE + " 2 2 -"),
        annex(sketch));
  }

  @ParameterizedTest
  @CsvSource({
    "SCHOOL, '', 大雨, 学校の臨時休業（大雨）",
    "GRADE, '', '', 学年の臨時休業",
    "HOMEROOM, 2-2, ' インフルエンザ ', 学級の臨時休業（インフルエンザ）",
    "GROUP, A, '', 分散登校"
  })
  void annexNamesTheClosure(Closure.Scope scope, String target, String reason, String cause) {
    List<DateRange> days = List.of(DateRange.of(DAY));
    YearSketch sketch =
        YearSketch.october()
            .group("A", YearSketch.octobers(1, 31))
            .close(new Closure("C", scope, target, days, Closure.Basis.ART20, reason, true))
            .mark(online(5, "ABSENT_ILLNESS", "", true));
    assertEquals(List.of(cause + " 1 1"), annex(sketch));
  }

  /** The refused cause is none; on a closed day the closure is the reason. */
  @Test
  void annexNamesNoRefusedCause() {
    YearSketch sketch =
        YearSketch.october()
            .mark(online(5, "EXEMPT_EXAM", "", true))
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 5), Outcome.REFUSED);
    assertEquals(List.of(OnlineRule.NO_CAUSE + " 1 1 -"), annex(sketch));
    sketch.close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY);
    assertEquals(List.of("学級の臨時休業 1 1"), annex(sketch));
  }

  @Test
  void nobodyTakesPartOnMoreDaysThanWereHeld() {
    assertEquals(2, new OnlineRow("水痘", 2, 2, true).daysHeld());
    assertThrows(IllegalArgumentException.class, () -> new OnlineRow("水痘", 2, 3, true));
    assertThrows(IllegalArgumentException.class, () -> new OnlineRow("水痘", 2, -1, true));
  }

  private static List<String> messages(Decision decision) {
    return decision instanceof Decision.Refused refused
        ? refused.findings().stream().map(Finding::message).toList()
        : List.of();
  }

  private static List<String> codes(Decision decision) {
    return decision instanceof Decision.Refused refused
        ? refused.findings().stream().map(Finding::code).toList()
        : List.of();
  }

  /** Five days and five names are told, the sixth is told as ほか. */
  @Test
  void closingNamesFiveDaysAndFiveStudentsOfAPlace() {
    List<LocalDate> six = new ArrayList<>();
    List<ClosingRule.OpenDays> waiting = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      six.add(YearSketch.oct(5 + i));
      List<LocalDate> own = List.of(YearSketch.oct(5), YearSketch.oct(6));
      waiting.add(new ClosingRule.OpenDays("2年2組", "生徒" + i, List.of(), own));
    }
    ClosingRule.OpenDays unknown = new ClosingRule.OpenDays("2年1組", "甲", six, List.of());
    ClosingRule.OpenDays other =
        new ClosingRule.OpenDays("2年1組", "乙", six.subList(0, 1), List.of());
    assertEquals(
        List.of("2年1組に、出席をとっていない日が6日（2人）あります：" + "10月5日、10月6日、10月7日、10月8日、10月9日 ほか。出席簿で確かめてください。"),
        messages(ClosingRule.check(List.of(unknown, other), 0, false, "")));
    assertEquals(
        List.of("2年2組に、判断を待っている日が12日あります（生徒0、生徒1、生徒2、生徒3、生徒4 ほか）。" + "判断を決めるか、欠席として締める理由を入れてください。"),
        messages(ClosingRule.check(waiting, 0, false, "")));
    String five = messages(ClosingRule.check(waiting.subList(0, 5), 0, false, " ")).get(0);
    assertEquals("2年2組に、判断を待っている日が10日あります（生徒0、生徒1、生徒2、生徒3、生徒4）。判断を決めるか、欠席として締める理由を入れてください。", five);
    ClosingRule.OpenDays week = new ClosingRule.OpenDays("2年1組", "甲", six.subList(0, 5), List.of());
    assertEquals(
        List.of("2年1組に、出席をとっていない日が5日（1人）あります：10月5日、10月6日、10月7日、10月8日、10月9日。出席簿で確かめてください。"),
        messages(ClosingRule.check(List.of(week), 0, false, "")));
  }

  @Test
  void yearMayBeClosedOnItsLastDayOnce() {
    assertEquals(List.of(), codes(ClosingRule.check(List.of(), 0, false, "")));
    assertEquals(List.of("YEAR_NOT_OVER"), codes(ClosingRule.check(List.of(), 1, false, "")));
    assertEquals(List.of("ALREADY_CLOSED"), codes(ClosingRule.check(List.of(), 0, true, "")));
  }

  @Test
  void closedDaysAreWrittenAndReadBack() {
    YearSketch sketch =
        YearSketch.empty()
            .weekdays(YearSketch.oct(5), YearSketch.oct(12))
            .room("2-2", true)
            .grant("1")
            .close(Closure.Scope.GRADE, "", Closure.Basis.ART20, YearSketch.oct(5))
            .mark("SUSPENSION_INFECTION", 6)
            .mark("ABSENT_ILLNESS", 7)
            .mark("CREDITED_SUPPORT_CENTER", 8)
            .day(YearSketch.oct(9), "", false);
    String line = DayLine.write(sketch.stay().days());
    assertEquals(
        "2026-10-05N 2026-10-06X:SUSPENSION_INFECTION 2026-10-07A:ABSENT_ILLNESS"
            + " 2026-10-08C:CREDITED_SUPPORT_CENTER 2026-10-09U 2026-10-12P",
        line);
    Map<LocalDate, DayLine.State> read = DayLine.read(line);
    assertEquals(6, read.size());
    assertEquals(new DayLine.State('N', ""), read.get(YearSketch.oct(5)));
    assertEquals(new DayLine.State('A', "ABSENT_ILLNESS"), read.get(YearSketch.oct(7)));
    assertEquals(Map.of(), DayLine.read(""));
  }

  /** Each class of a day in words, against a day that is no school day any more. */
  @ParameterizedTest
  @CsvSource({"N, 授業日数に入れない日", "X:S, 出席停止・忌引等（名S）", "A, 欠席", "C:C1, 出席扱い（名C1）", "U, 未確認", "P, 出席"})
  void differenceNamesWhatADayWas(String state, String words) {
    ClosedRow closed = row("2026-10-05" + state + " 2026-10-06P");
    List<Difference> found =
        DifferenceRule.compare(List.of(closed), List.of(row("2026-10-06P")), code -> "名" + code);
    assertEquals(List.of(new Difference.ChangedDay(DAY, words, "授業日ではない日")), found.get(0).days());
    assertEquals(List.of(), found.get(0).figures());
    assertEquals(
        Collections.emptyList(),
        DifferenceRule.compare(List.of(closed), List.of(closed), code -> code));
  }

  private static ClosedRow row(String days) {
    return new ClosedRow(new StudentId("A"), Grade.J2, Map.of("daysAbsent", 3), List.of(), days);
  }

  @Test
  void rowThatIsGoneOrNewDiffersInItsFigures() {
    Difference gone = DifferenceRule.compare(List.of(row("")), List.of(), code -> code).get(0);
    assertEquals(List.of(new Difference.Changed("daysAbsent", "欠席日数", 3, 0)), gone.figures());
    Difference fresh = DifferenceRule.compare(List.of(), List.of(row("")), code -> code).get(0);
    assertEquals(List.of(new Difference.Changed("daysAbsent", "欠席日数", 0, 3)), fresh.figures());
    ClosedRow worded =
        new ClosedRow(
            new StudentId("A"),
            Grade.J2,
            Map.of("daysAbsent", 3),
            List.of(new RemarkItem("欠席3日", false)),
            "");
    List<Difference> remark =
        DifferenceRule.compare(List.of(row("")), List.of(worded), code -> code);
    assertEquals(List.of(true), remark.stream().map(Difference::remarks).toList());
  }
}
