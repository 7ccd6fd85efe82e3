// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.testing.AttendanceCases;
import org.tsunagi.testing.WorkedCases;

/** The attendance simulation and the catalogue of codes, as an integrator meets them. */
class SimulationIT {
  private static final String DOOR = "/api/v1/simulations/attendance";
  private static final List<String> FIGURES =
      List.of(
              "schoolDays exemptDays requiredDays daysAbsent daysPresent creditedDays lateArrivals"
                  + " earlyDepartures separateRoomDays cumulativeDaysAbsent"
                  + " daysAbsentIncludingCredited credited1 credited2 credited3 credited4 credited5"
                  + " credited6 credited7 credited8 creditedActivityDays onlineDaysHeld"
                  + " onlineDaysTakenPart unknownDays")
          .stream()
          .flatMap(names -> Stream.of(names.split(" ")))
          .toList();

  @TempDir static Path data;
  private static RunningDesk desk;
  private static Rest rest;

  @BeforeAll
  static void start() throws Exception {
    Path token = data.resolve("token");
    desk = RunningDesk.start(data.resolve("desk"), "--service-token-file", token.toString());
    rest = new Rest(desk, RunningDesk.token(token));
  }

  @AfterAll
  static void stop() throws Exception {
    desk.close();
  }

  static Stream<JsonNode> worked() {
    return WorkedCases.list();
  }

  static Stream<JsonNode> own() {
    return AttendanceCases.own();
  }

  private static JsonNode simulate(JsonNode request) throws Exception {
    HttpResponse<String> answer = rest.send("POST", DOOR, request.toString());
    assertEquals(200, answer.statusCode(), answer.body());
    return Rest.read(answer);
  }

  @ParameterizedTest
  @MethodSource("worked")
  void workedCaseOfTheTextsComesOutAsPrinted(JsonNode one) throws Exception {
    assertEquals(
        List.of(),
        WorkedCases.differences(one, simulate(WorkedCases.request(one))),
        one.path("id").asText());
  }

  @ParameterizedTest
  @MethodSource("own")
  void ownCaseComesOutAsExpected(JsonNode one) throws Exception {
    assertEquals(
        List.of(),
        AttendanceCases.differences(one, simulate(AttendanceCases.complete(one))),
        one.path("name").asText());
  }

  @Test
  void answerHasTheAgreedShape() throws Exception {
    JsonNode answer =
        simulate(
            json(
                "{'schoolYear':2026,'prefecture':'栃木県','grade':'P5','homerooms':['1組','2組'],"
                    + "'plannedDays':['2026-04-08','2026-04-09'],'closures':[{'scope':'homeroom',"
                    + "'target':'1組','dates':['2026-04-09'],'basis':'ART20'}],'facilities':[{"
                    + "'facilityId':'F1','kind':'1','prefecture':'栃木県','municipality':'□□町',"
                    + "'name':'□□教室'}],'students':[{'id':'A','homeroom':'1組','admittedOn':null,"
                    + "'leftOn':null,'marks':[{'date':'2026-04-08','code':"
                    + "'CREDITED_SUPPORT_CENTER','facilityId':'F2'}],'creditings':[{'kind':'1',"
                    + "'firstOn':'2026-04-01','lastOn':'2027-03-31','decision':'granted'}]}]}"));
    assertEquals(List.of("findings", "students"), names(answer));
    JsonNode student = answer.at("/students/0");
    List<String> wanted = new ArrayList<>(FIGURES);
    wanted.addAll(List.of("id", "remarks", "days"));
    assertEquals(wanted.stream().sorted().toList(), names(student));
    FIGURES.forEach(name -> assertTrue(student.path(name).isInt(), name));
    assertTrue(student.path("remarks").isArray());
    assertEquals(2, student.path("days").size());
    JsonNode day = student.at("/days/0");
    assertEquals("2026-04-08", day.path("date").asText());
    assertEquals("PRESENT", day.path("dayClass").asText());
    assertEquals("CREDITED_SUPPORT_CENTER", day.path("code").asText());
    assertEquals(List.of("calendar", "enrolment", "mark", "decision"), kinds(day));
    assertEquals(List.of("calendar", "closure", "enrolment"), kinds(student.at("/days/1")));
    day.path("because").forEach(fact -> assertFalse(fact.path("basis").asText().isEmpty()));
    JsonNode finding = answer.at("/findings/0");
    assertEquals(List.of("code", "date", "message", "student"), names(finding));
    assertEquals("FACILITY_UNKNOWN", finding.path("code").asText());
    assertEquals(1, answer.path("findings").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | schoolYear",
        "[] | オブジェクト",
        "{'schoolYear':2026,'students':[]} | plannedDays",
        "{'schoolYear':2026,'plannedDays':[]} | students",
        "{'schoolYear':'平成','plannedDays':[],'students':[]} | schoolYear",
        "{'schoolYear':2026,'plannedDays':'2026-04-08','students':[]} | plannedDays",
        "{'schoolYear':2026,'plannedDays':['2026-02-30'],'students':[]} | plannedDays",
        "{'schoolYear':2026,'grade':'X1','plannedDays':[],'students':[]} | grade",
        "{'schoolYear':2026,'homerooms':[{}],'plannedDays':[],'students':[]} | homerooms",
        "{'schoolYear':2026,'plannedDays':[],'students':[{}]} | students[0].id",
        "{'schoolYear':2026,'plannedDays':[],'students':[3]} | students[0]",
        "{'schoolYear':2026,'plannedDays':[],'students':[{'id':'A'},{'id':'A'}]} | students[1].id",
        "C{'scope':'town','dates':[]} | closures[0].scope",
        "C{'scope':'homeroom','dates':[]} | closures[0].target",
        "C{'scope':'school','basis':'ART1','dates':[]} | closures[0].basis",
        "C{'scope':'school'} | closures[0].firstOn",
        "C{'scope':'school','dates':['4/8']} | closures[0].dates",
        "C{'scope':'school','firstOn':'2026-04-09','lastOn':'2026-04-08'} | closures[0].lastOn",
        "C{'scope':'school','dates':[],'onlineLessons':'yes'} | closures[0].onlineLessons",
        "S'marks':[{'code':'LATE'}] | students[0].marks[0].date",
        "S'marks':[{'date':'2026-04-08','code':'NAP'}] | students[0].marks[0].code",
        "S'marks':[{'date':'2026-04-08','code':'LATE','minutes':1441}] | marks[0].minutes",
        "S'marks':[{'date':'2026-04-08','code':'LATE','visit':1}] | marks[0].visit",
        "S'marks':{} | students[0].marks",
        "S'admittedOn':'2026-05-01','leftOn':'2026-04-30' | students[0].leftOn",
        "S'stays':[{},{}] | stays[1].admittedOn",
        "S'creditings':[{'kind':'9'}] | creditings[0].kind",
        "S'creditings':[{}] | creditings[0].kind",
        "S'creditings':[{'kind':'1','decision':'maybe'}] | creditings[0].decision",
        "S'creditings':[{'kind':'1','firstOn':'2026-05-02','lastOn':'2026-05-01'}] | lastOn",
        "S'acceptances':[{'code':'NAP'}] | acceptances[0].code",
        "F{'name':'□□教室'} | facilities[0].facilityId",
        "F{'facilityId':'F1','kind':'9'} | facilities[0].kind",
        "I{} | ictRule.basis",
        "I{'basis':'visits'} | ictRule.visitsPerMonth",
        "I{'basis':'both','visitsPerMonth':1} | ictRule.minutesPerDay",
        "I{'basis':'minutes','minutesPerDay':-1} | ictRule.minutesPerDay",
        "I3 | ictRule",
        "not json | JSON",
        "{'schoolYear': | JSON"
      })
  void malformedRequestIsRefusedAndSaysWhere(String request, String where) throws Exception {
    HttpResponse<String> answer = rest.send("POST", DOOR, whole(request).replace('\'', '"'));
    assertEquals(400, answer.statusCode(), answer.body());
    JsonNode body = Rest.read(answer);
    assertEquals("MALFORMED", body.path("error").asText());
    String message = body.path("message").asText();
    assertTrue(message.contains(where.strip()), message);
    assertTrue(message.endsWith("。"), message);
  }

