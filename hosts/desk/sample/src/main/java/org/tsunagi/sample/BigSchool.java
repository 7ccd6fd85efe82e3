// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipOutputStream;

/**
 * A city for measuring: twelve schools, one completed school year, and the same number of explicit
 * marks for each student, {@code PRESENT} rows included.
 */
public final class BigSchool {
  /** The number of schools: eight primary, four junior-high. */
  public static final int SCHOOLS = 12;

  private static final int CLASS_SIZE = 30;
  private static final List<String> RARE =
      List.of(
          "ABSENT_ILLNESS",
          "ABSENT_ILLNESS",
          "ABSENT_OTHER",
          "LATE",
          "LATE",
          "EARLY",
          "SEPARATE_ROOM",
          "INFIRMARY",
          "SUSPENSION_INFECTION",
          "BEREAVEMENT");

  private final int students;
  private final int marksEach;
  private final YearPlan plan;
  private final List<LocalDate> days;

  /**
   * Makes a city.
   *
   * @param students the number of students, 1 or more
   * @param marksEach the marks of each student, at most the days that every grade has in common
   * @param today a day; the year before its school year is the one that is made
   */
  public BigSchool(int students, int marksEach, LocalDate today) {
    this.students = students;
    this.marksEach = marksEach;
    this.plan = new YearPlan(Town.schoolYear(today) - 1);
    this.days = new ArrayList<>(plan.allDays()).subList(0, Math.min(marksEach, commonDays()));
    if (students < 1 || days.size() < marksEach) {
      throw new IllegalArgumentException(
          "at least one student, at most " + commonDays() + " marks each");
    }
  }

  /** Returns the city of the import bench: 10,000 students with 2,000,000 marks. */
  public static BigSchool bench(LocalDate today) {
    return new BigSchool(10_000, 200, today);
  }

  private int commonDays() {
    return plan.allDays().size();
  }

  /** Lists the files in the order in which they must be imported; they are written as streams. */
  public List<SampleFile> files() {
    return List.of(
        new SampleFile("roster", "roster.zip", this::roster),
        SampleSchool.csv("schools", SampleSchool.SCHOOLS, this::schools),
        SampleSchool.csv("calendar", SampleSchool.CALENDAR, this::calendar),
        SampleSchool.csv("marks", SampleSchool.MARKS, this::marks));
  }

  /** Returns the number of rows of {@code marks.csv} without the header. */
  public long markCount() {
    return (long) students * marksEach;
  }

  private static String school(int student) {
    return "big-sch-%02d".formatted(student % SCHOOLS + 1);
  }

  private static boolean isPrimary(int school) {
    return school < 8;
  }

  private static String grade(int student) {
    int school = student % SCHOOLS;
    int turn = student / SCHOOLS;
    return isPrimary(school) ? "P" + (turn % 6 + 1) : "J" + (turn % 3 + 1);
  }

  /** Returns the place of a student within the grade of the school, 0 or more. */
  private static int place(int student) {
    return student / SCHOOLS / (isPrimary(student % SCHOOLS) ? 6 : 3);
  }

  private String room(int student) {
    return "%s-%d-%s-%d"
        .formatted(school(student), plan.year(), grade(student), place(student) / CLASS_SIZE + 1);
  }

  private static String id(int student) {
    return "big-st-%06d".formatted(student);
  }

