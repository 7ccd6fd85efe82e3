// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.ShippedLists;
import org.tsunagi.plugin.shared.DateRange;

/** What is read off an application's file: open conditions, newest entries, granted days. */
class ApplicationFileTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

  @Test
  void conditionsThatHinderAreListedByTheirNumbers() {
    DecisionTry open = new DecisionTry();
    open.notMet.addAll(List.of("B1-1", "B1-2b", "B1-3", "B1-4"));
    assertEquals(numbers("B1", "B1-1", "B1-3"), OpenConditions.of(open.known()));
    assertEquals(List.of(), OpenConditions.of(new DecisionTry().known()));
  }

  @Test
  void conditionsOfPrivateBodiesHinderAPrivateOne() {
    DecisionTry open = new DecisionTry();
    open.privateBody = true;
    open.notMet.addAll(List.of("B1-2b"));
    assertEquals(numbers("B1", "B1-2b"), OpenConditions.of(open.known()));
  }

  @Test
  void anUntickedVisitHindersNoGrantOfOtherMonths() {
    DecisionTry open = new DecisionTry();
    open.kind = "8";
    open.list = "B2";
    open.named = false;
    open.notMet.addAll(List.of("B2-3", "B2-4"));
    assertEquals(numbers("B2", "B2-4"), OpenConditions.of(open.known()));
  }

  @Test
  void ofChoicesAllAreNamedWhileNoneIsMet() {
    DecisionTry open = new DecisionTry();
    open.kind = "CREDITED_ACTIVITY";
    open.list = "CONTEST";
    open.named = false;
    open.notMet.addAll(List.of("CT-1", "CT-2", "CT-3", "CT-4"));
    assertEquals(List.of("(ア)・(イ)・(ウ)・(エ)"), OpenConditions.of(open.known()));
    open.notMet.remove("CT-3");
    assertEquals(List.of(), OpenConditions.of(open.known()));
  }

  private static List<String> numbers(String list, String... ids) {
    ConditionList shipped = ShippedLists.find(list).orElseThrow();
    return Arrays.stream(ids).map(id -> shipped.find(id).orElseThrow().number()).toList();
  }

  @Test
  void aListFindsItsConditionsOnly() {
    ConditionList list = ShippedLists.find("B1").orElseThrow();
    assertEquals("B1-3", list.find("B1-3").orElseThrow().id());
    assertEquals(Optional.empty(), list.find("B2-3"));
  }

  @Test
  void whatWasFoundIsToldInOneLine() {
    DecisionTry tried = new DecisionTry();
    tried.notMet.add("B1-3");
    String line = tried.known().conditionsUsed();
    assertEquals("B1 B1-G1=met#1 ", line.substring(0, 15), line);
    assertEquals(true, line.contains(" B1-3=notMet#1"), line);
    assertEquals(false, line.contains("B1-2b"), line);
    tried.list = "none";
    assertEquals("", tried.known().conditionsUsed());
  }

  @Test
  void aConditionWithoutAnEntryIsOpen() {
    DecisionCase known = new DecisionTry().known();
    DecisionCase bare =
        new DecisionCase(
            known.application(),
            false,
            known.list(),
            List.of(),
            known.facility(),
            List.of(),
            known.stays(),
            Set.of(),
            Set.of(),
            List.of(),
            DAY);
    assertEquals(true, bare.conditionsUsed().contains(" B1-1=open"), bare.conditionsUsed());
  }

  @Test
  void theNewestEntryOfAConditionHolds() {
    ApplicationFile file =
        file(List.of(), entry("B1-1", 2, true), entry("B1-3", 3, true), entry("B1-1", 1, false));
    assertEquals(
        List.of("B1-1 2 true", "B1-3 3 true"),
        file.newestEntries().stream()
            .map(one -> one.condition() + " " + one.entry() + " " + one.met())
            .toList());
    assertEquals(
        2,
        file(List.of(), entry("B1-1", 1, false), entry("B1-1", 2, true))
            .newestEntries()
            .get(0)
            .entry());
  }

  @Test
  void onlyTheDecisionInForceGrantsDays() {
    List<DateRange> days = List.of(DateRange.of(DAY));
    PrincipalDecision granted = decision(1, DecisionOutcome.GRANTED, days);
    PrincipalDecision refused = decision(2, DecisionOutcome.REFUSED, List.of());
    assertEquals(days, file(List.of(granted)).granted());
    assertEquals(List.of(), file(List.of(refused, granted)).granted());
    assertEquals(List.of(), file(List.of()).granted());
    assertEquals(2, file(List.of(refused, granted)).newest().orElseThrow().number());
    assertEquals(Optional.empty(), file(List.of()).newest());
    assertEquals(
        List.of("granted", "waiting", "refused", "withdrawn"),
        Arrays.stream(DecisionOutcome.values()).map(DecisionOutcome::code).toList());
  }

  @Test
  void anotherFateOfOneApplicationLeavesTheOthersAlone() {
    StudentId child = new StudentId("A");
    CreditingBook book =
        new CreditingBook(
            Map.of(child, List.of(filed("a1", Outcome.WAITING), filed("a2", Outcome.GRANTED))),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    CreditingBook changed = book.with(child, "a1", List.of(filed("a1", Outcome.GRANTED)));
    assertEquals(
        List.of("a1 GRANTED", "a2 GRANTED"),
        changed.decisions().get(child).stream()
            .map(one -> one.decision().id() + " " + one.decision().outcome())
            .toList());
    assertEquals(
        1, book.with(new StudentId("B"), "a1", List.of()).decisions().get(child).size() - 1);
  }

  private static FiledDecision filed(String id, Outcome outcome) {
    return new FiledDecision(
        new SchoolId("S1"),
        DAY,
        new CreditingDecision(
            id,
            "1",
            Optional.empty(),
            DateRange.of(DAY),
            outcome,
            Optional.empty(),
            Optional.empty()));
  }

  private static ConditionEntry entry(String condition, int number, boolean met) {
    return new ConditionEntry(condition, number, "B1", "", met, "", List.of(), DAY, DecisionTry.BY);
  }

  private static PrincipalDecision decision(
      int number, DecisionOutcome outcome, List<DateRange> days) {
    return new PrincipalDecision(
        number,
        new ProposedDecision(outcome, days, "理由", "", Optional.empty(), Set.of()),
        "",
        1,
        Optional.of(DAY),
        DecisionTry.BY);
  }

  private static ApplicationFile file(
      List<PrincipalDecision> decisions, ConditionEntry... entries) {
    return new ApplicationFile(
        new DecisionTry().known().application(),
        Optional.empty(),
        decisions,
        List.of(entries),
        List.of());
  }
}
