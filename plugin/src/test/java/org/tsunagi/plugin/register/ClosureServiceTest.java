// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.register.domain.ClosureEffect;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

/** Closures tell whose figures they change, before and after they are saved. */
class ClosureServiceTest {
  private static final String BOTH = "org.tsunagi.testing.TestDatabases#both";

  /** The handbook's grade: two homerooms, and planned days of 10–20 January 2023. */
  private static Fixture grade(TestDatabases.Named database, String today) {
    Fixture fixture = new Fixture(database, LocalDate.parse(today));
    Homeroom one = fixture.room("1組", Grade.P5);
    Homeroom two = fixture.room("2組", Grade.P5);
    for (String student : List.of("A", "B", "C")) {
      fixture.stay(student, one);
    }
    fixture.stay("D", two);
    fixture.stay("E", two);
    fixture.plan(
        Grade.P5,
        true,
        IntStream.of(10, 11, 12, 13, 16, 17, 18, 19, 20)
            .mapToObj(day -> LocalDate.of(2023, 1, day))
            .toList());
    return fixture;
  }

  private static ClosureIntake.Row room(String target, String first, String last) {
    return Fixture.closure("homeroom", target, "ART20", "インフルエンザ", first, last);
  }

  private static List<String> texts(ClosureEffect effect) {
    return effect.lines().stream().map(ClosureEffect.Line::text).toList();
  }

