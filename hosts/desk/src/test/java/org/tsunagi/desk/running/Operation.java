// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One operation of the REST interface, as its description lists it.
 *
 * @param method the HTTP method
 * @param path the path below {@code /api/v1}, with its variables
 */
record Operation(String method, String path) {
  private static final Map<String, String> QUERIES =
      Map.ofEntries(
          Map.entry(
              "/homerooms/{homeroom}/register/history", "?studentId={student}&date=2026-11-05"),
          Map.entry("/homerooms/{homeroom}/register", "?month=2026-11"),
          Map.entry(
              "/students/{student}/explanation",
              "?schoolYear=2026&month=2026-11&figure=daysAbsent"),
          Map.entry("/students/{student}/days", "?schoolYear=2026"),
          Map.entry("/students/{student}/year-table", "?schoolYear=2026"),
          Map.entry("/schools/{school}/closures", "?schoolYear=2026"),
          Map.entry("/suspension-end", "?disease=INFLUENZA&onsetOn=2026-11-05"),
          Map.entry("/record-closings", "?school={school}&schoolYear=2026"),
          Map.entry("/records", "?school={school}&schoolYear=2026"),
          Map.entry("/form-sections", "?scope=installation"),
          Map.entry("/students/{student}/sheets/{key}/difference", "?from=1&to=2"),
          Map.entry("/watch", "?school={school}"),
          Map.entry("/watch/people", "?school={school}"),
          Map.entry("/watch/tasks/{id}", "?school={school}"),
          Map.entry("/watch/scans", "?school={school}"),
          Map.entry("/watch/notices/seen", "?school={school}"),
          Map.entry("/class-prints", "?homeroom={homeroom}&part=all"),
          Map.entry("/students/{student}/support-course", "?schoolYear=2026"),
          Map.entry("/students/{student}/plain-words", "?schoolYear=2026"),
          Map.entry("/students/{student}/plain-words/paper.pdf", "?schoolYear=2026"),
          Map.entry("/schools/{school}/student-merges/preview", "?from={student}&into=x"),
          Map.entry("/imports", "?kind=marks&dryRun=true"));
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(
              "/homerooms/{homeroom}/register/marks",
              """
              {"changes":[{"studentId":"{student}","date":"2026-11-05","code":"LATE",
              "expected":null}],"reason":""}"""),
          Map.entry(
              "/homerooms/{homeroom}/register/taken", "{\"date\":\"2026-11-05\",\"taken\":true}"),
          Map.entry(
              "/homerooms/{homeroom}/register/lock",
              "{\"month\":\"2026-10\",\"locked\":false,\"reason\":\"x\"}"),
          Map.entry("/students/{student}/sheets/{key}", "{\"version\":0,\"content\":{}}"),
          Map.entry(
              "/schools/{school}/closures",
              """
              {"firstOn":"2026-11-25","lastOn":"2026-11-25","scope":"school","target":"",
              "basis":"ART20","reason":"x","onlineLessons":false}"""),
          Map.entry(
              "/schools/{school}/closures/{id}",
              """
              {"closure":{"firstOn":"2026-11-25","scope":"school","basis":"ART20"},
              "reason":"x"}"""),
          Map.entry("/schools/{school}/closures/{id}/voids", "{\"reason\":\"x\"}"),
          Map.entry(
              "/schools/{school}/groups",
              """
              {"group":"x","studentIds":["{student}"],"firstOn":"2026-11-25"}"""),
          Map.entry(
              "/schools/{school}/groups/ends",
              """
              {"group":"x","studentId":"{student}","lastOn":"2026-11-25"}"""),
          Map.entry(
              "/students/{student}/acceptances",
              """
              {"code":"EXEMPT_EXAM","firstOn":"2026-11-05","outcome":"granted"}"""),
          Map.entry("/students/{student}/acceptances/{id}/voids", "{\"reason\":\"x\"}"),
          Map.entry(
              "/students/{student}/recodings",
              """
              {"firstOn":"2026-11-04","lastOn":"2026-11-05","code":"SUSPENSION_INFECTION",
              "reason":"x"}"""),
          Map.entry("/creditings/{crediting}/conditions/{condition}", "{\"met\":true,\"entry\":0}"),
          Map.entry(
              "/creditings/{crediting}/decisions",
              "{\"outcome\":\"granted\",\"decision\":0,\"version\":1}"),
          Map.entry("/creditings/{crediting}/preview", "{\"outcome\":\"granted\"}"),
          Map.entry(
              "/ict-rules",
              "{\"level\":\"installation\",\"firstOn\":\"2026-04-01\",\"basis\":\"visits\",\"visitsPerMonth\":1}"),
          Map.entry("/ict-rules/{rule}/void", "{\"reason\":\"x\"}"),
          Map.entry(
              "/record-closings/amendments",
              "{\"school\":\"{school}\",\"schoolYear\":2026,\"number\":1,\"reason\":\"x\"}"),
          Map.entry("/record-closings", "{\"school\":\"{school}\",\"schoolYear\":2026}"),
          Map.entry("/students/{student}/guidance-record/notes", "{\"version\":0}"),
          Map.entry(
              "/students/{student}/contacts",
              """
              {"on":"2026-11-05","how":"phone","reached":true,"safetyConfirmed":true,
              "result":"x"}"""),
          Map.entry("/watch/mail-address", "{\"address\":\"\",\"version\":0}"),
          Map.entry(
              "/watch/tasks",
              """
              {"version":0,"student":"{student}","findingKey":"x","nextStep":"x",
              "done":false}"""),
          Map.entry(
              "/watch/tasks/{id}",
              """
              {"version":0,"student":"{student}","findingKey":"x","nextStep":"x",
              "done":false}"""),
          Map.entry(
              "/watch-settings", "{\"scope\":\"school\",\"target\":\"{school}\",\"version\":0}"),
          Map.entry(
              "/access-settings",
              "{\"version\":0,\"secondFactor\":false,\"readerNames\":\"name\"}"),
          Map.entry("/attachment-settings", "{\"version\":0,\"megabytes\":10}"),
          Map.entry(
              "/students/{student}/sheets/{key}/attachments/{attachment}/void",
              "{\"reason\":\"x\"}"),
          Map.entry("/evidence/{evidence}/attachments/{attachment}/void", "{\"reason\":\"x\"}"),
          Map.entry(
              "/schools/{school}/student-merges",
              "{\"from\":\"{student}\",\"into\":\"x\",\"reason\":\"x\",\"choices\":{}}"),
          Map.entry("/schools/{school}/student-merges/{merge}/undo", "{\"reason\":\"x\"}"),
          Map.entry(
              "/schools/{school}/curriculum-plans",
              """
              {"name":"x","target":"school","plan":{"stage":"JH","grade":1,"subjects":[]}}"""),
          Map.entry(
              "/schools/{school}/curriculum-plans/{plan}/draft",
              """
              {"version":1,"revision":0,"plan":{"stage":"JH","grade":1,"subjects":[]}}"""),
          Map.entry(
              "/schools/{school}/curriculum-plans/{plan}/application",
              "{\"version\":1,\"revision\":0}"),
          Map.entry(
              "/schools/{school}/curriculum-plans/{plan}/approval",
              """
              {"version":1,"revision":0,"approvedOn":"2026-11-01","effectiveOn":"2026-12-01"}"""),
          Map.entry("/students/{student}/sheets/{key}/rows/{row}/done", "{\"version\":1}"),
          Map.entry("/students/{student}/sheets/{key}/rows/{row}/measure", "{\"version\":1}"),
          Map.entry("/students/{student}/evidence/lines", "[]"),
          Map.entry("/students/{student}/needs", "{\"version\":0,\"kinds\":[]}"),
          Map.entry("/students/{student}/sheets/{key}/draft", "{\"version\":0,\"content\":{}}"),
          Map.entry(
              "/students/{student}/sheets/{key}/state", "{\"action\":\"submit\",\"version\":0}"),
          Map.entry("/students/{student}/acknowledgements/{key}", "{\"sha256\":\"0000\"}"),
          Map.entry(
              "/form-sections/{section}",
              "{\"scope\":\"installation\",\"version\":0,\"part\":\"common\",\"firstOn\":\"2026-12-01\",\"body\":{}}"),
          Map.entry("/schools/{school}/register-settings", "{\"openMonths\":0}"),
          Map.entry("/service-accounts", "{\"name\":\"other\",\"privileges\":[\"code.read\"]}"));

  /** Returns ids of things of the sample's story, and things that belong to them. */
  static Map<String, String> theirs(Rest rest) throws Exception {
    String of = "/api/v1/students/" + Story.STUDENT;
    Map<String, String> ids = new HashMap<>();
    ids.put("student", Story.STUDENT);
    ids.put("homeroom", Story.HOMEROOM);
    ids.put("school", "sch-kaede");
    ids.put("schoolYear", "2026");
    ids.put("id", "1");
    ids.put("key", "a-2026");
    ids.put("section", "club");
    ids.put("attachment", "1");
    ids.put("merge", "1");
    ids.put("plan", "1");
    ids.put("row", "r1");
    ids.put("name", "integrator");
    ids.put("crediting", rest.get(of + "/creditings").findValue("id").asText());
    ids.put("condition", "wish");
    ids.put("evidence", rest.get(of + "/evidence").findValue("id").asText());
    ids.put("result", "1");
    ids.put("rule", "1");
    ids.put("facility", "F-KOKAGE");
    return Map.copyOf(ids);
  }

  /** Returns ids of nothing. */
  static Map<String, String> nobodys() {
    Map<String, String> ids = new HashMap<>();
    for (String name :
        List.of("crediting", "evidence", "result", "rule", "facility", "condition")) {
      ids.put(name, "none-of-these");
    }
    ids.put("student", "st-0000-000");
    ids.put("homeroom", "cl-0000-X0-0");
    ids.put("school", "sch-nowhere");
    ids.put("schoolYear", "2026");
    ids.put("id", "999999");
    ids.put("key", "a-2026");
    ids.put("section", "club");
    ids.put("attachment", "none-of-these");
    ids.put("merge", "none-of-these");
    ids.put("plan", "none-of-these");
    ids.put("row", "none-of-these");
    ids.put("name", "nobody");
    return Map.copyOf(ids);
  }

  /** Reads all operations of a description. */
  static List<Operation> listAll(JsonNode description) {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        all.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey()));
      }
    }
    return all;
  }

  boolean writes() {
    return !method.equals("GET");
  }

  boolean names(String variable) {
    return path.contains("{" + variable + "}");
  }

  /** Makes a request with ids in place of the variables. */
  HttpRequest.Builder request(String base, Map<String, String> ids) {
    String address = fill(path + QUERIES.getOrDefault(path, ""), ids);
    HttpRequest.BodyPublisher body =
        writes()
            ? HttpRequest.BodyPublishers.ofString(fill(BODIES.getOrDefault(path, "{}"), ids))
            : HttpRequest.BodyPublishers.noBody();
    return HttpRequest.newBuilder(URI.create(base + "/api/v1" + address))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, */*;q=0.1")
        .method(method, body);
  }

  private static String fill(String text, Map<String, String> ids) {
    String filled = text;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    return filled;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
