// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Finding;

class ApplicationRuleTest {
  private static final DateRange STAY = range("2026-04-08", "2027-02-10");

  private static DateRange range(String first, String last) {
    return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
  }

  private static ConditionList list(String id, String stage) {
    return new ConditionList(id, id, "", stage, List.of());
  }

  private static ApplicationContent content(String list, DateRange period) {
    return new ApplicationContent("1", list, "", "", "", "", period, "", "");
  }

  private static ApplicationRule.Known known(String... lists) {
    List<ConditionList> own = Stream.of(lists).map(id -> list(id, "")).toList();
    return new ApplicationRule.Known(true, true, true, own, List.of(STAY));
  }

  private static List<String> codes(List<Finding> findings) {
    List<String> codes = new ArrayList<>();
    for (Finding one : findings) {
      assertEquals(Finding.Severity.ERROR, one.severity());
      assertTrue(one.message().endsWith("。"), one.message());
      codes.add(one.code());
    }
    return codes;
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-08,2027-02-10,''",
    "2026-06-01,2026-06-01,''",
    "2026-04-07,2026-06-30,OUTSIDE_STAY",
    "2026-06-01,2027-02-11,OUTSIDE_STAY",
    "2026-06-01,2027-04-01,OTHER_SCHOOL_YEAR"
  })
  void thePeriodLiesWithinOneStayAndOneSchoolYear(String first, String last, String wanted) {
    List<String> expected = wanted.isEmpty() ? List.of() : List.of(wanted);
    ApplicationContent content = content("", range(first, last));
    assertEquals(expected, codes(ApplicationRule.check(content, known("B1"))));
  }

  @Test
  void bothEndsMustLieInTheSameStay() {
    ApplicationRule.Known two =
        new ApplicationRule.Known(
            true,
            true,
            true,
            List.of(),
            List.of(range("2026-04-08", "2026-06-30"), range("2026-09-01", "2027-03-31")));
    List<Finding> findings =
        ApplicationRule.check(content("", range("2026-06-01", "2026-09-30")), two);
    assertEquals(List.of("OUTSIDE_STAY"), codes(findings));
    assertTrue(findings.get(0).message().contains("終わりの日までに"), findings.get(0).message());
    findings = ApplicationRule.check(content("", range("2026-07-15", "2026-09-30")), two);
    assertTrue(findings.get(0).message().contains("始めの日に"), findings.get(0).message());
  }

  @ParameterizedTest
  @CsvSource({
    "true,true,''",
    "false,true,UNKNOWN_FACILITY",
    "true,false,FACILITY_OF_OTHER_KIND",
    "false,false,UNKNOWN_FACILITY"
  })
  void theFacilityExistsAndIsOfTheKind(boolean exists, boolean fits, String wanted) {
    ApplicationRule.Known known =
        new ApplicationRule.Known(true, exists, fits, List.of(), List.of(STAY));
    List<String> expected = wanted.isEmpty() ? List.of() : List.of(wanted);
    assertEquals(expected, codes(ApplicationRule.check(content("", STAY), known)));
  }

  @Test
  void theKindIsKnown() {
    ApplicationRule.Known known =
        new ApplicationRule.Known(false, true, true, List.of(), List.of(STAY));
    assertEquals(List.of("UNKNOWN_KIND"), codes(ApplicationRule.check(content("", STAY), known)));
  }

  @Test
  void ofSeveralListsOneIsNamed() {
    assertEquals(
        List.of("LIST_NEEDED"),
        codes(ApplicationRule.check(content("", STAY), known("EXCHANGE", "CONTEST"))));
    assertEquals(
        List.of(),
        codes(ApplicationRule.check(content("CONTEST", STAY), known("EXCHANGE", "CONTEST"))));
    assertEquals(
        List.of("UNKNOWN_LIST"), codes(ApplicationRule.check(content("B2", STAY), known("B1"))));
    assertEquals(
        List.of("UNKNOWN_LIST"), codes(ApplicationRule.check(content("B2", STAY), known())));
    assertEquals(List.of(), codes(ApplicationRule.check(content("", STAY), known())));
  }

  static Stream<Arguments> lengths() {
    return Stream.of(
        Arguments.of(300, 300, 200, 4000, 2000, List.of()),
        Arguments.of(301, 0, 0, 0, 0, List.of("TOO_LONG")),
        Arguments.of(0, 301, 0, 0, 0, List.of("TOO_LONG")),
        Arguments.of(0, 0, 201, 0, 0, List.of("TOO_LONG")),
        Arguments.of(0, 0, 0, 4001, 0, List.of("TOO_LONG")),
        Arguments.of(0, 0, 0, 0, 2001, List.of("TOO_LONG")));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void textsAreBounded(
      int provider, int guide, int activity, int plan, int next, List<String> wanted) {
    ApplicationContent content =
        new ApplicationContent(
            "1",
            "",
            "",
            "字".repeat(provider),
            "字".repeat(guide),
            "字".repeat(activity),
            STAY,
            "字".repeat(plan),
            "字".repeat(next));
    assertEquals(wanted, codes(ApplicationRule.check(content, known())));
  }

  @ParameterizedTest
  @CsvSource({
    "0,false,''",
    "1,true,①",
    "2,true,②",
    "7,true,⑦",
    "8,false,⑧",
    "9,false,''",
    "11,false,''",
    "CREDITED_ACTIVITY,false,''",
    "'',false,''"
  })
  void rowsHaveASignAndSevenOfThemAreFacilities(String kind, boolean facility, String glyph) {
    assertEquals(facility, CreditingKinds.isFacility(kind));
    assertEquals(glyph, CreditingKinds.glyph(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "1,false,B1 B1-city 1",
    "7,false,B1 B1-city",
    "1,true,B1 B1-high 1",
    "8,false,B2",
    "CREDITED_ACTIVITY,false,EXCHANGE",
    "CREDITED_REMOTE_LESSON,false,''",
    "OWN.CODE,false,OWN.CODE"
  })
  void aKindIsHeldAgainstItsListAndLocalOnes(String kind, boolean high, String wanted) {
    List<ConditionList> all =
        List.of(
            list("B1", ""),
            list("B1-city", "compulsory"),
            list("B1-high", "highSchool"),
            list("B10", ""),
            list("B2", "compulsory"),
            list("EXCHANGE", ""),
            list("1", ""),
            list("OWN.CODE", ""));
    List<String> ids =
        CreditingKinds.lists(kind, high, all).stream().map(ConditionList::id).toList();
    assertEquals(wanted.isEmpty() ? List.of() : List.of(wanted.split(" ")), ids);
  }
}
