// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.testing.AttendanceCases;
import org.tsunagi.testing.TestDatabases;
import org.tsunagi.testing.WorkedCases;

/** Every worked case of the texts through real tables, on both databases, in either order. */
class StoredCasesTest {
  static Stream<Arguments> cases() {
    return WorkedCases.list()
        .flatMap(
            one ->
                orders(one)
                    .flatMap(
                        order ->
                            TestDatabases.both()
                                .map(
                                    database ->
                                        Arguments.of(
                                            database, one.path("id").asText(), order, one))));
  }

  private static Stream<String> orders(JsonNode one) {
    boolean closed = !one.path("input").path("closures").isEmpty();
    return closed ? Stream.of("closures first", "closures last") : Stream.of("no closures");
  }

  /** Every case that speaks of day counts is in the table; the others speak of other papers. */
  @Test
  void noCaseThatSpeaksOfDaysIsLeftOut() {
    assertEquals(
        List.of("G-003-20", "G-003-21", "G-003-26", "G-003-27", "G-003-29"),
        AttendanceCases.worked()
            .filter(one -> !one.path("expected").has("students"))
            .map(one -> one.path("id").asText())
            .toList());
    assertEquals(15, WorkedCases.list().count());
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cases")
  void storedCaseComesOutAsPrinted(
      TestDatabases.Named database, String id, String order, JsonNode one) {
    StoredCase stored = new StoredCase(database, one);
    stored.writeRoster();
    if (order.equals("closures last")) {
      stored.writeFacts();
      stored.close(true);
    } else {
      stored.close(false);
      stored.writeFacts();
    }
    assertEquals(List.of(), WorkedCases.differences(one, answer(stored.fixture)), id);
  }

  /** Lays the tallies out as the simulation answers; a student's stays are added up. */
  private static JsonNode answer(Fixture fixture) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode students = answer.putArray("students");
    fixture.tallies(false).stream()
        .map(TallyRow::student)
        .distinct()
        .forEach(
            student -> {
              ObjectNode made = students.addObject().put("id", student);
              ArrayNode remarks = made.putArray("remarks");
              fixture.tallies(false).stream()
                  .filter(row -> row.student().equals(student))
                  .forEach(
                      row -> {
                        for (Figure figure : Figure.values()) {
                          int before = made.path(figure.code()).asInt();
                          made.put(figure.code(), before + figure.of(row.count().tally()));
                        }
                        row.count().remarkTexts().forEach(remarks::add);
                      });
            });
    return answer;
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void daysBetweenTwoSchoolsAreInNeither(TestDatabases.Named database) {
    JsonNode one =
        AttendanceCases.worked()
            .filter(any -> any.path("id").asText().equals("G-003-20"))
            .findFirst()
            .orElseThrow();
    JsonNode input = one.path("input");
    Fixture fixture = new Fixture(database, LocalDate.of(2021, 3, 31));
    LocalDate left = LocalDate.parse(input.path("last_day_at_school").asText());
    LocalDate accepted = LocalDate.parse(input.path("accepted_on").asText());
    SchoolId old = new SchoolId("D");
    SchoolId next = new SchoolId("E");
    stay(fixture, old, LocalDate.of(2020, 4, 1), Optional.of(left));
    stay(fixture, next, accepted, Optional.empty());
    plan(fixture, old, input.path("planned_school_days_old"));
    plan(fixture, next, input.path("planned_school_days_new"));
    List<String> counted = new ArrayList<>();
    JsonNode expected = one.path("expected");
    assertEquals(expected.path("old_授業日数_in_window").asInt(), days(fixture, old, counted));
    assertEquals(expected.path("new_授業日数_in_window").asInt(), days(fixture, next, counted));
    expected
        .path("days_in_neither")
        .forEach(day -> assertEquals(false, counted.contains(day.asText())));
  }

  private static void stay(
      Fixture fixture, SchoolId school, LocalDate first, Optional<LocalDate> last) {
    Homeroom room =
        new Homeroom(new HomeroomId("3組" + school), school, 2020, Grade.P3, "3組", false);
    fixture.host.put(List.of(room));
    fixture.host.put(
        List.of(
            new Enrolment(
                "A@" + school,
                new StudentId("A"),
                school,
                2020,
                Grade.P3,
                Optional.of(room.id()),
                1,
                first,
                last)),
        Set.of());
  }

  private static void plan(Fixture fixture, SchoolId school, JsonNode days) {
    List<PlannedDay> planned = new ArrayList<>();
    days.forEach(
        day ->
            planned.add(
                new PlannedDay(school, LocalDate.parse(day.asText()), Grade.P3, true, "", true)));
    fixture.host.calendar.write(planned);
  }

  private static int days(Fixture fixture, SchoolId school, List<String> counted) {
    List<TallyRow> rows = new ArrayList<>();
    fixture
        .tallies
        .open(
            fixture.actor,
            new TallyQuery(2020, false, Optional.of(school), Optional.empty(), Optional.empty()))
        .each(rows::add);
    assertEquals(1, rows.size());
    fixture.tallies.listDays(fixture.actor, new StudentId("A"), 2020).stream()
        .filter(day -> day.verdict().dayClass() != DayClass.NO_SCHOOL)
        .forEach(day -> counted.add(day.verdict().date().toString()));
    return rows.get(0).count().tally().schoolDays();
  }
}
