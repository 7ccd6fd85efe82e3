// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.testing.AttendanceCases;
import org.tsunagi.testing.WorkedCases;

/** The texts' worked cases and our own, through the reader that integrators' requests take. */
class WorkedCasesTest {
  private static final CodeCatalogue CODES = new ShippedCodes().catalogue();

  static Stream<JsonNode> worked() {
    return WorkedCases.list();
  }

  static Stream<JsonNode> own() {
    return AttendanceCases.own();
  }

  @Test
  void fifteenWorkedCasesSpeakOfDayCounts() {
    assertEquals(15, worked().count());
  }

  @ParameterizedTest
  @MethodSource("worked")
  void workedCaseComesOutAsPrinted(JsonNode one) {
    assertEquals(List.of(), WorkedCases.differences(one, answer(WorkedCases.request(one))));
  }

  @ParameterizedTest
  @MethodSource("own")
  void ownCaseComesOutAsExpected(JsonNode one) {
    List<String> wrong = AttendanceCases.differences(one, answer(AttendanceCases.complete(one)));
    assertEquals(List.of(), wrong, one.path("name").asText());
  }

  /** Q8: the old school stops at the leaving day, the new one starts on the acceptance day. */
  @Test
  void daysBetweenLeavingAndAcceptanceAreInNeitherSchool() throws JsonProcessingException {
    String days = "[\"2020-10-12\",\"2020-10-13\",\"2020-10-14\",\"2020-10-15\",\"2020-10-16\"]";
    String newDays = "[\"2020-10-14\",\"2020-10-15\",\"2020-10-16\",\"2020-10-19\",\"2020-10-20\"]";
    assertEquals(4, schoolDays(days, "\"leftOn\":\"2020-10-15\""));
    assertEquals(2, schoolDays(newDays, "\"admittedOn\":\"2020-10-18\""));
  }

  private static int schoolDays(String days, String stay) throws JsonProcessingException {
    String request =
        "{\"schoolYear\":2020,\"grade\":\"P3\",\"plannedDays\":%s,\"students\":[{\"id\":\"A\",%s}]}";
    JsonNode answer = answer(Json.MAPPER.readTree(String.format(request, days, stay)));
    return answer.at("/students/0/schoolDays").asInt();
  }

  private static JsonNode answer(JsonNode request) {
    return Json.MAPPER.valueToTree(AttendanceAnswer.of(ScenarioReader.read(request, CODES)));
  }
}
