// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.GradeCalendar;
import org.tsunagi.plugin.register.domain.GradeYear;
import org.tsunagi.plugin.register.domain.Placement;
import org.tsunagi.plugin.register.domain.Stay;

/**
 * Fills the work tables of grades, planned days and stays. Nearly every student has one stay a
 * year, which SQL takes as it is; those with several go through {@link SchoolStays}, as they do for
 * the pure rule, so that both merge and cut them alike.
 */
final class CityStays {
  /** Grades with the same planned days share the calendar of the first of them. */
  private static final String GRADES =
      """
      INSERT INTO roll_grade
      SELECT k.grade_no, k.school_no, k.grade, MIN(k.grade_no) OVER (PARTITION BY k.days)
      FROM (SELECT ROW_NUMBER() OVER (ORDER BY g.school_no, g.grade) AS grade_no, g.school_no,
          g.grade, d.days
        FROM (SELECT DISTINCT t.school_no, t.grade FROM roll_school s
            JOIN count_stay t ON t.school_no = s.school_no AND t.school_year = ?) g
        LEFT JOIN (SELECT p.school_no, p.grade,
              ARRAY_AGG(p.epoch_day * 2 + CASE WHEN p.register_taken THEN 1 ELSE 0 END
                ORDER BY p.epoch_day) AS days
            FROM roll_school s
            JOIN count_plan p ON p.school_no = s.school_no AND p.epoch_day BETWEEN ? AND ?
            WHERE p.school_day GROUP BY p.school_no, p.grade) d
          ON d.school_no = g.school_no AND d.grade = g.grade) k
      """;

  private static final String DAYS =
      """
      INSERT INTO roll_day
      SELECT g.grade_no, d.epoch_day, CASE WHEN d.register_taken THEN 1 ELSE 0 END, 0
      FROM roll_grade g
      JOIN count_plan d ON d.school_no = g.school_no AND d.grade = g.grade
      WHERE g.calendar_no = g.grade_no AND d.school_day AND d.epoch_day BETWEEN ? AND ?
      """;

  private static final String SEVERAL =
      """
      INSERT INTO roll_several SELECT t.student_no FROM roll_school s
      JOIN count_stay t ON t.school_no = s.school_no AND t.school_year = ?
      GROUP BY t.student_no HAVING COUNT(*) > 1
      """;

  private static final String SINGLE =
      """
      INSERT INTO roll_stay
      SELECT k.student_no, k.student_no, g.grade_no, k.homeroom_no, k.stay_id, k.first_day,
        k.last_day, k.asked, 1
      FROM (SELECT t.student_no, t.school_no, t.grade, COALESCE(t.homeroom_no, 0) AS homeroom_no,
          t.stay_id, GREATEST(t.first_day, ?) AS first_day,
          LEAST(COALESCE(t.last_day, ?), ?) AS last_day, s.asked
        FROM roll_school s
        JOIN count_stay t ON t.school_no = s.school_no AND t.school_year = ?
        LEFT JOIN roll_several v ON v.student_no = t.student_no
        WHERE v.student_no IS NULL) k
      JOIN roll_grade g ON g.school_no = k.school_no AND g.grade = k.grade
      WHERE k.first_day <= k.last_day
      """;

  private static final String OF_SEVERAL =
      """
      SELECT t.student_no, p.student_id, c.school_id, t.stay_id, t.grade, t.homeroom_no,
        h.homeroom_id, t.first_day, t.last_day, s.asked, g.grade_no
      FROM roll_several v
      JOIN count_stay t ON t.student_no = v.student_no AND t.school_year = ?
      JOIN roll_school s ON s.school_no = t.school_no
      JOIN roll_grade g ON g.school_no = t.school_no AND g.grade = t.grade
      JOIN count_school c ON c.school_no = t.school_no
      JOIN count_student p ON p.student_no = t.student_no
      LEFT JOIN count_homeroom h ON h.homeroom_no = t.homeroom_no
      """;

  private static final String WANTED = "IN (SELECT student_no FROM roll_wanted)";

  private final Connection connection;
  private final CityWork work;
  private final CityQuery query;
  private final Map<StudentId, List<Enrolment>> several = new LinkedHashMap<>();
  private final Map<StudentId, Integer> students = new HashMap<>();
  private final Set<StudentId> asked = new HashSet<>();
  private final Map<LoadedFacts.GradeKey, Integer> grades = new HashMap<>();
  private final Map<HomeroomId, Integer> homerooms = new HashMap<>();
  private final List<@Nullable Object[]> stays = new ArrayList<>();
  private final List<@Nullable Object[]> parts = new ArrayList<>();

