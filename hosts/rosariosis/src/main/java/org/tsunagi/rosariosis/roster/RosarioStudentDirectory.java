// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
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
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.search.SearchText;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.rosariosis.RosarioSettings;

/** The host's schools, daily course periods as homerooms, and students. */
@Component(service = StudentDirectory.class)
public final class RosarioStudentDirectory implements StudentDirectory {
  // The grade of a homeroom is the lowest one of those enrolled: the host keeps none.
  private static final String HOMEROOM =
      """
      SELECT p.course_period_id, p.school_id, CAST(p.syear AS integer) AS school_year,
        p.short_name, g.short_name AS grade_short, g.title AS grade_title
      FROM public.course_periods p
      JOIN LATERAL (
        SELECT l.short_name, l.title FROM public.schedule s
        JOIN public.student_enrollment e ON e.student_id = s.student_id
          AND e.school_id = s.school_id AND e.syear = s.syear
        JOIN public.school_gradelevels l ON l.id = e.grade_id
        WHERE s.course_period_id = p.course_period_id
        ORDER BY l.sort_order, l.id LIMIT 1) g ON TRUE
      WHERE p.does_attendance LIKE '%,0,%'
      """;
  private static final Comparator<StayRows.Row> ORDER =
      Comparator.comparing((StayRows.Row row) -> row.stay().grade())
          .thenComparing(row -> row.homeroom().map(r -> NaturalOrder.key(r.name())).orElse(""))
          .thenComparing(row -> row.stay().homeroom().map(HomeroomId::value).orElse(""))
          .thenComparing(row -> row.stay().number())
          .thenComparing(row -> row.stay().id());

  private final DeskSql sql;
  private final StayRows stays;
  private final StudentRows students;

  /** Reads the host's tables through our store. */
  @Activate
  public RosarioStudentDirectory(@Reference Store store, @Reference RosarioSettings settings) {
    this.sql = new DeskSql(store);
    this.stays = new StayRows(sql, settings);
    this.students = new StudentRows(sql, settings);
  }

  @Override
  public List<School> listSchools() {
    return sql
        .list(
            """
            SELECT DISTINCT ON (id) id, title FROM public.schools ORDER BY id, syear DESC
            """,
            p -> {},
            c -> new School(new SchoolId(c.text("id")), c.text("title"), ""))
        .stream()
        .sorted(Comparator.comparing(School::name).thenComparing(school -> school.id().value()))
        .toList();
  }

  @Override
  public List<Homeroom> listHomerooms(SchoolId school, int schoolYear) {
    return sql
        .list(
            HOMEROOM + "AND p.school_id = ? AND p.syear = ?",
            p -> p.number(HostIds.of(school.value())).number(schoolYear),
            RosarioStudentDirectory::homeroom)
        .stream()
        .flatMap(Optional::stream)
        .sorted(NaturalOrder.HOMEROOMS)
        .toList();
  }

  @Override
  public Optional<Homeroom> findHomeroom(HomeroomId homeroom) {
    return sql
        .list(
            HOMEROOM + "AND p.course_period_id = ?",
            p -> p.number(HostIds.of(homeroom.value())),
            RosarioStudentDirectory::homeroom)
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Homeroom> homeroom(Columns c) throws SQLException {
    HomeroomId id = new HomeroomId(c.text("course_period_id"));
    SchoolId school = new SchoolId(c.text("school_id"));
    int year = c.number("school_year");
    String name = c.text("short_name");
    return GradeRule.find(c.text("grade_short"), c.text("grade_title"))
        .map(grade -> new Homeroom(id, school, year, grade, name, false));
  }

  @Override
  public Optional<Student> find(StudentId student) {
    return listStudents(Set.of(student)).stream().findFirst();
  }

  @Override
  public Optional<StudentRecord> findRecord(StudentId student) {
    return find(student).map(this::record);
  }

  private StudentRecord record(Student student) {
    List<StayRows.Row> rows = stays.listOfStudents(List.of(HostIds.of(student.id().value())));
    return new StudentRecord(
        student,
        rows.stream().map(StayRows.Row::stay).toList(),
        rows.stream().map(StayRows.Row::school).distinct().toList(),
        rows.stream().flatMap(row -> row.homeroom().stream()).distinct().toList());
  }

  @Override
  public List<Student> listStudents(Set<StudentId> ids) {
    return students.list(numbers(ids));
  }

  private static Collection<Integer> numbers(Set<StudentId> ids) {
    return HostIds.list(ids.stream().map(StudentId::value).toList());
  }

  @Override
  public List<Enrolment> listEnrolments(StudentId student) {
    return stays.listOfStudents(numbers(Set.of(student))).stream().map(StayRows.Row::stay).toList();
  }

  @Override
  public List<Enrolment> listHomeroomEnrolments(
      HomeroomId homeroom, LocalDate first, LocalDate last) {
    return stays.listOfClass(HostIds.of(homeroom.value())).stream()
        .map(StayRows.Row::stay)
        .filter(stay -> stay.homeroom().filter(homeroom::equals).isPresent())
        .filter(stay -> !stay.first().isAfter(last))
        .filter(stay -> stay.last().map(end -> !end.isBefore(first)).orElse(true))
        .sorted(
            Comparator.comparingInt(Enrolment::number)
                .thenComparing(Enrolment::first)
                .thenComparing(Enrolment::id))
        .toList();
  }

  @Override
  public List<Listed> list(StudentQuery query) {
    List<Match> page = matches(query).stream().skip(query.offset()).limit(query.limit()).toList();
    return page.stream()
        .map(
            match ->
                new Listed(
                    match.student(),
                    match.row().stay(),
                    match.row().homeroom().map(Homeroom::name).orElse("")))
        .toList();
  }

  @Override
  public int count(StudentQuery query) {
    return matches(query).size();
  }

  /** A stay of the query's day with its student. */
  private record Match(StayRows.Row row, Student student) {}

  // Names are folded by the extension's own rule, which SQL does not know. A school has at most
  // some 1,500 students, so its year is read in two statements and sifted here.
  private List<Match> matches(StudentQuery query) {
    List<Integer> schools = HostIds.list(query.schools().stream().map(SchoolId::value).toList());
    List<StayRows.Row> rows =
        stays.listOfSchools(schools, SchoolYear.of(query.on()).year()).stream()
            .filter(row -> row.stay().covers(query.on()) && wanted(query, row.stay()))
            .sorted(ORDER)
            .toList();
    Map<StudentId, Student> known =
        listStudents(rows.stream().map(row -> row.stay().student()).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Student::id, Function.identity()));
    String text = SearchText.fold(query.text());
    return rows.stream()
        .map(row -> new Match(row, Objects.requireNonNull(known.get(row.stay().student()))))
        .filter(match -> SearchText.of(match.student()).contains(text))
        .toList();
  }

  private static boolean wanted(StudentQuery query, Enrolment stay) {
    boolean free = query.homerooms().isEmpty() && query.students().isEmpty();
    return query.grade().map(stay.grade()::equals).orElse(true)
        && (free
            || stay.homeroom().map(query.homerooms()::contains).orElse(false)
            || query.students().contains(stay.student()));
  }

  @Override
  public void streamEnrolments(SchoolId school, int schoolYear, Consumer<Enrolment> consumer) {
    stays.stream(HostIds.of(school.value()), schoolYear, consumer);
  }
}
