// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.shared.Finding;

class EvidenceRuleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static EvidenceEntry entry(
      int day, EvidenceKind kind, OptionalInt minutes, String who, String role, String facility) {
    LocalDate on = LocalDate.of(2026, 11, day);
    return new EvidenceEntry(new StudentId("A"), on, kind, minutes, "", who, role, facility);
  }

  private static List<String> codes(List<Finding> findings) {
    findings.forEach(
        one -> {
          assertEquals(Finding.Severity.ERROR, one.severity());
          assertTrue(one.message().endsWith("。"), one.message());
        });
    return findings.stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @CsvSource({"0,''", "1440,''", "-1,MINUTES", "1441,MINUTES"})
  void minutesLieWithinADay(int minutes, String wanted) {
    EvidenceEntry entry = entry(5, EvidenceKind.ICT, OptionalInt.of(minutes), "", "", "");
    List<String> expected = wanted.isEmpty() ? List.of() : List.of(wanted);
    assertEquals(expected, codes(EvidenceRule.check(entry, true, true, TODAY)));
  }

  @Test
  void todayMayBeWrittenAndTomorrowNotYet() {
    EvidenceEntry today = entry(20, EvidenceKind.REPORT, OptionalInt.empty(), "", "", "");
    EvidenceEntry tomorrow = entry(21, EvidenceKind.REPORT, OptionalInt.empty(), "", "", "");
    assertEquals(List.of(), codes(EvidenceRule.check(today, true, true, TODAY)));
    assertEquals(List.of("FUTURE_DAY"), codes(EvidenceRule.check(tomorrow, true, true, TODAY)));
    assertEquals(List.of("OUTSIDE_STAY"), codes(EvidenceRule.check(today, false, true, TODAY)));
  }

  @ParameterizedTest
  @EnumSource(EvidenceKind.class)
  void aVisitNamesWhoCameAndAFacilityDayWhere(EvidenceKind kind) {
    List<String> expected =
        switch (kind) {
          case VISIT -> List.of("WHO_NEEDED");
          case FACILITY_DAY -> List.of("UNKNOWN_FACILITY");
          default -> List.of();
        };
    EvidenceEntry bare = entry(5, kind, OptionalInt.empty(), " ", "", "");
    assertEquals(expected, codes(EvidenceRule.check(bare, true, true, TODAY)));
    EvidenceEntry full = entry(5, kind, OptionalInt.empty(), "辻", "", "F1");
    assertEquals(List.of(), codes(EvidenceRule.check(full, true, true, TODAY)));
    assertEquals(List.of("UNKNOWN_FACILITY"), codes(EvidenceRule.check(full, true, false, TODAY)));
    assertEquals(kind, EvidenceKind.find(kind.code()).orElseThrow());
    assertTrue(EvidenceKind.find(kind.name()).isEmpty());
  }

  @Test
  void onlyKnownPartsAreTaken() {
    for (String role : EvidenceRule.ROLES) {
      EvidenceEntry entry = entry(5, EvidenceKind.REPORT, OptionalInt.empty(), "", role, "");
      assertEquals(List.of(), codes(EvidenceRule.check(entry, true, true, TODAY)), role);
    }
    EvidenceEntry other = entry(5, EvidenceKind.REPORT, OptionalInt.empty(), "", "mayor", "");
    assertEquals(List.of("ROLE"), codes(EvidenceRule.check(other, true, true, TODAY)));
  }

  @ParameterizedTest
  @CsvSource({"2000,300,''", "2001,300,TOO_LONG", "2000,301,TOO_LONG"})
  void textsAreBounded(int content, int who, String wanted) {
    EvidenceEntry entry =
        new EvidenceEntry(
            new StudentId("A"),
            TODAY,
            EvidenceKind.VISIT,
            OptionalInt.empty(),
            "字".repeat(content),
            "人".repeat(who),
            "",
            "");
    List<String> expected = wanted.isEmpty() ? List.of() : List.of(wanted);
    assertEquals(expected, codes(EvidenceRule.check(entry, true, true, TODAY)));
  }

  @Test
  void aVoidingNeedsAReasonAndHappensOnce() {
    assertEquals(List.of(), codes(EvidenceRule.checkVoiding("誤り", "")));
    assertEquals(List.of(), codes(EvidenceRule.checkVoiding("字".repeat(1000), "")));
    assertEquals(List.of("REASON_NEEDED"), codes(EvidenceRule.checkVoiding("字".repeat(1001), "")));
    assertEquals(List.of("REASON_NEEDED"), codes(EvidenceRule.checkVoiding(" ", "")));
    assertEquals(List.of("VOIDED"), codes(EvidenceRule.checkVoiding("誤り", "前の誤り")));
  }
}
