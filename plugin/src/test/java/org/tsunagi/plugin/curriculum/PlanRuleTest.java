// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.curriculum.domain.ChildPlanRule;
import org.tsunagi.plugin.curriculum.domain.Stage;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;

/** Rules on hours that the guide's schools show, beyond its worked cases. */
class PlanRuleTest {
  private static final String JH2 =
      "[{'name':'国語','hours':140},{'name':'社会','hours':105},{'name':'数学','hours':105},"
          + "{'name':'理科','hours':140},{'name':'音楽','hours':35},{'name':'美術','hours':35},"
          + "{'name':'保健体育','hours':105},{'name':'技術・家庭','hours':70},"
          + "{'name':'外国語','hours':140},{'name':'道徳','hours':35},"
          + "{'name':'総合','hours':70},{'name':'特別活動','hours':35}]";

  private static JsonNode answer(String request) {
    try {
      return CurriculumCases.answer(Json.MAPPER.readTree(request.replace('\'', '"')));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  private static JsonNode jh(String more) {
    return answer("{'stage':'JH','grade':2" + more + "}");
  }

  private static JsonNode table(String from, String to, String more) {
    String rows = JH2.replace(from.replace('"', '\''), to);
    return jh(",'unitMinutes':50,'unitBasis':'RAW','subjects':" + rows + more);
  }

  private static List<String> flags(JsonNode answer) {
    return CurriculumCases.texts(answer.path("flags"));
  }

  private static String patterns(JsonNode answer) {
    return String.join("", CurriculumCases.texts(answer.path("patterns")));
  }

  @Test
  void standardTotalsAreThoseOfTheLaw() {
    int[] primary = {850, 910, 980, 1015, 1015, 1015};
    for (int grade = 1; grade <= 6; grade++) {
      assertEquals(primary[grade - 1], total(Stage.PRIMARY, grade, OptionalInt.empty()));
    }
    for (int grade = 1; grade <= 3; grade++) {
      assertEquals(1015, total(Stage.JH, grade, OptionalInt.of(2026)));
    }
    assertEquals(945, total(Stage.PRIMARY, 3, OptionalInt.of(2015)));
    assertEquals(980, total(Stage.PRIMARY, 5, OptionalInt.of(2017)));
    assertEquals(1015, total(Stage.PRIMARY, 5, OptionalInt.of(2020)));
  }

  private static int total(Stage stage, int grade, OptionalInt year) {
    return CurriculumCases.STANDARDS.find(stage, year).orElseThrow().total(grade).intValueExact();
  }

  @Test
  void theStandardItselfIsNoSpecialCurriculum() {
    JsonNode answer = table("x", "x", "");
    assertEquals("NONE", answer.path("category").asText());
    assertEquals(List.of("NO_CHANGE"), flags(answer));
    assertEquals(0, answer.path("viewpoints").size());
  }

  @ParameterizedTest
  @CsvSource({
    "805, 40, RAW, -20.7, -36.6, 45",
    "748, 45, RAW, -26.3, -33.7, 45",
    "1015, 45, RAW, 0, -10, 5",
    "756, 40, CONVERTED, -25.5, -25.5, 4",
    "756, 50, CONVERTED, -25.5, -25.5, 4"
  })
  void unitsAndMinutesTellDifferentThings(
      String total, int minutes, String basis, String units, String share, String patterns) {
    JsonNode answer =
        jh(
            ",'unitMinutes':%d,'unitBasis':'%s','declaredTotal':%s,'subjects':[]"
                .formatted(minutes, basis, total));
    assertEquals(0, new BigDecimal(units).compareTo(answer.path("differencePct").decimalValue()));
    assertEquals(0, new BigDecimal(share).compareTo(answer.path("minutesPct").decimalValue()));
    assertEquals(patterns, patterns(answer));
    assertEquals("B", answer.path("category").asText());
  }

  @Test
  void shortUnitsWithoutABasisAreAskedAbout() {
    assertEquals(
        List.of("UNIT_SHORTENED", "UNIT_BASIS_UNKNOWN"),
        flags(jh(",'unitMinutes':40,'declaredTotal':1015")));
  }

  @Test
  void moreThanTheStandardMovesHoursAndCutsNone() {
    JsonNode answer =
        table(
            "{\"name\":\"国語\",\"hours\":140}",
            "{'name':'国語','hours':70},{'name':'パーソナル','new':true,'hours':160}",
            ",'declaredTotal':1105,'weeklyUnits':30,'weeks':35");
    assertEquals("2", patterns(answer));
    assertEquals("A", answer.path("category").asText());
    assertEquals(List.of("OVER_STANDARD", "CAPACITY_SHORT"), flags(answer));
    assertEquals(5, answer.path("viewpoints").size());
    assertEquals("short", answer.at("/capacity/fits").asText());
  }

  @Test
  void decimalHoursAndAbbreviationsAreReadAndTold() {
    JsonNode answer =
        table(
            "{\"name\":\"外国語\",\"hours\":140},{\"name\":\"道徳\",\"hours\":35}",
            "{'name':'英語','hours':87.5},{'name':'道徳','hours':87.5}",
            "");
    assertEquals(new BigDecimal("-52.5"), answer.at("/differencePerSubject/英語").decimalValue());
    assertEquals(1015, answer.path("total").intValue());
    assertEquals(List.of("DECIMAL_HOURS", "NAME_ALIAS"), flags(answer));
  }

  @Test
  void mergedSubjectTakesTheStandardsOfItsParts() {
    JsonNode answer = merged();
    assertEquals(-28, answer.at("/differencePerSubject/コミュニケーションタイム").intValue());
    assertFalse(flags(answer).contains("ROW_ABSENT"));
  }

  private static JsonNode merged() {
    String rows =
        JH2.replace("{'name':'道徳','hours':35},", "")
            .replace(
                "{'name':'特別活動','hours':35}",
                "{'name':'コミュニケーションタイム','hours':42,'mergedOf':['道徳','特別活動']}");
    return jh(",'unitMinutes':50,'unitBasis':'RAW','subjects':" + rows);
  }

  @Test
  void subjectInsideAnotherIsNotCountedTwice() {
    JsonNode answer =
        table(
            "{\"name\":\"総合\",\"hours\":70}",
            "{'name':'総合','hours':70},{'name':'夢スタジオ','new':true,'hours':35,'insideOf':'総合'}",
            "");
    assertEquals(1015, answer.path("total").intValue());
    assertEquals("", patterns(answer));
    assertFalse(answer.path("differencePerSubject").has("夢スタジオ"));
  }

  @Test
  void contentTaughtInAnotherGradeMustBeDeclared() {
    JsonNode answer =
        table(
            "x",
            "x",
            ",'contentMoves':[{'subject':'数学','fromGrade':1,'toGrade':2,'content':'比例'}]");
    assertEquals("3", patterns(answer));
    assertEquals("A", answer.path("category").asText());
  }

  @Test
  void otherPatternsAreAnOpenList() {
    assertEquals("B", table("x", "x", ",'patterns':['otherCut']").path("category").asText());
    assertEquals("A", table("x", "x", ",'patterns':['other']").path("category").asText());
    assertEquals("NONE", table("x", "x", ",'patterns':['4']").path("category").asText());
  }

  @Test
  void lostCellIsNotAZero() {
    JsonNode answer = table("{\"name\":\"数学\",\"hours\":105}", "{'name':'数学','hours':null}", "");
    assertEquals(List.of("CELL_LOST"), flags(answer));
    assertTrue(answer.path("subjectsAtZero").isEmpty());
    assertTrue(answer.path("difference").isMissingNode());
  }

  @Test
  void ledgerOfMovedHoursMustBalance() {
    String rows = JH2.replace("{'name':'国語','hours':140}", "{'name':'国語','hours':100}");
    rows = rows.replace("{'name':'数学','hours':105}", "{'name':'数学','hours':145}");
    String frame = ",'unitMinutes':50,'unitBasis':'RAW','subjects':" + rows + ",'transfers':[%s]";
    String right = "{'from':'国語','to':'数学','hours':40}";
    assertEquals(List.of(), flags(jh(frame.formatted(right))));
    assertEquals(
        List.of("TRANSFER_UNBALANCED"), flags(jh(frame.formatted(right.replace("40", "30")))));
    assertEquals(
        List.of("TRANSFER_UNBALANCED"),
        flags(jh(frame.formatted(right + ",{'from':'','to':'体験','hours':5}"))));
  }

  @Test
  void proseMayBeAboutRightAndNotFarOff() {
    assertFalse(
        flags(jh(",'declaredTotal':910,'declaredReductionPercent':10")).contains("PROSE_MISMATCH"));
    assertTrue(
        flags(jh(",'declaredTotal':875,'declaredReductionPercent':30")).contains("PROSE_MISMATCH"));
    assertTrue(
        flags(jh(",'declaredTotal':910,'declaredReductionPercent':1")).contains("PROSE_MISMATCH"));
  }

  @Test
  void targetBAloneIsBlockedUnlessAReasonIsWritten() {
    assertEquals(List.of("ERROR"), severities(jh(",'targets':['B']"), "TARGET_B_ALONE"));
    assertEquals(
        List.of("WARNING"),
        severities(jh(",'targets':['B'],'targetBReason':'事前相談済み'"), "TARGET_B_ALONE"));
    assertEquals(List.of(), severities(jh(",'targets':['A','B']"), "TARGET_B_ALONE"));
  }

  private static List<String> severities(JsonNode answer, String code) {
    return StreamSupport.stream(answer.path("findings").spliterator(), false)
        .filter(one -> one.path("code").asText().equals(code))
        .map(one -> one.path("severity").asText())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-01, 2026-02-20, false",
    "2026-02-20, 2026-02-20, false",
    "2026-02-19, 2026-02-20, true",
    "2026-04-01, , true"
  })
  void changeNeedsAnApprovalBeforehand(String effectiveOn, String approvedOn, boolean told) {
    String approved = approvedOn == null ? "" : ",'approvedOn':'" + approvedOn + "'";
    assertEquals(
        told,
        flags(jh(",'effectiveOn':'" + effectiveOn + "'" + approved)).contains("UNAPPROVED_CHANGE"));
  }

  @Test
  void periodsAtTheSameTimeAreTold() {
    String bells =
        ",'bellSchedules':[{'name':'日課表','periods':["
            + "{'label':'5時間目','start':'13:50','end':'14:50'},"
            + "{'label':'そうじ','start':'%s','end':'15:00'}]}]";
    assertTrue(flags(jh(bells.formatted("14:40"))).contains("BELL_OVERLAP"));
    assertFalse(flags(jh(bells.formatted("14:50"))).contains("BELL_OVERLAP"));
  }

  @Test
  void thirtySixCreditsOfHomeStudyAreTooMany() {
    String rows = "'subjects':[{'name':'公共','credits':%s,'homeStudy':true}]";
    assertEquals(List.of(), flags(answer("{'stage':'HS'," + rows.formatted("35") + "}")));
    assertEquals(
        List.of("HOME_STUDY_CAP"), flags(answer("{'stage':'HS'," + rows.formatted("36") + "}")));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0, true, 0",
    "280, 0, true, 0",
    "9, 0, true, 1",
    "281, 0, true, 1",
    "0, 34, false, 1",
    "0, 34, true, 0",
    "200, 81, false, 1",
    "200, 80, false, 0"
  })
  void ownCurriculumOfAChildIsWarnedOfAndNeverBlocked(
      int japanese, int room, boolean fromTen, int warnings) {
    List<Finding> findings =
        ChildPlanRule.findings(
            new ChildPlanRule.Hours(
                BigDecimal.valueOf(japanese), BigDecimal.valueOf(room), fromTen));
    assertEquals(warnings, findings.size());
    assertTrue(findings.stream().allMatch(one -> one.severity() == Finding.Severity.WARNING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{'stage':'JH','grade':4}",
        "{'stage':'JH','grade':2,'unitBasis':'X'}",
        "{'stage':'JH','subjects':[{'hours':3}]}",
        "{'stage':'JH','subjects':[{'name':'国語','hours':-1}]}",
        "{'stage':'JH','subjects':[{'name':'国語','hours':'35'}]}",
        "{'stage':'JH','subjects':[{'name':'国語'},{'name':'国 語'}]}",
        "{'stage':'JH','subjects':[{'name':'夢','insideOf':'総合'}]}",
        "{'stage':'JH','targets':['C']}"
      })
  void requestThatCannotBeUnderstoodIsRefused(String request) {
    assertThrows(Malformed.class, () -> answer(request));
  }

  /** Random tables against sums made the slow way, in hundredths of an hour. */
  @Test
  void sumsAgreeWithASlowOracle() {
    Random random = new Random(20261121);
    String[] names = {"国語", "社会", "数学", "理科", "音楽", "美術", "保健体育", "道徳"};
    int[] standard = {140, 105, 105, 140, 35, 35, 105, 35};
    for (int round = 0; round < 300; round++) {
      StringBuilder rows = new StringBuilder();
      long sum = 0;
      boolean down = false;
      boolean up = false;
      for (int i = 0; i < names.length; i++) {
        int hundredths = random.nextInt(4) == 0 ? standard[i] * 100 : random.nextInt(20_000);
        sum += hundredths;
        down |= hundredths < standard[i] * 100;
        up |= hundredths > standard[i] * 100;
        rows.append(i == 0 ? "" : ",")
            .append("{'name':'%s','hours':%s}".formatted(names[i], hundredths / 100.0));
      }
      JsonNode answer = jh(",'subjects':[" + rows + "]");
      assertEquals(sum, answer.path("total").decimalValue().movePointRight(2).longValueExact());
      assertEquals(down && up, patterns(answer).contains("2"));
      assertEquals(sum < 101_500, patterns(answer).contains("4"));
    }
  }
}
