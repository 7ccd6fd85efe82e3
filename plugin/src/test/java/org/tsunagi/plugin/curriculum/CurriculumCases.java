// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tsunagi.plugin.curriculum.domain.Stage;
import org.tsunagi.plugin.curriculum.domain.Standards;
import org.tsunagi.plugin.platform.Json;

/** The guide's worked cases and the published schools, written as requests of the simulation. */
final class CurriculumCases {
  static final Standards STANDARDS = new ShippedStandards().standards();

  private static final Map<String, String> STAGES = Map.of("小", "PRIMARY", "中", "JH", "高", "HS");
  private static final String CIRCLED = "①②③④⑤⑥";

  private CurriculumCases() {}

  static List<JsonNode> read(String name) {
    try (InputStream in = CurriculumCases.class.getResourceAsStream("/cases/" + name + ".json")) {
      return StreamSupport.stream(
              Json.MAPPER.readTree(Objects.requireNonNull(in)).spliterator(), false)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static JsonNode answer(JsonNode request) {
    return Json.MAPPER.valueToTree(CurriculumScenario.answer(request, STANDARDS));
  }

  /** A case as requests: one, or one per course. */
  static Stream<Asked> asked(JsonNode one) {
    JsonNode input = one.path("input");
    if (input.has("variants")) {
      return StreamSupport.stream(
              ((Iterable<String>) () -> input.path("variants").fieldNames()).spliterator(), false)
          .map(name -> new Asked(one, name, variant(input, name)));
    }
    JsonNode printed = one.path("expected").path("standard_printed");
    ObjectNode whole = input.deepCopy();
    if (printed.isObject()) {
      whole.set("standard_printed", printed);
    }
    return Stream.of(new Asked(one, "", request(whole)));
  }

  record Asked(JsonNode one, String variant, ObjectNode request) {
    @Override
    public String toString() {
      return one.path("id").asText() + variant;
    }
  }

  private static ObjectNode variant(JsonNode input, String name) {
    ObjectNode request = frame(input);
    request.put("variant", name);
    rows(request, input.path("variants").path(name), input.path("standard_printed"), false);
    total(request, input.path("total_printed"));
    return request;
  }

  static ObjectNode frame(JsonNode input) {
    ObjectNode request = Json.MAPPER.createObjectNode();
    String grade = input.path("grade").asText("");
    String stage = input.path("stage").asText("中");
    request.put("stage", STAGES.getOrDefault(stage, "JH"));
    if (grade.matches(".[1-6]")) {
      request.put("grade", Integer.parseInt(grade.substring(1)));
    }
    if (input.path("unit_minutes").isInt()) {
      request.put("unitMinutes", input.path("unit_minutes").intValue());
      request.put("unitBasis", "RAW");
    }
    return request;
  }

  private static ObjectNode request(JsonNode input) {
    ObjectNode request = frame(input);
    if (input.has("changes")) {
      changes(request, input.path("changes"));
    } else if (input.has("home_study_subjects(○)")) {
      input
          .path("home_study_subjects(○)")
          .properties()
          .forEach(
              cell ->
                  row(request, cell.getKey(), cell.getValue(), null, false).put("homeStudy", true));
    } else if (input.has("annual")) {
      rows(request, input.path("annual"), input.path("none"), false);
    } else {
      rows(request, input.path("special"), input.path("standard_printed"), false);
      rows(request, input.path("new_subjects"), input.path("none"), true);
      total(request, input.path("total_printed"));
      total(request, input.path("total_special"));
      total(request, input.path("special_total_printed"));
    }
    if (input.has("reduction_printed")) {
      request.set("declaredReduction", input.path("reduction_printed"));
    }
    return request;
  }

  /** Lays changes on the law's hours of a grade that has all the subjects. */
  private static void changes(ObjectNode request, JsonNode changes) {
    Stage stage = Stage.valueOf(request.path("stage").asText());
    int grade = 3;
    request.put("grade", grade);
    Map<String, BigDecimal> standard =
        STANDARDS.find(stage, OptionalInt.empty()).orElseThrow().of(grade);
    standard.forEach(
        (name, hours) -> {
          BigDecimal change = BigDecimal.ZERO;
          if (changes.has("国語+社会") && (name.equals("国語") || name.equals("社会"))) {
            change = BigDecimal.valueOf(-40);
          } else if (name.startsWith("総合") && changes.has("総合")) {
            change = changes.path("総合").decimalValue();
          } else if (changes.has(name)) {
            change = changes.path(name).decimalValue();
          }
          row(
              request,
              name,
              Json.MAPPER.getNodeFactory().numberNode(hours.add(change)),
              null,
              false);
        });
    changes
        .properties()
        .forEach(
            cell -> {
              if (cell.getKey().endsWith("(新設)")) {
                row(request, cell.getKey().replace("(新設)", ""), cell.getValue(), null, true);
              }
            });
  }

  static void rows(ObjectNode request, JsonNode cells, JsonNode printed, boolean isNew) {
    cells
        .properties()
        .forEach(
            cell ->
                row(request, cell.getKey(), cell.getValue(), printed.get(cell.getKey()), isNew));
  }

  private static ObjectNode row(
      ObjectNode request, String name, JsonNode hours, JsonNode printed, boolean isNew) {
    ArrayNode subjects = request.withArray("subjects");
    ObjectNode row = subjects.addObject();
    row.put("name", name);
    row.set("hours", hours);
    if (printed != null) {
      row.set("standard", printed);
    }
    if (isNew) {
      row.put("new", true);
    }
    return row;
  }

  static void total(ObjectNode request, JsonNode total) {
    if (total.isNumber()) {
      request.set("declaredTotal", total);
    }
  }

  /** Lists how an answer differs from what a case expects. */
  static List<String> differences(Asked asked, JsonNode answer) {
    List<String> wrong = new ArrayList<>();
    JsonNode expected = asked.one().path("expected");
    if (expected.path("category").isTextual()) {
      differ(
          wrong, "category", expected.path("category").asText(), answer.path("category").asText());
    }
    differ(
        wrong,
        "patterns",
        codes(expected.path("patterns")),
        String.join("", texts(answer.path("patterns"))));
    number(wrong, "difference", expected.path("difference_total"), answer.path("difference"));
    number(wrong, "percent", expected.path("difference_pct"), answer.path("differencePct"));
    number(wrong, "standard", expected.path("standard_total"), answer.path("standardTotal"));
    number(wrong, "standard", expected.path("standard_sum"), answer.path("standardTotal"));
    number(wrong, "minutes", expected.path("annual_minutes"), answer.path("annualMinutes"));
    number(wrong, "minutes", expected.path("standard_minutes"), answer.path("standardMinutes"));
    number(wrong, "minutes %", expected.path("minutes_pct"), answer.path("minutesPct"));
    number(wrong, "equal", expected.path("equivalent_50min_units"), answer.path("equivalentUnits"));
    number(wrong, "sum", expected.path("special_sum"), answer.path("total"));
    JsonNode sum = expected.path("total_computed");
    number(wrong, "sum", sum.isObject() ? sum.path(asked.variant()) : sum, answer.path("total"));
    JsonNode rows = expected.path("difference_per_subject");
    subjects(
        wrong,
        rows.has(asked.variant()) ? rows.path(asked.variant()) : rows,
        answer.path("differencePerSubject"));
    for (JsonNode viewpoint : expected.path("examination_viewpoints")) {
      if (!texts(answer.path("viewpoints")).contains(viewpoint.asText())) {
        wrong.add("viewpoint " + viewpoint.asText() + " is not asked");
      }
    }
    return wrong;
  }

  private static void subjects(List<String> wrong, JsonNode expected, JsonNode differences) {
    expected
        .properties()
        .forEach(
            cell -> {
              if (cell.getValue().isNumber()) {
                JsonNode full =
                    differences.has(cell.getKey())
                        ? differences.path(cell.getKey())
                        : differences.path("総合的な学習の時間");
                number(wrong, cell.getKey(), cell.getValue(), full);
              } else if (differences.has(cell.getKey())) {
                wrong.add(cell.getKey() + " has no row");
              }
            });
  }

  static String codes(JsonNode circled) {
    StringBuilder codes = new StringBuilder();
    circled.forEach(one -> codes.append(CIRCLED.indexOf(one.asText()) + 1));
    return codes.toString();
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  static void number(List<String> wrong, String what, JsonNode expected, JsonNode got) {
    if (expected.isNumber()
        && (!got.isNumber() || expected.decimalValue().compareTo(got.decimalValue()) != 0)) {
      wrong.add(what + ": expected " + expected + ", got " + got);
    }
  }

  private static void differ(List<String> wrong, String what, String expected, String got) {
    if (!expected.equals(got)) {
      wrong.add(what + ": expected " + expected + ", got " + got);
    }
  }
}
