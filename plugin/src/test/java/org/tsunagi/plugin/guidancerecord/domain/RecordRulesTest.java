// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;

class RecordRulesTest {
  private static final RemarkItem CREDITED = new RemarkItem("出席扱い17日（□□町□□教室）", false);
  private static final RemarkItem INFECTION = new RemarkItem("出席停止3日（インフルエンザ）", false);
  private static final RemarkItem FIRE = new RemarkItem("出席停止等2日（自宅火災のため）", false);
  private static final RemarkItem CUSTODY = new RemarkItem("出席停止等10日（少年鑑別所収容のため）", true);

  @Test
  void theExcerptProposesCreditedAndStatutoryItemsOnly() {
    List<ExcerptItem> items =
        ExcerptRule.items(List.of(INFECTION, FIRE, CUSTODY, CREDITED), Optional.empty());
    assertEquals(
        List.of(true, false, false, true), items.stream().map(ExcerptItem::carried).toList());
  }

  @Test
  void aChoiceHoldsWhenTheDaysOfAnItemChange() {
    Optional<Set<String>> chosen = Optional.of(Set.of(FIRE.key()));
    List<ExcerptItem> items =
        ExcerptRule.items(List.of(INFECTION, new RemarkItem("出席停止等5日（自宅火災のため）", false)), chosen);
    assertEquals(List.of(false, true), items.stream().map(ExcerptItem::carried).toList());
  }

  @Test
  void aRestrictedReasonIsKeptBackButItsDaysAreNot() {
    assertEquals("出席停止等10日（理由は限られた人が見られます）", CUSTODY.masked().text());
    assertEquals(CREDITED, CREDITED.masked());
  }

  @Test
  void unknownAndWaitingDaysStopTheClosingAndSayWhere() {
    List<ClosingRule.OpenDays> open =
        List.of(
            new ClosingRule.OpenDays("2年2組", "甲", List.of(LocalDate.of(2027, 3, 1)), List.of()),
            new ClosingRule.OpenDays("2年3組", "乙", List.of(), List.of(LocalDate.of(2027, 3, 2))));
    assertEquals(
        List.of(
            "2年2組に、出席をとっていない日が1日（1人）あります：3月1日。出席簿で確かめてください。",
            "2年3組に、判断を待っている日が1日あります（乙）。判断を決めるか、欠席として締める理由を入れてください。"),
        messages(ClosingRule.check(open, 0, false, "")));
    assertEquals(1, messages(ClosingRule.check(open, 0, false, "保護者に確かめた")).size());
    assertInstanceOf(
        Decision.Granted.class, ClosingRule.check(open.subList(1, 2), 0, false, "確かめた"));
  }

  @Test
  void aYearIsClosedOnceAndNotBeforeItsLastDay() {
    assertEquals(
        List.of("ALREADY_CLOSED", "YEAR_NOT_OVER"),
        codes(ClosingRule.check(List.of(), 12, true, "")));
  }

  @Test
  void theHashTellsOfEveryChange() {
    ClosedRow row = row(3, INFECTION, "2026-04-08X:SUSPENSION_INFECTION");
    String hash = CanonicalClosing.hash(closing(""), List.of(row));
    assertEquals(64, hash.length());
    assertEquals(hash, CanonicalClosing.hash(closing("").withHash("x"), List.of(row)));
    assertNotEquals(hash, CanonicalClosing.hash(closing("別"), List.of(row)));
    assertNotEquals(
        hash, CanonicalClosing.hash(closing(""), List.of(row(4, INFECTION, row.days()))));
    assertNotEquals(hash, CanonicalClosing.hash(closing(""), List.of(row(3, FIRE, row.days()))));
    assertNotEquals(hash, CanonicalClosing.hash(closing(""), List.of()));
  }

  @Test
  void aDifferenceNamesFigureAndDay() {
    List<Difference> found =
        DifferenceRule.compare(
            List.of(row(0, CREDITED, "2026-04-08A:ABSENT_ILLNESS 2026-04-09P")),
            List.of(row(1, CREDITED, "2026-04-08X:SUSPENSION_INFECTION 2026-04-09P")),
            code -> code.startsWith("ABSENT") ? "病欠" : "出席停止");
    assertEquals(1, found.size());
    assertEquals(
        List.of(new Difference.Changed("exemptDays", "出席停止・忌引等の日数", 0, 1)), found.get(0).figures());
    assertEquals(
        List.of(new Difference.ChangedDay(LocalDate.of(2026, 4, 8), "欠席（病欠）", "出席停止・忌引等（出席停止）")),
        found.get(0).days());
    assertTrue(
        DifferenceRule.compare(
                List.of(row(1, CREDITED, "")), List.of(row(1, CREDITED, "")), one -> one)
            .isEmpty());
  }

  private static ClosedRow row(int exempt, RemarkItem remark, String days) {
    return new ClosedRow(
        new StudentId("s1"), Grade.J2, Map.of("exemptDays", exempt), List.of(remark), days);
  }

  private static Closing closing(String note) {
    return new Closing(
        new SchoolId("S1"),
        2026,
        1,
        new Closing.Signature("p1", "校長", "principal"),
        Instant.EPOCH,
        note,
        "",
        1,
        "",
        "");
  }

  private static List<String> messages(Decision decision) {
    return findings(decision).stream().map(Finding::message).toList();
  }

  private static List<String> codes(Decision decision) {
    return findings(decision).stream().map(Finding::code).toList();
  }

  private static List<Finding> findings(Decision decision) {
    return decision instanceof Decision.Refused refused ? refused.findings() : List.of();
  }
}
