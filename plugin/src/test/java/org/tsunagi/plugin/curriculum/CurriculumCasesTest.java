// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;
import org.tsunagi.plugin.platform.Json;

/** The guide's cases and the thirteen published schools, through the reader of requests. */
class CurriculumCasesTest {
  /** Flags that tables of hours can't show: they tell of timetables and of lost text. */
  private static final Set<String> OF_THE_SOURCE =
      Set.of(
          "SPLIT_NOT_GIVEN",
          "SOURCE_CELLS_SWAPPED",
          "DUPLICATE_DAY_BLOCK",
          "WEEKLY_MISMATCH",
          "PROSE_MISMATCH",
          "EVENT_HOURS_OUTSIDE_TABLE",
          "CELL_LOST",
          "UNIT_BASIS");

  static Stream<CurriculumCases.Asked> cases() {
    return CurriculumCases.read("curriculum").stream().flatMap(CurriculumCases::asked);
  }

  static Stream<Printed> grades() {
    List<Printed> grades = new ArrayList<>();
    for (JsonNode school : CurriculumCases.read("published-curricula")) {
      school
          .path("annual_hours")
          .properties()
          .forEach(grade -> grades.add(new Printed(school, grade.getKey(), grade.getValue())));
    }
    return grades.stream();
  }

  record Printed(JsonNode school, String grade, JsonNode table) {
    ObjectNode request() {
      ObjectNode input = Json.MAPPER.createObjectNode();
      input.put("stage", grade.substring(0, 1));
      input.put("grade", grade);
      input.set("unit_minutes", school.path("unit_minutes").path(grade.substring(0, 1)));
      ObjectNode request = CurriculumCases.frame(input);
      CurriculumCases.rows(request, table.path("special"), table.path("standard_printed"), false);
      CurriculumCases.rows(request, table.path("new_subjects"), input.path("none"), true);
      CurriculumCases.total(request, table.path("total_special_printed"));
      return request;
    }

