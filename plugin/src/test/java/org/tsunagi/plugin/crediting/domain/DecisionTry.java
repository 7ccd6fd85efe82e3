// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.ShippedLists;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Finding;

/** A decision in the making: what is on file of an application, and what the principal says. */
final class DecisionTry {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final Signature BY = new Signature("t1", "佐々木", "学級担任", Instant.EPOCH);

  String kind = "1";
  String list = "B1";
  boolean highSchool;
  final List<String> notMet = new ArrayList<>();
  final List<String> unseen = new ArrayList<>();
  boolean privateBody;
  boolean named = true;
  boolean talked;
  Set<LocalDate> visits = Set.of();
  List<DateRange> elsewhere = List.of();
  String outcome = "granted";
  List<DateRange> ranges = List.of(days("2026-09-07", "2026-10-31"));
  String reason = "本人の自立を助けると判断します。";
  Set<String> acknowledged = Set.of();
  String nextStep = "";
  List<DateRange> stays = List.of(days("2026-04-06", "2027-03-31"));
  int decisions;

  DecisionTry with(Consumer<DecisionTry> change) {
    change.accept(this);
    return this;
  }

  DecisionCase known() {
    DateRange period = days("2026-09-07", "2026-12-24");
    Optional<ConditionList> conditions = ShippedLists.find(list);
    List<ConditionEntry> entries = new ArrayList<>();
    conditions.map(ConditionList::conditions).orElse(List.of()).stream()
        .filter(one -> !unseen.contains(one.id()))
        .forEach(
            one ->
                entries.add(
                    new ConditionEntry(
                        one.id(),
                        1,
                        list,
                        "",
                        !notMet.contains(one.id()),
                        "",
                        List.of(),
                        TODAY,
                        BY)));
    return new DecisionCase(
        new CreditingApplication(
            new SchoolId("S1"),
            "a1",
            new StudentId("A"),
            new ApplicationContent(kind, list, named ? "F1" : "", "", "", "", period, "", ""),
            1,
            decisions,
            false,
            BY),
        highSchool,
        conditions,
        entries,
        named
            ? Optional.of(
                new FacilityEntry(
                    new Facility("F1", kind.length() == 1 ? kind : "1", "", "", "教室"),
                    !privateBody,
                    false,
                    false,
                    "",
                    "",
                    "",
                    false,
                    Optional.empty()))
            : Optional.empty(),
        talked ? List.of(new Consultation("c", TODAY, "学校教育課", "電話", "", BY)) : List.of(),
        stays,
        visits,
        Set.of(YearMonth.of(2026, 9), YearMonth.of(2026, 10), YearMonth.of(2026, 11)),
        elsewhere,
        TODAY);
  }

  List<Finding> findings() {
    return DecisionRule.check(
        known(),
        new ProposedDecision(
            DecisionOutcome.find(outcome).orElseThrow(),
            ranges,
            reason,
            nextStep,
            Optional.of(TODAY),
            acknowledged));
  }

  List<String> codes() {
    return findings().stream()
        .map(one -> one.severity().name().charAt(0) + ":" + one.code())
        .toList();
  }

  static DateRange days(String first, String last) {
    return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
  }
}
