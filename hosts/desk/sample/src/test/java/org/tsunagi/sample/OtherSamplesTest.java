// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class OtherSamplesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Test
  void theCityHasAsManyMarksAsItSays() {
    var city = new BigSchool(100, 200, TODAY);
    List<CSVRecord> marks = Read.csv(city.files().get(3).bytes());
    assertEquals(20_000, marks.size());
    assertEquals(20_000, city.markCount());
    assertEquals(2_000_000, BigSchool.bench(TODAY).markCount());
    Set<String> days =
        Read.csv(city.files().get(2).bytes()).stream()
            .map(row -> row.get("date"))
            .collect(Collectors.toSet());
    assertTrue(marks.stream().allMatch(row -> days.contains(row.get("date"))));
  }

  @Test
  void everyStudentOfTheCityHasAClass() {
    byte[] zip = new BigSchool(1_000, 1, TODAY).files().get(0).bytes();
    List<CSVRecord> classes = Read.entry(zip, "classes.csv");
    Set<String> ids = classes.stream().map(row -> row.get("sourcedId")).collect(Collectors.toSet());
    assertEquals(classes.size(), ids.size());
    List<CSVRecord> stays = Read.entry(zip, "enrollments.csv");
    assertEquals(1_000, stays.size());
    assertTrue(stays.stream().allMatch(row -> ids.contains(row.get("classSourcedId"))));
    assertEquals(
        1_000,
        stays.stream()
            .map(row -> row.get("classSourcedId") + "/" + row.get("metadata.jp.shussekiNo"))
            .distinct()
            .count());
  }

  @Test
  void handWrittenRowsHaveTheCellsOfTheirHeader() {
    for (byte[] zip : List.of(HandWritten.bulk(), HandWritten.delta())) {
      for (Map.Entry<String, byte[]> file : Read.zip(zip).entrySet()) {
        List<CSVRecord> rows = Read.csv(file.getValue());
        assertTrue(!rows.isEmpty(), file.getKey());
        for (CSVRecord row : rows) {
          assertTrue(row.isConsistent(), file.getKey() + " row " + row.getRecordNumber());
        }
      }
    }
    assertArrayEquals(HandWritten.bulk(), HandWritten.bulk());
  }

  @Test
  void handWrittenPeculiaritiesSurvive() {
    byte[] users = Read.zip(HandWritten.bulk()).get("users.csv");
    assertEquals((byte) 0xEF, users[0]);
    Map<String, CSVRecord> byId =
        Read.csv(users).stream().collect(Collectors.toMap(row -> row.get("sourcedId"), row -> row));
    assertEquals("マリア,\nクリスティーナ", byId.get("hw-st-4").get("givenName"));
    assertEquals("\"はる\"", byId.get("hw-st-5").get("givenName"));
    assertEquals("辻\uDB40\uDD00", byId.get("hw-st-5").get("familyName"));
    assertEquals("葛\uDB40\uDD00原", byId.get("hw-st-3").get("familyName"));
    assertEquals("髙\uFA11", byId.get("hw-st-1").get("familyName"));
    assertEquals("\uD842\uDFB7野", byId.get("hw-st-2").get("familyName"));
    assertEquals("tobedeleted", byId.get("hw-st-7").get("status"));
    assertEquals(9, Read.zip(HandWritten.bulk()).size());
    assertTrue(
        Read.entry(HandWritten.bulk(), "enrollments.csv")
            .get(0)
            .isMapped("metadata.jp.ShussekiNo"));
    assertTrue(
        Read.entry(HandWritten.delta(), "enrollments.csv")
            .get(0)
            .isMapped("metadata.jp.shussekiNo"));
  }

  @Test
  void countingCasesCarryTheFiguresOfTheAnswers() {
    var cases = new CountingCases();
    assertEquals(9, cases.expected().size());
    CountingCases.Expected first =
        cases.expected().stream()
            .filter(row -> row.studentSourcedId().equals("cc-st-G-003-02-B"))
            .findFirst()
            .orElseThrow();
    assertEquals(10, first.schoolDays());
    assertEquals(3, first.exemptDays());
    assertEquals(7, first.daysPresent());
    assertEquals(List.of("出席停止等3日（学級休業のため）"), first.remarks());
    List<CSVRecord> closures = Read.csv(cases.files().get(3).bytes());
    assertEquals(7, closures.size());
    assertTrue(closures.stream().noneMatch(row -> row.get("scope").isEmpty()));
    List<CSVRecord> marks = Read.csv(cases.files().get(4).bytes());
    assertEquals(6, marks.size());
    assertTrue(marks.stream().noneMatch(row -> row.get("code").isEmpty()));
    assertEquals(50, Read.csv(cases.files().get(2).bytes()).size());
    assertEquals(9, Read.entry(cases.files().get(0).bytes(), "enrollments.csv").size());
  }
}
