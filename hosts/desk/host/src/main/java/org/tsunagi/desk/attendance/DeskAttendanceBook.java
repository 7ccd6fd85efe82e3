// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.attendance;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.HostCode;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.account.DeskClock;
import org.tsunagi.desk.roster.Numbers;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;

/** The desk's register of attendance. */
@Component(service = AttendanceBook.class)
public final class DeskAttendanceBook implements AttendanceBook {
  private final DeskSql sql;
  private final DeskClock clock;
  private final References references;
  private final MarkWriter writer;
  private final List<MarkFeed> feeds = new CopyOnWriteArrayList<>();

  /** Keeps the register in the store. */
  @Activate
  public DeskAttendanceBook(@Reference Store store, @Reference DeskClock clock) {
    this.sql = new DeskSql(store);
    this.clock = clock;
    this.references = new References(sql);
    this.writer = new MarkWriter(sql, feeds);
  }

  /** Begins to call a feed. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "removeFeed")
  public void addFeed(MarkFeed feed) {
    feeds.add(feed);
  }

  /** Ceases to call a feed. */
  public void removeFeed(MarkFeed feed) {
    feeds.remove(feed);
  }

  @Override
  public void install(SchoolId school, int schoolYear, List<HostCode> codes) {
    sql.inTransaction(
        () -> {
          Map<String, Integer> codeNos =
              references.codes(codes.stream().map(HostCode::id).distinct().toList());
          int schoolNo = new Numbers(sql).getSchools(List.of(school)).values().iterator().next();
          sql.batch(
              """
              INSERT INTO desk_attendance_code (school_no, school_year, code_no, short_name, title, state)
              SELECT c.school_no, CAST(? AS smallint), r.code_no, CAST(? AS varchar(10)),
                CAST(? AS varchar(255)), CAST(? AS varchar(8))
              FROM desk_school c, desk_code_ref r
              WHERE c.school_no = ? AND r.code_no = ?
                AND NOT EXISTS (SELECT 1 FROM desk_attendance_code x
                  WHERE x.school_no = c.school_no AND x.school_year = ? AND x.code_no = r.code_no)
              """,
              codes,
              (p, code) ->
                  p.number(schoolYear)
                      .text(code.shortName())
                      .text(code.title())
                      .text(code.state() == HostCode.State.PRESENT ? "present" : "absent")
                      .number(schoolNo)
                      .number(codeNos.get(code.id()))
                      .number(schoolYear));
          return codes.size();
        });
  }

  @Override
  public List<AttendanceMark> list(StudentId student, LocalDate first, LocalDate last) {
    return sql.list(
        MarkQueries.MARK
            + """
            WHERE s.student_id = ? AND m.marked_on BETWEEN ? AND ?
            ORDER BY m.marked_on, c.school_id
            """,
        p -> p.text(student.value()).date(first).date(last),
        DeskAttendanceBook::mark);
  }

  @Override
  public List<AttendanceMark> list(
      SchoolId school, Set<StudentId> students, LocalDate first, LocalDate last) {
    return sql.list(
        MarkQueries.COLUMNS
            + """
            FROM UNNEST(CAST(? AS varchar(255) ARRAY)) AS k(id)
            LEFT JOIN desk_student s ON s.student_id = k.id
            LEFT JOIN desk_school c ON c.school_id = ?
            LEFT JOIN desk_mark m ON m.school_no = c.school_no AND m.student_no = s.student_no
              AND m.marked_on BETWEEN ? AND ?
            LEFT JOIN desk_code_ref r ON r.code_no = m.code_no
            WHERE m.code_no IS NOT NULL
            ORDER BY s.student_id, m.marked_on
            """,
        p ->
            p.texts(students.stream().map(StudentId::value).toList())
                .text(school.value())
                .date(first)
                .date(last),
        DeskAttendanceBook::mark);
  }

  @Override
  public Optional<AttendanceMark> find(SchoolId school, StudentId student, LocalDate date) {
    return sql.find(
        MarkQueries.MARK + "WHERE c.school_id = ? AND s.student_id = ? AND m.marked_on = ?",
        p -> p.text(school.value()).text(student.value()).date(date),
        DeskAttendanceBook::mark);
  }

  @Override
  public void stream(SchoolId school, int schoolYear, Consumer<AttendanceMark> consumer) {
    SchoolYear year = new SchoolYear(schoolYear);
    sql.stream(
        MarkQueries.MARK
            + """
            WHERE c.school_id = ? AND m.marked_on BETWEEN ? AND ?
            ORDER BY m.school_no, m.student_no, m.marked_on
            """,
        p -> p.text(school.value()).date(year.first()).date(year.last()),
        DeskAttendanceBook::mark,
        consumer);
  }

  @Override
  public Written write(List<MarkChange> changes) {
    return sql.inTransaction(() -> writer.write(changes));
  }

