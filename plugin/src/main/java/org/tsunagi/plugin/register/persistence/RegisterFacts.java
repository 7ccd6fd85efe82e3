// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.GroupStay;
import org.tsunagi.plugin.register.domain.SchoolDay;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Loads what counting needs from the counting copy, with six statements whatever the number of
 * students: homerooms, stays with their groups, planned days, taken days, marks, closures.
 */
@Component(service = RegisterFacts.class)
public final class RegisterFacts {
  private static final String SCHOOLS =
      " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id) JOIN count_school s ON s.school_id = k.id";

  /** Loads the facts of a query. */
  public LoadedFacts load(Connection connection, FactsQuery query) {
    return new Load(connection, query).run();
  }

  /** One loading. */
  private static final class Load {
    private final Connection connection;
    private final FactsQuery query;
    private final List<Homeroom> homerooms = new ArrayList<>();
    private final Map<HomeroomId, Set<LocalDate>> taken = new HashMap<>();
    private final Map<String, Enrolment> stays = new LinkedHashMap<>();
    private final Map<StudentId, List<GroupStay>> groups = new HashMap<>();
    private final Map<LoadedFacts.GradeKey, List<SchoolDay>> days = new HashMap<>();
    private final Map<LoadedFacts.GradeKey, Map<LocalDate, String>> titles = new HashMap<>();
    private final Map<StudentId, List<DayMark>> marks = new HashMap<>();
    private final Map<LoadedFacts.GradeKey, List<Closure>> closures = new HashMap<>();

    Load(Connection connection, FactsQuery query) {
      this.connection = connection;
      this.query = query;
    }

    LoadedFacts run() {
      loadHomerooms();
      loadStays();
      loadDays();
      loadTaken();
      loadMarks();
      loadClosures();
      return new LoadedFacts(query, homerooms, taken, stays, groups, days, titles, marks, closures);
    }

    private Array schools() {
      return Sql.array(
          connection, "varchar", query.schools().stream().map(SchoolId::value).toList());
    }

    private boolean wanted(Grade grade) {
      return query.grades().isEmpty() || query.grades().contains(grade);
    }

    private void loadHomerooms() {
      Sql.each(
          connection,
          "SELECT s.school_id, h.homeroom_id, h.grade, h.name, h.special_needs"
              + SCHOOLS
              + " JOIN count_homeroom h ON h.school_no = s.school_no AND h.school_year = ?",
          row ->
              homerooms.add(
                  new Homeroom(
                      new HomeroomId(row.getString(2)),
                      new SchoolId(row.getString(1)),
                      query.schoolYear().year(),
                      Grade.valueOf(row.getString(3)),
                      row.getString(4),
                      row.getBoolean(5))),
          schools(),
          query.schoolYear().year());
    }

    private void loadStays() {
      Sql.each(
          connection,
          "SELECT s.school_id, t.stay_id, p.student_id, t.grade, h.homeroom_id, t.register_no,"
              + " t.first_day, t.last_day, g.group_name, g.first_on, g.last_on"
              + SCHOOLS
              + " JOIN count_stay t ON t.school_no = s.school_no AND t.school_year = ?"
              + " JOIN count_student p ON p.student_no = t.student_no"
              + " LEFT JOIN count_homeroom h ON h.homeroom_no = t.homeroom_no"
              + " LEFT JOIN closure_group_member g ON g.school_id = s.school_id"
              + " AND g.student_id = p.student_id"
              + " ORDER BY s.school_id, p.student_id, t.first_day, t.stay_id",
          this::addStay,
          schools(),
          query.schoolYear().year());
    }

    private void addStay(ResultSet row) throws SQLException {
      Grade grade = Grade.valueOf(row.getString(4));
      if (!wanted(grade)) {
        return;
      }
      Integer last = row.getObject(8, Integer.class);
      Enrolment stay =
          new Enrolment(
              row.getString(2),
              new StudentId(row.getString(3)),
              new SchoolId(row.getString(1)),
              query.schoolYear().year(),
              grade,
              Optional.ofNullable(row.getString(5)).map(HomeroomId::new),
              row.getInt(6),
              Days.date(row.getInt(7)),
              Optional.ofNullable(last).map(Days::date));
      stays.putIfAbsent(stay.id(), stay);
      addGroup(
          stay.student(),
          row.getString(9),
          row.getObject(10, LocalDate.class),
          row.getObject(11, LocalDate.class));
    }

