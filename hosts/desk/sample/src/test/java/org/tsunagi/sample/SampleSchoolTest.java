// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSchoolTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final List<SampleFile> FILES = new SampleSchool().files(TODAY);

  private static byte[] bytes(List<SampleFile> files, String name) {
    return files.stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow()
        .bytes();
  }

  private static List<CSVRecord> roster(List<SampleFile> files, int index, String entry) {
    return Read.entry(files.get(index).bytes(), entry);
  }

  private static Set<String> ids(List<CSVRecord> rows) {
    var ids = rows.stream().map(row -> row.get("sourcedId")).collect(Collectors.toSet());
    assertEquals(rows.size(), ids.size(), "sourcedIds are unique");
    return ids;
  }

  @Test
  void theSameDayGivesTheSameBytes() {
    List<SampleFile> again = new SampleSchool().files(TODAY);
    for (int i = 0; i < FILES.size(); i++) {
      assertArrayEquals(FILES.get(i).bytes(), again.get(i).bytes(), FILES.get(i).name());
    }
  }

  @Test
  void anotherSeedGivesOtherPeople() {
    assertFalse(
        java.util.Arrays.equals(
            FILES.get(1).bytes(), new SampleSchool(1).files(TODAY).get(1).bytes()));
  }

  @Test
  void filesStandInTheOrderOfImport() {
    assertEquals(
        List.of(
            "roster",
            "roster",
            "schools",
            "calendar",
            "groups",
            "closures",
            "facilities",
            "ictRules",
            "marks",
            "creditings",
            "evidence"),
        FILES.stream().map(SampleFile::kind).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20", "2026-04-03", "2027-02-15", "2028-06-01"})
  void everyIdResolves(LocalDate today) {
    List<SampleFile> files = new SampleSchool().files(today);
    for (int index = 0; index < 2; index++) {
      Set<String> orgs = ids(roster(files, index, "orgs.csv"));
      Set<String> classes = ids(roster(files, index, "classes.csv"));
      Set<String> users = ids(roster(files, index, "users.csv"));
      ids(roster(files, index, "roles.csv"));
      ids(roster(files, index, "enrollments.csv"));
      for (CSVRecord row : roster(files, index, "enrollments.csv")) {
        assertTrue(classes.contains(row.get("classSourcedId")));
        assertTrue(users.contains(row.get("userSourcedId")));
        assertTrue(orgs.contains(row.get("schoolSourcedId")));
      }
      for (CSVRecord row : roster(files, index, "roles.csv")) {
        assertTrue(users.contains(row.get("userSourcedId")));
        assertTrue(orgs.contains(row.get("orgSourcedId")));
      }
      for (CSVRecord row : roster(files, index, "users.csv")) {
        assertTrue(
            row.get("agentSourcedIds").isEmpty() || users.contains(row.get("agentSourcedIds")));
      }
    }
  }

  @Test
  void aboutSixHundredStudentsAreThereInEachYear() {
    for (int index = 0; index < 2; index++) {
      long students =
          roster(FILES, index, "roles.csv").stream()
              .filter(row -> row.get("role").equals("student"))
              .count();
      assertTrue(students >= 590 && students <= 610, "students: " + students);
    }
  }

  @Test
  void studentsKeepTheirIdsAndMoveUp() {
    Map<String, String> before = grades(0);
    Map<String, String> now = grades(1);
    int kept = 0;
    for (var entry : before.entrySet()) {
      String next = now.get(entry.getKey());
      if (next != null) {
        kept++;
        assertEquals(
            Town.GRADES.indexOf(entry.getValue()) + 1, Town.GRADES.indexOf(next), entry.getKey());
      }
    }
    assertTrue(kept > 430, "kept: " + kept);
  }

  private static Map<String, String> grades(int index) {
    return roster(FILES, index, "users.csv").stream()
        .filter(row -> !row.get("grades").isEmpty())
        .collect(Collectors.toMap(row -> row.get("sourcedId"), row -> row.get("grades")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20", "2027-02-15", "2028-06-01"})
  void everyMarkStandsOnAPlannedDayWithinTheStay(LocalDate today) {
    List<SampleFile> files = new SampleSchool().files(today);
    Map<String, Boolean> planned = planned(files);
    Map<String, CSVRecord> stays = new HashMap<>();
    Map<String, String> grades = new HashMap<>();
    for (int index = 0; index < 2; index++) {
      int year = Town.schoolYear(today) - 1 + index;
      roster(files, index, "enrollments.csv").stream()
          .filter(row -> row.get("role").equals("student"))
          .forEach(row -> stays.put(year + row.get("userSourcedId"), row));
      roster(files, index, "users.csv")
          .forEach(row -> grades.put(year + row.get("sourcedId"), row.get("grades")));
    }
    Set<String> seen = new HashSet<>();
    for (CSVRecord mark : Read.csv(bytes(files, "marks.csv"))) {
      LocalDate date = LocalDate.parse(mark.get("date"));
      String key = Town.schoolYear(date) + mark.get("studentSourcedId");
      CSVRecord stay = stays.get(key);
      assertFalse(date.isBefore(LocalDate.parse(stay.get("beginDate"))));
      assertTrue(date.isBefore(LocalDate.parse(stay.get("endDate"))));
      String day = stay.get("schoolSourcedId") + date;
      assertTrue(
          planned.getOrDefault(day + grades.get(key), planned.getOrDefault(day, false)), day);
      assertTrue(seen.add(key + date), "one mark a day");
      assertFalse(date.isAfter(today));
    }
  }

  private static Map<String, Boolean> planned(List<SampleFile> files) {
    Map<String, Boolean> planned = new HashMap<>();
    for (CSVRecord row : Read.csv(bytes(files, "calendar.csv"))) {
      String key = row.get("schoolSourcedId") + row.get("date") + row.get("grade");
      assertFalse(planned.containsKey(key), "one row a day");
      planned.put(key, row.get("dayKind").equals("schoolDay"));
    }
    return planned;
  }

  @Test
  void noSchoolDayFallsOnAWeekendOrHoliday() {
    for (CSVRecord row : Read.csv(bytes(FILES, "calendar.csv"))) {
      LocalDate date = LocalDate.parse(row.get("date"));
      if (row.get("dayKind").equals("schoolDay")) {
        assertTrue(date.getDayOfWeek().getValue() <= 5, row.get("date"));
        assertFalse(Holidays.in(date.getYear()).containsKey(date), row.get("date"));
        assertEquals(date.isBefore(TODAY), Boolean.valueOf(row.get("registerTaken")));
      }
    }
  }

  @Test
  void theSecondYearHasTheSchoolDaysOfThePicture() {
    var months = new TreeMap<Integer, Integer>();
    new YearPlan(2026)
        .days("J2").stream()
            .filter(day -> !day.isAfter(TODAY))
            .forEach(day -> months.merge(day.getMonthValue(), 1, Integer::sum));
    assertEquals(Map.of(4, 17, 5, 18, 6, 22, 7, 13, 8, 3, 9, 19, 10, 21, 11, 14), months);
  }

  @Test
  void theStoryChildHasTheMarksOfThePicture() {
    CSVRecord child =
        roster(FILES, 1, "users.csv").stream()
            .filter(row -> row.get("familyName").equals("水野") && row.get("grades").equals("J2"))
            .findFirst()
            .orElseThrow();
    assertEquals("あかり", child.get("givenName"));
    assertEquals("cl-2026-J2-2", child.get("metadata.jp.homeClass"));
    CSVRecord stay =
        roster(FILES, 1, "enrollments.csv").stream()
            .filter(row -> row.get("userSourcedId").equals(child.get("sourcedId")))
            .findFirst()
            .orElseThrow();
    assertEquals("24", stay.get("metadata.jp.shussekiNo"));
    Map<String, Integer> codes = codes(child.get("sourcedId"), 2026);
    assertEquals(24, codes.get("CREDITED_SUPPORT_CENTER"));
    assertEquals(14, codes.get("CREDITED_ICT"));
    assertEquals(19, codes.get("SEPARATE_ROOM"));
    assertEquals(4, codes.get("SUSPENSION_INFECTION"));
    assertEquals(2, codes.get("BEREAVEMENT"));
    assertEquals(5, codes.get("LATE"));
    assertEquals(1, codes.get("EARLY"));
    assertEquals(44, codes.get("ABSENT_ILLNESS") + codes.get("ABSENT_OTHER"));
    assertEquals(34, codes(child.get("sourcedId"), 2025).get("ABSENT_ILLNESS"));
  }

  private static Map<String, Integer> codes(String student, int year) {
    Map<String, Integer> codes = new TreeMap<>();
    Read.csv(bytes(FILES, "marks.csv")).stream()
        .filter(row -> row.get("studentSourcedId").equals(student))
        .filter(row -> Town.schoolYear(LocalDate.parse(row.get("date"))) == year)
        .forEach(row -> codes.merge(row.get("code"), 1, Integer::sum));
    return codes;
  }

  @Test
  void sasakiHasTheClassOfTheStoryAndUsernamesAreUnique() {
    assertTrue(
        roster(FILES, 1, "enrollments.csv").stream()
            .anyMatch(
                row ->
                    row.get("classSourcedId").equals("cl-2026-J2-2")
                        && row.get("userSourcedId").equals("sf-sasaki-haruka")
                        && row.get("primary").equals("true")));
    List<SampleAccount> accounts = new SampleSchool().accounts();
    assertEquals(
        accounts.size(), accounts.stream().map(SampleAccount::username).distinct().count());
    assertEquals(12, accounts.stream().map(SampleAccount::role).distinct().count());
  }

  @Test
  void everyKindOfMarkAndClosureOccurs() {
    Set<String> codes =
        Read.csv(bytes(FILES, "marks.csv")).stream()
            .map(row -> row.get("code"))
            .collect(Collectors.toSet());
    Stream.of(
            "LATE EARLY LATE_EARLY SEPARATE_ROOM INFIRMARY IN_SCHOOL_SUPPORT ABSENT_ILLNESS"
                + " ABSENT_OTHER ABSENT_UNKNOWN SUSPENSION_INFECTION BEREAVEMENT EXEMPT_DISASTER"
                + " EXEMPT_EXAM CREDITED_SUPPORT_CENTER CREDITED_BOARD_FACILITY"
                + " CREDITED_CHILD_GUIDANCE CREDITED_HEALTH_CENTER CREDITED_HOSPITAL"
                + " CREDITED_PRIVATE CREDITED_OTHER_FACILITY CREDITED_ICT CREDITED_ACTIVITY"
                + " ONLINE_SPECIAL")
        .flatMap(text -> Stream.of(text.split(" ")))
        .forEach(code -> assertTrue(codes.contains(code), code));
    Set<String> scopes =
        Read.csv(bytes(FILES, "closures.csv")).stream()
            .map(row -> row.get("scope") + " " + row.get("basis"))
            .collect(Collectors.toSet());
    assertEquals(
        Set.of("school ART63", "grade ART20", "homeroom ART20", "group STAGGERED"), scopes);
  }

  @Test
  void rareKanjiSurvive() {
    String names =
        Stream.of(0, 1)
            .flatMap(index -> roster(FILES, index, "users.csv").stream())
            .map(row -> row.get("familyName"))
            .collect(Collectors.joining(" "));
    Stream.of("\uFA11", "髙", "\uD842\uDFB7", "葛\uDB40\uDD00", "辻\uDB40\uDD00", "スラメット")
        .forEach(part -> assertTrue(names.contains(part), part));
  }
}
