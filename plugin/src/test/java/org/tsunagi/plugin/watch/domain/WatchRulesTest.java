// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.school.SchoolYear;

/** The examples of the texts, letter by letter; 土 and 日 have no school. */
class WatchRulesTest {
  private static final SchoolYear YEAR = new SchoolYear(2026);

  /** Monday. */
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

  static List<WatchDay> days(String pattern, LocalDate first) {
    List<WatchDay> days = new ArrayList<>();
    for (int i = 0; i < pattern.length(); i++) {
      day(pattern.charAt(i), first.plusDays(i)).ifPresent(days::add);
    }
    return days;
  }

  private static Optional<WatchDay> day(char letter, LocalDate date) {
    return switch (letter) {
      case '休' -> Optional.empty();
      case '欠' -> Optional.of(WatchDay.of(date, WatchDay.Kind.ABSENT));
      case '病' -> Optional.of(new WatchDay(date, WatchDay.Kind.ABSENT, false, false, false, true));
      case '停' -> Optional.of(WatchDay.of(date, WatchDay.Kind.EXEMPT));
      case '扱' -> Optional.of(WatchDay.of(date, WatchDay.Kind.CREDITED));
      case '待' -> Optional.of(WatchDay.of(date, WatchDay.Kind.UNCREDITED));
      case '白' -> Optional.of(WatchDay.of(date, WatchDay.Kind.UNKNOWN));
      case '遅' -> Optional.of(new WatchDay(date, WatchDay.Kind.PRESENT, true, false, false, false));
      case '早' -> Optional.of(new WatchDay(date, WatchDay.Kind.PRESENT, false, true, false, false));
      case '別' -> Optional.of(new WatchDay(date, WatchDay.Kind.PRESENT, false, false, true, false));
      default -> Optional.of(WatchDay.of(date, WatchDay.Kind.PRESENT));
    };
  }

  private static List<WatchFinding> find(String pattern, WatchSettings settings) {
    StudentWatch student = StudentWatch.of(YEAR, days(pattern, FIRST));
    return WatchRules.find(student, settings, FIRST.plusDays(pattern.length()));
  }

  /** Says which day of the pattern, from 1, raised a rule; 0 where none did. */
  private static int raised(String pattern, WatchSettings settings, WatchRule rule) {
    return find(pattern, settings).stream()
        .filter(one -> one.rule() == rule)
        .map(one -> (int) (one.raisedOn().toEpochDay() - FIRST.toEpochDay()) + 1)
        .findFirst()
        .orElse(0);
  }

  @ParameterizedTest
  @CsvSource({
    "欠欠欠,3,0",
    "欠欠休休欠,5,0",
    "欠欠出欠欠,0,0",
    "欠欠欠欠欠欠欠,3,7",
    "欠欠停欠,4,0",
    "欠欠扱欠,4,0",
    "欠欠待欠,4,0",
    "欠欠白欠,4,0",
    "欠遅欠欠,0,0",
    "停停停停停停停,0,0",
    "扱扱扱扱扱扱扱,0,0",
    "欠欠欠出欠欠欠欠欠欠欠,3,11"
  })
  void daysInARowAreThoseOfTheText(String pattern, int third, int seventh) {
    assertEquals(third, raised(pattern, WatchSettings.DEFAULT, WatchRule.CONSECUTIVE_3));
    assertEquals(seventh, raised(pattern, WatchSettings.DEFAULT, WatchRule.CONSECUTIVE_7));
  }

  @Test
  void aRunThatEndedStaysKnownAndANewOneHasAnotherKey() {
    List<WatchFinding> found = find("欠欠欠出欠欠欠", WatchSettings.DEFAULT);
    assertEquals(
        List.of("CONSECUTIVE_3@2026-06-01", "CONSECUTIVE_3@2026-06-05"),
        found.stream().map(WatchFinding::key).toList());
    assertFalse(found.get(0).open());
    assertTrue(found.get(1).open());
    assertEquals("6月1日から続けて3日欠席です。月・火・水", ReasonText.of(found.get(0), Locale.JAPANESE));
    assertEquals(
        "Away 3 days in a row since 1 Jun. Mon, Tue, Wed",
        ReasonText.of(found.get(0), Locale.ENGLISH));
  }

  @Test
  void thirtyDaysAreRaisedOnceOnTheThirtiethWithTheQuestion() {
    assertEquals(0, raised("欠出".repeat(29), WatchSettings.DEFAULT, WatchRule.CUMULATIVE_30));
    String thirty = "欠出".repeat(15) + "病出".repeat(14) + "扱";
    assertEquals(59, raised(thirty, WatchSettings.DEFAULT, WatchRule.CUMULATIVE_30));
    assertEquals(59, raised(thirty, WatchSettings.DEFAULT, WatchRule.BULLYING_QUESTION));
    WatchSettings record = Settings.with(Map.of("creditedCounts", 0));
    assertEquals(0, raised(thirty, record, WatchRule.CUMULATIVE_30));
    assertEquals(59, raised(thirty.replace('扱', '待'), record, WatchRule.CUMULATIVE_30));
    WatchFinding found = find(thirty, WatchSettings.DEFAULT).get(0);
    assertEquals(14, found.of());
    assertEquals("CUMULATIVE_30@2026-04-01", found.key());
  }

