// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.LocalScope;

/** What is said about drafts of codes, and what is in force when several were put in force. */
class CodeDraftRuleTest {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final AttendanceCode ILL = code("ILL", "病", "a", CodeEffect.ABSENT, 2, "");
  private static final AttendanceCode EXAM =
      code("EXAM", "試", "", CodeEffect.EXEMPT, 2, "出席停止等{n}日");

  private static AttendanceCode code(
      String id, String glyph, String key, CodeEffect effect, int order, String template) {
    return new AttendanceCode(
        id,
        id + "の名",
        id,
        glyph,
        CodeFamily.OFF,
        key,
        effect,
        0,
        "",
        Set.of(),
        order,
        template,
        "",
        DecisionNeed.NONE,
        List.of(),
        2020,
        OptionalInt.empty(),
        false,
        "");
  }

  private static CodeVersion version(AttendanceCode code, int number, LocalDate first) {
    return new CodeVersion(code, number, first, CodeVersion.OWN, "", "", "t1", "先生", Instant.EPOCH);
  }

  private static RemarkSetting words(LocalScope scope, int number, LocalDate first, String text) {
    Optional<String> template = text.isEmpty() ? Optional.empty() : Optional.of(text);
    return new RemarkSetting(scope, "EXAM", number, first, template, "", "先生", Instant.EPOCH);
  }

  private static CodesInForce inForce(CodeVersion... versions) {
    return new CodesInForce(3, List.of(ILL, EXAM), List.of(versions), List.of());
  }

  private static List<String> said(CodesInForce inForce, AttendanceCode... codes) {
    return CodeDraftRule.check(inForce, List.of(codes), JUNE).stream()
        .map(one -> one.severity() + " " + one.code())
        .toList();
  }

  @Test
  void aPlainNewCodeAndAnUnchangedOneNeedNoWords() {
    AttendanceCode plain = code("NEW", "新", "n", CodeEffect.ABSENT, 2, "出席停止等{n}日");
    assertEquals(List.of(), said(inForce(), plain, ILL, EXAM));
  }

  @Test
  void anIdStandsOnceAndHasNoDot() {
    assertEquals(
        List.of("ERROR CODE_TWICE", "WARNING KEY_TAKEN", "WARNING GLYPH_TAKEN"),
        said(inForce(), ILL, ILL));
    AttendanceCode dotted = code("CITY.NEW", "新", "", CodeEffect.ABSENT, 2, "");
    assertEquals(List.of("ERROR CODE_ID_RESERVED"), said(inForce(), dotted));
    assertEquals(List.of(), said(inForce(version(dotted, 1, APRIL)), dotted));
    Finding one = CodeDraftRule.check(inForce(), List.of(dotted), JUNE).get(0);
    assertTrue(one.message().startsWith("CITY.NEW："), one.message());
  }

  @Test
  void anotherEffectIsWarnedOf() {
    AttendanceCode turned = code("ILL", "病", "a", CodeEffect.EXEMPT, 2, "");
    assertEquals(List.of("WARNING EFFECT_CHANGED"), said(inForce(), turned));
  }

  @Test
  void theWordSuspensionIsTheLawsOwn() {
    AttendanceCode other = code("NEW", "新", "", CodeEffect.EXEMPT, 2, "出席停止{n}日");
    assertEquals(List.of("WARNING SUSPENSION_WORD"), said(inForce(), other));
    AttendanceCode law = code("NEW", "新", "", CodeEffect.EXEMPT, 1, "出席停止{n}日");
    assertEquals(List.of(), said(inForce(), law));
    AttendanceCode dayless = code("NEW", "新", "", CodeEffect.EXEMPT, 1, "出席停止等");
    assertEquals(List.of("WARNING REMARK_WITHOUT_DAYS"), said(inForce(), dayless));
  }

  @Test
  void aLaterVersionIsNamedWithItsDay() {
    CodesInForce later =
        inForce(
            version(EXAM, 1, APRIL),
            version(EXAM, 3, JUNE.plusDays(9)),
            version(EXAM, 2, JUNE.plusDays(2)));
    List<Finding> findings = CodeDraftRule.check(later, List.of(EXAM), JUNE);
    assertEquals("LATER_VERSION", findings.get(0).code());
    assertEquals(Finding.Severity.NOTICE, findings.get(0).severity());
    assertTrue(findings.get(0).message().contains("2026-06-03"), findings.get(0).message());
    assertEquals(List.of(), said(inForce(version(EXAM, 1, JUNE)), EXAM));
  }