    @Override
    public String toString() {
      return school.path("id").asText() + " " + grade;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void caseComesOutAsExpected(CurriculumCases.Asked asked) {
    assertEquals(
        List.of(),
        CurriculumCases.differences(asked, CurriculumCases.answer(asked.request())),
        asked.toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyFlagThatATableCanShowIsRaised(CurriculumCases.Asked asked) {
    Set<String> missing = new TreeSet<>();
    for (JsonNode flag : asked.one().path("expected").path("flags")) {
      String code = flag.asText().split("[: ]")[0];
      if (code.matches("[A-Z_]{4,}") && !OF_THE_SOURCE.contains(code)) {
        missing.add(code);
      }
    }
    missing.removeAll(CurriculumCases.texts(CurriculumCases.answer(asked.request()).path("flags")));
    assertEquals(Set.of(), missing, asked.toString());
  }

  /** A case without flags and without zeros has nothing to be told of. */
  @Test
  void soundTableRaisesNoFlag() {
    List<String> sound = new ArrayList<>();
    cases()
        .filter(asked -> asked.one().path("expected").path("flags").isEmpty())
        .filter(asked -> asked.request().path("subjects").size() > 0)
        .forEach(
            asked -> {
              sound.add(asked.toString());
              assertEquals(
                  List.of(),
                  CurriculumCases.texts(CurriculumCases.answer(asked.request()).path("flags")),
                  asked.toString());
            });
    assertEquals(List.of("G-004-01", "G-004-08"), sound);
  }

  @ParameterizedTest
  @MethodSource("grades")
  void publishedGradeComesOutAsReckonedByHand(Printed one) {
    JsonNode answer = CurriculumCases.answer(one.request());
    List<String> wrong = new ArrayList<>();
    JsonNode table = one.table();
    CurriculumCases.number(
        wrong,
        "difference",
        table.path("difference_total_vs_regulation"),
        answer.path("difference"));
    CurriculumCases.number(
        wrong, "percent", table.path("difference_pct"), answer.path("differencePct"));
    CurriculumCases.number(
        wrong, "minutes", table.path("annual_minutes"), answer.path("annualMinutes"));
    CurriculumCases.number(
        wrong, "minutes %", table.path("minutes_pct"), answer.path("minutesPct"));
    table
        .path("difference_per_subject_vs_regulation")
        .properties()
        .forEach(
            cell ->
                CurriculumCases.number(
                    wrong,
                    cell.getKey(),
                    cell.getValue(),
                    answer.path("differencePerSubject").path(cell.getKey())));
    assertEquals(List.of(), wrong);
    assertEquals(
        CurriculumCases.codes(table.path("patterns")),
        String.join("", CurriculumCases.texts(answer.path("patterns"))));
    assertEquals(
        table.path("category").asText().toUpperCase(Locale.ROOT), answer.path("category").asText());
    assertEquals(
        CurriculumCases.texts(table.path("subjects_at_zero")).stream().sorted().toList(),
        CurriculumCases.texts(answer.path("subjectsAtZero")).stream().sorted().toList());
  }

  @Test
  void arithmeticFindingsAreThoseOfTheCatalogue() {
    Set<String> arithmetic = new TreeSet<>();
    Set<String> standards = new TreeSet<>();
    grades()
        .forEach(
            one -> {
              List<String> flags =
                  CurriculumCases.texts(CurriculumCases.answer(one.request()).path("flags"));
              if (flags.contains("ARITHMETIC")) {
                arithmetic.add(one.toString());
              }
              if (flags.contains("STANDARD_MISMATCH")) {
                standards.add(one.toString());
              }
            });
    assertEquals(
        Set.of("EDOGAWA 小1", "MIRAI 中1", "MIRAI 中2", "SEISA_JH 中1", "SEISA_JH 中2", "SEISA_JH 中3"),
        arithmetic);
    assertEquals(Set.of("SOJUN 中2", "MOMIJI 中2"), standards);
  }

  @ParameterizedTest
  @MethodSource("grades")
  void publishedGradeIsWrittenAndReadAgainWithoutLoss(Printed one) {
    CurriculumPlan plan = PlanReader.read(one.request());
    assertEquals(plan, PlanReader.read(Json.MAPPER.valueToTree(PlanJson.write(plan))));
  }

  @Test
  void allThirteenSchoolsAreRead() {
    List<JsonNode> schools = CurriculumCases.read("published-curricula");
    assertEquals(13, schools.size());
    for (JsonNode school : schools) {
      assertTrue(
          school.path("annual_hours").size() > 0 || school.path("credits").size() > 0,
          school.path("id").asText());
      ObjectNode request = Json.MAPPER.createObjectNode();
      request.put("stage", "JH");
      for (JsonNode bell : school.path("bell_schedules")) {
        ObjectNode kept = request.withArray("bellSchedules").addObject();
        kept.put("name", bell.path("name").asText());
        for (JsonNode period : bell.path("periods")) {
          if (period.path("end").isTextual() && period.path("start").isTextual()) {
            kept.withArray("periods").add(period);
          }
        }
      }
      assertFalse(
          CurriculumCases.texts(CurriculumCases.answer(request).path("flags"))
              .contains("BELL_OVERLAP"),
          school.path("id").asText());
    }
  }

  @Test
  void dreamCourseAddsUpToThirtyFiveCreditsOfHomeStudyAndEightySeven() {
    ObjectNode request = Json.MAPPER.createObjectNode();
    request.put("stage", "HS");
    for (JsonNode school : CurriculumCases.read("published-curricula")) {
      if (school.path("id").asText().equals("KAGOSHIMA")) {
        for (JsonNode row : school.at("/credits/rows_raw")) {
          credit(request, row.path("cells"));
        }
      }
    }
    JsonNode credits = CurriculumCases.answer(request).path("credits");
    assertEquals(87, credits.path("total").intValue());
    assertEquals(35, credits.path("homeStudy").intValue());
    assertTrue(credits.path("homeStudyFits").booleanValue());
    ((ObjectNode) request.path("subjects").get(0)).put("credits", 3);
    JsonNode more = CurriculumCases.answer(request);
    assertEquals(List.of("HOME_STUDY_CAP"), CurriculumCases.texts(more.path("flags")));
  }

  /** A row of the school's table: the mark before the name, the sum of three years at its end. */
  private static void credit(ObjectNode request, JsonNode cells) {
    String name = cells.size() > 2 ? cells.get(2).asText() : "";
    boolean inquiry = cells.get(1).asText().startsWith("総合的な探求");
    if (name.matches("[○※] .*") || inquiry) {
      ObjectNode row = request.withArray("subjects").addObject();
      row.put("name", inquiry ? cells.get(1).asText() : name.substring(2));
      row.put("credits", cells.get(cells.size() - 1).asInt());
      row.put("homeStudy", name.startsWith("○"));
      row.put("new", name.startsWith("※"));
    }
  }

  @Test
  void noCaseIsLeftOut() {
    assertEquals(16, CurriculumCases.read("curriculum").size());
    assertEquals(17, cases().count());
  }
}