  @Test
  void anAnswerClosesTheQuestionAndMayComeBeforeTheThirtiethDay() {
    StudentWatch answered =
        new StudentWatch(YEAR, days("欠出".repeat(30), FIRST), 0, List.of(), true);
    List<WatchFinding> found = WatchRules.find(answered, WatchSettings.DEFAULT, FIRST.plusDays(90));
    assertEquals(2, found.size());
    assertTrue(found.get(0).open());
    assertFalse(found.get(1).open());
  }

  @Test
  void otherRoomsEveryDayAreNoticedWithoutAnyAbsenceAndOnlyOnce() {
    String room = "別別別出別別別出別出出別別";
    assertEquals(3, raised(room, WatchSettings.DEFAULT, WatchRule.SEPARATE_ROOM));
    assertEquals(1, find(room, WatchSettings.DEFAULT).size());
    assertEquals(2, find(room + "出出出" + room, WatchSettings.DEFAULT).size());
    assertEquals(4, raised("別別欠別", WatchSettings.DEFAULT, WatchRule.SEPARATE_ROOM));
    assertEquals(0, raised("別別出別別出", WatchSettings.DEFAULT, WatchRule.SEPARATE_ROOM));
    assertEquals(List.of(), find(room, Settings.with(Map.of("separateRoomRun", 0))));
  }

  @Test
  void lateDaysWeighOnlyWhereTheSettingSaysSo() {
    assertEquals(0, raised("遅遅欠欠", WatchSettings.DEFAULT, WatchRule.PARTIAL));
    WatchSettings half = Settings.with(Map.of("lateWeight", 50, "earlyWeight", 25));
    assertEquals(4, raised("遅遅欠欠", half, WatchRule.PARTIAL));
    assertEquals(0, raised("遅出遅欠欠", half, WatchRule.PARTIAL));
    assertEquals(5, raised("早遅早欠欠", half, WatchRule.PARTIAL));
    assertEquals(0, raised("欠欠欠遅", half, WatchRule.PARTIAL));
    assertEquals(3, raised("欠欠欠遅", half, WatchRule.CONSECUTIVE_3));
    assertEquals(0, raised("遅別欠欠", half, WatchRule.PARTIAL));
  }

  @Test
  void lastYearsRecordSpeaksAtThisYearsFirstAbsence() {
    WatchSettings twenty = Settings.with(Map.of("lastYearDays", 20));
    StudentWatch child = new StudentWatch(YEAR, days("出欠欠", FIRST), 28, List.of(), false);
    WatchFinding found = WatchRules.find(child, twenty, FIRST.plusDays(9)).get(0);
    assertEquals(WatchRule.LAST_YEAR, found.rule());
    assertEquals(FIRST.plusDays(1), found.raisedOn());
    assertEquals(List.of(), WatchRules.find(child, WatchSettings.DEFAULT, FIRST.plusDays(9)));
    assertEquals(List.of(), WatchRules.find(child, twenty, FIRST));
  }

  @Test
  void triesWithoutASignOfSafetyAskToActAtOnceWhateverTheDays() {
    List<Contact> tries =
        List.of(
            new Contact(FIRST, false),
            new Contact(FIRST.plusDays(1), true),
            new Contact(FIRST.plusDays(2), false),
            new Contact(FIRST.plusDays(2), false));
    StudentWatch child = new StudentWatch(YEAR, List.of(), 0, tries, false);
    assertEquals(List.of(), WatchRules.find(child, WatchSettings.DEFAULT, FIRST.plusDays(1)));
    WatchFinding found = WatchRules.find(child, WatchSettings.DEFAULT, FIRST.plusDays(2)).get(0);
    assertEquals("SAFETY@2026-06-03", found.key());
    assertTrue(found.open());
    assertEquals(FIRST.plusDays(2), found.raisedOn());
    assertTrue(ReasonText.of(found, Locale.JAPANESE).contains("直ちに市町村か児童相談所に通告"));
  }

  @Test
  void settingsSayWhatCreditedWaitingAndExemptDaysDoToARun() {
    Map<String, WatchSettings> all = new HashMap<>();
    all.put("扱", Settings.with(Map.of("creditedInRun", 1)));
    all.put("待", Settings.with(Map.of("uncreditedInRun", 1)));
    all.forEach(
        (letter, counts) ->
            assertEquals(3, raised("欠欠" + letter, counts, WatchRule.CONSECUTIVE_3), letter));
    assertEquals(
        0, raised("欠欠扱欠", Settings.with(Map.of("creditedInRun", 2)), WatchRule.CONSECUTIVE_3));
    assertEquals(
        0, raised("欠欠停欠", Settings.with(Map.of("exemptBreaks", 1)), WatchRule.CONSECUTIVE_3));
    WatchSettings five = Settings.with(Map.of("firstRun", 5, "secondRun", 10));
    assertEquals(5, raised("欠欠欠欠欠", five, WatchRule.CONSECUTIVE_3));
    assertEquals(DayOfWeek.MONDAY, FIRST.getDayOfWeek());
  }
}
