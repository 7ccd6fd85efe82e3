// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The texts' worked cases of counting, written as requests of the attendance simulation. */
public final class WorkedCases {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> COLUMNS =
      Map.of(
          "授業日数", "schoolDays",
          "出席停止・忌引等の日数", "exemptDays",
          "出席しなければならない日数", "requiredDays",
          "欠席日数", "daysAbsent",
          "出席日数", "daysPresent",
          "うち出席扱い", "creditedDays");

  private WorkedCases() {}

  /** Lists the cases that speak of day counts. */
  public static Stream<JsonNode> list() {
    return AttendanceCases.read("attendance").filter(one -> one.path("expected").has("students"));
  }

  /** Lists how an answer differs from what is printed; empty where it does not. */
  public static List<String> differences(JsonNode one, JsonNode answer) {
    List<String> wrong = new ArrayList<>();
    JsonNode expected = one.path("expected").path("students");
    if (expected.size() != answer.path("students").size()) {
      wrong.add("expected " + expected.size() + " students");
    }
    for (JsonNode student : answer.path("students")) {
      check(wrong, expected.path(student.path("id").asText()), student);
    }
    return wrong;
  }

  private static void check(List<String> wrong, JsonNode expected, JsonNode student) {
    COLUMNS.forEach(
        (column, figure) ->
            AttendanceCases.differ(
                wrong, column, expected.path(column).asText(), student.path(figure).asText()));
    if (expected.path("備考").isArray()) {
      AttendanceCases.differ(
          wrong, "備考", texts(expected.path("備考")), texts(student.path("remarks")));
    }
    for (JsonNode part : expected.path("備考_must_contain")) {
      if (!texts(student.path("remarks")).contains(part.asText())) {
        wrong.add("備考 lacks " + part);
      }
    }
    expected
        .path("別記")
        .properties()
        .forEach(
            days -> {
              String figure =
                  days.getKey().equals("実施日数") ? "onlineDaysHeld" : "onlineDaysTakenPart";
              AttendanceCases.differ(
                  wrong, figure, days.getValue().asText(), student.path(figure).asText());
            });
  }

  private static String texts(JsonNode array) {
    TreeSet<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts.toString();
  }

  /** Writes a worked case as the body of {@code POST /simulations/attendance}. */
  public static JsonNode request(JsonNode one) {
    JsonNode input = one.path("input");
    List<LocalDate> days = days(input);
    ObjectNode request = JSON.createObjectNode();
    request.put("schoolYear", days.get(0).minusMonths(3).getYear()).put("grade", "P5");
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
