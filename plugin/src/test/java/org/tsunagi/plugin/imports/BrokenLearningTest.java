// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.code.CatalogueJson;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;

/** Mistakes in the files on codes, facilities, decisions, days of learning and their rules. */
class BrokenLearningTest {
  private static final String FACILITIES =
      "facilityId,name,kind,prefecture,municipality,publicBody\n";
  private static final String RULES =
      "level,schoolSourcedId,prefecture,municipality,firstOn,basis,visitsPerMonth,minutesPerDay,"
          + "span,rounding,name\n";
  private static final String EVIDENCE = "studentSourcedId,date,kind,facilityId,minutes,who,role\n";
  private static final String CREDITING =
      "{\"studentSourcedId\":\"a\",\"kind\":\"8\",\"firstOn\":\"2026-11-05\","
          + "\"lastOn\":\"2026-11-30\",\"decision\":\"waiting\"}";
  private static final String ACCEPTANCE =
      "{\"studentSourcedId\":\"a\",\"code\":\"EXEMPT_DISASTER\",\"firstOn\":\"2026-11-05\","
          + "\"lastOn\":\"2026-11-05\",\"decision\":\"granted\"}";
  private static final String CODE =
      CatalogueJson.write(new ShippedCodes().catalogue().find("ABSENT_ILLNESS").orElseThrow())
          .toString();

  private record Case(String kind, String text, String finding) {}

  private static Case row(
      String kind, String header, String row, String code, int line, String column) {
    return new Case(
        kind, header + row + "\n", "ERROR " + code + " " + kind + ".csv:" + line + " " + column);
  }

  private static Case facility(String row, String code, int line, String column) {
    return row("facilities", FACILITIES, row, code, line, column);
  }

  private static Case rule(String row, String code, int line, String column) {
    return row("ictRules", RULES, row, code, line, column);
  }

  private static Case evidence(String row, String code, int line, String column) {
    return row("evidence", EVIDENCE, row, code, line, column);
  }