  private void roster(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    RosterZip.entry(zip, "manifest.csv", CsvSheet.of("propertyName,value", Manifest::bulk));
    RosterZip.entry(
        zip, "academicSessions.csv", CsvSheet.of(RosterColumns.SESSIONS, this::sessions));
    RosterZip.entry(zip, "orgs.csv", CsvSheet.of(RosterColumns.ORGS, BigSchool::orgs));
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

  private String session() {
    return "as-" + plan.year();
  }

  private void sessions(CsvSheet.Sink sink) throws IOException {
    sink.row(
        session(),
        "",
        "",
        plan.year() + "年度",
        "schoolYear",
        plan.firstOn(),
        plan.lastOn(),
        "",
        plan.year());
  }

  private static void orgs(CsvSheet.Sink sink) throws IOException {
    sink.row("big-org", "", "", "おおなみ市", "district", "", "");
    for (int school = 0; school < SCHOOLS; school++) {
      String name =
          isPrimary(school) ? "おおなみ市立第" + (school + 1) + "小学校" : "おおなみ市立第" + (school - 7) + "中学校";
      sink.row(school(school), "", "", name, "school", "", "big-org");
    }
  }

  private void schools(CsvSheet.Sink sink) throws IOException {
    for (int school = 0; school < Math.min(students, SCHOOLS); school++) {
      sink.row(school(school), "栃木県", "おおなみ市", "public", "");
    }
  }

  private void courses(CsvSheet.Sink sink) throws IOException {
    for (int school = 0; school < SCHOOLS; school++) {
      sink.row("co-" + school(school), "", "", session(), "ホームルーム", "", "", school(school), "", "");
    }
  }

  private void classes(CsvSheet.Sink sink) throws IOException {
    for (int student = 0; student < students; student++) {
      if (place(student) % CLASS_SIZE == 0) {
        String title = grade(student).substring(1) + "年" + (place(student) / CLASS_SIZE + 1) + "組";
        sink.row(
            room(student),
            "",
            "",
            title,
            grade(student),
            "co-" + school(student),
            "",
            "homeroom",
            "",
            school(student),
            session(),
            "",
            "",
            "",
            false);
      }
    }
  }

  private void users(CsvSheet.Sink sink) throws IOException {
    for (int student = 0; student < students; student++) {
      var random = new SplittableRandom(student);
      PersonName name = Names.draw(random, sex(student));
      RosterZip.user(
          sink,
          id(student),
          id(student),
          name,
          "",
          "",
          grade(student),
          school(student),
          room(student),
          "");
    }
  }

  private static String sex(int student) {
    return student % 2 == 0 ? "female" : "male";
  }

  private void roles(CsvSheet.Sink sink) throws IOException {
    for (int student = 0; student < students; student++) {
      sink.row(
          "ro-" + id(student),
          "",
          "",
          id(student),
          "primary",
          "student",
          plan.firstOn(),
          plan.lastOn().plusDays(1),
          school(student),
          "");
    }
  }

  private void enrolments(CsvSheet.Sink sink) throws IOException {
    for (int student = 0; student < students; student++) {
      sink.row(
          "en-" + id(student),
          "",
          "",
          room(student),
          school(student),
          id(student),
          "student",
          false,
          plan.firstOn(),
          plan.lastOn().plusDays(1),
          place(student) % CLASS_SIZE + 1,
          "");
    }
  }

  private void demographics(CsvSheet.Sink sink) throws IOException {
    for (int student = 0; student < students; student++) {
      sink.row(
          id(student),
          "",
          "",
          birthOn(student),
          sex(student),
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

  private LocalDate birthOn(int student) {
    int gradeIndex = Town.GRADES.indexOf(grade(student));
    return LocalDate.of(plan.year() - gradeIndex - 7, 4, 2).plusDays(student % 365);
  }

  private void calendar(CsvSheet.Sink sink) throws IOException {
    for (int school = 0; school < Math.min(students, SCHOOLS); school++) {
      for (LocalDate day : plan.allDays()) {
        sink.row(school(school), day, "", "schoolDay", "", "true");
      }
    }
  }

  private void marks(CsvSheet.Sink sink) throws IOException {
    for (int student = 0; student < students; student++) {
      var random = new SplittableRandom(student);
      for (LocalDate day : days) {
        int dice = random.nextInt(1000);
        String code = dice < 60 ? RARE.get(dice % RARE.size()) : "PRESENT";
        String detail =
            switch (code) {
              case "SUSPENSION_INFECTION" -> "インフルエンザ";
              case "BEREAVEMENT" -> "祖父";
              default -> "";
            };
        sink.row(id(student), day, code, detail, "", "", "", "", "", "", "");
      }
    }
  }
}