  @Test
  void keysAndSignsAreToldApart() {
    AttendanceCode key = code("NEW", "新", "A", CodeEffect.ABSENT, 2, "");
    assertEquals(List.of("WARNING KEY_TAKEN"), said(inForce(), key));
    AttendanceCode glyph = code("NEW", "試", "", CodeEffect.ABSENT, 2, "");
    assertEquals(List.of("WARNING GLYPH_TAKEN"), said(inForce(), glyph));
    AttendanceCode moved = code("ILL", "病", "b", CodeEffect.ABSENT, 2, "");
    assertEquals(List.of(), said(inForce(), moved, key));
  }

  @Test
  void changedOnesAreThoseThatDifferOnTheDay() {
    AttendanceCode moved = code("ILL", "病", "b", CodeEffect.ABSENT, 2, "");
    AttendanceCode plain = code("NEW", "新", "n", CodeEffect.ABSENT, 2, "");
    assertEquals(
        List.of(moved, plain), CodeDraftRule.changed(inForce(), List.of(moved, EXAM, plain), JUNE));
    CodesInForce later = inForce(version(moved, 1, JUNE.plusDays(1)));
    assertEquals(List.of(moved), CodeDraftRule.changed(later, List.of(moved, ILL), JUNE));
  }

  @Test
  void versionsJoinTheShippedCodes() {
    AttendanceCode moved = code("ILL", "病", "b", CodeEffect.ABSENT, 2, "");
    AttendanceCode own = code("NEW", "新", "n", CodeEffect.ABSENT, 2, "");
    CodesInForce joined = inForce().with(List.of(version(moved, 4, JUNE), version(own, 1, JUNE)));
    assertEquals(3, joined.changes());
    assertEquals(ILL, joined.catalogue().get("ILL", JUNE.minusDays(1)));
    assertEquals(moved, joined.catalogue().get("ILL", JUNE));
    assertEquals(List.of(ILL, EXAM), joined.catalogue().list(JUNE.minusDays(1)));
    assertEquals(List.of(moved, EXAM, own), joined.catalogue().list(JUNE));
    assertEquals(Optional.empty(), joined.catalogue().findOffered("NEW", JUNE.minusDays(1)));
    assertEquals(Optional.of(own), joined.catalogue().findOffered("NEW", JUNE));
    assertEquals(
        Optional.empty(), joined.catalogue().findOffered("ILL", LocalDate.of(2020, 3, 31)));
    assertEquals(Optional.of(ILL), joined.catalogue().findOffered("ILL", LocalDate.of(2020, 4, 1)));
    assertEquals(1, joined.versions("ILL").size());
    assertEquals(List.of(), joined.versions("EXAM"));
    assertEquals(Optional.of(ILL), joined.findShipped("ILL"));
    assertEquals(Optional.empty(), joined.findShipped("NEW"));
    assertEquals(
        List.of(5, 1, 2),
        List.of(joined.nextNumber("ILL"), joined.nextNumber("EXAM"), joined.nextNumber("NEW")));
    assertEquals(
        List.of("shipped", "own", "own"),
        List.of(joined.origin("ILL"), joined.origin("NEW"), joined.origin("NONE")));
    CodeVersion bundle =
        new CodeVersion(own, 1, JUNE, "city.codes", "", "", "t1", "先生", Instant.EPOCH);
    assertEquals("city.codes", inForce(bundle).origin("NEW"));
  }

  @Test
  void wordsOfASchoolStandBeforeThoseOfItsMunicipality() {
    CodesInForce joined =
        inForce()
            .with(words(LocalScope.ofMunicipality("みなも市"), 1, APRIL, "市の言葉{n}"))
            .with(words(LocalScope.ofSchool("S1"), 1, JUNE, "学校の言葉{n}"))
            .with(words(LocalScope.ofSchool("S1"), 2, JUNE.plusDays(5), ""));
    Map<String, DatedTemplate> own = joined.remarks("みなも市", "S1");
    assertEquals(Set.of("EXAM"), own.keySet());
    assertEquals(Optional.of("市の言葉{n}"), own.get("EXAM").find(JUNE.minusDays(1)));
    assertEquals(Optional.of("学校の言葉{n}"), own.get("EXAM").find(JUNE));
    assertEquals(Optional.of("市の言葉{n}"), own.get("EXAM").find(JUNE.plusDays(5)));
    assertEquals(Optional.empty(), own.get("EXAM").find(APRIL.minusDays(1)));
    assertEquals(Map.of(), joined.remarks("となり市", "S2"));
    assertEquals(3, joined.remarks().size());
    assertEquals(3, joined.nextNumber(LocalScope.ofSchool("S1"), "EXAM"));
    assertEquals(1, joined.nextNumber(LocalScope.ofSchool("S1"), "ILL"));
    assertEquals(1, joined.nextNumber(LocalScope.INSTALLATION, "EXAM"));
  }
}