  @Override
  public List<PastMark> listHistory(SchoolId school, StudentId student, LocalDate date) {
    return listHistory(school, Set.of(student), date, date);
  }

  @Override
  public List<PastMark> listHistory(
      SchoolId school, Set<StudentId> students, LocalDate first, LocalDate last) {
    return sql.list(
        MarkQueries.HISTORY,
        p ->
            p.texts(students.stream().map(StudentId::value).toList())
                .text(school.value())
                .date(first)
                .date(last),
        c -> past(c, school, new StudentId(c.text("student_id")), c.date("marked_on")));
  }

  @Override
  public void setTaken(
      HomeroomId homeroom, LocalDate date, boolean taken, MarkChange.Author author) {
    sql.inTransaction(
        () -> {
          int schoolNo =
              sql.find(
                      "SELECT school_no FROM desk_homeroom WHERE homeroom_id = ?",
                      p -> p.text(homeroom.value()),
                      c -> c.number("school_no"))
                  .orElseThrow(() -> new IllegalArgumentException("unknown homeroom"));
          if (writeTaken(schoolNo, homeroom, date, taken, author)) {
            feeds.forEach(feed -> feed.takenChanged(homeroom, date, taken));
          }
          return taken;
        });
  }

  private boolean writeTaken(
      int schoolNo, HomeroomId homeroom, LocalDate date, boolean taken, MarkChange.Author author) {
    Optional<Boolean> before =
        sql.find(
            "SELECT taken FROM desk_taken WHERE school_no = ? AND homeroom_id = ? AND taken_on = ?",
            p -> p.number(schoolNo).text(homeroom.value()).date(date),
            c -> c.flag("taken"));
    if (before.orElse(false) == taken) {
      return false;
    }
    int authorNo = references.authors(List.of(author)).values().iterator().next();
    String statement =
        before.isPresent()
            ? """
              UPDATE desk_taken SET taken = ?, author_no = ?, written_at = ?
              WHERE school_no = ? AND homeroom_id = ? AND taken_on = ?
              """
            : """
              INSERT INTO desk_taken (taken, author_no, written_at, school_no, homeroom_id, taken_on)
              VALUES (?, ?, ?, ?, ?, ?)
              """;
    sql.update(
        statement,
        p ->
            p.flag(taken)
                .number(authorNo)
                .instant(clock.now())
                .number(schoolNo)
                .text(homeroom.value())
                .date(date));
    return true;
  }

  @Override
  public List<LocalDate> listTaken(HomeroomId homeroom, LocalDate first, LocalDate last) {
    return sql.list(
        """
        SELECT t.taken_on FROM desk_homeroom h
        JOIN desk_taken t ON t.school_no = h.school_no AND t.homeroom_id = h.homeroom_id
        WHERE h.homeroom_id = ? AND t.taken AND t.taken_on BETWEEN ? AND ?
        ORDER BY t.taken_on
        """,
        p -> p.text(homeroom.value()).date(first).date(last),
        c -> c.date("taken_on"));
  }

  @Override
  public void streamTaken(SchoolId school, int schoolYear, Consumer<Taken> consumer) {
    SchoolYear year = new SchoolYear(schoolYear);
    sql.stream(
        """
        SELECT t.homeroom_id, t.taken_on FROM desk_school c
        JOIN desk_taken t ON t.school_no = c.school_no
        WHERE c.school_id = ? AND t.taken AND t.taken_on BETWEEN ? AND ?
        ORDER BY t.homeroom_id, t.taken_on
        """,
        p -> p.text(school.value()).date(year.first()).date(year.last()),
        c -> new Taken(new HomeroomId(c.text("homeroom_id")), c.date("taken_on")),
        consumer);
  }

  private static AttendanceMark mark(Columns c) throws SQLException {
    return MarkColumns.read(
        c,
        "",
        c.text("code"),
        new SchoolId(c.text("school_id")),
        new StudentId(c.text("student_id")),
        c.date("marked_on"));
  }

  private static Optional<AttendanceMark> pastMark(
      Columns c, String prefix, SchoolId school, StudentId student, LocalDate date)
      throws SQLException {
    Optional<String> code = c.optionalText(prefix + "code");
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(MarkColumns.read(c, prefix, code.get(), school, student, date));
  }

  private static PastMark past(Columns c, SchoolId school, StudentId student, LocalDate date)
      throws SQLException {
    Optional<AttendanceMark> before = pastMark(c, "before_", school, student, date);
    Optional<AttendanceMark> after = pastMark(c, "after_", school, student, date);
    MarkChange.Author author =
        new MarkChange.Author(c.text("author_id"), c.text("author_name"), c.text("author_title"));
    return new PastMark(
        before,
        new MarkChange(
            school, student, date, after, author, c.text("reason"), c.instant("changed_at")));
  }
}
