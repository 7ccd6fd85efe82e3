// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.shared.DateRange;

/** The worked cells of the handbook (第3章 Q8): G-003-20 and G-003-21. */
class TransferRuleTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 12, 1);
  private static final SchoolId D = new SchoolId("D");
  private static final SchoolId E = new SchoolId("E");
  private static final Map<SchoolId, String> NAMES =
      Map.of(D, "△△県△△市立 D 小学校", E, "◇◇◇県◇◇市立 E 小学校");

  @Test
  void bothCellsAreThoseOfTheHandbook() {
    Transfer transfer =
        new Transfer(
            Optional.of(LocalDate.of(2020, 10, 15)),
            Optional.of(LocalDate.of(2020, 10, 18)),
            0,
            new Transfer.Place("△△県△△市立 D 小学校", "第3学年", "△△県△△市△△町△△"),
            new Transfer.Place("◇◇◇県◇◇市立 E 小学校", "第3学年", "◇◇◇県◇◇市◇◇町◇◇"),
            "転居のため");
    assertEquals(
        List.of("(令和2年10月15日)", "令和2年10月17日", "◇◇◇県◇◇市立 E 小学校 第3学年", "◇◇◇県◇◇市◇◇町◇◇", "転居のため"),
        TransferRule.leavingCell(transfer));
    assertEquals(
        List.of("令和2年10月18日", "△△県△△市立 D 小学校 第3学年", "△△県△△市△△町△△", "転居のため"),
        TransferRule.enteringCell(transfer));
    assertEquals(
        Optional.of(new DateRange(LocalDate.of(2020, 10, 16), LocalDate.of(2020, 10, 17))),
        TransferRule.between(transfer));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-10, 2, 2020-11-09, 2020-11-07",
    "2020-10-18, 2, 2020-10-17, 2020-10-15",
    "2020-10-18, 0, 2020-10-17, 2020-10-17"
  })
  void anUnknownLastDayIsReckonedFromTheAcceptanceAndTheMove(
      LocalDate accepted, int movingDays, LocalDate lower, LocalDate bracket) {
    Transfer transfer =
        new Transfer(
            Optional.empty(),
            Optional.of(accepted),
            movingDays,
            new Transfer.Place("", "", ""),
            new Transfer.Place("", "", ""),
            "");
    assertEquals(lower, TransferRule.lowerDate(accepted));
    assertEquals(Optional.of(bracket), TransferRule.bracketDate(transfer));
  }

  @Test
  void theRosterAloneGivesDatesAndSchools() {
    List<TransfersOfYear.Placed> found =
        new TransfersOfYear(
                List.of(
                    stay("a", D, 2020, Grade.P3, "2020-04-06", "2020-10-15"),
                    stay("b", E, 2020, Grade.P3, "2020-10-18", "2021-03-31")),
                NAMES)
            .list(2020, Map.of(), TODAY);
    assertEquals(1, found.size());
    assertEquals(
        List.of("(令和2年10月15日)", "令和2年10月17日", "◇◇◇県◇◇市立 E 小学校 第3学年"),
        TransferRule.leavingCell(found.get(0).transfer()));
  }

  @Test
  void whileTheNewSchoolIsSilentTheCellSaysSo() {
    List<TransfersOfYear.Placed> found =
        new TransfersOfYear(
                List.of(stay("a", D, 2020, Grade.P3, "2020-04-06", "2020-10-15")), NAMES)
            .list(2020, Map.of(), TODAY);
    assertEquals(
        List.of("(令和2年10月15日)", TransferRule.AWAITED, "第3学年").subList(0, 2),
        TransferRule.leavingCell(found.get(0).transfer()).subList(0, 2));
    assertEquals(Optional.empty(), TransferRule.between(found.get(0).transfer()));
  }

  @Test
  void whatIsTypedStandsBesideTheRoster() {
    RecordNotes.Leaving typed =
        new RecordNotes.Leaving(
            true, 2, Optional.empty(), Optional.empty(), "", "", "◇◇町", "△△町", "転居のため", false);
    RecordNotes notes = new RecordNotes(Optional.empty(), "", List.of(), typed, "");
    Transfer transfer =
        new TransfersOfYear(
                List.of(
                    stay("a", D, 2020, Grade.P3, "2020-04-06", "2020-10-09"),
                    stay("b", E, 2020, Grade.P3, "2020-10-18", "2021-03-31")),
                NAMES)
            .list(2020, Map.of(2020, notes), TODAY)
            .get(0)
            .transfer();
    assertEquals(
        List.of("(令和2年10月15日)", "令和2年10月17日", "◇◇◇県◇◇市立 E 小学校 第3学年", "◇◇町", "転居のため"),
        TransferRule.leavingCell(transfer));
  }

  @Test
  void anAdvanceToTheNextStageIsNoTransfer() {
    TransfersOfYear stays =
        new TransfersOfYear(
            List.of(
                stay("a", D, 2019, Grade.P6, "2019-04-06", "2020-03-31"),
                stay("b", E, 2020, Grade.J1, "2020-04-06", "2021-03-31")),
            NAMES);
    assertEquals(List.of(), stays.list(2019, Map.of(), TODAY));
    assertEquals(List.of(), stays.list(2020, Map.of(), TODAY));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-10-15, 2020-12-01, a, ended before today",
    "2020-10-15, 2020-10-15, a, ended today",
    "2020-10-15, 2020-10-14, '', still there",
    "2021-02-27, 2021-04-01, a, more than a month before the year's end",
    "2021-02-28, 2021-04-01, '', the last month of the year is no transfer",
    "2021-03-31, 2021-04-01, '', the year was finished"
  })
  void theLastStayEndsByTransferWhereItEndsWithinTheYear(
      String last, LocalDate today, String left, String why) {
    TransfersOfYear stays =
        new TransfersOfYear(List.of(stay("a", D, 2020, Grade.P3, "2020-04-06", last)), NAMES);
    assertEquals(left, stays.left(2020, today).map(Enrolment::id).orElse(""), why);
    assertEquals(Optional.empty(), stays.left(2019, today), why);
    assertEquals(left.isEmpty() ? 0 : 1, stays.list(2020, Map.of(), today).size(), why);
  }

  @Test
  void theStayThatATransferEndedIsTheOldSchools() {
    TransfersOfYear stays =
        new TransfersOfYear(
            List.of(
                stay("b", E, 2020, Grade.P3, "2020-10-18", "2021-03-31"),
                stay("a", D, 2020, Grade.P3, "2020-04-06", "2020-10-15")),
            NAMES);
    assertEquals("a", stays.left(2020, TODAY).orElseThrow().id());
  }

  @Test
  void aTransferBetweenYearsTouchesBothAndNoOther() {
    TransfersOfYear stays =
        new TransfersOfYear(
            List.of(
                stay("a", D, 2019, Grade.P2, "2019-04-06", "2020-03-31"),
                stay("b", E, 2020, Grade.P3, "2020-04-06", "2021-03-31")),
            NAMES);
    assertEquals(0, stays.list(2018, Map.of(), TODAY).size());
    assertEquals(1, stays.list(2019, Map.of(), TODAY).size());
    assertEquals(1, stays.list(2020, Map.of(), TODAY).size());
    assertEquals(0, stays.list(2021, Map.of(), TODAY).size());
    TransfersOfYear.Placed placed = stays.list(2019, Map.of(), TODAY).get(0);
    assertEquals(List.of(2019, 2020), List.of(placed.leftYear(), placed.enteredYear()));
    assertEquals(D, placed.leftSchool());
  }

  @Test
  void aLastDayThatIsNotBeforeTheAcceptanceIsLeftOpen() {
    Transfer transfer =
        new TransfersOfYear(
                List.of(
                    stay("a", D, 2020, Grade.P3, "2020-04-06", "2020-10-18"),
                    stay("b", E, 2020, Grade.P3, "2020-10-18", "2021-03-31")),
                NAMES)
            .list(2020, Map.of(), TODAY)
            .get(0)
            .transfer();
    assertEquals(Optional.empty(), transfer.lastAttendedOn());
  }

  @Test
  void theLastDayMustComeBeforeTheAcceptance() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Transfer(
                Optional.of(TODAY),
                Optional.of(TODAY),
                0,
                new Transfer.Place("", "", ""),
                new Transfer.Place("", "", ""),
                ""));
  }

  @Test
  void aRepeatedYearIsNamedOnTheOldRecord() {
    List<Enrolment> stays =
        List.of(
            stay("a", D, 2020, Grade.P3, "2020-04-06", "2021-03-31"),
            stay("b", D, 2021, Grade.P3, "2021-04-01", "2022-03-31"));
    assertEquals(java.util.Set.of(2020), RepeatedYearRule.earlierYears(stays));
    assertEquals(
        "原級留置　令和3年3月31日　第3学年　入院による長期欠席のため",
        RepeatedYearRule.oldRecord(2020, Grade.P3, "入院による長期欠席のため"));
    assertEquals("令和3年3月31日　第3学年に原級留置", RepeatedYearRule.newRecord(2020, Grade.P3));
  }

  private static Enrolment stay(
      String id, SchoolId school, int year, Grade grade, String first, String last) {
    return new Enrolment(
        id,
        new StudentId("s"),
        school,
        year,
        grade,
        Optional.empty(),
        1,
        LocalDate.parse(first),
        Optional.of(LocalDate.parse(last)));
  }
}
