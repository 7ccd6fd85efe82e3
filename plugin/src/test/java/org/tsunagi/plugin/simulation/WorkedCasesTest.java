// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;

/** The worked cases of the texts, through the same door that integrators use. */
class WorkedCasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CodeCatalogue CODES = new ShippedCodes().catalogue();
  private static final Map<String, String> COLUMNS =
      Map.of(
          "授業日数", "schoolDays",
          "出席停止・忌引等の日数", "exemptDays",
          "出席しなければならない日数", "requiredDays",
          "欠席日数", "daysAbsent",
          "出席日数", "daysPresent",
          "うち出席扱い", "creditedDays");

  static Stream<JsonNode> cases() throws IOException {
    try (InputStream in = WorkedCasesTest.class.getResourceAsStream("/cases/attendance.json")) {
      return StreamSupport.stream(JSON.readTree(in).spliterator(), false)
          .filter(one -> one.path("expected").has("students"))
          .toList()
          .stream();
    }
  }

  @Test
  void fifteenCasesSpeakOfDayCounts() throws IOException {
    assertEquals(15, cases().count());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void caseComesOutAsPrinted(JsonNode one) {
    AttendanceScenario scenario = ScenarioReader.read(request(one), CODES);
    AttendanceAnswer answer = AttendanceAnswer.of(scenario.count(), scenario.terms());
    JsonNode expected = one.path("expected").path("students");
    assertEquals(expected.size(), answer.students().size());
    for (Map<String, Object> student : answer.students()) {
      check(one.path("id").asText(), expected.path(student.get("id").toString()), student);
    }
  }

  /** Q8: the old school stops at the leaving day, the new one starts on the acceptance day. */
  @Test
  void daysBetweenLeavingAndAcceptanceAreInNeitherSchool() {
    String days = "[\"2020-10-12\",\"2020-10-13\",\"2020-10-14\",\"2020-10-15\",\"2020-10-16\"]";
    String newDays = "[\"2020-10-14\",\"2020-10-15\",\"2020-10-16\",\"2020-10-19\",\"2020-10-20\"]";
    assertEquals(4, schoolDays(days, "\"leftOn\":\"2020-10-15\""));
    assertEquals(2, schoolDays(newDays, "\"admittedOn\":\"2020-10-18\""));
  }

  private static int schoolDays(String days, String stay) {
    try {
      JsonNode request =
          JSON.readTree(
              "{\"schoolYear\":2020,\"grade\":\"P3\",\"plannedDays\":"
                  + days
                  + ",\"students\":[{\"id\":\"A\","
                  + stay
                  + "}]}");
      AttendanceScenario scenario = ScenarioReader.read(request, CODES);
      return (int)
          AttendanceAnswer.of(scenario.count(), scenario.terms())
              .students()
              .get(0)
              .get("schoolDays");
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static void check(String id, JsonNode expected, Map<String, Object> student) {
    COLUMNS.forEach(
        (column, figure) ->
            assertEquals(expected.path(column).asInt(-1), student.get(figure), id + " " + column));
    List<?> remarks = (List<?>) student.get("remarks");
    if (expected.path("備考").isArray()) {
      List<String> wanted = new ArrayList<>();
      expected.path("備考").forEach(remark -> wanted.add(remark.asText()));
      assertEquals(new TreeSet<>(wanted).toString(), new TreeSet<>(remarks).toString(), id);
    }
    for (JsonNode part : expected.path("備考_must_contain")) {
      assertTrue(remarks.toString().contains(part.asText()), id);
    }
    if (expected.has("別記")) {
      assertEquals(expected.path("別記").path("実施日数").asInt(), student.get("onlineDaysHeld"), id);
      assertEquals(
          expected.path("別記").path("参加日数").asInt(), student.get("onlineDaysTakenPart"), id);
    }
  }

  private static JsonNode request(JsonNode one) {
    JsonNode input = one.path("input");
    List<LocalDate> days = days(input);
    ObjectNode request = JSON.createObjectNode();
    request.put("schoolYear", SchoolYear.of(days.get(0)).year()).put("grade", "P5");
    request.put("prefecture", input.path("home_prefecture").asText(""));
    request.set("homerooms", input.withArray("grade_classes"));
    days.forEach(day -> request.withArray("plannedDays").add(day.toString()));
    for (JsonNode closure : input.path("closures")) {
      ObjectNode made = request.withArray("closures").addObject();
      made.put("scope", closure.path("scope").asText().equals("学級") ? "homeroom" : "school");
      made.set("target", closure.path("target"));
      made.set("dates", closure.path("dates"));
      made.put("basis", closure.path("basis").asText().contains("63条") ? "ART63" : "ART20");
    }
    request.putObject("ictRule").put("basis", "minutes").put("minutesPerDay", 60);
    for (JsonNode student : input.path("students")) {
      student(request, student, days);
    }
    return request;
  }

  private static List<LocalDate> days(JsonNode input) {
    List<LocalDate> days = new ArrayList<>();
    input.path("planned_school_days").forEach(day -> days.add(LocalDate.parse(day.asText())));
    if (days.isEmpty()) {
      int most = input.path("planned_school_days_count").asInt(153);
      for (LocalDate day = LocalDate.of(2020, 4, 6); days.size() < most; day = day.plusDays(1)) {
        boolean second = days.size() >= 58 && most == 153;
        days.add(second ? LocalDate.of(2020, 11, 2).plusDays(days.size() - 58) : day);
      }
    }
    return days;
  }

  private static void student(ObjectNode request, JsonNode student, List<LocalDate> days) {
    ObjectNode made = request.withArray("students").addObject();
    made.set("id", student.path("id"));
    made.put("homeroom", student.path("class").asText(""));
    if (student.path("enrolled_segments").size() == 2) {
      for (JsonNode segment : student.path("enrolled_segments")) {
        ObjectNode stay = made.withArray("stays").addObject();
        stay.set("admittedOn", segment.path("from"));
        stay.set("leftOn", segment.path("to"));
      }
    } else if (student.has("enrolled_segments")) {
      int count = student.path("enrolled_segments").get(0).path("class_days").asInt();
      made.put("leftOn", days.get(count - 1).toString());
    }
    Deque<LocalDate> free = new ArrayDeque<>(days);
    for (JsonNode event : student.path("events")) {
      List<LocalDate> on = new ArrayList<>();
      event.path("dates").forEach(date -> on.add(LocalDate.parse(date.asText())));
      for (int i = 0; i < event.path("days").asInt(); i++) {
        on.add(Objects.requireNonNull(free.poll()));
      }
      event(request, made, event, on);
    }
    online(made, student.path("online_special"));
  }

  private static void event(
      ObjectNode request, ObjectNode student, JsonNode event, List<LocalDate> on) {
    String code = code(event);
    boolean refused =
        event.path("type").asText().equals("ICT学習") && !event.has("converted_days_by_local_rule");
    for (int i = 0; i < on.size(); i++) {
      ObjectNode mark = student.withArray("marks").addObject();
      mark.put("date", on.get(i).toString()).put("code", code);
      mark.put("detail", event.path("reason").asText(""));
      if (event.has("facility")) {
        mark.put("facilityId", "F" + request.path("facilities").size());
      }
      if (event.path("type").asText().equals("ICT学習")) {
        mark.put("minutes", i < event.path("converted_days_by_local_rule").asInt() ? 60 : 59);
      }
    }
    if (event.has("facility")) {
      ObjectNode facility = event.path("facility").deepCopy();
      facility.put("facilityId", "F" + request.path("facilities").size());
      request.withArray("facilities").add(facility);
    }
    if (code.startsWith("CREDITED")) {
      ObjectNode decision = student.withArray("creditings").addObject();
      decision.put("kind", code).put("decision", refused ? "refused" : "granted");
      decision.put("firstOn", "2020-04-01").put("lastOn", "2021-03-31");
    }
  }

  private static String code(JsonNode event) {
    return switch (event.path("type").asText()) {
      case "出席停止" -> event.has("authority") ? "SUSPENSION_CONDUCT" : "HOSPITALISATION";
      case "出席停止等" -> "EXEMPT_OTHER";
      case "忌引" -> "BEREAVEMENT";
      case "欠席" -> "ABSENT_OTHER";
      case "ICT学習" -> "CREDITED_ICT";
      default ->
          event.has("facility")
              ? "CREDITED_SUPPORT_CENTER"
              : event.has("medium") ? "CREDITED_REMOTE_LESSON" : "CREDITED_ACTIVITY";
    };
  }

  private static void online(ObjectNode student, JsonNode online) {
    List<String> joined = new ArrayList<>();
    online.path("joined_online").forEach(date -> joined.add(date.asText()));
    online.path("joined_at_school").forEach(date -> joined.add(date.asText()));
    ArrayNode marks = student.withArray("marks");
    for (JsonNode date : online.path("held")) {
      ObjectNode mark = marks.addObject().put("date", date.asText()).put("onlineHeld", true);
      mark.put("onlineSpecial", joined.contains(date.asText()));
    }
  }
}
