// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.crediting.ShippedLists;

/** What must be there before a principal decides, list by list. */
class DecisionRuleTest {
  private static final LocalDate TODAY = DecisionTry.TODAY;

  private record Case(String name, DecisionTry tried, List<String> codes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(
      String name, java.util.function.Consumer<DecisionTry> change, String... codes) {
    return new Case(name, new DecisionTry().with(change), List.of(codes));
  }

  private static void ict(DecisionTry one) {
    one.kind = "8";
    one.list = "B2";
    one.named = false;
    one.visits = Set.of(LocalDate.of(2026, 9, 10), LocalDate.of(2026, 10, 7));
  }

  static Stream<Case> facilities() {
    return Stream.of(
        of("all met at a public facility", one -> {}),
        of(
            "each required condition holds it up",
            one -> one.notMet.add("B1-1"),
            "E:CONDITION_OPEN"),
        of("attendance in person is required", one -> one.notMet.add("B1-3"), "E:CONDITION_OPEN"),
        of("grading is no condition of attendance", one -> one.notMet.add("B1-4")),
        of("conditions of private bodies don't bind a public one", one -> one.notMet.add("B1-2b")),
        of("the facility must be named for 備考", one -> one.named = false, "E:FACILITY_NEEDED"),
        of(
            "a private body needs the board",
            one -> one.privateBody = true,
            "E:BOARD_CONSULTATION_NEEDED"),
        of(
            "row ⑥ is private whatever is ticked",
            one -> one.kind = "6",
            "E:BOARD_CONSULTATION_NEEDED"),
        of(
            "with the board's word a private body passes",
            one -> {
              one.privateBody = true;
              one.talked = true;
            }),
        of(
            "a high school has no list of its own shipped",
            one -> {
              one.highSchool = true;
              one.list = "none";
            },
            "E:NO_RULE_SET"));
  }

  static Stream<Case> home() {
    return Stream.of(
        of(
            "months with visits pass though (3) is not ticked",
            one -> {
              ict(one);
              one.notMet.add("B2-3");
            }),
        of(
            "a month without a visit holds up what is not ticked",
            one -> {
              ict(one);
              one.notMet.add("B2-3");
              one.ranges = List.of(DecisionTry.days("2026-09-07", "2026-11-30"));
            },
            "E:CONDITION_OPEN"),
        of(
            "a month without a visit warns where (3) is ticked",
            one -> {
              ict(one);
              one.ranges = List.of(DecisionTry.days("2026-09-07", "2026-12-24"));
            },
            "W:VISITS_MISSING"),
        of(
            "no face to face, no crediting",
            one -> {
              ict(one);
              one.visits = Set.of();
              one.notMet.add("B2-3");
            },
            "E:CONDITION_OPEN"),
        of(
            "an unclear programme holds it up",
            one -> {
              ict(one);
              one.notMet.add("B2-4");
            },
            "E:CONDITION_OPEN"),
        of(
            "what 基本的に asks for warns where it is not so",
            one -> {
              ict(one);
              one.notMet.add("B2-6");
            },
            "W:IN_PRINCIPLE"),
        of(
            "but somebody has to have looked",
            one -> {
              ict(one);
              one.unseen.add("B2-6");
            },
            "E:CONDITION_OPEN"),
        of(
            "別記1 in the same days is told",
            one -> {
              ict(one);
              one.elsewhere = List.of(DecisionTry.days("2026-06-08", "2027-03-24"));
            },
            "W:FACILITY_DECISION_IN_PERIOD"),
        of(
            "別記1 on other days is no matter",
            one -> {
              ict(one);
              one.elsewhere =
                  List.of(
                      DecisionTry.days("2026-06-08", "2026-09-06"),
                      DecisionTry.days("2026-11-01", "2027-03-24"));
            }));
  }

  static Stream<Case> days() {
    return Stream.of(
        of("no days", one -> one.ranges = List.of(), "E:RANGE_NEEDED"),
        of(
            "days before the application",
            one -> one.ranges = List.of(DecisionTry.days("2026-09-06", "2026-09-30")),
            "E:OUTSIDE_PERIOD"),
        of(
            "days twice",
            one ->
                one.ranges =
                    List.of(
                        DecisionTry.days("2026-09-07", "2026-09-30"),
                        DecisionTry.days("2026-09-30", "2026-10-02")),
            "E:RANGES_OVERLAP"),
        of(
            "days side by side",
            one ->
                one.ranges =
                    List.of(
                        DecisionTry.days("2026-10-01", "2026-10-02"),
                        DecisionTry.days("2026-09-07", "2026-09-30"))),
        of(
            "three ranges, the outer ones twice",
            one ->
                one.ranges =
                    List.of(
                        DecisionTry.days("2026-10-01", "2026-10-09"),
                        DecisionTry.days("2026-09-07", "2026-09-30"),
                        DecisionTry.days("2026-10-09", "2026-10-12")),
            "E:RANGES_OVERLAP"),
        of(
            "days after the child left",
            one -> one.stays = List.of(DecisionTry.days("2026-04-06", "2026-10-30")),
            "E:OUTSIDE_STAY"),
        of(
            "days across two stays",
            one ->
                one.stays =
                    List.of(
                        DecisionTry.days("2026-04-06", "2026-09-30"),
                        DecisionTry.days("2026-10-01", "2027-03-31")),
            "E:OUTSIDE_STAY"),
        of("a reason as long as may be", one -> one.reason = "あ".repeat(4000)),
        of("a reason too long", one -> one.reason = "あ".repeat(4001), "E:TOO_LONG"),
        of("a next step as long as may be", one -> one.nextStep = "あ".repeat(2000)),
        of("a next step too long", one -> one.nextStep = "あ".repeat(2001), "E:TOO_LONG"),
        of("no reason", one -> one.reason = " ", "E:REASON_NEEDED"),
        of("days of a refusal", one -> one.outcome = "refused", "E:RANGES_NOT_EXPECTED"),
        of(
            "nothing to take back",
            one -> {
              one.outcome = "withdrawn";
              one.ranges = List.of();
            },
            "E:NOTHING_TO_WITHDRAW"),
        of(
            "an earlier decision is taken back",
            one -> {
              one.outcome = "withdrawn";
              one.ranges = List.of();
              one.decisions = 1;
            }));
  }

  static Stream<Case> activities() {
    return Stream.of(
        of(
            "one of ア to エ is enough",
            one -> {
              contest(one);
              one.notMet.addAll(List.of("CT-1", "CT-2", "CT-4"));
            }),
        of(
            "none of ア to エ",
            one -> {
              contest(one);
              one.notMet.addAll(List.of("CT-1", "CT-2", "CT-3", "CT-4"));
            },
            "E:CHOICE_NEEDED"),
        of(
            "a competition needs the written information",
            one -> {
              contest(one);
              one.list = "COMPETITION";
              one.notMet.add("SP-4");
            },
            "E:CONDITION_OPEN"),
        of(
            "a refusal for lack of precedent is answered",
            one -> {
              contest(one);
              one.outcome = "refused";
              one.ranges = List.of();
              one.reason = "前例がないため。";
            },
            "E:PRECEDENT_IS_NO_GROUND"),
        of(
            "the principal has read it",
            one -> {
              contest(one);
              one.outcome = "refused";
              one.ranges = List.of();
              one.reason = "地域性によらず、学業への支障が大きいため。";
              one.acknowledged = Set.of(DecisionRule.PRECEDENT);
            },
            "N:PRECEDENT_IS_NO_GROUND"),
        of(
            "what another city did grants nothing",
            one -> {
              contest(one);
              one.reason = "近隣の市で認められたため。";
            },
            "E:AUTOMATIC_GRANT_IS_IMPROPER"));
  }

  private static void contest(DecisionTry one) {
    one.kind = "CREDITED_ACTIVITY";
    one.list = "CONTEST";
    one.named = false;
  }

  @ParameterizedTest
  @MethodSource({"facilities", "home", "days", "activities"})
  void decisionsAreHeldAgainstTheTexts(Case one) {
    assertEquals(one.codes(), one.tried().codes(), one.tried().findings().toString());
  }

  @Test
  void theDaysAndTheChoicesAreNamed() {
    DecisionTry early = new DecisionTry();
    early.ranges = List.of(DecisionTry.days("2026-09-06", "2026-09-30"));
    assertTrue(
        early.findings().get(0).message().startsWith("2026-09-06から2026-09-30まで"),
        early.findings().toString());
    DecisionTry none = new DecisionTry();
    contest(none);
    none.notMet.addAll(List.of("CT-1", "CT-2", "CT-3", "CT-4"));
    assertTrue(
        none.findings().get(0).message().startsWith("(ア)・(イ)・(ウ)・(エ)"), none.findings().toString());
  }

  @Test
  void monthsThatLackVisitsAreNamed() {
    DecisionTry one = new DecisionTry();
    ict(one);
    one.ranges = List.of(DecisionTry.days("2026-09-07", "2026-12-24"));
    assertTrue(one.findings().get(0).message().startsWith("11月は"), one.findings().toString());
  }

  @Test
  void theNoticesOwnWordsAnswerALackOfPrecedent() {
    DecisionTry one = new DecisionTry();
    contest(one);
    one.outcome = "refused";
    one.ranges = List.of();
    one.reason = "先例がない。";
    assertTrue(one.findings().get(0).message().contains("個別具体的に判断する必要があります"));
  }

  @Test
  void noListAsksWhetherTheChildWantsToComeBack() {
    for (ConditionList list : ShippedLists.all()) {
      for (Condition one : list.conditions()) {
        boolean speaks = one.text().contains("登校を希望");
        assertTrue(!speaks || one.text().contains("希望しているか否かにかかわらず"), one.id());
      }
    }
  }

  @Test
  void grantedDaysAndTheRestOfThePeriodNeverOverlap() {
    List<CreditingDecision> filed =
        FilingRule.decisions(
            "a1",
            "8",
            "",
            DecisionTry.days("2026-09-07", "2026-12-24"),
            Optional.of(DecisionOutcome.GRANTED),
            List.of(
                DecisionTry.days("2026-11-01", "2026-11-30"),
                DecisionTry.days("2026-09-07", "2026-09-30")),
            Optional.of(TODAY));
    assertEquals(
        List.of(
            "granted 2026-09-07 2026-09-30",
            "granted 2026-11-01 2026-11-30",
            "waiting 2026-10-01 2026-10-31",
            "waiting 2026-12-01 2026-12-24"),
        filed.stream()
            .map(
                one ->
                    one.outcome().code() + " " + one.period().first() + " " + one.period().last())
            .toList());
  }

  @Test
  void theNearestBodysRuleHoldsFromItsFirstDay() {
    IctRule rule = new IctRule(IctRule.Basis.VISITS, 2, 0);
    List<StoredIctRule> joined =
        IctRuleLevels.join(
            List.of(
                stored("i1", "installation", "2025-04-01", rule),
                stored("m1", "municipality", "2026-04-01", rule),
                stored("m2", "municipality", "2027-04-01", rule),
                stored("s1", "school", "2026-10-01", rule),
                stored("i2", "installation", "2026-11-01", rule)));
    assertEquals(
        List.of("", "i1", "m1", "s1", "s1"),
        Stream.of("2025-03-31", "2026-03-31", "2026-09-30", "2026-10-01", "2028-01-01")
            .map(day -> IctRuleLevels.on(joined, LocalDate.parse(day)))
            .map(one -> one.map(StoredIctRule::id).orElse(""))
            .toList());
  }

  private static StoredIctRule stored(String id, String level, String first, IctRule rule) {
    return new StoredIctRule(
        id, new StoredIctRule.Scope(level, "", "", ""), LocalDate.parse(first), rule, id, "");
  }
}
