// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;

/**
 * Counting examples of the official answers, as files to import, with the figures that {@code GET
 * /tallies?schoolYear=2022} must give.
 *
 * <p>Each example is a school of its own, so that all can be imported together. The days are those
 * of January 2023; one example has lessons on a Saturday.
 */
public final class CountingCases {
  /** The school year in which all examples lie. */
  public static final int SCHOOL_YEAR = 2022;

  private static final String SESSION = "cc-as-2022";
  private static final String GRADE = "P5";
  private static final Map<String, String> SCOPES = Map.of("学級", "homeroom", "学校", "school");
  private static final Map<String, String> CODES =
      Map.of(
          "出席停止等:大雨のため", "EXEMPT_DISASTER",
          "出席停止:性行不良のため", "SUSPENSION_CONDUCT");

  private final List<CountingExample> examples;

  /**
   * What one student of an example must count.
   *
   * @param caseId the example, for example {@code G-003-01}
   * @param schoolSourcedId the school
   * @param studentSourcedId the student
   * @param schoolDays 授業日数
   * @param exemptDays 出席停止・忌引等の日数
   * @param requiredDays 出席しなければならない日数
   * @param daysAbsent 欠席日数
   * @param daysPresent 出席日数
   * @param creditedDays うち出席扱い
   * @param remarks 備考, in order
   */
  public record Expected(
      String caseId,
      String schoolSourcedId,
      String studentSourcedId,
      int schoolDays,
      int exemptDays,
      int requiredDays,
      int daysAbsent,
      int daysPresent,
      int creditedDays,
      List<String> remarks) {}

  /** Reads the examples. */
  public CountingCases() {
    try (InputStream in = CountingCases.class.getResourceAsStream("counting-cases.json")) {
      if (in == null) {
        throw new IllegalStateException("counting-cases.json is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      this.examples =
          CountingExample.maps(JsonText.read(text)).stream().map(CountingExample::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read counting-cases.json", e);
    }
  }

  /** Lists the files in the order in which they must be imported. */
  public List<SampleFile> files() {
    return List.of(
        new SampleFile("roster", "roster.zip", this::roster),
        SampleSchool.csv("schools", SampleSchool.SCHOOLS, this::schools),
        SampleSchool.csv("calendar", SampleSchool.CALENDAR, this::calendar),
        SampleSchool.csv("closures", SampleSchool.CLOSURES, this::closures),
        SampleSchool.csv("marks", SampleSchool.MARKS, this::marks));
  }

  /** Lists what each student must count. */
  public List<Expected> expected() {
    var all = new ArrayList<Expected>();
    for (CountingExample example : examples) {
      for (Map<?, ?> student : example.students()) {
        Map<?, ?> row = CountingExample.map(example.expected().get(student.get("id")));
        all.add(
            new Expected(
                example.id(),
                example.school(),
                example.student(student),
                CountingExample.number(row, "授業日数"),
                CountingExample.number(row, "出席停止・忌引等の日数"),
                CountingExample.number(row, "出席しなければならない日数"),
                CountingExample.number(row, "欠席日数"),
                CountingExample.number(row, "出席日数"),
                CountingExample.number(row, "うち出席扱い"),
                CountingExample.texts(row.get("備考"))));
      }
    }
    return all;
  }

  private void roster(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    RosterZip.entry(zip, "manifest.csv", CsvSheet.of("propertyName,value", Manifest::bulk));
    RosterZip.entry(
        zip, "academicSessions.csv", CsvSheet.of(RosterColumns.SESSIONS, CountingCases::sessions));
    RosterZip.entry(zip, "orgs.csv", CsvSheet.of(RosterColumns.ORGS, this::orgs));
    RosterZip.entry(zip, "courses.csv", CsvSheet.of(RosterColumns.COURSES, this::courses));
    RosterZip.entry(zip, "classes.csv", CsvSheet.of(RosterColumns.CLASSES, this::classes));
    RosterZip.entry(zip, "users.csv", CsvSheet.of(RosterColumns.USERS, this::users));
    RosterZip.entry(zip, "roles.csv", CsvSheet.of(RosterColumns.ROLES, this::roles));
    RosterZip.entry(
        zip, "enrollments.csv", CsvSheet.of(RosterColumns.ENROLLMENTS, this::enrolments));
    RosterZip.entry(
        zip, "demographics.csv", CsvSheet.of(RosterColumns.DEMOGRAPHICS, this::demographics));
    zip.finish();
  }

  private static void sessions(CsvSheet.Sink sink) throws IOException {
    sink.row(SESSION, "", "", "2022年度", "schoolYear", "2022-04-01", "2023-03-31", "", SCHOOL_YEAR);
  }

  private void orgs(CsvSheet.Sink sink) throws IOException {
    sink.row("cc-org", "", "", "かぞえ市", "district", "", "");
    for (CountingExample one : examples) {
      sink.row(one.school(), "", "", "事例校 " + one.id(), "school", "", "cc-org");
    }
  }

  private void courses(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      sink.row("cc-co-" + one.id(), "", "", SESSION, "ホームルーム", "", "", one.school(), "", "");
    }
  }

  private void classes(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      for (String name : one.classes()) {
        sink.row(
            one.room(name),
            "",
            "",
            "5年" + name,
            GRADE,
            "cc-co-" + one.id(),
            "",
            "homeroom",
            "",
            one.school(),
            SESSION,
            "",
            "",
            "",
            false);
      }
    }
  }

  private void users(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      for (Map<?, ?> student : one.students()) {
        var name = new PersonName("事例", String.valueOf(student.get("id")), "じれい", "じれい");
        String id = one.student(student);
        RosterZip.user(
            sink,
            id,
            id,
            name,
            "",
            "",
            GRADE,
            one.school(),
            one.room(CountingExample.text(student, "class")),
            "");
      }
    }
  }

