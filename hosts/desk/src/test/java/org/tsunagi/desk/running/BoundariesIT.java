// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Nobody gets through the REST interface or the pages what is not theirs to see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundariesIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String MARKER = "しるし7Q3Zの文";
  private static final Set<String> OWN =
      Set.of("/watch/mail-address", "/watch/notices/seen", "/notices", "/tasks");
  private static final Map<String, String> NOBODYS = Operation.nobodys();

  @TempDir static Path data;
  private RunningDesk desk;
  private Rest rest;
  private String token = "";
  private Map<String, String> theirs = Map.of();
  private List<Operation> operations = List.of();

  @BeforeAll
  void start() throws Exception {
    desk =
        RunningDesk.start(
            data.resolve("desk"),
            "--sample",
            "--service-token-file",
            data.resolve("token").toString());
    token = RunningDesk.token(data.resolve("token"));
    rest = new Rest(desk, token);
    theirs = Operation.theirs(rest);
    operations = Operation.listAll(rest.get("/api/openapi.json"));
    assertTrue(operations.size() > 20, operations.toString());
  }

  @AfterAll
  void stop() throws Exception {
    desk.close();
  }

  /** Sends a request as a person does, with the token against forgery. */
  private static HttpResponse<String> send(WebUser user, String csrf, HttpRequest.Builder request)
      throws Exception {
    HttpResponse<String> answer = user.send(request.header("X-CSRF-Token", csrf).build());
    assertAgreedShape(answer);
    return answer;
  }

  private static void assertAgreedShape(HttpResponse<String> answer) throws Exception {
    String told = answer.request() + " " + answer.statusCode() + " " + answer.body();
    assertTrue(answer.statusCode() < 500, told);
    if (answer.statusCode() >= 400) {
      JsonNode body = MAPPER.readTree(answer.body());
      Set<String> names = new HashSet<>();
      body.fieldNames().forEachRemaining(names::add);
      assertEquals(Set.of("error", "message", "findings"), names, told);
      assertTrue(body.get("error").asText().matches("[A-Z][A-Z0-9_]+"), told);
      assertFalse(body.get("message").asText().isBlank(), told);
      assertTrue(body.get("findings").isArray(), told);
      assertFalse(answer.body().contains("Exception"), told);
    }
  }

  private static String seen(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.body();
  }

  @Test
  void anotherSchoolsThingsLookLikeThingsThatDoNotExist() throws Exception {
    List<String> differences = new ArrayList<>();
    for (String username :
        List.of("hayama.midori", "tachibana.noriko", "wakaba.sumire", "honda.mio")) {
      WebUser user = WebUser.signIn(desk, username);
      String csrf = user.csrf();
      for (Operation one : operations) {
        if (Stream.of("student", "homeroom", "school", "crediting", "evidence")
            .noneMatch(one::names)) {
          continue;
        }
        HttpResponse<String> other = send(user, csrf, one.request(desk.url(), theirs));
        HttpResponse<String> nobodys = send(user, csrf, one.request(desk.url(), NOBODYS));
        if (other.statusCode() < 400 || !seen(other).equals(seen(nobodys))) {
          differences.add(username + " " + one + ": " + seen(other) + " / " + seen(nobodys));
        }
      }
    }
    assertEquals(List.of(), differences);
  }

  @Test
  void aForeignChildInOnesOwnHomeroomLooksLikeNobody() throws Exception {
    WebUser teacher = WebUser.signIn(desk, "hayama.midori");
    String csrf = teacher.csrf();
    Matcher own =
        Pattern.compile("data-homeroom=\"([^\"]+)\"")
            .matcher(teacher.get("/pages/register").body());
    assertTrue(own.find());
    Map<String, String> theirs = new HashMap<>(this.theirs);
    theirs.put("homeroom", own.group(1));
    Map<String, String> nobodys = new HashMap<>(NOBODYS);
    nobodys.put("homeroom", own.group(1));
    for (String path : List.of("history", "marks")) {
      Operation one =
          operations.stream().filter(o -> o.path().endsWith("/" + path)).findFirst().orElseThrow();
      HttpResponse<String> foreign = send(teacher, csrf, one.request(desk.url(), theirs));
      assertTrue(foreign.statusCode() == 404 || foreign.statusCode() == 422, seen(foreign));
      assertEquals(seen(send(teacher, csrf, one.request(desk.url(), nobodys))), seen(foreign));
    }
    for (String query : List.of("student=" + Story.STUDENT, "school=sch-kaede", "")) {
      String about = get(teacher, "/api/v1/tallies?schoolYear=2026&period=year&" + query);
      assertFalse(about.contains("sch-kaede") || about.contains(Story.STUDENT), query + about);
    }
  }

  private static String get(WebUser user, String path) throws Exception {
    return user.get(path).body();
  }

  @Test
  void listsOfOneSchoolNeverHoldAnother() throws Exception {
    WebUser deputy = WebUser.signIn(desk, "tachibana.noriko");
    String csrf = deputy.csrf();
    int answered = 0;
    for (Operation one : operations) {
      if (!one.writes() && !one.path().contains("{")) {
        HttpResponse<String> answer = send(deputy, csrf, one.request(desk.url(), theirs));
        answered += answer.statusCode() == 200 ? 1 : 0;
        for (String secret : List.of("sch-kaede", Story.STUDENT, Story.HOMEROOM, "水野")) {
          assertFalse(answer.body().contains(secret), one + " tells " + secret);
        }
      }
    }
    assertTrue(answered > 0, "no list answers");
    for (String own : List.of("/tallies?schoolYear=2026&school=", "/audit?school=")) {
      HttpResponse<String> answer = deputy.get("/api/v1" + own + "sch-aoba");
      assertEquals(200, answer.statusCode(), own);
      assertFalse(answer.body().contains("sch-kaede"), own);
    }
    assertFalse(get(deputy, "/students").contains(Story.STUDENT));
    assertEquals(404, deputy.get("/students/" + Story.STUDENT).statusCode());
    assertEquals(
        get(deputy, "/students/nobody").replace("nobody", "?"),
        get(deputy, "/students/" + Story.STUDENT).replace(Story.STUDENT, "?"));
  }

  @Test
  void withoutATokenEverythingAnswers401() throws Exception {
    for (Operation one : operations) {
      for (String wrong : List.of("", "tsg_wrong")) {
        HttpResponse<String> answer = desk.send(one.request(desk.url(), theirs), wrong);
        assertAgreedShape(answer);
        assertEquals(401, answer.statusCode(), one + seen(answer));
        assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
      }
    }
  }

  private String account(String name, String... privileges) throws Exception {
    String body = MAPPER.writeValueAsString(Map.of("name", name, "privileges", privileges));
    HttpResponse<String> made = rest.send("POST", "/api/v1/service-accounts", body);
    assertEquals(201, made.statusCode(), made.body());
    return Rest.read(made).get("token").asText();
  }

  @Test
  void aServiceAccountDoesOnlyWhatItsPrivilegesName() throws Exception {
    String limited = account("reads-names-only", "student.read");
    List<String> allowed = new ArrayList<>();
    for (Operation one : operations) {
      HttpResponse<String> answer = desk.send(one.request(desk.url(), theirs), limited);
      assertAgreedShape(answer);
      // Of these ids there is none, and one's own address and notices are everybody's own.
      boolean none =
          answer.statusCode() == 404
              && (one.names("rule")
                  || one.names("id")
                  || one.names("evidence")
                  || one.names("row")
                  || one.path().endsWith("/merged"));
      if (answer.statusCode() != 403 && !none && !OWN.contains(one.path())) {
        allowed.add(one + " " + seen(answer));
      }
    }
    assertEquals(List.of(), allowed);
  }

  @Test
  void aWriteWithoutThePagesTokenIsRefused() throws Exception {
    WebUser deputy = WebUser.signIn(desk, "kawai.nao");
    for (Operation one : operations) {
      if (one.writes()) {
        for (String wrong : List.of("", "made-up")) {
          HttpResponse<String> answer =
              wrong.isEmpty()
                  ? deputy.send(one.request(desk.url(), theirs).build())
                  : send(deputy, wrong, one.request(desk.url(), theirs));
          assertAgreedShape(answer);
          assertTrue(Set.of(401, 403).contains(answer.statusCode()), one + seen(answer));
        }
      }
    }
    for (String page : List.of("/students", "/language", "/account/sessions/end-all")) {
      assertEquals(403, deputy.post(page, List.of("q", "x")).statusCode(), page);
    }
  }

  @Test
  void nonsenseIsRefusedInTheAgreedShape() throws Exception {
    List<String> paths =
        List.of(
            "/homerooms/" + Story.HOMEROOM + "/register?month=2026-13",
            "/homerooms/" + Story.HOMEROOM + "/register?month=%00",
            "/homerooms/" + Story.HOMEROOM + "/register?month=9999-12",
            "/homerooms/" + Story.HOMEROOM + "/register/history?studentId=x&date=yesterday",
            "/students/" + Story.STUDENT + "/days?schoolYear=many",
            "/students/" + Story.STUDENT + "/days?schoolYear=-2147483648",
            "/students/" + Story.STUDENT + "/explanation?schoolYear=2026&month=x&figure=daysAbsent",
            "/students/" + Story.STUDENT + "/explanation?schoolYear=2026&figure=nothing",
            "/students/" + Story.STUDENT + "/sheets/a-soon",
            "/students/" + Story.STUDENT + "/sheets/a-99999",
            "/students/" + "x".repeat(300) + "/days?schoolYear=2026",
            "/students/%E3%81%82/days?schoolYear=2026",
            "/tallies?schoolYear=2026&grade=Z9",
            "/tallies?schoolYear=99999",
            "/tallies?limit=99999999",
            "/jobs?limit=-1",
            "/jobs/not-a-number",
            "/audit?school=x&limit=x",
            "/nothing/of/this/name");
    for (String path : paths) {
      HttpResponse<String> answer = desk.get("/api/v1" + path, token);
      assertAgreedShape(answer);
      assertTrue(
          answer.statusCode() >= 400 || seen(answer).equals("200 {\"days\":[]}"),
          path + seen(answer));
    }
    for (Operation one : operations) {
      if (one.writes() && !one.path().endsWith("cancel") && !one.path().contains("counting-copy")) {
        for (String body : List.of("{", "[]", "null", "\"\"", "{\"changes\":[null]}")) {
          HttpResponse<String> answer =
              desk.send(
                  one.request(desk.url(), NOBODYS)
                      .method(one.method(), HttpRequest.BodyPublishers.ofString(body)),
                  token);
          assertAgreedShape(answer);
        }
      }
    }
    HttpRequest.Builder patch =
        HttpRequest.newBuilder(URI.create(desk.url() + "/api/v1/tallies"))
            .method("PATCH", HttpRequest.BodyPublishers.ofString("{}"));
    assertAgreedShape(desk.send(patch, token));
  }

  @Test
  void whatASheetSaysReachesNobodyWithoutTheRight() throws Exception {
    WebUser teacher = WebUser.signIn(desk, Story.TEACHER);
    String sheet = "/api/v1/students/" + Story.STUDENT + "/sheets/a-2026";
    int version = rest.get(sheet).get("version").asInt();
    String body =
        MAPPER.writeValueAsString(
            Map.of(
                "version", version, "content", Map.of("texts", Map.of("absenceReasons", MARKER))));
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(desk.url() + sheet))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body));
    assertEquals(200, send(teacher, teacher.csrf(), put).statusCode());
    String page = "/students/" + Story.STUDENT + "/sheet-a";
    assertTrue(get(teacher, page).contains(MARKER));
    plantANote();
    for (String username :
        List.of(
            "okabe.tsuyoshi",
            "uchida.saki",
            "hatano.minoru",
            "tachibana.noriko",
            "kanzaki.reiko",
            "dojima.osamu",
            "renkei.taro",
            "admin")) {
      WebUser other = WebUser.signIn(desk, username);
      String csrf = other.csrf();
      for (Operation one : operations) {
        if (!one.writes()) {
          String answer = send(other, csrf, one.request(desk.url(), theirs)).body();
          assertFalse(answer.contains(MARKER), username + " " + one);
        }
      }
      for (String path :
          List.of(
              page,
              "/students/" + Story.STUDENT,
              "/students/" + Story.STUDENT + "/notes",
              "/students/" + Story.STUDENT + "/read-log",
              "/students/" + Story.STUDENT + "/emergency",
              "/pages/notices",
              "/students",
              "/pages/register?homeroom=" + Story.HOMEROOM + "&month=2026-11",
              "/pages/imports",
              "/admin/security",
              "/api/v1/tallies?schoolYear=2026&format=csv")) {
        assertFalse(get(other, path).contains(MARKER), username + " " + path);
      }
    }
    String limited = account("tallies-only", "tally.read", "student.read", "audit.read");
    for (Operation one : operations) {
      if (!one.writes()) {
        assertFalse(
            desk.send(one.request(desk.url(), theirs), limited).body().contains(MARKER),
            one.toString());
      }
    }
    assertFalse(desk.output().contains(MARKER));
    assertNoLogHolds(MARKER);
  }

  /** Writes a note that only the principal may open, and looks that its page does not hold it. */
  private void plantANote() throws Exception {
    WebUser principal = WebUser.signIn(desk, "ohno.takashi");
    String notes = "/api/v1/students/" + Story.STUDENT + "/notes";
    String note =
        MAPPER.writeValueAsString(
            Map.of("kind", "family", "roles", List.of("principal"), "content", MARKER));
    HttpRequest.Builder post =
        HttpRequest.newBuilder(URI.create(desk.url() + notes))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(note));
    assertEquals(201, send(principal, principal.csrf(), post).statusCode());
    for (String path : List.of(notes, "/students/" + Story.STUDENT + "/notes")) {
      String answer = get(principal, path);
      assertTrue(answer.contains("family") || answer.contains("家庭"), path);
      assertFalse(answer.contains(MARKER), path);
    }
  }

  private static void assertNoLogHolds(String text) throws Exception {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        assertFalse(Files.readString(file, StandardCharsets.UTF_8).contains(text), file.toString());
      }
    }
  }
}
