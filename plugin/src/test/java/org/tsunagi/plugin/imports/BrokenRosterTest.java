// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.shared.Finding;

class BrokenRosterTest {
  /** A file that is wrong in one way, and everything that must be said of it. */
  private record Case(String name, byte[] zip, List<String> findings) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, UnaryOperator<RosterFiles> breaking, String... findings) {
    return new Case(name, breaking.apply(new RosterFiles()).zip(), List.of(findings));
  }

  private static Case edit(String file, String from, String to, String... findings) {
    return of(file + " " + to, f -> f.edit(file, from, to), findings);
  }

  private static byte[] cp932(String text) {
    return text.getBytes(Charset.forName("windows-31j"));
  }

  static Stream<Case> archives() {
    byte[] good = new RosterFiles().zip();
    return Stream.of(
        new Case("empty upload", new byte[0], List.of("ERROR EMPTY_FILE :0 ")),
        new Case(
            "not a zip",
            "名前,番号\n".getBytes(StandardCharsets.UTF_8),
            List.of("ERROR NOT_A_ZIP :0 ")),
        new Case("cut short", Arrays.copyOf(good, good.length / 2), List.of("ERROR NOT_A_ZIP :0 ")),
        of(
            "high ratio",
            f -> f.put("extra.csv", new byte[20_000_000]),
            "ERROR ZIP_BOMB extra.csv:0 "),
        of(
            "many entries",
            f -> {
              for (int i = 0; i < 70; i++) {
                f.put("extra-" + i + ".csv", "a\n");
              }
              return f;
            },
            "ERROR ZIP_BOMB :0 "),
        of("a folder", f -> f.put("名簿/users.csv", "a\n"), "ERROR NESTED_PATH 名簿/users.csv:0 "),
        of("upwards", f -> f.put("../users.csv", "a\n"), "ERROR NESTED_PATH ../users.csv:0 "),
        of(
            "other file",
            f -> f.put("lineItems.csv", "a\n"),
            "NOTICE FILE_IGNORED lineItems.csv:0 "),
        of("no manifest", f -> f.without("manifest.csv"), "ERROR MISSING_FILE manifest.csv:0 "),
        of("no orgs", f -> f.without("orgs.csv"), "ERROR MISSING_FILE orgs.csv:0 "),
        edit("manifest.csv", "1.2", "1.1", "ERROR BAD_VERSION manifest.csv:3 value"),
        edit("manifest.csv", "oneroster.version,1.2\n", "", "ERROR BAD_VERSION manifest.csv:0 "),
        edit(
            "manifest.csv",
            "file.orgs,bulk",
            "file.orgs,all",
            "ERROR BAD_VALUE manifest.csv:5 value"),
        edit(
            "manifest.csv",
            "file.orgs,bulk",
            "file.orgs,absent",
            "ERROR MANIFEST_MISMATCH orgs.csv:0 "),
        edit(
            "manifest.csv",
            "file.orgs,bulk",
            "file.orgs,bulk\nfile.orgs,bulk",
            "ERROR DUPLICATE_KEY manifest.csv:6 propertyName"));
  }

  static Stream<Case> texts() {
    RosterFiles base = new RosterFiles();
    return Stream.of(
        of("empty file", f -> f.put("users.csv", ""), "ERROR EMPTY_FILE users.csv:0 "),
        of(
            "CP932",
            f -> f.put("users.csv", cp932(base.text("users.csv"))),
            "ERROR WRONG_ENCODING users.csv:2 "),
        of(
            "UTF-16",
            f -> f.put("users.csv", base.text("users.csv").getBytes(UTF_16)),
            "ERROR WRONG_ENCODING users.csv:1 "),
        of(
            "broken bytes",
            f -> f.put("orgs.csv", new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe, 0x20}),
            "ERROR WRONG_ENCODING orgs.csv:2 "),
        edit(
            "users.csv",
            "familyName",
            "name",
            "NOTICE UNKNOWN_COLUMN users.csv:1 name",
            "ERROR MISSING_COLUMN users.csv:1 familyName"),
        edit("orgs.csv", "parentSourcedId", "name", "ERROR DUPLICATE_COLUMN orgs.csv:1 name"),
        edit("orgs.csv", "parentSourcedId", "", "ERROR EMPTY_COLUMN_NAME orgs.csv:1 "),
        edit("orgs.csv", "parentSourcedId", "memo", "NOTICE UNKNOWN_COLUMN orgs.csv:1 memo"),
        edit("users.csv", "b,b,二,架空", "b,b,二", "ERROR WRONG_CELL_COUNT users.csv:3 "),
        edit("users.csv", "b,b,二,架空", "b,b,\"二,架空", "ERROR BROKEN_QUOTES users.csv:3 "),
        edit("users.csv", "二", "二\u0000", "ERROR CONTROL_CHARACTER users.csv:3 givenName"),
        edit("users.csv", "二", "名".repeat(101), "ERROR TOO_LONG users.csv:3 givenName"),
        edit("users.csv", "二", "=1+1", "ERROR FORMULA_CELL users.csv:3 givenName"),
        edit("users.csv", "二", "@SUM(A1)", "ERROR FORMULA_CELL users.csv:3 givenName"),
        edit("users.csv", "二", "-1", "ERROR FORMULA_CELL users.csv:3 givenName"),
        edit("users.csv", "b,b,二,架空", "b,b,二,", "ERROR EMPTY_CELL users.csv:3 familyName"),
        of("blank rows at the end", f -> f.add("users.csv", ",,,").add("users.csv", "")));
  }

  static Stream<Case> meanings() {
    return Stream.of(
        edit(
            "academicSessions.csv",
            "2027-04-01",
            "2027/4/1",
            "ERROR BAD_DATE academicSessions.csv:2 endDate"),
        edit(
            "academicSessions.csv",
            "2027-04-01",
            "2026-02-30",
            "ERROR BAD_DATE academicSessions.csv:2 endDate"),
        edit(
            "academicSessions.csv",
            "2027-04-01",
            "2026-04-01",
            "ERROR BAD_RANGE academicSessions.csv:2 endDate"),
        edit(
            "academicSessions.csv",
            "2027-04-01",
            "2027-04-02",
            "ERROR DATE_OUTSIDE_YEAR academicSessions.csv:2 endDate"),
        edit("orgs.csv", "架空小学校,school", "架空小学校,shool", "ERROR BAD_VALUE orgs.csv:3 type"),
        edit(
            "orgs.csv",
            "s2,",
            "s1,",
            "ERROR DUPLICATE_KEY orgs.csv:4 sourcedId",
            "ERROR UNKNOWN_SCHOOL classes.csv:3 schoolSourcedId",
            "ERROR UNKNOWN_SCHOOL roles.csv:3 orgSourcedId"),
        edit("classes.csv", "P5", "5年", "ERROR UNKNOWN_GRADE classes.csv:2 grades"),
        edit(
            "classes.csv",
            "s1,y26",
            "s9,y26",
            "ERROR UNKNOWN_SCHOOL classes.csv:2 schoolSourcedId"),
        edit(
            "classes.csv",
            "s1,y26",
            "s1,y27",
            "ERROR UNKNOWN_SESSION classes.csv:2 termSourcedIds"),
        edit(
            "classes.csv",
            "5年1組,P5,homeroom",
            "5年1組,P5,kumi",
            "ERROR BAD_VALUE classes.csv:2 classType"),
        edit(
            "classes.csv",
            "5年1組,P5,homeroom",
            "5年1組,,homeroom",
            "ERROR EMPTY_CELL classes.csv:2 grades"),
        edit("users.csv", "b,b,", "a,b,", "ERROR DUPLICATE_KEY users.csv:3 sourcedId"),
        edit("users.csv", "u.one", "T.One", "ERROR DUPLICATE_KEY users.csv:5 username"),
        edit("users.csv", "u,u.one", "u,", "ERROR EMPTY_CELL users.csv:5 username"),
        of(
            "nobody's user",
            f -> f.add("users.csv", "z,z,五,架空"),
            "WARNING USER_WITHOUT_ROLE users.csv:6 sourcedId"),
        of(
            "nobody's role",
            f -> f.add("roles.csv", "r9,z,teacher,s1,,"),
            "ERROR UNKNOWN_USER roles.csv:6 userSourcedId"),
        edit("roles.csv", "r1,a,student", "r1,a,pupil", "ERROR UNKNOWN_ROLE roles.csv:2 role"),
        edit("roles.csv", "r4,u,teacher", "r4,u,boss", "ERROR UNKNOWN_ROLE roles.csv:5 role"),
        edit(
            "roles.csv",
            "r4,u,teacher,s1",
            "r4,u,teacher,s9",
            "ERROR UNKNOWN_SCHOOL roles.csv:5 orgSourcedId"),
        edit(
            "roles.csv",
            "r4,u,teacher,s1",
            "r4,u,principal,city",
            "ERROR ROLE_NEEDS_SCHOOL roles.csv:5 orgSourcedId"),
        edit("roles.csv", "r4,u,teacher", "r4,u,aide", "NOTICE ROLE_WITHOUT_POST roles.csv:5 role"),
        of(
            "two roles",
            f -> f.add("roles.csv", "r9,a,teacher,s1,,"),
            "ERROR ROLES_CONFLICT roles.csv:6 role"),
        edit(
            "roles.csv",
            "r4,u,teacher",
            "r4,u,ext:homeroomTeacher",
            "WARNING HOMEROOM_TEACHER_WITHOUT_CLASS roles.csv:5 role"),
        edit(
            "enrollments.csv",
            "e1,c1",
            "e1,c9",
            "ERROR UNKNOWN_CLASS enrollments.csv:2 classSourcedId"),
        edit(
            "enrollments.csv",
            "s1,a,",
            "s1,zz,",
            "ERROR UNKNOWN_STUDENT enrollments.csv:2 userSourcedId"),
        edit(
            "enrollments.csv",
            "s1,t,",
            "s1,zz,",
            "ERROR UNKNOWN_STAFF enrollments.csv:4 userSourcedId"),
        edit(
            "enrollments.csv",
            "c1,s1,a",
            "c1,s2,a",
            "ERROR SCHOOL_MISMATCH enrollments.csv:2 schoolSourcedId"),
        edit(
            "enrollments.csv",
            "a,student,false,2026-04-01",
            "a,student,false,2026-03-31",
            "ERROR DATE_OUTSIDE_YEAR enrollments.csv:2 beginDate"),
        edit(
            "enrollments.csv",
            "a,student,false,2026-04-01,2027-04-01",
            "a,student,false,2026-04-01,2027-05-01",
            "ERROR DATE_OUTSIDE_YEAR enrollments.csv:2 endDate"),
        edit(
            "enrollments.csv",
            "a,student,false,2026-04-01,2027-04-01",
            "a,student,false,2026-09-01,2026-08-01",
            "ERROR BAD_RANGE enrollments.csv:2 endDate"),
        edit(
            "enrollments.csv",
            "a,student,false",
            "a,student,yes",
            "ERROR BAD_VALUE enrollments.csv:2 primary"),
        edit("enrollments.csv", "e2,", "e1,", "ERROR DUPLICATE_KEY enrollments.csv:3 sourcedId"));
  }

  static Stream<Case> spellings() {
    String both = "metadata.jp.shussekiNo,metadata.jp.ShussekiNo";
    return Stream.of(
        of("agreeing", f -> f.put("enrollments.csv", numbered(both, "3,3")), new String[0]),
        of("one each", f -> f.put("enrollments.csv", numbered(both, ",3")), new String[0]),
        of(
            "differing",
            f -> f.put("enrollments.csv", numbered(both, "3,4")),
            "ERROR SPELLINGS_DIFFER enrollments.csv:2 metadata.jp.shussekiNo"),
        of(
            "not a number",
            f -> f.put("enrollments.csv", numbered(both, "三番,")),
            "ERROR BAD_NUMBER enrollments.csv:2 metadata.jp.shussekiNo"));
  }

  private static String numbered(String columns, String numbers) {
    return "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,"
        + columns
        + "\ne1,c1,s1,a,student,"
        + numbers
        + "\n";
  }

  static Stream<Case> cases() {
    return Stream.of(archives(), texts(), meanings(), spellings()).flatMap(one -> one);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachMistakeIsToldOnceWithItsPlace(Case one) {
    SmallHost host = new SmallHost(true);
    List<JobFinding> found = host.read("roster", one.zip());
    assertEquals(one.findings(), found.stream().map(BrokenRosterTest::place).toList());
    for (JobFinding finding : found) {
      boolean mends =
          finding.severity() == Finding.Severity.NOTICE || finding.message().contains("ください");
      assertTrue(mends, finding.message());
    }
  }

  static String place(JobFinding one) {
    return one.severity()
        + " "
        + one.code()
        + " "
        + one.file()
        + ":"
        + one.line()
        + " "
        + one.column();
  }

  @Test
  void aRightRosterIsHandedOverWithoutAFinding() {
    SmallHost host = new SmallHost(true);
    assertEquals(List.of(), host.read("roster", new RosterFiles().zip()));
    assertEquals(2 + 2 + 2 + 2 + 2 + 3, host.rows.size());
  }

  @Test
  void windowsNamesOfOtherFilesDoNotSpoilAZip() throws Exception {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var out = new java.util.zip.ZipOutputStream(bytes, Charset.forName("windows-31j"));
        var in =
            new java.util.zip.ZipInputStream(
                new java.io.ByteArrayInputStream(new RosterFiles().zip()))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
        in.transferTo(out);
      }
      out.putNextEntry(new java.util.zip.ZipEntry("説明.txt"));
    }
    List<JobFinding> found = new SmallHost(true).read("roster", bytes.toByteArray());
    assertEquals(
        List.of("NOTICE FILE_IGNORED 説明.txt:0 "),
        found.stream().map(BrokenRosterTest::place).toList());
  }

  @Test
  void contentsThatAreBrokenAreAFindingAndNoIncident() {
    byte[] zip = new RosterFiles().put("users.csv", "x".repeat(5000)).zip();
    int at =
        new String(zip, StandardCharsets.ISO_8859_1).indexOf("users.csv") + "users.csv".length();
    Arrays.fill(zip, at, at + 8, (byte) 0xff);
    List<JobFinding> found = new SmallHost(true).read("roster", zip);
    assertEquals(
        List.of("ERROR BROKEN_ZIP :0 "), found.stream().map(BrokenRosterTest::place).toList());
  }
}
