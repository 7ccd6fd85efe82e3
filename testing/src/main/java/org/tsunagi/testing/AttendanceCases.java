// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Our own table of cases by which the attendance simulation is tested, beside the texts'. */
public final class AttendanceCases {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AttendanceCases() {}

  /** Lists our own cases; {@link #complete} makes their requests whole. */
  public static Stream<JsonNode> own() {
    return read("simulations");
  }

  /** Lists the texts' worked cases as they are printed, those about other papers too. */
  public static Stream<JsonNode> worked() {
    return read("attendance");
  }

  static Stream<JsonNode> read(String name) {
    try (InputStream in = AttendanceCases.class.getResourceAsStream("/cases/" + name + ".json")) {
      return StreamSupport.stream(JSON.readTree(Objects.requireNonNull(in)).spliterator(), false)
          .toList()
          .stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Lays the request of an own case over two homerooms and ten planned days. */
  public static ObjectNode complete(JsonNode one) {
    ObjectNode request = JSON.createObjectNode();
    request.put("schoolYear", 2026).put("prefecture", "栃木県").put("grade", "P5");
    request.putArray("homerooms").add("1組").add("2組");
    ArrayNode days = request.putArray("plannedDays");
    for (int day : new int[] {1, 2, 3, 4, 5, 8, 9, 10, 11, 12}) {
      days.add(LocalDate.of(2026, 6, day).toString());
    }
    request.setAll((ObjectNode) one.path("request"));
    return request;
  }

  /** Lists how an answer differs from what an own case expects; empty where it does not. */
  public static List<String> differences(JsonNode one, JsonNode answer) {
    List<String> wrong = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (JsonNode finding : answer.path("findings")) {
      told.add(
          finding.path("code").asText()
              + " "
              + finding.path("student").asText("")
              + " "
              + finding.path("date").asText(""));
    }
    List<String> wanted = new ArrayList<>();
    one.path("findings").forEach(finding -> wanted.add(finding.asText()));
    differ(wrong, "findings", new TreeSet<>(wanted).toString(), new TreeSet<>(told).toString());
    differ(
        wrong,
        "students",
        String.valueOf(one.path("students").size()),
        String.valueOf(answer.path("students").size()));
    for (JsonNode student : answer.path("students")) {
      student(wrong, one.path("students").path(student.path("id").asText()), student);
    }
    return wrong;
  }

  private static void student(List<String> wrong, JsonNode expected, JsonNode student) {
    String id = student.path("id").asText();
    List<String> figures = new ArrayList<>();
    for (String name :
        List.of(
            "schoolDays",
            "exemptDays",
            "requiredDays",
            "daysAbsent",
            "daysPresent",
            "creditedDays")) {
      figures.add(student.path(name).asText());
    }
    differ(wrong, id, expected.path("figures").asText(), String.join(" ", figures));
    if (expected.path("remarks").isArray()) {
      differ(wrong, id, expected.path("remarks").toString(), student.path("remarks").toString());
    }
    expected
        .path("more")
        .properties()
        .forEach(
            more ->
                differ(
                    wrong,
                    id + " " + more.getKey(),
                    more.getValue().asText(),
                    student.path(more.getKey()).asText()));
    for (JsonNode day : student.path("days")) {
      JsonNode dayClass = expected.path("days").path(day.path("date").asText());
      if (dayClass.isTextual()) {
        differ(
            wrong, id + " " + day.path("date"), dayClass.asText(), day.path("dayClass").asText());
      }
    }
  }

  static void differ(
      List<String> wrong, String what, @Nullable String wanted, @Nullable String got) {
    if (!Objects.equals(wanted, got)) {
      wrong.add(what + ": expected " + wanted + " but was " + got);
    }
  }
}