  private void roles(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      for (Map<?, ?> student : one.students()) {
        String id = one.student(student);
        sink.row(
            "ro-" + id,
            "",
            "",
            id,
            "primary",
            "student",
            "2022-04-01",
            "2023-04-01",
            one.school(),
            "");
      }
    }
  }

  private void enrolments(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      int number = 0;
      for (Map<?, ?> student : one.students()) {
        sink.row(
            "en-" + one.student(student),
            "",
            "",
            one.room(CountingExample.text(student, "class")),
            one.school(),
            one.student(student),
            "student",
            false,
            "2022-04-01",
            "2023-04-01",
            ++number,
            "");
      }
    }
  }

  private void demographics(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      for (Map<?, ?> student : one.students()) {
        sink.row(
            one.student(student),
            "",
            "",
            "2011-05-05",
            "unspecified",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "");
      }
    }
  }

  private void schools(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      sink.row(one.school(), "栃木県", "かぞえ市", "public", "");
    }
  }

  private void calendar(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      for (String day : one.days()) {
        sink.row(one.school(), day, GRADE, "schoolDay", "", "true");
      }
    }
  }

  private void closures(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      for (Map<?, ?> closure : one.closures()) {
        String basis = String.valueOf(closure.get("basis"));
        String scope = SCOPES.getOrDefault(String.valueOf(closure.get("scope")), "");
        String target =
            scope.equals("school") ? "" : one.room(CountingExample.text(closure, "target"));
        List<String> dates = CountingExample.texts(closure.get("dates"));
        sink.row(
            one.school(),
            dates.get(0),
            dates.get(dates.size() - 1),
            scope,
            target,
            basis.contains("63条") ? "ART63" : "ART20",
            basis.contains("大雨") ? "大雨" : "",
            false,
            "",
            "",
            "");
      }
    }
  }

  private void marks(CsvSheet.Sink sink) throws IOException {
    for (CountingExample one : examples) {
      for (Map<?, ?> student : one.students()) {
        for (Map<?, ?> event : CountingExample.maps(student.get("events"))) {
          String code = CODES.getOrDefault(event.get("type") + ":" + event.get("reason"), "");
          String detail = code.equals("EXEMPT_DISASTER") ? "大雨" : "";
          for (String date : CountingExample.texts(event.get("dates"))) {
            sink.row(one.student(student), date, code, detail, "", "", "", "", "", "", "");
          }
        }
      }
    }
  }
}
