// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.register.domain.YearSketch.oct;
import static org.tsunagi.plugin.register.domain.YearSketch.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose figures a change of closures moves, in the words of the register. */
class ClosureEffectRuleTest {
  private static final LocalDate TODAY = on(11, 20);

  private static YearSketch child(String stay) {
    return YearSketch.autumn().stay(stay, on(4, 1), on(3, 31));
  }

  private static YearSketch closed(String stay, LocalDate... dates) {
    return child(stay).close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, dates);
  }

  private static ClosureEffect effect(List<StudentCount> before, List<StudentCount> after) {
    return ClosureEffectRule.compare(2026, before, after, RegisterSettings.DEFAULT, TODAY);
  }

  @Test
  void whereNothingChangesNothingIsTold() {
    ClosureEffect none = effect(List.of(child("S").count()), List.of(child("S").count()));
    assertTrue(none.empty());
    assertEquals(new ClosureEffect(2026, 0, List.of(), 0, List.of(), false), none);
  }

  @Test
  void eachFigureIsOneSentenceOfTheHomeroom() {
    ClosureEffect effect =
        effect(
            List.of(child("A").count(), child("B").count()),
            List.of(closed("A", oct(5), oct(6)).count(), closed("B", oct(5), oct(6)).count()));
    assertFalse(effect.empty());
    assertEquals(2, effect.students());
    assertEquals(2, effect.remarks());
    assertEquals(List.of("2026-10"), effect.lockedMonths());
    assertEquals(
        List.of("2-2の出席停止・忌引等が0日から2日になります（2人）。", "2-2の出席日数が43日から41日になります（2人）。"),
        effect.lines().stream().map(ClosureEffect.Line::text).toList());
    ClosureEffect.Line first = effect.lines().get(0);
    assertEquals(
        List.of("2-2", "2-2", "exemptDays", 0, 2, 2, 0),
        List.of(
            first.homeroom(),
            first.name(),
            first.figure(),
            first.before(),
            first.after(),
            first.students(),
            first.others()));
  }

  @Test
  void mostStudentsSpeakForTheHomeroomAndTheOthersAreCounted() {
    List<StudentCount> before = new ArrayList<>();
    List<StudentCount> after = new ArrayList<>();
    for (String stay : List.of("A", "B", "C")) {
      boolean ill = stay.equals("C");
      before.add((ill ? child(stay).mark("ABSENT_ILLNESS", 5) : child(stay)).count());
      YearSketch then = closed(stay, oct(5));
      after.add((ill ? then.mark("ABSENT_ILLNESS", 5) : then).count());
    }
    ClosureEffect effect = effect(before, after);
    assertEquals(
        List.of(
            "2-2の出席停止・忌引等が0日から1日になります（3人）。",
            "2-2の欠席日数が1日から0日になります（1人）。",
            "2-2の出席日数が43日から42日になります（2人）。"),
        effect.lines().stream().map(ClosureEffect.Line::text).toList());
    List<StudentCount> mixed = List.of(after.get(0), closed("B", oct(5), oct(6)).count());
    ClosureEffect.Line line = effect(List.of(before.get(0), before.get(1)), mixed).lines().get(0);
    assertEquals("2-2の出席停止・忌引等が0日から1日になります（1人、ほか1人も変わります）。", line.text());
    assertEquals(1, line.others());
  }

  @Test
  void theLargestGroupSpeaksAndOfEqualOnesTheSmallerNumbers() {
    assertEquals("2-2の出席停止・忌引等が0日から3日になります（2人、ほか2人も変わります）。", first("0000", "1323"));
    assertEquals("2-2の出席停止・忌引等が0日から1日になります（1人、ほか1人も変わります）。", first("00", "21"));
    assertEquals("2-2の出席停止・忌引等が1日から3日になります（1人、ほか1人も変わります）。", first("21", "33"));
  }

  /** Tells the first sentence for children who had so many closed days, and now have so many. */
  private static String first(String before, String after) {
    return effect(children(before), children(after)).lines().get(0).text();
  }

  private static List<StudentCount> children(String days) {
    LocalDate[] closed = {oct(5), oct(6), oct(7)};
    return IntStream.range(0, days.length())
        .mapToObj(
            i ->
                closed("S" + i, Arrays.copyOf(closed, Character.digit(days.charAt(i), 10))).count())
        .toList();
  }

  @Test
  void aStudentWithoutHomeroomStandsUnderTheGrade() {
    YearSketch special = child("A").room("2-2", true);
    StudentCount before = special.count();
    StudentCount after =
        closed("A", oct(5))
            .room("2-1", true)
            .close(Closure.Scope.SCHOOL, "", Closure.Basis.ART20, oct(7))
            .count();
    ClosureEffect effect = effect(List.of(before), List.of(after));
    assertEquals(
        List.of("schoolDays", "exemptDays", "daysPresent"),
        effect.lines().stream().map(ClosureEffect.Line::figure).toList());
  }

  @Test
  void onlyLockedMonthsThatChangeAreNamed() {
    StudentCount before = child("A").count();
    StudentCount november = closed("A", on(11, 5)).count();
    assertEquals(List.of(), effect(List.of(before), List.of(november)).lockedMonths());
    RegisterSettings open =
        new RegisterSettings(
            1,
            RegisterSettings.PresentOnSheet.AT_SCHOOL,
            false,
            false,
            BereavementLimits.NONE,
            RegisterSettings.AbsentOnCommon.GUIDANCE_RECORD,
            RegisterSettings.TermCount.CALENDAR);
    StudentCount october = closed("A", oct(5)).count();
    assertEquals(
        List.of(),
        ClosureEffectRule.compare(2026, List.of(before), List.of(october), open, TODAY)
            .lockedMonths());
  }

  @Test
  void anotherRemarkAloneIsToldToo() {
    StudentCount before =
        child("A")
            .close(
                new Closure(
                    "C",
                    Closure.Scope.HOMEROOM,
                    "2-2",
                    List.of(org.tsunagi.plugin.shared.DateRange.of(oct(5))),
                    Closure.Basis.ART63,
                    "大雨",
                    false))
            .count();
    ClosureEffect effect = effect(List.of(before), List.of(closed("A", oct(5)).count()));
    assertEquals(1, effect.students());
    assertEquals(1, effect.remarks());
    assertEquals(List.of(), effect.lines());
    assertEquals(List.of("2026-10"), effect.lockedMonths());
  }

  @Test
  void aMoveOfADayFromMonthToMonthLeavesTheYearAndIsToldForTheMonths() {
    ClosureEffect effect =
        effect(List.of(closed("A", oct(5)).count()), List.of(closed("A", on(11, 5)).count()));
    assertEquals(1, effect.students());
    assertEquals(0, effect.remarks());
    assertEquals(List.of(), effect.lines());
    assertEquals(List.of("2026-10"), effect.lockedMonths());
  }

  @Test
  void whoWasNotThereBeforeIsNoChangeAndAPastYearIsSaid() {
    ClosureEffect stranger = effect(List.of(), List.of(closed("A", oct(5)).count()));
    assertTrue(stranger.empty());
    assertFalse(stranger.pastYear());
    assertTrue(
        ClosureEffectRule.compare(2025, List.of(), List.of(), RegisterSettings.DEFAULT, TODAY)
            .pastYear());
  }
}
