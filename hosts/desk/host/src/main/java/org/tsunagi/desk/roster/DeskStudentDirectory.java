// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.roster;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentQuery;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.search.SearchText;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.desk.sql.Parameters;

/** The desk's schools, homerooms and students. */
@Component(service = StudentDirectory.class)
public final class DeskStudentDirectory implements StudentDirectory {
  private static final String STAY =
      """
      SELECT t.stay_id, t.school_year, t.grade, t.homeroom_id, t.number, t.first_on, t.last_on,
        s.student_id, c.school_id
      FROM desk_stay t
      JOIN desk_student s ON s.student_no = t.student_no
      JOIN desk_school c ON c.school_no = t.school_no
      """;

  private static final String HOMEROOM =
      """
      SELECT h.homeroom_id, c.school_id, h.school_year, h.grade, h.name, h.special_needs
      FROM desk_homeroom h
      JOIN desk_school c ON c.school_no = h.school_no
      JOIN desk_grade g ON g.grade = h.grade
      """;

  private static final String MATCHES =
      """
      FROM desk_stay t
      JOIN desk_student s ON s.student_no = t.student_no
      JOIN desk_school c ON c.school_no = t.school_no
      JOIN desk_grade g ON g.grade = t.grade
      LEFT JOIN desk_homeroom h ON h.homeroom_id = t.homeroom_id
      WHERE c.school_id = ANY(?)
        AND t.first_on <= ? AND (t.last_on IS NULL OR t.last_on >= ?)
        AND s.search_text LIKE ? ESCAPE '!'
        AND (CAST(? AS varchar(2)) = '' OR t.grade = ?)
        AND (CAST(? AS boolean) OR t.homeroom_id = ANY(?) OR s.student_id = ANY(?))
      """;

  private static final String PAGE =
      """
      SELECT t.stay_id, t.school_year, t.grade, t.homeroom_id, t.number, t.first_on, t.last_on,
        s.student_id, c.school_id, h.name AS homeroom_name
      """
          + MATCHES
          + """
          ORDER BY g.rank_no, COALESCE(h.sort_name, ''), COALESCE(t.homeroom_id, ''), t.number, s.student_id, t.stay_id
          LIMIT ? OFFSET ?
          """;

  private final DeskSql sql;
  private final StudentRows students;

  /** Reads the roster from the store. */
  @Activate
  public DeskStudentDirectory(@Reference Store store) {
    this.sql = new DeskSql(store);
    this.students = new StudentRows(sql);
  }

  @Override
  public List<School> listSchools() {
    return sql
        .list("SELECT school_id, name, board_name FROM desk_school", p -> {}, RosterColumns::school)
        .stream()
        .sorted(Comparator.comparing(School::name).thenComparing(school -> school.id().value()))
        .toList();
  }

  @Override
  public List<Homeroom> listHomerooms(SchoolId school, int schoolYear) {
    return sql.list(
        HOMEROOM
            + """
            WHERE c.school_id = ? AND h.school_year = ?
              AND (h.ended_on IS NULL
                OR EXISTS (SELECT 1 FROM desk_stay t WHERE t.homeroom_id = h.homeroom_id))
            ORDER BY g.rank_no, h.sort_name, h.homeroom_id
            """,
        p -> p.text(school.value()).number(schoolYear),
        RosterColumns::homeroom);
  }

  @Override
  public Optional<Homeroom> findHomeroom(HomeroomId homeroom) {
    return sql.find(
        HOMEROOM + "WHERE h.homeroom_id = ?",
        p -> p.text(homeroom.value()),
        RosterColumns::homeroom);
  }

  @Override
  public Optional<Student> find(StudentId student) {
    return listStudents(Set.of(student)).stream().findFirst();
  }

  @Override
  public Optional<StudentRecord> findRecord(StudentId student) {
    return students.findRecord(student);
  }

  @Override
  public List<Student> listStudents(Set<StudentId> ids) {
    return students.list(ids.stream().map(StudentId::value).toList()).stream()
        .map(StudentRows.Numbered::student)
        .toList();
  }

  @Override
  public List<Enrolment> listEnrolments(StudentId student) {
    return sql.list(
        STAY + "WHERE s.student_id = ? ORDER BY t.first_on, t.stay_id",
        p -> p.text(student.value()),
        RosterColumns::stay);
  }

  @Override
  public List<Enrolment> listHomeroomEnrolments(
      HomeroomId homeroom, LocalDate first, LocalDate last) {
    return sql.list(
        STAY
            + """
            WHERE t.homeroom_id = ? AND t.first_on <= ? AND (t.last_on IS NULL OR t.last_on >= ?)
              AND (t.last_on IS NULL OR t.last_on >= t.first_on)
            ORDER BY t.number, t.first_on, t.stay_id
            """,
        p -> p.text(homeroom.value()).date(last).date(first),
        RosterColumns::stay);
  }

  @Override
  public List<Listed> list(StudentQuery query) {
    record Row(Enrolment stay, String homeroomName) {}
    List<Row> rows =
        sql.list(
            PAGE,
            p -> bind(p, query).number(query.limit()).number(query.offset()),
            c -> new Row(RosterColumns.stay(c), c.text("homeroom_name")));
    Map<StudentId, Student> found =
        listStudents(rows.stream().map(row -> row.stay().student()).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Student::id, Function.identity()));
    return rows.stream()
        .map(
            row ->
                new Listed(
                    Objects.requireNonNull(found.get(row.stay().student())),
                    row.stay(),
                    row.homeroomName()))
        .toList();
  }

  @Override
  public int count(StudentQuery query) {
    return sql.find(
            "SELECT count(*) AS matches " + MATCHES, p -> bind(p, query), c -> c.number("matches"))
        .orElse(0);
  }

  @Override
  public void streamEnrolments(SchoolId school, int schoolYear, Consumer<Enrolment> consumer) {
    sql.stream(
        STAY + "WHERE c.school_id = ? AND t.school_year = ? ORDER BY t.stay_id",
        p -> p.text(school.value()).number(schoolYear),
        RosterColumns::stay,
        consumer);
  }

  private static Parameters bind(Parameters p, StudentQuery query) throws SQLException {
    String grade = query.grade().map(Grade::name).orElse("");
    return p.texts(query.schools().stream().map(SchoolId::value).toList())
        .date(query.on())
        .date(query.on())
        .text(SearchText.pattern(query.text()))
        .text(grade)
        .text(grade)
        .flag(query.homerooms().isEmpty() && query.students().isEmpty())
        .texts(query.homerooms().stream().map(HomeroomId::value).toList())
        .texts(query.students().stream().map(StudentId::value).toList());
  }
}
