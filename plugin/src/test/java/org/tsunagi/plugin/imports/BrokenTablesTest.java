// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.shared.Finding;

class BrokenTablesTest {
  private static final String CALENDAR = "schoolSourcedId,date,grade,dayKind,registerTaken\n";
  private static final String CLOSURES = "schoolSourcedId,firstOn,lastOn,scope,target,basis\n";
  private static final String MARKS = "studentSourcedId,date,code,facilityId,minutes,visit\n";
  private static final String GROUPS = "schoolSourcedId,group,studentSourcedId,firstOn,lastOn\n";
  private static final String SCHOOLS = "schoolSourcedId,prefecture,establishingBody\n";

  private record Case(String kind, String text, String finding) {}

  private static Case of(String kind, String header, String row, String finding) {
    return new Case(kind, header + row + "\n", finding);
  }

  private static Case calendar(String row, String finding) {
    return of("calendar", CALENDAR, row, finding);
  }

  private static Case closure(String row, String finding) {
    return of("closures", CLOSURES, row, finding);
  }

  private static Case mark(String row, String finding) {
    return of("marks", MARKS, row, finding);
  }

  private static Case group(String row, String finding) {
    return of("groups", GROUPS, row, finding);
  }

  static Stream<Case> dates() {
    return Stream.of(
        calendar("s1,2026/4/8,,schoolDay,", "ERROR BAD_DATE calendar.csv:2 date"),
        calendar("s1,2026-02-30,,schoolDay,", "ERROR BAD_DATE calendar.csv:2 date"),
        calendar("s1,2029-04-08,,schoolDay,", "ERROR DATE_OUTSIDE_YEAR calendar.csv:2 date"),
        closure("s1,2026-11-06,2026-11-05,school,,ART20", "ERROR BAD_RANGE closures.csv:2 lastOn"),
        closure(
            "s1,2027-03-31,2027-04-01,school,,ART20",
            "ERROR DATE_OUTSIDE_YEAR closures.csv:2 lastOn"),
        closure(
            "s1,2029-05-01,2029-05-01,school,,ART20",
            "ERROR DATE_OUTSIDE_YEAR closures.csv:2 firstOn"),
        mark("a,20261106,ABSENT_ILLNESS,,,", "ERROR BAD_DATE marks.csv:2 date"),
        mark("a,2026-11-07,ABSENT_ILLNESS,,,", "ERROR NOT_A_SCHOOL_DAY marks.csv:2 date"),
        mark("b,2026-05-06,ABSENT_ILLNESS,,,", "ERROR BEFORE_STAY marks.csv:2 date"),
        mark("b,2026-11-06,ABSENT_ILLNESS,,,", "ERROR OUTSIDE_STAY marks.csv:2 date"),
        mark("a,2029-11-06,ABSENT_ILLNESS,,,", "ERROR OUTSIDE_STAY marks.csv:2 date"),
        group("s1,A,a,2026-11-06,2026-11-05", "ERROR BAD_RANGE groups.csv:2 lastOn"),
        group("s1,A,b,2026-11-01,", "ERROR OUTSIDE_STAY groups.csv:2 firstOn"),
        group("s1,A,b,,2026-05-31", "ERROR OUTSIDE_STAY groups.csv:2 lastOn"));
  }

  static Stream<Case> ids() {
    return Stream.of(
        calendar(
            "s9,2026-11-06,,schoolDay,", "ERROR UNKNOWN_SCHOOL calendar.csv:2 schoolSourcedId"),
        calendar("s1,2026-11-06,5年,schoolDay,", "ERROR UNKNOWN_GRADE calendar.csv:2 grade"),
        closure(
            "s9,2026-11-06,2026-11-06,school,,ART20",
            "ERROR UNKNOWN_SCHOOL closures.csv:2 schoolSourcedId"),
        closure(
            "s1,2026-11-06,2026-11-06,homeroom,c9,ART20",
            "ERROR UNKNOWN_HOMEROOM closures.csv:2 target"),
        closure(
            "s1,2026-11-06,2026-11-06,grade,5年,ART20", "ERROR BAD_TARGET closures.csv:2 target"),
        closure(
            "s1,2026-11-06,2026-11-06,school,c1,ART20", "ERROR BAD_TARGET closures.csv:2 target"),
        closure(
            "s1,2026-11-06,2026-11-06,group,,STAGGERED", "ERROR BAD_TARGET closures.csv:2 target"),
        closure(
            "s1,2026-11-06,2026-11-06,group,Z,STAGGERED",
            "ERROR UNKNOWN_GROUP closures.csv:2 target"),
        mark(
            "z,2026-11-06,ABSENT_ILLNESS,,,", "ERROR UNKNOWN_STUDENT marks.csv:2 studentSourcedId"),
        mark("a,2026-11-06,ABSENT_SICK,,,", "ERROR UNKNOWN_CODE marks.csv:2 code"),
        group("s9,A,a,,", "ERROR UNKNOWN_SCHOOL groups.csv:2 schoolSourcedId"),
        group("s1,A,z,,", "ERROR UNKNOWN_STUDENT groups.csv:2 studentSourcedId"),
        of(
            "schools",
            SCHOOLS,
            "s9,栃木県,public",
            "ERROR UNKNOWN_SCHOOL schools.csv:2 schoolSourcedId"));
  }

