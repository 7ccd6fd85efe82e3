// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.YearSketch;

/** What a counted day is for noticing, and the sentences that say why. */
class WatchDayTest {
  private static final LocalDate DAY = YearSketch.oct(5);
  private static final SchoolYear YEAR = new SchoolYear(2026);

  private static WatchDay day(YearSketch sketch) {
    return WatchDay.of(sketch.verdict(DAY)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "ABSENT_ILLNESS, ABSENT, true, false",
    "ABSENT_OTHER, ABSENT, false, false",
    "SUSPENSION_INFECTION, EXEMPT, false, false",
    "CREDITED_SUPPORT_CENTER, CREDITED, false, false",
    "CREDITED_ACTIVITY, PRESENT, false, false",
    "CREDITED_PRIVATE, UNCREDITED, false, false",
    "LATE, PRESENT, false, true",
    "EARLY, PRESENT, false, true",
    "INFIRMARY, PRESENT, false, true",
    "PRESENT, PRESENT, false, false"
  })
  void markTellsWhatTheDayIs(String code, WatchDay.Kind kind, boolean ill, boolean partial) {
    WatchDay day = day(YearSketch.october().grant("1").grant("CREDITED_ACTIVITY").mark(code, 5));
    assertEquals(kind, day.kind());
    assertEquals(ill, day.ill());
    assertEquals(partial, day.partial());
    assertEquals(DAY, day.date());
    boolean absent = kind == WatchDay.Kind.ABSENT || kind == WatchDay.Kind.UNCREDITED;
    assertEquals(absent, day.absentInFigures());
  }

  @Test
  void lateEarlyAndOtherRoomsAreKnownApart() {
    WatchDay late = day(YearSketch.october().mark("LATE", 5));
    assertTrue(late.late() && !late.early() && !late.separateRoom());
    WatchDay early = day(YearSketch.october().mark("EARLY", 5));
    assertTrue(!early.late() && early.early() && !early.separateRoom());
    WatchDay room = day(YearSketch.october().mark("INFIRMARY", 5));
    assertTrue(!room.late() && !room.early() && room.separateRoom());
  }