    private void addGroup(
        StudentId student,
        @Nullable String group,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {
      if (group != null && first != null) {
        LocalDate end = last == null ? LocalDate.of(2999, 3, 31) : last;
        GroupStay stay = new GroupStay(group, new DateRange(first, end));
        List<GroupStay> own = groups.computeIfAbsent(student, id -> new ArrayList<>());
        if (!own.contains(stay)) {
          own.add(stay);
        }
      }
    }

    private void loadDays() {
      Sql.each(
          connection,
          "SELECT s.school_id, d.grade, d.epoch_day, d.title, d.register_taken, d.school_day"
              + SCHOOLS
              + " JOIN count_plan d ON d.school_no = s.school_no"
              + " AND d.epoch_day BETWEEN ? AND ? ORDER BY d.epoch_day",
          row -> {
            Grade grade = Grade.valueOf(row.getString(2));
            if (wanted(grade)) {
              addDay(new LoadedFacts.GradeKey(new SchoolId(row.getString(1)), grade), row);
            }
          },
          schools(),
          Days.of(query.range().first()),
          Days.of(query.range().last()));
    }

    private void addDay(LoadedFacts.GradeKey key, ResultSet row) throws SQLException {
      LocalDate date = Days.date(row.getInt(3));
      String title = row.getString(4);
      if (row.getBoolean(6)) {
        days.computeIfAbsent(key, one -> new ArrayList<>())
            .add(new SchoolDay(date, title, row.getBoolean(5)));
      }
      titles.computeIfAbsent(key, one -> new HashMap<>()).put(date, title);
    }

    private void loadTaken() {
      Set<String> rooms = new HashSet<>();
      for (Enrolment stay : stays.values()) {
        if (query.students().isEmpty() || query.students().contains(stay.student())) {
          stay.homeroom().ifPresent(room -> rooms.add(room.value()));
        }
      }
      Sql.each(
          connection,
          "SELECT h.homeroom_id, t.epoch_day FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
              + " JOIN count_homeroom h ON h.homeroom_id = k.id"
              + " JOIN count_taken t ON t.homeroom_no = h.homeroom_no"
              + " AND t.epoch_day BETWEEN ? AND ?",
          row ->
              taken
                  .computeIfAbsent(new HomeroomId(row.getString(1)), room -> new HashSet<>())
                  .add(Days.date(row.getInt(2))),
          Sql.array(connection, "varchar", rooms),
          Days.of(query.range().first()),
          Days.of(query.range().last()));
    }

    private void loadMarks() {
      boolean all = query.students().isEmpty();
      String students =
          all
              ? " JOIN count_student p ON p.student_no = m.student_no"
              : " JOIN count_student p ON p.student_no = m.student_no AND p.student_id IN"
                  + " (SELECT w.id FROM UNNEST(CAST(? AS varchar ARRAY)) AS w(id))";
      String sql =
          "SELECT s.school_id, p.student_id, m.epoch_day, c.code_id, m.detail, m.facility,"
              + " m.place, m.flags, m.minutes"
              + SCHOOLS
              + " JOIN count_mark m ON m.school_no = s.school_no AND m.school_year = ?"
              + " AND m.epoch_day BETWEEN ? AND ?"
              + students
              + " JOIN count_code c ON c.code_no = m.code_no";
      List<Object> values =
          new ArrayList<>(
              List.of(
                  schools(),
                  query.schoolYear().year(),
                  Days.of(query.range().first()),
                  Days.of(query.range().last())));
      if (!all) {
        values.add(
            Sql.array(
                connection, "varchar", query.students().stream().map(StudentId::value).toList()));
      }
      Sql.each(connection, sql, this::addMark, values.toArray());
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

    private void loadClosures() {
      Sql.each(
          connection,
          "SELECT c.school_id, c.closure_id, c.first_on, c.last_on, c.scope, c.target, c.basis,"
              + " c.reason, c.online_lessons FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
              + " JOIN closure c ON c.school_id = k.id AND c.first_on <= ? AND c.last_on >= ?"
              + " AND c.voided_at IS NULL",
          this::addClosure,
          schools(),
          query.range().last(),
          query.range().first());
    }

    private void addClosure(ResultSet row) throws SQLException {
      Closure.Scope scope = Closure.Scope.find(row.getString(5)).orElseThrow();
      boolean ofGrade = scope == Closure.Scope.GRADE;
      DateRange days =
          new DateRange(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class));
      Closure closure =
          new Closure(
              row.getString(2),
              scope,
              ofGrade ? "" : row.getString(6),
              List.of(days),
              Closure.Basis.find(row.getString(7)).orElseThrow(),
              row.getString(8),
              row.getBoolean(9));
      SchoolId school = new SchoolId(row.getString(1));
      Optional<Grade> only = ofGrade ? Grade.find(row.getString(6)) : Optional.empty();
      for (Grade grade : only.map(List::of).orElse(List.of(Grade.values()))) {
        closures
            .computeIfAbsent(new LoadedFacts.GradeKey(school, grade), key -> new ArrayList<>())
            .add(closure);
      }
    }
  }
}
