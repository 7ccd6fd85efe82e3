// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffId;

/**
 * The school on which the kit's tests are run: two schools, three homerooms, five students.
 *
 * <p>Identifiers are whole numbers (a stay: the number of the enrolment, a point, the number of the
 * class in it), because some hosts number their rows; hosts with other texts take them as texts.
 */
public final class KitSchool {
  public static final SchoolId NORTH = new SchoolId("1");
  public static final SchoolId SOUTH = new SchoolId("2");
  public static final HomeroomId FIVE_TWO = new HomeroomId("201");
  public static final HomeroomId FIVE_TEN = new HomeroomId("210");
  public static final HomeroomId SIX_ONE = new HomeroomId("301");
  public static final StudentId SAKI = new StudentId("101");
  public static final StudentId TAKA = new StudentId("102");
  public static final StudentId YOSHI = new StudentId("103");
  public static final StudentId LEFT = new StudentId("104");
  public static final StudentId SIXTH = new StudentId("105");
  public static final StaffId TEACHER = new StaffId("t-1");
  public static final StaffId SECOND_TEACHER = new StaffId("t-2");
  public static final StaffId PRINCIPAL = new StaffId("t-3");
  public static final StaffId OFFICER = new StaffId("t-4");
  public static final int YEAR = 2026;
  public static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  public static final LocalDate MARCH = LocalDate.of(2027, 3, 31);
  public static final LocalDate LEFT_ON = LocalDate.of(2026, 7, 20);

  private KitSchool() {}

  /** Returns the schools. */
  public static List<School> schools() {
    return List.of(new School(SOUTH, "B南小学校", ""), new School(NORTH, "A北小学校", "あさひ市教育委員会"));
  }

  /** Returns the homerooms. */
  public static List<Homeroom> homerooms() {
    return List.of(
        new Homeroom(SIX_ONE, NORTH, YEAR, Grade.P6, "6年1組", true),
        new Homeroom(FIVE_TEN, NORTH, YEAR, Grade.P5, "5年10組", false),
        new Homeroom(FIVE_TWO, NORTH, YEAR, Grade.P5, "5年2組", false));
  }

  /** Returns the students. */
  public static List<Student> students() {
    return List.of(
        new Student(
            SAKI,
            "山﨑",
            "花",
            "ヤマザキ",
            "ハナ",
            "female",
            Optional.of(LocalDate.of(2015, 5, 5)),
            "A-0001",
            List.of(
                new Guardian("山﨑　母", "ヤマザキ　ハハ", "母", "000-0000-0001"),
                new Guardian("山﨑　父", "", "父", ""))),
        plain(TAKA, "髙橋", "ﾐﾗｲ", "たかはし", "みらい", "A-0002"),
        plain(YOSHI, "𠮷田", "健", "ヨシダ", "ケン", "A-0003"),
        plain(LEFT, "転出", "済", "テンシュツ", "スミ", "A-0004"),
        plain(SIXTH, "六年", "生", "ロクネン", "セイ", "A_0005"));
  }

  private static Student plain(
      StudentId id, String family, String given, String kana, String givenKana, String number) {
    return new Student(
        id, family, given, kana, givenKana, "unspecified", Optional.empty(), number, List.of());
  }

  /** Returns the stays. */
  public static List<Enrolment> stays() {
    return List.of(
        stay("13.1", YOSHI, Grade.P5, FIVE_TEN, 1, Optional.empty()),
        stay("12.1", TAKA, Grade.P5, FIVE_TWO, 2, Optional.empty()),
        stay("11.1", SAKI, Grade.P5, FIVE_TWO, 1, Optional.empty()),
        stay("14.1", LEFT, Grade.P5, FIVE_TWO, 3, Optional.of(LEFT_ON)),
        stay("15.1", SIXTH, Grade.P6, SIX_ONE, 1, Optional.empty()));
  }

  /** Returns a stay at the northern school from 1 April 2026. */
  public static Enrolment stay(
      String id,
      StudentId student,
      Grade grade,
      HomeroomId homeroom,
      int number,
      Optional<LocalDate> last) {
    return new Enrolment(
        id, student, NORTH, YEAR, grade, Optional.of(homeroom), number, APRIL, last);
  }

  /** Returns the staff as rows of a roster. */
  public static List<RosterRow.StaffRow> staff() {
    return List.of(
        new RosterRow.StaffRow(TEACHER, "sensei1", "担任　一", "タンニン　イチ", "a@example.jp", false),
        new RosterRow.StaffRow(SECOND_TEACHER, "sensei2", "担任　二", "", "", false),
        new RosterRow.StaffRow(PRINCIPAL, "kocho", "校長　三", "", "", false),
        new RosterRow.StaffRow(OFFICER, "board", "委員　四", "", "", false));
  }

  /** Returns the posts as rows of a roster. */
  public static List<RosterRow.PostRow> posts() {
    Optional<HomeroomId> homeroom = Optional.of(FIVE_TWO);
    return List.of(
        post("p-2", SECOND_TEACHER, HostRole.HOMEROOM_TEACHER, Optional.of(NORTH), homeroom),
        post("p-1", TEACHER, HostRole.HOMEROOM_TEACHER, Optional.of(NORTH), homeroom),
        post("p-3", PRINCIPAL, HostRole.PRINCIPAL, Optional.of(NORTH), Optional.empty()),
        post("p-4", OFFICER, HostRole.BOARD_OFFICER, Optional.empty(), Optional.empty()));
  }

  private static RosterRow.PostRow post(
      String id,
      StaffId staff,
      HostRole role,
      Optional<SchoolId> school,
      Optional<HomeroomId> homeroom) {
    return new RosterRow.PostRow(
        id, staff, new Post(role, school, homeroom, APRIL, Optional.empty()), false);
  }

  /** Returns the terms of the northern school. */
  public static List<Term> terms() {
    return List.of(
        new Term(1, "1学期", APRIL, LocalDate.of(2026, 8, 31)),
        new Term(2, "2学期", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31)),
        new Term(3, "3学期", LocalDate.of(2027, 1, 1), MARCH));
  }

  /** Returns five days of the fifth grade, from Monday, 9 November 2026. */
  public static List<PlannedDay> days() {
    List<PlannedDay> days = new ArrayList<>();
    for (int day = 9; day <= 13; day++) {
      days.add(
          new PlannedDay(
              NORTH,
              LocalDate.of(2026, 11, day),
              Grade.P5,
              day != 11,
              day == 11 ? "開校記念日" : "",
              true));
    }
    return days;
  }

  /** Puts the whole roster, as a bulk session does, and finishes it. */
  public static IntakeCounts load(RosterIntake intake) {
    try (RosterIntake.Session session = intake.begin(true)) {
      putSchools(session);
      students().forEach(one -> session.put(new RosterRow.StudentRow(one, false)));
      stays().forEach(one -> session.put(new RosterRow.StayRow(one, false, Optional.empty())));
      putStaff(session);
      return session.finish();
    }
  }

  /** Puts schools, terms and homerooms. */
  public static void putSchools(RosterIntake.Session session) {
    schools().forEach(one -> session.put(new RosterRow.SchoolRow(one, false)));
    terms().forEach(one -> session.put(new RosterRow.TermRow(NORTH, YEAR, one, false)));
    homerooms().forEach(one -> session.put(new RosterRow.HomeroomRow(one, false)));
  }

  /** Puts staff and posts. */
  public static void putStaff(RosterIntake.Session session) {
    staff().forEach(session::put);
    posts().forEach(session::put);
  }
}
