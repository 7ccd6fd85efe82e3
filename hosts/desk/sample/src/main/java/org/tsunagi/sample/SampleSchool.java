// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The sample school: みなも市 with one primary and one junior-high school, about 600 students, the
 * school year of a day and the one before.
 *
 * <p>Everybody in it is invented. The same seed and day give the same bytes.
 */
public final class SampleSchool {
  /** The seed of the shipped sample. */
  public static final long SEED = 20_260_407L;

  static final String CALENDAR = "schoolSourcedId,date,grade,dayKind,title,registerTaken";
  static final String CLOSURES =
      "schoolSourcedId,firstOn,lastOn,scope,target,basis,reason,onlineLessons,authority,"
          + "reportedTo,reportedOn";
  static final String MARKS =
      "studentSourcedId,date,code,detail,facilityId,place,onlineHeld,onlineSpecial,minutes,visit,"
          + "note";
  static final String SCHOOLS =
      "schoolSourcedId,prefecture,municipality,establishingBody,schoolCode";
  static final String GROUPS = "schoolSourcedId,group,studentSourcedId,firstOn,lastOn";

  private final long seed;

  /** Makes the shipped sample. */
  public SampleSchool() {
    this(SEED);
  }

  /** Makes a sample with other people. */
  public SampleSchool(long seed) {
    this.seed = seed;
  }

  /**
   * Lists the files in the order in which they must be imported.
   *
   * @param today the day up to which registers are kept; that day's register is not yet taken
   */
  public List<SampleFile> files(LocalDate today) {
    int year = Town.schoolYear(today);
    var before = new Town(seed, year - 1, today);
    var current = new Town(seed, year, today);
    var registerBefore = new Register(seed, before, today);
    var register = new Register(seed, current, today);
    var decidedBefore = new SampleCreditings(before, registerBefore, today);
    var decided = new SampleCreditings(current, register, today);
    List<SampleFile> files = new ArrayList<>();
    files.addAll(base(today, before, current, registerBefore, register));
    files.add(csv("facilities", SampleCreditings.FACILITIES, SampleCreditings::facilities));
    files.add(csv("ictRules", SampleCreditings.ICT_RULES, decided::ictRules));
    files.add(csv("marks", MARKS, sink -> marks(sink, registerBefore, register)));
    files.add(
        new SampleFile(
            "creditings",
            "creditings.json",
            out -> SampleCreditings.write(out, List.of(decidedBefore, decided))));
    if (today.isAfter(LocalDate.of(year, 9, 10))) {
      files.add(csv("evidence", SampleCreditings.EVIDENCE, decided::evidence));
    }
    return List.copyOf(files);
  }

  private static List<SampleFile> base(
      LocalDate today, Town before, Town current, Register registerBefore, Register register) {
    int year = current.plan().year();
    return List.of(
        new SampleFile("roster", "roster-" + (year - 1) + ".zip", new RosterZip(before, 1)),
        new SampleFile("roster", "roster-" + year + ".zip", new RosterZip(current, 0)),
        csv("schools", SCHOOLS, SampleSchool::schools),
        csv(
            "calendar",
            CALENDAR,
            sink -> {
              calendar(sink, before.plan(), today);
              calendar(sink, current.plan(), today);
            }),
        csv("groups", GROUPS, sink -> groups(sink, current)),
        csv(
            "closures",
            CLOSURES,
            sink -> {
              closures(sink, registerBefore.closures());
              closures(sink, register.closures());
            }));
  }

  /** Returns a CSV file that is called like its kind. */
  static SampleFile csv(String kind, String columns, CsvSheet.Rows rows) {
    return new SampleFile(kind, kind + ".csv", CsvSheet.of(columns, rows));
  }

  private static void marks(CsvSheet.Sink sink, Register before, Register current)
      throws IOException {
    before.rows(sink);
    current.rows(sink);
  }

  /** Lists the staff to whom an account can be given. */
  public List<SampleAccount> accounts() {
    return Staff.all().stream()
        .map(
            staff ->
                new SampleAccount(
                    staff.id(),
                    staff.username(),
                    staff.name().family() + "　" + staff.name().given(),
                    staff.role(),
                    Town.schoolName(staff.org())))
        .toList();
  }

  private static void schools(CsvSheet.Sink sink) throws IOException {
    sink.row(Town.PRIMARY, "栃木県", "みなも市", "public", "B199910000011");
    sink.row(Town.JUNIOR, "栃木県", "みなも市", "public", "C199910000020");
  }

  private static void calendar(CsvSheet.Sink sink, YearPlan plan, LocalDate today)
      throws IOException {
    SortedMap<LocalDate, String> free = plan.freeDays();
    for (String school : List.of(Town.PRIMARY, Town.JUNIOR)) {
      List<String> grades =
          Town.GRADES.stream().filter(grade -> Town.school(grade).equals(school)).toList();
      for (var entry : free.entrySet()) {
        sink.row(school, entry.getKey(), "", "nonSchoolDay", entry.getValue(), "false");
      }
      for (LocalDate day : plan.allDays()) {
        schoolDay(sink, plan, school, grades, day, day.isBefore(today));
      }
    }
  }

  private static void schoolDay(
      CsvSheet.Sink sink,
      YearPlan plan,
      String school,
      List<String> grades,
      LocalDate day,
      boolean taken)
      throws IOException {
    String first = plan.title(day, grades.get(0));
    boolean alike =
        grades.stream()
            .allMatch(
                grade -> plan.isSchoolDay(day, grade) && plan.title(day, grade).equals(first));
    if (alike) {
      sink.row(school, day, "", "schoolDay", first, taken);
      return;
    }
    for (String grade : grades) {
      boolean planned = plan.isSchoolDay(day, grade);
      sink.row(
          school,
          day,
          grade,
          planned ? "schoolDay" : "nonSchoolDay",
          planned ? plan.title(day, grade) : "休業日",
          planned && taken);
    }
  }

  private static void groups(CsvSheet.Sink sink, Town town) throws IOException {
    for (Stay stay : town.stays()) {
      String group = Closure.groupOf(stay);
      if (!group.isEmpty()) {
        sink.row(stay.room().school(), group, stay.pupil().id(), stay.firstOn(), stay.lastOn());
      }
    }
  }

  private static void closures(CsvSheet.Sink sink, List<Closure> closures) throws IOException {
    for (Closure closure : closures) {
      sink.row(
          closure.school(),
          closure.firstOn(),
          closure.lastOn(),
          closure.scope(),
          closure.target(),
          closure.basis(),
          closure.reason(),
          closure.online(),
          "校長",
          "みなも市教育委員会",
          closure.firstOn());
    }
  }
}
