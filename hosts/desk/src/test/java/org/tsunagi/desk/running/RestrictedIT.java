// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of custody reaches nobody without the right, through no operation and no page. */
class RestrictedIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String MARKER = "しるし4W8Hの収容";
  private static final String DATE = "2026-11-05";
  private static final List<String> PAGES =
      List.of(
          "/students",
          "/students/" + Story.STUDENT,
          "/students/" + Story.STUDENT + "/sheet-a",
          "/pages/register?homeroom=" + Story.HOMEROOM + "&month=2026-11",
          "/pages/closures",
          "/pages/exempt-days",
          "/pages/exempt-days?school=sch-kaede&year=2026");

  @TempDir Path data;

  @Test
  void aMarkerInARestrictedMarkShowsOnlyToThoseWithTheRight() throws Exception {
    try (RunningDesk desk =
        RunningDesk.start(
            data.resolve("desk"),
            "--sample",
            "--service-token-file",
            data.resolve("token").toString())) {
      String token = RunningDesk.token(data.resolve("token"));
      Rest rest = new Rest(desk, token);
      Map<String, String> ids = Operation.theirs(rest);
      List<Operation> operations = Operation.listAll(rest.get("/api/openapi.json"));
      write(desk);
      List<String> leaks = new ArrayList<>();
      for (String name : List.of("hatano.minoru", "okabe.tsuyoshi", "uchida.saki")) {
        WebUser user = WebUser.signIn(desk, name);
        for (String told : everything(desk, user, operations, ids)) {
          if (told.contains(MARKER) || told.contains("EXEMPT_CUSTODY\",\"date")) {
            leaks.add(name + " " + told.substring(0, Math.min(200, told.length())));
          }
        }
      }
      String limited = account(rest, "tally.read", "register.read", "student.read", "sheet.read");
      for (Operation one : operations) {
        if (!one.writes()) {
          String told = desk.send(one.request(desk.url(), ids), limited).body();
          assertFalse(told.contains(MARKER), one.toString());
        }
      }
      String csv = "/api/v1/tallies?schoolYear=2026&format=csv&school=sch-kaede";
      assertTrue(desk.get(csv, limited).body().contains("日（理由は限られた人が見られます）"));
      assertEquals(List.of(), leaks);
      assertTrue(desk.get(csv, token).body().contains(MARKER));
      for (String name : List.of("ohno.takashi", Story.TEACHER)) {
        List<String> told = everything(desk, WebUser.signIn(desk, name), operations, ids);
        assertTrue(told.stream().anyMatch(one -> one.contains(MARKER)), name);
      }
    }
  }

  private static void write(RunningDesk desk) throws Exception {
    WebUser head = WebUser.signIn(desk, "kawai.nao");
    String register = "/api/v1/homerooms/" + Story.HOMEROOM + "/register";
    String before =
        MAPPER
            .readTree(head.get(register + "?month=2026-11").body())
            .get("students")
            .findParents("marks")
            .stream()
            .filter(one -> one.get("id").asText().equals(Story.STUDENT))
            .findFirst()
            .orElseThrow()
            .at("/marks/" + DATE + "/code")
            .asText();
    String body =
        MAPPER.writeValueAsString(
            Map.of(
                "reason",
                MARKER,
                "changes",
                List.of(
                    Map.of(
                        "studentId", Story.STUDENT,
                        "date", DATE,
                        "code", "EXEMPT_CUSTODY",
                        "detail", MARKER,
                        "expected", before))));
    HttpResponse<String> saved =
        head.send(
            HttpRequest.newBuilder(URI.create(desk.url() + register + "/marks"))
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", head.csrf())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    assertEquals(200, saved.statusCode(), saved.body());
  }

  private static List<String> everything(
      RunningDesk desk, WebUser user, List<Operation> operations, Map<String, String> ids)
      throws Exception {
    List<String> told = new ArrayList<>();
    for (Operation one : operations) {
      if (!one.writes()) {
        told.add(one + " " + user.send(one.request(desk.url(), ids).build()).body());
      }
    }
    for (String page : PAGES) {
      told.add(page + " " + user.get(page).body());
    }
    return told;
  }

  private static String account(Rest rest, String... privileges) throws Exception {
    String body = MAPPER.writeValueAsString(Map.of("name", "limited", "privileges", privileges));
    return Rest.read(rest.send("POST", "/api/v1/service-accounts", body)).get("token").asText();
  }
}
