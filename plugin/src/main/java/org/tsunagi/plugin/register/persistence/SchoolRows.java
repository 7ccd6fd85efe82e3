// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.GroupStay;
import org.tsunagi.plugin.register.domain.SchoolDay;
import org.tsunagi.plugin.shared.DateRange;

/**
 * What a query's schools have themselves: homerooms, planned and taken days, closures, groups,
 * settings, and the open months of one homeroom. It is one statement, whose rows say of what kind
 * they are.
 */
final class SchoolRows {
  private static final String SCHOOLS =
      " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id) JOIN count_school s ON s.school_id = k.id";

  /** Whose taken days matter: those of the homerooms in which the wanted students have a stay. */
  private static final String TAKEN =
      "SELECT 'taken', s.school_id, h.homeroom_id, '', '', '', t.epoch_day, false, false,"
          + " '', CAST(NULL AS date), CAST(NULL AS date)"
          + SCHOOLS
          + " JOIN count_homeroom h ON h.school_no = s.school_no AND h.school_year = ?"
          + " JOIN count_taken t ON t.homeroom_no = h.homeroom_no AND t.epoch_day BETWEEN ? AND ?";

  private static final String OF_STUDENTS =
      " WHERE h.homeroom_no IN (SELECT y.homeroom_no FROM UNNEST(CAST(? AS varchar ARRAY)) AS w(id)"
          + " JOIN count_student q ON q.student_id = w.id"
          + " JOIN count_stay y ON y.student_no = q.student_no AND y.school_year = ?)";