  /** Returns an object with one field set to something else. */
  private static String with(String object, String field, String value) {
    try {
      JsonNode other = Json.MAPPER.readTree(value);
      return ((ObjectNode) Json.MAPPER.readTree(object)).set(field, other).toString();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** A file whose second decision has the mistake. */
  private static Case crediting(String field, String value, String code, String place) {
    return new Case(
        "creditings",
        "{\"creditings\":[" + CREDITING + "," + with(CREDITING, field, value) + "]}",
        "ERROR " + code + " creditings.json:0 /creditings/1/" + place);
  }

  private static Case acceptance(String field, String value, String code, String place) {
    return new Case(
        "creditings",
        "{\"creditings\":["
            + CREDITING
            + "],\"acceptances\":["
            + with(ACCEPTANCE, field, value)
            + "]}",
        "ERROR " + code + " creditings.json:0 /acceptances/0/" + place);
  }

  private static Case creditings(String text, String finding) {
    return new Case("creditings", text, finding);
  }

  /** A file whose second code, on the third line, has the mistake. */
  private static Case code(String field, String value, String place) {
    return new Case(
        "codes",
        "{\"codes\":[\n" + CODE + ",\n" + with(CODE, field, value) + "]}",
        "ERROR SCHEMA attendance-codes.json:3 /codes/1" + (place.isEmpty() ? "" : "/" + place));
  }

  private static Case codes(String text, String finding) {
    return new Case("codes", text, "ERROR " + finding);
  }

  static Stream<Case> facilities() {
    return Stream.of(
        facility(",教室,1,,,", "EMPTY_CELL", 2, "facilityId"),
        facility("f2,,1,,,", "EMPTY_CELL", 2, "name"),
        facility("f2,教室,9,,,", "KIND", 2, "kind"),
        facility("f2,教室,⑨,,,", "KIND", 2, "kind"),
        facility("f2,教室,12,,,", "KIND", 2, "kind"),
        facility("f2,教室,123,,,", "TOO_LONG", 2, "kind"),
        facility("f 2,教室,1,,,", "FACILITY_ID", 2, "facilityId"),
        facility("施設,教室,1,,,", "FACILITY_ID", 2, "facilityId"),
        facility("f2,教室,1,,,はい", "BAD_VALUE", 2, "publicBody"),
        facility("f2,教室,1,,,\nf2,別の教室,2,,,", "DUPLICATE_KEY", 3, "facilityId"),
        facility("f2,=1,1,,,", "FORMULA_CELL", 2, "name"),
        facility("f2,教室,1,栃栃栃栃栃栃栃栃栃栃栃栃栃栃栃栃栃栃栃栃栃,,", "TOO_LONG", 2, "prefecture"),
        facility("f2,教室", "WRONG_CELL_COUNT", 2, ""),
        new Case(
            "facilities",
            "facilityId,name\nf2,教室\n",
            "ERROR MISSING_COLUMN facilities.csv:1 kind"));
  }

  static Stream<Case> rules() {
    return Stream.of(
        rule("city,,,,2026-04-01,minutes,,60,day,,規程", "BAD_VALUE", 2, "level"),
        rule("school,s9,,,2026-04-01,minutes,,60,day,,規程", "UNKNOWN_SCHOOL", 2, "schoolSourcedId"),
        rule("school,,,,2026-04-01,minutes,,60,day,,規程", "UNKNOWN_SCHOOL", 2, "schoolSourcedId"),
        rule("municipality,,栃木県,,2026-04-01,minutes,,60,day,,規程", "SCOPE", 2, "municipality"),
        rule("school,s1,,,2026-13-01,minutes,,60,day,,規程", "BAD_DATE", 2, "firstOn"),
        rule("school,s1,,,2026-04-01,hours,,60,day,,規程", "BAD_VALUE", 2, "basis"),
        rule("school,s1,,,2026-04-01,minutes,,0,day,,規程", "BAD_NUMBER", 2, "minutesPerDay"),
        rule("school,s1,,,2026-04-01,minutes,,,day,,規程", "BAD_NUMBER", 2, "minutesPerDay"),
        rule("school,s1,,,2026-04-01,minutes,,６０,day,,規程", "BAD_NUMBER", 2, "minutesPerDay"),
        rule("school,s1,,,2026-04-01,visits,,,,,規程", "BAD_NUMBER", 2, "visitsPerMonth"),
        rule("school,s1,,,2026-04-01,visits,32,,,,規程", "BAD_NUMBER", 2, "visitsPerMonth"),
        rule("school,s1,,,2026-04-01,minutes,,60,week,,規程", "BAD_VALUE", 2, "span"),
        rule("school,s1,,,2026-04-01,minutes,,60,month,nearest,規程", "BAD_VALUE", 2, "rounding"),
        rule("school,s1,,,2026-04-01,minutes,,60,day,,", "EMPTY_CELL", 2, "name"),
        rule(
            "school,s1,,,2026-04-01,minutes,,60,day,,規程\nschool,s1,,,2026-04-01,minutes,,45,day,,別",
            "DUPLICATE_KEY",
            3,
            "firstOn"));
  }

  static Stream<Case> evidences() {
    return Stream.of(
        evidence("z,2026-11-06,ict,,30,,", "UNKNOWN_STUDENT", 2, "studentSourcedId"),
        evidence("a,2026/11/06,ict,,30,,", "BAD_DATE", 2, "date"),
        evidence("a,,ict,,30,,", "EMPTY_CELL", 2, "date"),
        evidence("a,2026-11-06,game,,30,,", "BAD_VALUE", 2, "kind"),
        evidence("a,2026-11-06,ict,,1441,,", "BAD_NUMBER", 2, "minutes"),
        evidence("a,2026-11-06,ict,,三十,,", "BAD_NUMBER", 2, "minutes"),
        evidence("b,2026-11-06,ict,,30,,", "OUTSIDE_STAY", 2, "date"),
        evidence("a,2026-11-24,ict,,30,,", "FUTURE_DAY", 2, "date"),
        evidence("a,2026-11-06,visit,,,,", "WHO_NEEDED", 2, "who"),
        evidence("a,2026-11-06,visit,,,辻,parent", "ROLE", 2, "role"),
        evidence("a,2026-11-06,facilityDay,,,,", "UNKNOWN_FACILITY", 2, "facilityId"),
        evidence("a,2026-11-06,facilityDay,f9,,,", "UNKNOWN_FACILITY", 2, "facilityId"),
        evidence("a,2026-11-06,ict,,30,,\na,2026-11-06,visit,,30,,", "WHO_NEEDED", 3, "who"));
  }

  static Stream<Case> decisions() {
    return Stream.of(
        crediting("kind", "\"9\"", "UNKNOWN_CODE", "kind"),
        crediting("kind", "\"ABSENT_ILLNESS\"", "UNKNOWN_CODE", "kind"),
        crediting("studentSourcedId", "\"z\"", "UNKNOWN_STUDENT", "studentSourcedId"),
        crediting("facilityId", "\"f9\"", "UNKNOWN_FACILITY", "facilityId"),
        crediting("firstOn", "\"2026-02-30\"", "BAD_DATE", "firstOn"),
        crediting("firstOn", "\"\"", "BAD_DATE", "firstOn"),
        crediting("lastOn", "\"2026-11-04\"", "BAD_RANGE", "lastOn"),
        crediting("decision", "\"yes\"", "BAD_VALUE", "decision"),
        crediting("decidedOn", "\"昨日\"", "BAD_DATE", "decidedOn"),
        crediting("studentSourcedId", "\"b\"", "OUTSIDE_STAY", "firstOn"),
        crediting("provider", "[\"教材\"]", "BAD_VALUE", "provider"),
        crediting(
            "conditions",
            "[{\"id\":\"X9\",\"met\":true,\"on\":\"2026-11-05\"}]",
            "UNKNOWN_CONDITION",
            "conditions/0/id"),
        crediting(
            "conditions",
            "[{\"id\":\"B2-1\",\"met\":\"はい\",\"on\":\"2026-11-05\"}]",
            "BAD_VALUE",
            "conditions/0/met"),
        crediting("conditions", "[{\"id\":\"B2-1\",\"met\":true}]", "BAD_DATE", "conditions/0/on"),
        acceptance("code", "\"ABSENT_ILLNESS\"", "UNKNOWN_CODE", "code"),
        acceptance("decision", "\"maybe\"", "BAD_VALUE", "decision"),
        acceptance("studentSourcedId", "\"z\"", "UNKNOWN_STUDENT", "studentSourcedId"),
        acceptance("lastOn", "\"2026-11-04\"", "BAD_RANGE", "lastOn"),
        creditings(
            "{\"creditings\":[" + CREDITING + ",\"x\"]}",
            "ERROR BAD_VALUE creditings.json:0 /creditings/1"),
        creditings(
            "{\"creditings\":" + CREDITING + "}", "ERROR BAD_VALUE creditings.json:0 /creditings"),
        creditings("{\"creditings\":[\n" + CREDITING + "\n", "ERROR BAD_JSON creditings.json:3 "),
        creditings("[" + CREDITING + "]", "ERROR BAD_JSON creditings.json:1 "),
        creditings("", "ERROR BAD_JSON creditings.json:1 "),
        creditings("{}", "ERROR NO_ROWS creditings.json:1 "));
  }

  static Stream<Case> catalogues() {
    return Stream.of(
        code("id", "\"absent\"", "id"),
        code("family", "\"red\"", "family"),
        code("effect", "\"maybe\"", "effect"),
        code("remarkOrder", "9", "remarkOrder"),
        code("key", "\"AB\"", "key"),
        code("remarkTemplate", "\"{x}\"", "remarkTemplate"),
        code("counts", "[\"late\",\"late\"]", "counts"),
        code("roles", "[\"janitor\"]", "roles/0"),
        code("label", "\" \"", "label"),
        code("restricted", "\"no\"", "restricted"),
        code("color", "\"red\"", ""),
        codes("{\"codes\":[\n" + CODE, "SCHEMA attendance-codes.json:2 "),
        codes("", "SCHEMA attendance-codes.json:1 "),
        codes("{\"firstOn\":\"2026-11-21\"}", "SCHEMA attendance-codes.json:1 "),
        codes(
            "{\"firstOn\":\"2026-02-30\",\"codes\":[" + CODE + "]}",
            "SCHEMA attendance-codes.json:0 /firstOn"),
        codes(
            "{\"codes\":[" + CODE + "," + with(CODE, "lastSchoolYear", "1900") + "]}",
            "SCHEMA attendance-codes.json:0 /codes/1"),
        codes(
            "{\"codes\":[" + CODE + "," + with(CODE, "id", "\"A.B\"") + "]}",
            "CODE_ID_RESERVED attendance-codes.json:0 /codes/1"),
        codes(
            "{\"codes\":[" + CODE + "," + with(CODE, "label", "\"別の名\"") + "]}",
            "CODE_TWICE attendance-codes.json:0 /codes/1"));
  }

  static Stream<Case> refused() {
    return Stream.of(facilities(), rules(), evidences(), decisions(), catalogues())
        .flatMap(one -> one);
  }

  private static List<JobFinding> read(SmallHost host, String kind, String text) {
    return host.read(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void eachMistakeIsToldWithItsPlaceAndHowToMendItAndNothingIsWritten(Case one) {
    SmallHost host = new SmallHost(false);
    List<JobFinding> found = read(host, one.kind(), one.text());
    assertEquals(List.of(one.finding()), found.stream().map(BrokenRosterTest::place).toList());
    assertTrue(found.get(0).message().contains("ください"), found.get(0).message());
    assertEquals(0, host.written);
  }

  @Test
  void theSameFilesWithoutTheMistakesAreWritten() {
    List<List<String>> right =
        List.of(
            List.of("facilities", FACILITIES + "f2,教室,1,,,\nf3,教室,⑧,,,false\n"),
            List.of(
                "ictRules",
                RULES
                    + "school,s1,,,2026-04-01,minutes,,60,day,,規程\n"
                    + "school,s1,,,2026-10-01,both,4,60,month,down,規程\n"),
            List.of(
                "evidence",
                EVIDENCE + "a,2026-11-06,ict,,30,,\na,2026-11-06,visit,f1,,辻,teacher\n"),
            List.of(
                "creditings",
                "{\"creditings\":[" + CREDITING + "],\"acceptances\":[" + ACCEPTANCE + "]}"),
            List.of(
                "codes",
                "{\"codes\":["
                    + with(CODE, "label", "\"別の名\"")
                    + ","
                    + with(CODE, "id", "\"ABSENT_OWN\"")
                    + "]}"));
    for (List<String> file : right) {
      SmallHost host = new SmallHost(false);
      List<JobFinding> found = read(host, file.get(0), file.get(1));
      assertEquals(List.of(), found, file.get(0));
      assertEquals(2, host.written, file.get(0));
    }
  }
}
