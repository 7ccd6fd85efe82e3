// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagi.sample.CountingCases;
import org.tsunagi.sample.HandWritten;
import org.tsunagi.sample.SampleFile;
import org.tsunagi.testing.TestDatabases;

/**
 * Files go in by the ordinary import, figures come out by {@code GET /tallies}; on both databases.
 */
class CountingIT {
  @TempDir Path data;

  private RunningDesk start(String database) throws Exception {
    List<String> options =
        database.equals("postgresql")
            ? List.of("--database", TestDatabases.postgresUrl())
            : List.of();
    java.util.ArrayList<String> all = new java.util.ArrayList<>(options);
    all.addAll(List.of("--service-token-file", data.resolve("token").toString()));
    return RunningDesk.start(data.resolve("desk"), all.toArray(String[]::new));
  }

  private static void assertSucceeded(SampleFile file, JsonNode job) {
    assertEquals("succeeded", job.get("state").asText(), file.name() + " " + job);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void theTextsExamplesCountAsPrinted(String database) throws Exception {
    CountingCases cases = new CountingCases();
    try (RunningDesk desk = start(database)) {
      Rest rest = new Rest(desk, RunningDesk.token(data.resolve("token")));
      for (SampleFile file : cases.files()) {
        assertSucceeded(file, rest.importBytes(file.kind(), file.bytes(), false));
      }
      for (CountingCases.Expected expected : cases.expected()) {
        assertEquals(line(expected), line(tally(rest, expected)), expected.caseId());
      }
      for (SampleFile file : cases.files()) {
        JsonNode again = rest.importBytes(file.kind(), file.bytes(), false);
        assertSucceeded(file, again);
        assertEquals(0, again.at("/counts/added").asInt(), file.name() + again);
        assertEquals(0, again.at("/counts/changed").asInt(), file.name() + again);
        assertEquals(0, again.at("/counts/ended").asInt(), file.name() + again);
      }
    }
  }

  private static JsonNode tally(Rest rest, CountingCases.Expected expected) throws Exception {
    JsonNode answer =
        rest.get(
            "/api/v1/tallies?schoolYear="
                + CountingCases.SCHOOL_YEAR
                + "&period=year&format=json&student="
                + expected.studentSourcedId());
    JsonNode rows = answer.isArray() ? answer : answer.elements().next();
    for (String name : List.of("tallies", "rows", "items")) {
      rows = answer.has(name) ? answer.get(name) : rows;
    }
    assertEquals(1, rows.size(), answer.toString());
    return rows.get(0);
  }

  private static String line(CountingCases.Expected e) {
    return String.join(
        " ",
        String.valueOf(e.schoolDays()),
        String.valueOf(e.exemptDays()),
        String.valueOf(e.requiredDays()),
        String.valueOf(e.daysAbsent()),
        String.valueOf(e.daysPresent()),
        String.valueOf(e.creditedDays()),
        String.join(" ／ ", e.remarks()));
  }

  private static String line(JsonNode row) {
    return String.join(
        " ",
        row.get("schoolDays").asText(),
        row.get("exemptDays").asText(),
        row.get("requiredDays").asText(),
        row.get("daysAbsent").asText(),
        row.get("daysPresent").asText(),
        row.get("creditedDays").asText(),
        row.get("remarks").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void aHandWrittenRosterGoesInAndItsChangesToo(String database) throws Exception {
    try (RunningDesk desk = start(database)) {
      Rest rest = new Rest(desk, RunningDesk.token(data.resolve("token")));
      JsonNode dry = rest.importBytes("roster", HandWritten.bulk(), true);
      assertEquals("succeeded", dry.get("state").asText(), dry.toString());
      JsonNode bulk = rest.importBytes("roster", HandWritten.bulk(), false);
      assertEquals("succeeded", bulk.get("state").asText(), bulk.toString());
      assertEquals(dry.get("counts"), bulk.get("counts"));
      assertTrue(bulk.at("/counts/added").asInt() > 10, bulk.toString());
      JsonNode delta = rest.importBytes("roster", HandWritten.delta(), false);
      assertEquals("succeeded", delta.get("state").asText(), delta.toString());
      assertTrue(delta.at("/counts/changed").asInt() > 0, delta.toString());
      JsonNode twice = rest.importBytes("roster", HandWritten.delta(), false);
      assertEquals(0, twice.at("/counts/added").asInt(), twice.toString());
      assertEquals(0, twice.at("/counts/changed").asInt(), twice.toString());
    }
  }
}
