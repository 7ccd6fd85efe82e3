// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagi.sample.BigSchool;
import org.tsunagi.sample.HandWritten;
import org.tsunagi.sample.SampleFile;
import org.tsunagi.sample.SampleSchool;
import org.tsunagi.testing.TestDatabases;

/** Imports at a running desk: all or nothing, cancelled, begun again, year after year. */
class ImportIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @TempDir Path data;

  private RunningDesk start(String database, String... more) throws Exception {
    List<String> options = new ArrayList<>(List.of(more));
    if (database.equals("postgresql")) {
      options.addAll(List.of("--database", TestDatabases.postgresUrl()));
    }
    options.addAll(List.of("--service-token-file", data.resolve("token").toString()));
    return RunningDesk.start(data.resolve("desk"), options.toArray(String[]::new));
  }

  private String token() throws Exception {
    return RunningDesk.token(data.resolve("token"));
  }

  private HttpResponse<String> post(
      RunningDesk desk, String query, String type, byte[] body, String token) throws Exception {
    URI uri = URI.create(desk.url() + "/api/v1/imports?" + query);
    return desk.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
        token);
  }

  private String submit(RunningDesk desk, String kind, byte[] file) throws Exception {
    HttpResponse<String> answer =
        post(desk, "kind=" + kind, "application/octet-stream", file, token());
    assertEquals(202, answer.statusCode(), answer.body());
    return Rest.read(answer).get("id").asText();
  }

  private static JsonNode await(Rest rest, String job, Duration atMost, Predicate<JsonNode> wanted)
      throws Exception {
    Instant end = Instant.now().plus(atMost);
    JsonNode state = rest.get("/api/v1/jobs/" + job);
    while (!wanted.test(state) && Instant.now().isBefore(end)) {
      Thread.sleep(50);
      state = rest.get("/api/v1/jobs/" + job);
    }
    assertTrue(wanted.test(state), state.toString());
    return state;
  }

  private static boolean ended(JsonNode job) {
    return !List.of("queued", "running").contains(job.get("state").asText());
  }

  private static JsonNode tallies(Rest rest, int year, String more) throws Exception {
    return rest.get("/api/v1/tallies?schoolYear=" + year + "&period=year&format=json" + more);
  }

  private static void load(Rest rest, List<SampleFile> files) throws Exception {
    for (SampleFile file : files) {
      JsonNode job = rest.importBytes(file.kind(), file.bytes(), false);
      assertEquals("succeeded", job.get("state").asText(), file.name() + job);
    }
  }

  private static byte[] multipart(String name, byte[] file) throws Exception {
    var body = new ByteArrayOutputStream();
    String before =
        "--b0undary\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n名簿\r\n"
            + "--b0undary\r\nContent-Disposition: form-data; name=\""
            + name
            + "\"; filename=\"名簿.zip\"\r\nContent-Type: application/zip\r\n\r\n";
    body.write(before.getBytes(StandardCharsets.UTF_8));
    body.write(file);
    body.write("\r\n--b0undary--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void aFileGoesInWholeOrNotAtAll(String database) throws Exception {
    try (RunningDesk desk = start(database)) {
      Rest rest = new Rest(desk, token());
      JsonNode empty = tallies(rest, 2026, "");
      JsonNode dry = rest.importBytes("roster", HandWritten.bulk(), true);
      assertEquals("succeeded", dry.get("state").asText(), dry.toString());
      assertEquals(empty, tallies(rest, 2026, ""));

      String form = "multipart/form-data; boundary=b0undary";
      byte[] body = multipart("file", HandWritten.bulk());
      HttpResponse<String> taken = post(desk, "kind=roster", form, body, token());
      assertEquals(202, taken.statusCode(), taken.body());
      String id = Rest.read(taken).get("id").asText();
      assertTrue(taken.headers().firstValue("Location").orElse("").endsWith("/api/v1/jobs/" + id));
      JsonNode job = await(rest, id, Duration.ofMinutes(1), ImportIT::ended);
      assertEquals(dry.get("counts"), job.get("counts"));
      assertTrue(job.at("/progress/total").asLong() > 20, job.toString());
      assertEquals(job.at("/progress/total"), job.at("/progress/done"));
      JsonNode there = tallies(rest, 2026, "");
      assertNotEquals(empty, there);

      byte[] half = Arrays.copyOf(HandWritten.delta(), HandWritten.delta().length / 2);
      JsonNode cut = rest.importBytes("roster", half, false);
      assertEquals("NOT_A_ZIP", cut.at("/findings/0/code").asText(), cut.toString());
      JsonNode bad = rest.importBytes("calendar", wrongCalendar(), false);
      assertEquals("failed", bad.get("state").asText(), bad.toString());
      assertEquals(1, bad.at("/counts/refused").asInt(), bad.toString());
      assertEquals(0, bad.at("/counts/added").asInt(), bad.toString());
      assertFinding(bad.at("/findings/0"));
      assertEquals(there, tallies(rest, 2026, ""));
    }
  }

  private static byte[] wrongCalendar() {
    return ("schoolSourcedId,date,dayKind,registerTaken\n"
            + "hw-ps,2026-11-06,schoolDay,true\nhw-nowhere,2026-11-09,schoolDay,true\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void assertFinding(JsonNode finding) {
    assertEquals("ERROR", finding.get("severity").asText());
    assertEquals("UNKNOWN_SCHOOL", finding.get("code").asText());
    assertEquals("calendar.csv", finding.get("file").asText());
    assertEquals(3, finding.get("line").asInt());
    assertEquals("schoolSourcedId", finding.get("column").asText());
    assertEquals("hw-nowhere", finding.get("value").asText());
    assertTrue(finding.get("message").asText().contains("ください"), finding.toString());
  }

  @Test
  void whatIsNoImportIsRefusedAtTheDoor() throws Exception {
    try (RunningDesk desk = start("h2")) {
      byte[] zip = HandWritten.bulk();
      String raw = "application/octet-stream";
      HttpResponse<String> unknown = post(desk, "kind=rooster", raw, zip, token());
      assertEquals(400, unknown.statusCode());
      assertTrue(Rest.read(unknown).get("message").asText().contains("roster"), unknown.body());
      assertEquals(400, post(desk, "", raw, zip, token()).statusCode());
      String form = "multipart/form-data; boundary=b0undary";
      byte[] other = multipart("other", zip);
      assertEquals(400, post(desk, "kind=roster", form, other, token()).statusCode());
      assertEquals(401, post(desk, "kind=roster", raw, zip, "").statusCode());
      assertEquals(404, desk.get("/api/v1/jobs/none", token()).statusCode());
      assertEquals(0, new Rest(desk, token()).get("/api/v1/jobs").get("total").asInt());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void studentsMoveUpAndNothingOfTheOldYearIsLost(String database) throws Exception {
    try (RunningDesk desk = start(database, "--today", "2027-05-10")) {
      Rest rest = new Rest(desk, token());
      List<SampleFile> files = new SampleSchool().files(LocalDate.of(2027, 5, 10));
      SampleFile old = files.get(0);
      SampleFile next = files.get(1);
      load(rest, List.of(old, files.get(3).kind().equals("calendar") ? files.get(3) : old));
      JsonNode before = tallies(rest, 2026, "");
      JsonNode grade = tallies(rest, 2026, "&grade=J2&student=" + Story.STUDENT);
      assertTrue(grade.toString().contains(Story.STUDENT), grade.toString());
      load(rest, List.of(next));
      assertEquals(before, tallies(rest, 2026, ""));
      JsonNode up = tallies(rest, 2027, "&grade=J3&student=" + Story.STUDENT);
      assertTrue(up.toString().contains(Story.STUDENT), up.toString());
      JsonNode again = rest.importBytes("roster", next.bytes(), false);
      for (String count : List.of("added", "changed", "ended")) {
        assertEquals(0, again.at("/counts/" + count).asInt(), again.toString());
      }
    }
  }

  @Test
  void aHomeroomTeacherSeesNoOtherClass() throws Exception {
    try (RunningDesk desk = start("h2", "--sample")) {
      WebUser teacher = WebUser.signIn(desk, "sasaki.haruka");
      String own = "/pages/register?month=2026-11&homeroom=" + Story.HOMEROOM;
      assertEquals(200, teacher.get(own).statusCode());
      String page = teacher.get("/students").body();
      assertTrue(page.contains(Story.STUDENT));
      HttpResponse<String> other =
          teacher.get("/api/v1/homerooms/cl-2026-J2-1/register?month=2026-11");
      assertEquals(404, other.statusCode(), other.body());
      WebUser subject = WebUser.signIn(desk, "okabe.tsuyoshi");
      assertEquals(
          200, subject.get("/api/v1/homerooms/cl-2026-J2-1/register?month=2026-11").statusCode());
    }
  }

  @Test
  void anImportCanBeCancelledAndOutlivesACrash() throws Exception {
    List<SampleFile> files = new BigSchool(1200, 200, TODAY).files();
    SampleFile marks = files.get(files.size() - 1);
    assertEquals("marks", marks.kind());
    String job;
    JsonNode before;
    try (RunningDesk desk = start("h2")) {
      Rest rest = new Rest(desk, token());
      load(rest, files.subList(0, files.size() - 1));
      before = tallies(rest, 2025, "");
      job = submit(desk, "marks", marks.bytes());
      String waiting = submit(desk, "marks", marks.bytes());
      assertEquals("cancelled", cancel(rest, waiting).get("state").asText());
      await(rest, job, Duration.ofMinutes(1), ImportIT::isUnderWay);
      cancel(rest, job);
      JsonNode cancelled = await(rest, job, Duration.ofMinutes(1), ImportIT::ended);
      assertEquals("cancelled", cancelled.get("state").asText(), cancelled.toString());
      assertEquals(before, tallies(rest, 2025, ""));

      job = submit(desk, "marks", marks.bytes());
      await(rest, job, Duration.ofMinutes(1), ImportIT::isUnderWay);
      ProcessHandle process = ProcessHandle.of(desk.pid()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get();
    }
    try (RunningDesk desk = start("h2")) {
      Rest rest = new Rest(desk, token());
      assertEquals(before, tallies(rest, 2025, ""));
      JsonNode done = await(rest, job, Duration.ofMinutes(4), ImportIT::ended);
      assertEquals("succeeded", done.get("state").asText(), done.toString());
      assertEquals(240_000, done.at("/counts/added").asInt(), done.toString());
      assertNotEquals(before, tallies(rest, 2025, ""));
    }
  }

  private static boolean isUnderWay(JsonNode job) {
    return job.get("state").asText().equals("running") && job.at("/progress/done").asLong() > 0;
  }

  private static JsonNode cancel(Rest rest, String job) throws Exception {
    HttpResponse<String> answer = rest.send("POST", "/api/v1/jobs/" + job + "/cancel", "");
    assertEquals(200, answer.statusCode(), answer.body());
    return Rest.read(answer);
  }
}
