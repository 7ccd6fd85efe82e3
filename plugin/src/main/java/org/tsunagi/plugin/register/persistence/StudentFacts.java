// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.DayMark;

/** The stays and marks of the students at a query's schools. */
final class StudentFacts {
  private static final String SCHOOLS =
      " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id) JOIN count_school s ON s.school_id = k.id";

  private static final String STAYS =
      "SELECT s.school_id, t.stay_id, p.student_id, t.grade, h.homeroom_id, t.register_no,"
          + " t.first_day, t.last_day"
          + SCHOOLS
          + " JOIN count_stay t ON t.school_no = s.school_no AND t.school_year = ?"
          + " AND t.grade IN (SELECT n.code FROM UNNEST(CAST(? AS varchar ARRAY)) AS n(code))"
          + " JOIN count_student p ON p.student_no = t.student_no"
          + " LEFT JOIN count_homeroom h ON h.homeroom_no = t.homeroom_no";

  private static final Comparator<Enrolment> IN_ORDER =
      Comparator.comparing((Enrolment stay) -> stay.school().value())
          .thenComparing(stay -> stay.student().value())
          .thenComparing(Enrolment::first)
          .thenComparing(Enrolment::id);

  private final Connection connection;
  private final FactsQuery query;
  final Map<String, Enrolment> stays = new LinkedHashMap<>();
  final Map<StudentId, List<DayMark>> marks = new HashMap<>();

  private StudentFacts(Connection connection, FactsQuery query) {
    this.connection = connection;
    this.query = query;
  }

  static StudentFacts load(Connection connection, FactsQuery query) {
    StudentFacts facts = new StudentFacts(connection, query);
    facts.loadStays();
    facts.loadMarks();
    return facts;
  }

  /** Lists the marks of a query's students, by day. */
  static List<DayMark> listMarks(Connection connection, FactsQuery query) {
    StudentFacts facts = new StudentFacts(connection, query);
    facts.loadMarks();
    return facts.marks.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(DayMark::date))
        .toList();
  }

  private Array schools() {
    return Sql.array(connection, "varchar", query.schools().stream().map(SchoolId::value).toList());
  }

  private void loadStays() {
    List<Enrolment> found = new ArrayList<>();
    Sql.each(
        connection,
        query.fitted(STAYS),
        row -> found.add(stay(Grade.valueOf(row.getString(4)), row)),
        schools(),
        query.schoolYear().year(),
        Sql.array(connection, "varchar", query.gradeCodes()));
    found.stream().sorted(IN_ORDER).forEach(stay -> stays.put(stay.id(), stay));
  }

  private Enrolment stay(Grade grade, ResultSet row) throws SQLException {
    Integer last = row.getObject(8, Integer.class);
    return new Enrolment(
        row.getString(2),
        new StudentId(row.getString(3)),
        new SchoolId(row.getString(1)),
        query.schoolYear().year(),
        grade,
        Optional.ofNullable(row.getString(5)).map(HomeroomId::new),
        row.getInt(6),
        Days.date(row.getInt(7)),
        Optional.ofNullable(last).map(Days::date));
  }

  /** Reads the marks of all, of some students, or of those who have a stay in a homeroom. */
  private void loadMarks() {
    String sql =
        "SELECT s.school_id, p.student_id, m.epoch_day, c.code_id, m.detail, m.facility,"
            + " m.place, m.flags, m.minutes"
            + SCHOOLS
            + " JOIN count_mark m ON m.school_no = s.school_no AND m.school_year = ?"
            + " AND m.epoch_day BETWEEN ? AND ?"
            + " JOIN count_student p ON p.student_no = m.student_no"
            + " JOIN count_code c ON c.code_no = m.code_no";
    List<Object> values =
        new ArrayList<>(
            List.of(
                schools(),
                query.schoolYear().year(),
                Days.of(query.range().first()),
                Days.of(query.range().last())));
    if (!query.students().isEmpty()) {
      sql +=
          " WHERE m.student_no IN (SELECT q.student_no"
              + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS w(id)"
              + " JOIN count_student q ON q.student_id = w.id)";
      values.add(
          Sql.array(
              connection, "varchar", query.students().stream().map(StudentId::value).toList()));
    } else if (query.homeroom().isPresent()) {
      sql +=
          " WHERE m.student_no IN (SELECT t.student_no FROM count_homeroom h"
              + " JOIN count_stay t ON t.school_no = h.school_no"
              + " AND t.school_year = h.school_year AND t.homeroom_no = h.homeroom_no"
              + " WHERE h.homeroom_id = ?)";
      values.add(query.homeroom().get().value());
    }
    Sql.each(connection, query.fitted(sql), this::addMark, values.toArray());
  }

  private void addMark(ResultSet row) throws SQLException {
    StudentId student = new StudentId(row.getString(2));
    SchoolId school = new SchoolId(row.getString(1));
    marks
        .computeIfAbsent(student, id -> new ArrayList<>())
        .add(dayMark(CopyRows.mark(school, student, row, 3)));
  }

  private static DayMark dayMark(AttendanceMark mark) {
    return new DayMark(
        mark.date(),
        mark.code(),
        mark.detail(),
        mark.facility(),
        mark.place(),
        mark.onlineHeld(),
        mark.onlineSpecial(),
        mark.minutes(),
        mark.visit());
  }
}