  CityStays(Connection connection, CityWork work, CityQuery query) {
    this.connection = connection;
    this.work = work;
    this.query = query;
  }

  void fill() {
    fillGrades();
    fillStays("", "");
  }

  /** Fills grades and planned days, and finds the students with several stays. */
  void fillGrades() {
    int year = query.schoolYear();
    Sql.update(connection, GRADES, year, query.firstDay(), query.untilDay());
    work.filled("roll_grade");
    Sql.update(connection, DAYS, query.firstDay(), query.untilDay());
    work.filled("roll_day");
    Sql.update(connection, SEVERAL, year);
    work.filled("roll_several");
  }

  /** Fills the stays of wanted students. */
  void fillWanted() {
    fillStays(" AND k.student_no " + WANTED, " WHERE t.student_no " + WANTED);
  }

  private void fillStays(String single, String ofSeveral) {
    int year = query.schoolYear();
    Sql.update(
        connection, SINGLE + single, query.firstDay(), query.lastDay(), query.lastDay(), year);
    fillSeveral(OF_SEVERAL + ofSeveral + " ORDER BY t.student_no", year);
    work.filled("roll_stay");
    work.filled("roll_part");
  }

  private void fillSeveral(String sql, int year) {
    Sql.each(connection, sql, this::read, year);
    SchoolStays merging = new SchoolStays(query.year(), CityStays::grade);
    several.forEach((student, own) -> merging.of(own).forEach(stay -> add(student, stay)));
    Sql.batch(connection, "INSERT INTO roll_stay VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)", stays);
    Sql.batch(connection, "INSERT INTO roll_part VALUES (?, ?, ?, ?, ?, ?)", parts);
  }

  /** Names a grade; merging looks at nothing else of it. */
  private static GradeYear grade(SchoolId school, Grade grade) {
    return GradeYear.of(new GradeCalendar(school, grade, List.of(), List.of(), List.of()));
  }

  private void read(ResultSet row) throws SQLException {
    StudentId student = new StudentId(row.getString(2));
    SchoolId school = new SchoolId(row.getString(3));
    Grade grade = Grade.valueOf(row.getString(5));
    Integer last = row.getObject(9, Integer.class);
    Optional<HomeroomId> homeroom = Optional.ofNullable(row.getString(7)).map(HomeroomId::new);
    int homeroomNo = row.getInt(6);
    homeroom.ifPresent(id -> homerooms.put(id, homeroomNo));
    students.put(student, row.getInt(1));
    grades.put(new LoadedFacts.GradeKey(school, grade), row.getInt(11));
    if (row.getInt(10) == 1) {
      asked.add(student);
    }
    several
        .computeIfAbsent(student, id -> new ArrayList<>())
        .add(
            new Enrolment(
                row.getString(4),
                student,
                school,
                query.schoolYear(),
                grade,
                homeroom,
                0,
                Days.date(row.getInt(8)),
                Optional.ofNullable(last).map(Days::date)));
  }

  /** Adds a stay under a number that no student has, and its parts, gaps between homerooms too. */
  private void add(StudentId student, Stay stay) {
    int number = -1 - stays.size();
    GradeCalendar calendar = stay.grade().calendar();
    int studentNo = Objects.requireNonNull(students.get(student));
    int gradeNo =
        Objects.requireNonNull(
            grades.get(new LoadedFacts.GradeKey(calendar.school(), calendar.grade())));
    int first = Days.of(stay.period().first());
    int last = Days.of(stay.period().last());
    int acceptances = asked.contains(student) ? 1 : 0;
    stays.add(new Object[] {number, studentNo, gradeNo, 0, stay.id(), first, last, acceptances});
    int from = first;
    for (Placement placement : stay.placements()) {
      int begin = Days.of(placement.period().first());
      int end = Days.of(placement.period().last());
      if (from < begin) {
        parts.add(new Object[] {number, studentNo, gradeNo, 0, from, begin - 1});
      }
      int homeroomNo = Objects.requireNonNull(homerooms.get(placement.homeroom()));
      parts.add(new Object[] {number, studentNo, gradeNo, homeroomNo, begin, end});
      from = end + 1;
    }
    if (from <= last) {
      parts.add(new Object[] {number, studentNo, gradeNo, 0, from, last});
    }
  }
}