  @ParameterizedTest
  @CsvSource({", UNCREDITED", "REFUSED, UNCREDITED", "GRANTED, EXEMPT"})
  void exemptDayIsOneWhereItIsAccepted(Outcome outcome, WatchDay.Kind kind) {
    YearSketch sketch = YearSketch.october().acceptancesAsked().mark("EXEMPT_EXAM", 5);
    if (outcome != null) {
      sketch.accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 5), outcome);
    }
    assertEquals(kind, day(sketch).kind());
  }

  @Test
  void dayOfTheWholeGradesClosureIsNoDay() {
    YearSketch grade =
        YearSketch.october().close(Closure.Scope.GRADE, "", Closure.Basis.ART20, DAY);
    assertEquals(Optional.empty(), WatchDay.of(grade.verdict(DAY)));
    YearSketch homeroom =
        YearSketch.october().close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY);
    assertEquals(WatchDay.Kind.EXEMPT, day(homeroom).kind());
    assertEquals(WatchDay.Kind.UNKNOWN, day(YearSketch.october().day(DAY, "", false)).kind());
  }

  /** Learned elsewhere, but nothing credits the day. */
  @Test
  void refusedAndShortDaysAreUncredited() {
    YearSketch refused =
        YearSketch.october()
            .mark("CREDITED_PRIVATE", 5)
            .decide("D", "6", YearSketch.octobers(5, 5), Outcome.REFUSED);
    assertEquals(WatchDay.Kind.UNCREDITED, day(refused).kind());
    YearSketch brief =
        YearSketch.october()
            .grant("8")
            .rules(IctRules.always(new IctRule(IctRule.Basis.MINUTES, 0, 60)))
            .ict(DAY, 59);
    assertEquals(WatchDay.Kind.UNCREDITED, day(brief).kind());
  }

  private static WatchFinding finding(WatchRule rule, int of, LocalDate... dates) {
    return new WatchFinding(
        rule, "", DAY, YearSketch.oct(9), true, dates.length, of, List.of(dates));
  }

  private static LocalDate[] octobers(int... days) {
    LocalDate[] dates = new LocalDate[days.length];
    for (int i = 0; i < days.length; i++) {
      dates[i] = YearSketch.oct(days[i]);
    }
    return dates;
  }

  private static void assertReason(WatchFinding finding, String japanese, String english) {
    assertEquals(japanese, ReasonText.of(finding, Locale.JAPANESE));
    assertEquals(english, ReasonText.of(finding, Locale.ENGLISH));
  }

  /** Five weekdays are named, six say nothing by their names. */
  @Test
  void runIsToldWithItsWeekdaysWhileItIsShort() {
    assertReason(
        finding(WatchRule.CONSECUTIVE_3, 0, octobers(5, 6, 7, 8, 9)),
        "10月5日から続けて5日欠席です。月・火・水・木・金",
        "Away 5 days in a row since 5 Oct. Mon, Tue, Wed, Thu, Fri");
    assertReason(
        finding(WatchRule.CONSECUTIVE_7, 0, octobers(5, 6, 7, 8, 9, 12)),
        "10月5日から続けて6日欠席です。",
        "Away 6 days in a row since 5 Oct. ");
    assertReason(
        finding(WatchRule.PARTIAL, 0, octobers(5, 6)),
        "10月5日から、遅刻・早退・別室も合わせて2日あります。月・火",
        "2 days since 5 Oct, late, early and other rooms included. Mon, Tue");
  }

  /** Of a window the last seven days are named. */
  @Test
  void windowIsToldWithItsLastSevenDays() {
    assertReason(
        finding(WatchRule.ROLLING, 20, octobers(1, 2, 5, 6, 7, 8, 9, 12)),
        "最近の20授業日のうち8日あります。10/2・10/5・10/6・10/7・10/8・10/9・10/12",
        "8 of the last 20 school days. 10/2, 10/5, 10/6, 10/7, 10/8, 10/9, 10/12");
  }

  @Test
  void otherReasonsAreToldByDaysAndDates() {
    LocalDate[] three = octobers(5, 6, 7);
    assertReason(
        finding(WatchRule.CUMULATIVE_30, 0, three),
        "10月9日に今年度の欠席が節目の日数になりました。いま3日です。",
        "This year's days away reached the mark on 9 Oct; 3 now.");
    assertReason(
        finding(WatchRule.CUMULATIVE_30, 2, three),
        "10月9日に今年度の欠席が節目の日数になりました。いま3日、うち病欠2日です。",
        "This year's days away reached the mark on 9 Oct; 3 now, 2 of them ill.");
    assertReason(
        finding(WatchRule.SEPARATE_ROOM, 0, three),
        "10月5日から、教室に入らず別の部屋で過ごす日が続いています（3日）。",
        "In another room day after day since 5 Oct (3).");
    assertReason(
        finding(WatchRule.LAST_YEAR, 0, three),
        "前年度の欠席は3日でした。今年度は10月9日に初めて欠席しました。",
        "Away 3 days last year; this year for the first time on 9 Oct.");
    assertReason(
        finding(WatchRule.SAFETY, 0, three),
        "10月5日から3回、無事を確かめられていません。直ちに市町村か児童相談所に通告し、警察にも知らせます。",
        "3 tries since 5 Oct without a sign of safety. Report at once to the municipality or the"
            + " child guidance centre, and tell the police.");
    assertReason(
        finding(WatchRule.BULLYING_QUESTION, 0, three),
        "欠席の背景にいじめがなかったか、本人や保護者の話を聞いて確かめます。",
        "Listen to the child and the family: was there bullying behind it?");
  }

  /** Columns: setting, a value that is allowed, one that is not. */
  @ParameterizedTest
  @CsvSource({
    "firstRun, 1, 0", "firstRun, 6, 7",
    "secondRun, 4, 3", "secondRun, 99, 100",
    "cumulative, 1, 0", "cumulative, 200, 201",
    "lateWeight, 0, -1", "lateWeight, 100, 101",
    "earlyWeight, 100, 101", "separateRoomWeight, 100, 101",
    "separateRoomRun, 0, -1", "separateRoomRun, 99, 100",
    "lastYearDays, 0, -1", "lastYearDays, 200, 201",
    "failedContacts, 1, 0", "failedContacts, 9, 10"
  })
  void settingHasItsRange(String name, int allowed, int refused) {
    assertEquals(List.of(), Settings.with(Map.of(name, allowed)).windows());
    assertThrows(IllegalArgumentException.class, () -> Settings.with(Map.of(name, refused)));
  }

  @Test
  void windowsHaveTheirRangeAndStandOnce() {
    assertEquals(1, new RollingWindow(1, 1).schoolDays());
    assertEquals(200, new RollingWindow(200, 200).days());
    assertThrows(IllegalArgumentException.class, () -> new RollingWindow(0, 5));
    assertThrows(IllegalArgumentException.class, () -> new RollingWindow(6, 5));
    assertThrows(IllegalArgumentException.class, () -> new RollingWindow(5, 201));
    RollingWindow window = new RollingWindow(5, 20);
    assertThrows(IllegalArgumentException.class, () -> Settings.with(Map.of(), window, window));
    RollingWindow[] many = new RollingWindow[10];
    for (int i = 0; i < many.length; i++) {
      many[i] = new RollingWindow(5, 20 + i);
    }
    assertThrows(IllegalArgumentException.class, () -> Settings.with(Map.of(), many));
    assertEquals(9, Settings.with(Map.of(), java.util.Arrays.copyOf(many, 9)).windows().size());
  }

  /** Late 30, early 50, other room 40 hundredths: all three at once are a whole day, no more. */
  @ParameterizedTest
  @CsvSource({
    "true, false, false, 30", "false, true, false, 50", "false, false, true, 40",
    "true, true, false, 80", "true, true, true, 100", "false, false, false, 0"
  })
  void dayAtSchoolWeighsWhatTheSettingsSay(boolean late, boolean early, boolean room, int weight) {
    WatchSettings settings =
        Settings.with(Map.of("lateWeight", 30, "earlyWeight", 50, "separateRoomWeight", 40));
    assertTrue(settings.weighsPartialDays());
    assertFalse(WatchSettings.DEFAULT.weighsPartialDays());
    WatchDay day = new WatchDay(DAY, WatchDay.Kind.PRESENT, late, early, room, false);
    assertEquals(weight, settings.weight(day));
  }

  @ParameterizedTest
  @CsvSource({"earlyWeight", "separateRoomWeight", "lateWeight"})
  void oneWeightIsEnoughToWeigh(String name) {
    assertTrue(Settings.with(Map.of(name, 1)).weighsPartialDays());
  }

  /**
   * Columns: what the setting is for credited and uncredited days, and what each kind then weighs.
   */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 100", "2, 0"})
  void creditedAndUncreditedDaysWeighWhereTheyCount(int inRun, int weight) {
    WatchSettings settings =
        Settings.with(Map.of("creditedInRun", inRun, "uncreditedInRun", inRun));
    assertEquals(weight, settings.weight(WatchDay.of(DAY, WatchDay.Kind.CREDITED)));
    assertEquals(weight, settings.weight(WatchDay.of(DAY, WatchDay.Kind.UNCREDITED)));
    assertEquals(100, settings.weight(WatchDay.of(DAY, WatchDay.Kind.ABSENT)));
    assertEquals(0, settings.weight(WatchDay.of(DAY, WatchDay.Kind.EXEMPT)));
    assertEquals(0, settings.weight(WatchDay.of(DAY, WatchDay.Kind.UNKNOWN)));
  }

  @Test
  void daysOfTheYearAreCountedUpToADay() {
    List<WatchDay> days =
        List.of(
            WatchDay.of(DAY, WatchDay.Kind.ABSENT),
            WatchDay.of(YearSketch.oct(6), WatchDay.Kind.UNCREDITED),
            WatchDay.of(YearSketch.oct(7), WatchDay.Kind.CREDITED),
            WatchDay.of(YearSketch.oct(8), WatchDay.Kind.EXEMPT),
            WatchDay.of(YearSketch.oct(9), WatchDay.Kind.ABSENT));
    StudentWatch student = StudentWatch.of(YEAR, days);
    WatchSettings including = WatchSettings.DEFAULT;
    assertEquals(4, WatchRules.countYear(student, including, YearSketch.oct(9)));
    assertEquals(3, WatchRules.countYear(student, including, YearSketch.oct(8)));
    WatchSettings record = Settings.with(Map.of("creditedCounts", 0));
    assertEquals(3, WatchRules.countYear(student, record, YearSketch.oct(9)));
  }

  /** Five of the last ten: 1, 2, 5, 6, 7 October reach it; it ends ten school days later. */
  @Test
  void windowIsOpenUntilAWholeWindowPassedWithoutIt() {
    WatchSettings five = Settings.with(Map.of(), new RollingWindow(5, 10));
    YearSketch sketch = YearSketch.autumn().mark("ABSENT_OTHER", 1, 2, 5, 6, 7);
    List<WatchDay> days =
        sketch.stay().days().stream().flatMap(day -> WatchDay.of(day).stream()).toList();
    WatchFinding raised = window(days, five, YearSketch.oct(7));
    assertEquals(YearSketch.oct(7), raised.raisedOn());
    assertEquals("ROLLING-5-10@2026-10-07", raised.key());
    assertEquals(List.of(5, 10), List.of(raised.days(), raised.of()));
    assertTrue(window(days, five, YearSketch.oct(27)).open());
    assertFalse(window(days, five, YearSketch.oct(28)).open());
    assertEquals(List.of(octobers(1, 2, 5, 6, 7)), window(days, five, YearSketch.oct(30)).dates());
  }

  private static WatchFinding window(List<WatchDay> days, WatchSettings settings, LocalDate on) {
    return WatchRules.find(StudentWatch.of(YEAR, days), settings, on).stream()
        .filter(one -> one.rule() == WatchRule.ROLLING)
        .reduce((one, other) -> other)
        .orElseThrow();
  }
}