  /** Puts a part into a request that is whole but for it. */
  private static String whole(String part) {
    String start = "{'schoolYear':2026,'plannedDays':['2026-04-08'],";
    String rest = part.substring(1);
    return switch (part.charAt(0)) {
      case 'C' -> start + "'students':[],'closures':[" + rest + "]}";
      case 'F' -> start + "'students':[],'facilities':[" + rest + "]}";
      case 'I' -> start + "'students':[],'ictRule':" + rest + "}";
      case 'S' -> start + "'students':[{'id':'A'," + rest + "}]}";
      default -> part;
    };
  }

  @Test
  void emptyBodyIsRefusedAndWithoutATokenNothingIsTold() throws Exception {
    assertEquals(400, rest.send("POST", DOOR, "").statusCode());
    assertEquals(401, new Rest(desk, "").send("POST", DOOR, "{}").statusCode());
    assertEquals(401, desk.get("/api/v1/codes", "").statusCode());
  }

  @Test
  void catalogueAndItsSchemaAreServed() throws Exception {
    JsonNode all = rest.get("/api/v1/codes").path("codes");
    assertEquals(34, all.size());
    assertEquals("PRESENT", all.get(0).path("id").asText());
    assertEquals("present", all.get(0).path("effect").asText());
    assertEquals(33, rest.get("/api/v1/codes?schoolYear=2020").path("codes").size());
    HttpResponse<String> schema = desk.get("/api/schema/attendance-codes.json", "");
    assertEquals(200, schema.statusCode());
    JsonNode required = Rest.read(schema).at("/$defs/code/required");
    List<String> wanted = new ArrayList<>();
    required.forEach(name -> wanted.add(name.asText()));
    all.forEach(code -> assertEquals(new TreeSet<>(wanted), new TreeSet<>(names(code))));
    JsonNode paths = rest.get("/api/openapi.json").path("paths");
    for (String path :
        List.of(
            "/simulations/attendance/post",
            "/codes/get",
            "/tallies/get",
            "/students~1{student}~1days/get",
            "/students~1{student}~1explanation/get")) {
      String pointer = "/~1" + path.substring(1, path.lastIndexOf('/')).replace("/", "~1");
      JsonNode operation = paths.at(pointer + path.substring(path.lastIndexOf('/')));
      assertFalse(operation.path("summary").asText().isEmpty(), path);
    }
  }

  private static JsonNode json(String text) throws Exception {
    return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.properties().forEach(one -> names.add(one.getKey()));
    return names.stream().sorted().toList();
  }

  private static List<String> kinds(JsonNode day) {
    List<String> kinds = new ArrayList<>();
    for (JsonNode fact : day.path("because")) {
      if (!fact.path("kind").asText().equals("rule")) {
        kinds.add(fact.path("kind").asText());
      }
    }
    return kinds;
  }
}