  static Stream<Case> values() {
    String mark = "a,2026-11-06,ABSENT_ILLNESS,,,";
    return Stream.of(
        calendar("s1,2026-11-06,,holiday,", "ERROR BAD_VALUE calendar.csv:2 dayKind"),
        calendar("s1,2026-11-06,,schoolDay,はい", "ERROR BAD_VALUE calendar.csv:2 registerTaken"),
        calendar(
            "s1,2026-11-06,,schoolDay,\ns1,2026-11-06,,schoolDay,",
            "ERROR DUPLICATE_KEY calendar.csv:3 date"),
        closure("s1,2026-11-06,2026-11-06,class,c1,ART20", "ERROR BAD_VALUE closures.csv:2 scope"),
        closure("s1,2026-11-06,2026-11-06,school,,ART21", "ERROR BAD_VALUE closures.csv:2 basis"),
        mark(mark + "\n" + mark, "ERROR DUPLICATE_KEY marks.csv:3 date"),
        mark("a,2026-11-06,CREDITED_ICT,,1441,", "ERROR BAD_NUMBER marks.csv:2 minutes"),
        mark("a,2026-11-06,CREDITED_ICT,,３０,", "ERROR BAD_NUMBER marks.csv:2 minutes"),
        mark("a,2026-11-06,CREDITED_ICT,,30,yes", "ERROR BAD_VALUE marks.csv:2 visit"),
        mark("a,2026-11-06,,,,", "ERROR EMPTY_CELL marks.csv:2 code"),
        mark("a,2026-11-06,ABSENT_ILLNESS,=1,,", "ERROR FORMULA_CELL marks.csv:2 facilityId"),
        mark("a,2026-11-06", "ERROR WRONG_CELL_COUNT marks.csv:2 "),
        group("s1,A,a,,\ns1,A,a,,", "ERROR DUPLICATE_KEY groups.csv:3 studentSourcedId"),
        of("schools", SCHOOLS, "s1,栃木県,city", "ERROR BAD_VALUE schools.csv:2 establishingBody"),
        of(
            "schools",
            SCHOOLS,
            "s1,栃木県,public\ns1,栃木県,public",
            "ERROR DUPLICATE_KEY schools.csv:3 schoolSourcedId"),
        new Case("marks", MARKS, "ERROR NO_ROWS marks.csv:1 "),
        new Case("marks", "", "ERROR EMPTY_FILE marks.csv:0 "),
        of(
            "marks",
            "studentSourcedId,date\n",
            "a,2026-11-06",
            "ERROR MISSING_COLUMN marks.csv:1 code"));
  }

  static Stream<Case> refused() {
    return Stream.of(dates(), ids(), values()).flatMap(one -> one);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void eachMistakeIsToldWithItsPlaceAndNothingIsWritten(Case one) {
    SmallHost host = new SmallHost(false);
    List<JobFinding> found = host.read(one.kind(), bytes(one.text()));
    assertEquals(List.of(one.finding()), found.stream().map(BrokenRosterTest::place).toList());
    assertTrue(found.get(0).message().contains("ください"), found.get(0).message());
    assertEquals(0, host.written);
  }

  static Stream<Case> passed() {
    return Stream.of(
            "CREDITED_SUPPORT_CENTER",
            "CREDITED_BOARD_FACILITY",
            "CREDITED_CHILD_GUIDANCE",
            "CREDITED_HEALTH_CENTER",
            "CREDITED_HOSPITAL",
            "CREDITED_PRIVATE",
            "CREDITED_OTHER_FACILITY")
        .map(
            code ->
                mark(
                    "a,2026-11-06," + code + ",,,",
                    "WARNING FACILITY_MISSING marks.csv:2 facilityId"));
  }

  @ParameterizedTest
  @MethodSource("passed")
  void aCreditedDayWithoutItsFacilityIsWrittenWithAWarning(Case one) {
    SmallHost host = new SmallHost(false);
    List<JobFinding> found = host.read(one.kind(), bytes(one.text()));
    assertEquals(List.of(one.finding()), found.stream().map(BrokenRosterTest::place).toList());
    assertEquals(Finding.Severity.WARNING, found.get(0).severity());
    assertEquals(1, host.written);
  }

  @ParameterizedTest
  @CsvSource({"windows-31j,2", "UTF-16,1", "UTF-16LE,1"})
  void otherEncodingsAreNamedWithTheFirstLineThatShowsThem(String charset, int line) {
    String text = MARKS.replace("visit", "memo") + "a,2026-11-06,ABSENT_ILLNESS,,,家庭の事情により欠席\n";
    SmallHost host = new SmallHost(false);
    List<JobFinding> found = host.read("marks", text.getBytes(Charset.forName(charset)));
    assertEquals("WRONG_ENCODING", found.get(0).code());
    assertEquals(line, found.get(0).line());
    assertTrue(found.get(0).message().contains("CSV UTF-8"));
  }

  @ParameterizedTest
  @CsvSource({
    "marks,'a,2026-11-06,CREDITED_HOSPITAL,f1,,'",
    "calendar,'s1,2026-11-06,P5,schoolDay,true'",
    "closures,'s1,2026-11-06,2026-11-06,homeroom,c1,ART20'",
    "groups,'s1,A,b,2026-06-01,2026-10-31'"
  })
  void aRightRowWithAByteOrderMarkIsWrittenWithoutAFinding(String kind, String row) {
    String header =
        switch (kind) {
          case "marks" -> MARKS;
          case "calendar" -> CALENDAR;
          case "closures" -> CLOSURES;
          default -> GROUPS;
        };
    SmallHost host = new SmallHost(false);
    assertEquals(List.of(), host.read(kind, bytes("\uFEFF" + header + row + "\r\n")));
    assertEquals(1, host.written);
  }

  @org.junit.jupiter.api.Test
  void oneWrongRowAmongManyRefusesThemAll() {
    SmallHost host = new SmallHost(false);
    String rows = "a,2026-11-06,ABSENT_ILLNESS,,,\na,2026-05-06,LATE,,,\nz,2026-05-06,LATE,,,\n";
    assertEquals(1, host.read("marks", bytes(MARKS + rows)).size());
    assertEquals(0, host.written);
  }
}