  /**
   * Homerooms, planned days, closures, groups, settings and open months. Columns: kind, school,
   * three texts, a title, name or reason, an epoch day, two flags, the closure's id, its days.
   */
  private static final String REST =
      " UNION ALL SELECT 'homeroom', s.school_id, h.homeroom_id, h.grade, '', h.name, 0,"
          + " h.special_needs, false, '', CAST(NULL AS date), CAST(NULL AS date)"
          + SCHOOLS
          + " JOIN count_homeroom h ON h.school_no = s.school_no AND h.school_year = ?"
          + " UNION ALL SELECT 'day', s.school_id, d.grade, '', '', d.title, d.epoch_day,"
          + " d.school_day, d.register_taken, '', CAST(NULL AS date), CAST(NULL AS date)"
          + SCHOOLS
          + " JOIN count_plan d ON d.school_no = s.school_no AND d.epoch_day BETWEEN ? AND ?"
          + " AND d.grade IN (SELECT n.code FROM UNNEST(CAST(? AS varchar ARRAY)) AS n(code))"
          + " UNION ALL SELECT 'closure', c.school_id, c.scope, c.target, c.basis, c.reason, 0,"
          + " c.online_lessons, false, c.closure_id, c.first_on, c.last_on"
          + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id) JOIN closure c ON c.school_id = k.id"
          + " AND c.first_on <= ? AND c.last_on >= ? AND c.voided_at IS NULL"
          + " UNION ALL SELECT 'group', g.school_id, g.student_id, g.group_name, '', '', 0, false,"
          + " false, '', g.first_on, g.last_on FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN closure_group_member g ON g.school_id = k.id"
          + " UNION ALL SELECT 'setting', r.school_id, r.name, r.setting, '', '', 0, false,"
          + " false, '', CAST(NULL AS date), CAST(NULL AS date)"
          + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN register_setting r ON r.school_id = k.id"
          + " UNION ALL SELECT 'profile', p.school_id, p.prefecture, p.municipality, '', '', 0, false,"
          + " false, '', CAST(NULL AS date), CAST(NULL AS date)"
          + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN school_profile p ON p.school_id = k.id"
          + " UNION ALL SELECT 'open', u.school_id, u.homeroom_id, '', '', '', 0, false,"
          + " false, '', u.month_first_on, CAST(NULL AS date)"
          + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN register_unlock u ON u.school_id = k.id AND u.homeroom_id = ?"
          + " AND u.locked_at IS NULL"
          + " ORDER BY 7";

  private final FactsQuery query;
  final List<Homeroom> homerooms = new ArrayList<>();
  final Map<HomeroomId, Set<LocalDate>> taken = new HashMap<>();
  final Map<LoadedFacts.GradeKey, List<SchoolDay>> days = new HashMap<>();
  final Map<LoadedFacts.GradeKey, Map<LocalDate, String>> titles = new HashMap<>();
  final Map<LoadedFacts.GradeKey, List<Closure>> closures = new HashMap<>();
  final Map<StudentId, List<GroupStay>> groups = new HashMap<>();
  final Map<SchoolId, Map<String, String>> settings = new HashMap<>();
  final Map<SchoolId, String> prefectures = new HashMap<>();
  final Map<SchoolId, String> municipalities = new HashMap<>();
  final Set<YearMonth> unlocked = new HashSet<>();

  private SchoolRows(FactsQuery query) {
    this.query = query;
  }

  static SchoolRows load(Connection connection, FactsQuery query) {
    SchoolRows facts = new SchoolRows(query);
    Array schools =
        Sql.array(connection, "varchar", query.schools().stream().map(SchoolId::value).toList());
    int year = query.schoolYear().year();
    int first = Days.of(query.range().first());
    int last = Days.of(query.range().last());
    List<Object> values = new ArrayList<>(List.of(schools, year, first, last));
    String sql = TAKEN;
    if (!query.students().isEmpty()) {
      sql += OF_STUDENTS;
      values.add(
          Sql.array(
              connection, "varchar", query.students().stream().map(StudentId::value).toList()));
      values.add(year);
    }
    values.addAll(List.of(schools, year, schools, first, last));
    values.add(Sql.array(connection, "varchar", query.gradeCodes()));
    values.addAll(List.of(schools, query.range().last(), query.range().first()));
    values.addAll(List.of(schools, schools, schools, schools));
    values.add(query.homeroom().map(HomeroomId::value).orElse(""));
    Sql.each(connection, query.fitted(sql + REST), facts::add, values.toArray());
    return facts;
  }

  private void add(ResultSet row) throws SQLException {
    SchoolId school = new SchoolId(row.getString(2));
    switch (row.getString(1)) {
      case "taken" ->
          taken
              .computeIfAbsent(new HomeroomId(row.getString(3)), room -> new HashSet<>())
              .add(Days.date(row.getInt(7)));
      case "homeroom" -> homerooms.add(homeroom(school, row));
      case "day" -> addDay(school, row);
      case "closure" -> addClosure(school, row);
      case "group" -> addGroup(row);
      case "setting" ->
          settings
              .computeIfAbsent(school, one -> new HashMap<>())
              .put(row.getString(3), row.getString(4));
      case "profile" -> {
        prefectures.put(school, row.getString(3));
        municipalities.put(school, row.getString(4));
      }
      default -> unlocked.add(YearMonth.from(row.getObject(11, LocalDate.class)));
    }
  }

  private Homeroom homeroom(SchoolId school, ResultSet row) throws SQLException {
    return new Homeroom(
        new HomeroomId(row.getString(3)),
        school,
        query.schoolYear().year(),
        Grade.valueOf(row.getString(4)),
        row.getString(6),
        row.getBoolean(8));
  }

  private void addDay(SchoolId school, ResultSet row) throws SQLException {
    Grade grade = Grade.valueOf(row.getString(3));
    LoadedFacts.GradeKey key = new LoadedFacts.GradeKey(school, grade);
    LocalDate date = Days.date(row.getInt(7));
    String title = row.getString(6);
    if (row.getBoolean(8)) {
      days.computeIfAbsent(key, one -> new ArrayList<>())
          .add(new SchoolDay(date, title, row.getBoolean(9)));
    }
    titles.computeIfAbsent(key, one -> new HashMap<>()).put(date, title);
  }

  private void addGroup(ResultSet row) throws SQLException {
    LocalDate last = row.getObject(12, LocalDate.class);
    DateRange range =
        new DateRange(
            row.getObject(11, LocalDate.class), last == null ? LocalDate.of(2999, 3, 31) : last);
    GroupStay stay = new GroupStay(row.getString(4), range);
    List<GroupStay> own =
        groups.computeIfAbsent(new StudentId(row.getString(3)), id -> new ArrayList<>());
    if (!own.contains(stay)) {
      own.add(stay);
    }
  }

  private void addClosure(SchoolId school, ResultSet row) throws SQLException {
    Closure.Scope scope = Closure.Scope.find(row.getString(3)).orElseThrow();
    boolean ofGrade = scope == Closure.Scope.GRADE;
    DateRange range =
        new DateRange(row.getObject(11, LocalDate.class), row.getObject(12, LocalDate.class));
    Closure closure =
        new Closure(
            row.getString(10),
            scope,
            ofGrade ? "" : row.getString(4),
            List.of(range),
            Closure.Basis.find(row.getString(5)).orElseThrow(),
            row.getString(6),
            row.getBoolean(8));
    Optional<Grade> only = ofGrade ? Grade.find(row.getString(4)) : Optional.empty();
    for (Grade grade : only.map(List::of).orElse(List.of(Grade.values()))) {
      closures
          .computeIfAbsent(new LoadedFacts.GradeKey(school, grade), key -> new ArrayList<>())
          .add(closure);
    }
  }
}