  private static String code(Runnable work) {
    return assertThrows(RefusedException.class, work::run).refusal().findings().get(0).code();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aSecondHomeroomsClosureTakesTheSharedDayFromTheWholeGradeAndSaysSo(
      TestDatabases.Named database) {
    Fixture fixture = grade(database, "2023-01-25");
    ClosureOutcome first =
        fixture.closures.add(fixture.actor, room("1組", "2023-01-10", "2023-01-11"), false);
    assertEquals(
        List.of("1組の出席停止・忌引等が0日から2日になります（3人）。", "1組の出席日数が9日から7日になります（3人）。"), texts(first.effect()));
    assertEquals(3, first.effect().students());
    ClosureIntake.Row second = room("2組", "2023-01-11", "2023-01-13");
    List<String> wanted =
        List.of(
            "1組の授業日数が9日から8日になります（3人）。",
            "1組の出席停止・忌引等が2日から1日になります（3人）。",
            "2組の授業日数が9日から8日になります（2人）。",
            "2組の出席停止・忌引等が0日から2日になります（2人）。",
            "2組の出席日数が9日から6日になります（2人）。");
    ClosureOutcome tried = fixture.closures.add(fixture.actor, second, true);
    assertEquals(wanted, texts(tried.effect()));
    assertEquals(1, fixture.closures.list(fixture.actor, Fixture.SCHOOL, 2022).size());
    assertEquals("出席停止等2日（学級休業のため）", remarks(fixture, "A"));
    ClosureOutcome saved = fixture.closures.add(fixture.actor, second, false);
    assertEquals(wanted, texts(saved.effect()));
    assertEquals(5, saved.effect().remarks());
    assertEquals("出席停止等1日（学級休業のため）", remarks(fixture, "A"));
    assertEquals("出席停止等2日（学級休業のため）", remarks(fixture, "D"));
    assertEquals(
        Set.of(saved.effect(), first.effect()),
        fixture.closures.listChanges(fixture.actor, Fixture.SCHOOL, 2022).stream()
            .map(ClosureChangeView::effect)
            .collect(Collectors.toSet()));
    assertEquals(
        List.of(saved.effect()),
        fixture.closures.listEffects(fixture.actor, Fixture.SCHOOL, saved.id()).stream()
            .map(ClosureChangeView::effect)
            .toList());
    assertEquals(List.of("closure.add", "closure.add"), fixture.audited);
  }

  private static String remarks(Fixture fixture, String student) {
    return fixture.tallies(false).stream()
        .filter(row -> row.student().equals(student))
        .map(row -> String.join("／", row.count().remarkTexts()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void lockedMonthsAndPastYearsAreNamed(TestDatabases.Named database) {
    Fixture fixture = grade(database, "2023-01-25");
    ClosureIntake.Row closure = room("1組", "2023-01-10", "2023-01-11");
    ClosureEffect now = fixture.closures.add(fixture.actor, closure, true).effect();
    assertEquals(List.of(), now.lockedMonths());
    assertFalse(now.pastYear());
    fixture.today(LocalDate.of(2023, 2, 3));
    ClosureEffect later = fixture.closures.add(fixture.actor, closure, true).effect();
    assertEquals(List.of("2023-01"), later.lockedMonths());
    fixture.today(LocalDate.of(2023, 4, 10));
    ClosureEffect past = fixture.closures.add(fixture.actor, closure, false).effect();
    assertEquals(List.of("2023-01"), past.lockedMonths());
    assertTrue(past.pastYear());
    assertEquals("出席停止等2日（学級休業のため）", remarks(fixture, "A"));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aChangeVoidsAndAddsInOneStepAndTheListKeepsBoth(TestDatabases.Named database) {
    Fixture fixture = grade(database, "2023-01-25");
    String id = fixture.close("homeroom", "1組", "ART20", "", "2023-01-10", "2023-01-12");
    ClosureIntake.Row shorter = room("1組", "2023-01-10", "2023-01-11");
    ClosureOutcome tried = fixture.closures.change(fixture.actor, id, shorter, "", true);
    assertEquals(
        List.of("1組の出席停止・忌引等が3日から2日になります（3人）。", "1組の出席日数が6日から7日になります（3人）。"), texts(tried.effect()));
    assertEquals(
        "REASON_NEEDED",
        code(() -> fixture.closures.change(fixture.actor, id, shorter, " ", false)));
    ClosureOutcome done = fixture.closures.change(fixture.actor, id, shorter, "日付の誤り", false);
    assertEquals(tried.effect(), done.effect());
    List<ClosureView> all = fixture.closures.list(fixture.actor, Fixture.SCHOOL, 2022);
    assertEquals(2, all.size());
    assertEquals(
        Map.of(true, "日付の誤り", false, ""),
        Map.of(
            true,
            all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow().voidReason(),
            false,
            all.stream()
                .filter(one -> one.id().equals(done.id()))
                .findFirst()
                .orElseThrow()
                .voidReason()));
    assertThrows(
        Stale.class, () -> fixture.closures.change(fixture.actor, id, shorter, "もう一度", false));
    assertThrows(
        Missing.class,
        () -> fixture.closures.change(fixture.actor, "nothing", shorter, "なし", false));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void onlyTheReportMayBeAddedToAClosureAndThenNothingCountsOtherwise(
      TestDatabases.Named database) {
    Fixture fixture = grade(database, "2023-01-25");
    String id = fixture.close("homeroom", "1組", "ART63", "大雨", "2023-01-10", "2023-01-10");
    List<ClosureView> all = fixture.closures.list(fixture.actor, Fixture.SCHOOL, 2022);
    assertEquals(List.of(id), fixture.closures.listUnreported(fixture.actor, Fixture.SCHOOL, all));
    ClosureIntake.Row old =
        Fixture.closure("homeroom", "1組", "ART63", "大雨", "2023-01-10", "2023-01-10");
    ClosureIntake.Row told =
        new ClosureIntake.Row(
            old.school(),
            old.first(),
            old.last(),
            old.scope(),
            old.target(),
            old.basis(),
            old.reason(),
            false,
            "校長",
            "教育委員会",
            Optional.of(LocalDate.of(2023, 1, 11)));
    ClosureEffect effect = fixture.closures.change(fixture.actor, id, told, "報告した", false).effect();
    assertTrue(effect.empty());
    assertEquals(
        List.of(),
        fixture.closures.listUnreported(
            fixture.actor,
            Fixture.SCHOOL,
            fixture.closures.list(fixture.actor, Fixture.SCHOOL, 2022)));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void closuresOfUnknownHomeroomsAndGroupsAreRefused(TestDatabases.Named database) {
    Fixture fixture = grade(database, "2023-01-25");
    assertEquals(
        "UNKNOWN_HOMEROOM",
        code(() -> fixture.close("homeroom", "9組", "ART20", "", "2023-01-10", "2023-01-10")));
    assertEquals(
        "UNKNOWN_GROUP",
        code(() -> fixture.close("group", "前半", "STAGGERED", "", "2023-01-10", "2023-01-10")));
    fixture.close("homeroom", "1組", "ART20", "", "2023-01-10", "2023-01-10");
    assertEquals(
        "CLOSURE_EXISTS",
        code(() -> fixture.close("homeroom", "1組", "ART20", "", "2023-01-10", "2023-01-10")));
    assertEquals(1, fixture.closures.list(fixture.actor, Fixture.SCHOOL, 2022).size());
    fixture.denied.add(Privilege.CLOSURE_WRITE);
    assertThrows(
        NotPermitted.class,
        () -> fixture.closures.add(fixture.actor, room("2組", "2023-01-10", "2023-01-10"), true));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aSpecialNeedsHomeroomCountsForTheGradeOnlyWhereTheSchoolSaysSo(
      TestDatabases.Named database) {
    Fixture fixture = grade(database, "2023-01-25");
    Homeroom special =
        new Homeroom(new HomeroomId("なかよし"), Fixture.SCHOOL, 2022, Grade.P5, "なかよし", true);
    fixture.host.put(List.of(special));
    fixture.stay("S", special);
    fixture.close("homeroom", "1組", "ART20", "", "2023-01-10", "2023-01-10");
    fixture.close("homeroom", "2組", "ART20", "", "2023-01-10", "2023-01-10");
    assertEquals(8, days(fixture, "A"));
    assertEquals(9, days(fixture, "S"));
    fixture.settings.set(
        fixture.actor, Fixture.SCHOOL, Map.of(RegisterSettings.SPECIAL_NEEDS_COUNTED, "true"));
    assertEquals(9, days(fixture, "A"));
    assertEquals("出席停止等1日（学級休業のため）", remarks(fixture, "A"));
    fixture.close("homeroom", "なかよし", "ART20", "", "2023-01-10", "2023-01-10");
    assertEquals(8, days(fixture, "S"));
    assertEquals(8, days(fixture, "A"));
  }

  private static int days(Fixture fixture, String student) {
    return fixture.tallies(false).stream()
        .filter(row -> row.student().equals(student))
        .findFirst()
        .orElseThrow()
        .count()
        .tally()
        .schoolDays();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void groupsAreMadeEndedAndTellWhoseFiguresTheyChange(TestDatabases.Named database) {
    Fixture fixture = grade(database, "2023-01-25");
    List<StudentId> half = List.of(new StudentId("A"), new StudentId("B"));
    LocalDate first = LocalDate.of(2023, 1, 10);
    assertTrue(
        fixture
            .groupService
            .add(fixture.actor, Fixture.SCHOOL, "前半", half, first, Optional.empty())
            .empty());
    fixture.close("group", "前半", "STAGGERED", "", "2023-01-12", "2023-01-13");
    assertEquals("出席停止等2日（分散登校のため）", remarks(fixture, "A"));
    ClosureEffect effect =
        fixture.groupService.end(
            fixture.actor,
            Fixture.SCHOOL,
            "前半",
            new StudentId("A"),
            Optional.of(first),
            LocalDate.of(2023, 1, 12));
    assertEquals(1, effect.students());
    assertEquals("出席停止等1日（分散登校のため）", remarks(fixture, "A"));
    assertEquals(2, fixture.groupService.list(fixture.actor, Fixture.SCHOOL, 2022).size());
    assertEquals(
        "NOT_ENROLLED",
        code(
            () ->
                fixture.groupService.add(
                    fixture.actor,
                    Fixture.SCHOOL,
                    "後半",
                    List.of(new StudentId("Z")),
                    first,
                    Optional.empty())));
    assertThrows(
        Missing.class,
        () ->
            fixture.groupService.end(
                fixture.actor,
                Fixture.SCHOOL,
                "後半",
                new StudentId("A"),
                Optional.of(first),
                first));
  }
}
