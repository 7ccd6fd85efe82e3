// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.attendance;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.attendance.AttendanceBook.Written;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.roster.Numbers;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.desk.sql.Parameters;

/** Writes changes of marks, some thousands at a time, each time with the same few statements. */
final class MarkWriter {
  private static final int CHUNK = 4000;

  private final DeskSql sql;
  private final Numbers numbers;
  private final References references;
  private final List<MarkFeed> feeds;

  MarkWriter(DeskSql sql, List<MarkFeed> feeds) {
    this.sql = sql;
    this.numbers = new Numbers(sql);
    this.references = new References(sql);
    this.feeds = feeds;
  }

  /** Writes changes in the running transaction. */
  Written write(List<MarkChange> changes) {
    Written written = new Written(0, 0, 0, 0);
    List<MarkChange> chunk = new ArrayList<>();
    Set<Key> keys = new HashSet<>();
    for (MarkChange change : changes) {
      requireOwnMark(change);
      // A second change of one day sees what the first one wrote.
      if (chunk.size() == CHUNK || !keys.add(Key.of(change))) {
        written = plus(written, writeChunk(chunk));
        chunk.clear();
        keys.clear();
        keys.add(Key.of(change));
      }
      chunk.add(change);
    }
    return chunk.isEmpty() ? written : plus(written, writeChunk(chunk));
  }

  private Written writeChunk(List<MarkChange> chunk) {
    List<Numbered> changes = number(chunk);
    Map<Integer, Stored> there = read(changes);
    Plan plan = new Plan();
    for (int at = 0; at < changes.size(); at++) {
      plan.add(changes.get(at), there.get(at));
    }
    if (!plan.isEmpty()) {
      save(plan);
      tell(plan);
    }
    return plan.written();
  }

  private List<Numbered> number(List<MarkChange> chunk) {
    Map<SchoolId, Integer> schools =
        numbers.getSchools(chunk.stream().map(MarkChange::school).distinct().toList());
    Map<StudentId, Integer> students =
        numbers.getStudents(chunk.stream().map(MarkChange::student).distinct().toList());
    // In the order of the primary key: neighbours are written together, and writers cannot block
    // each other in a circle.
    return chunk.stream()
        .map(
            change ->
                new Numbered(
                    schools.getOrDefault(change.school(), 0),
                    students.getOrDefault(change.student(), 0),
                    change))
        .sorted(
            Comparator.comparingInt(Numbered::schoolNo)
                .thenComparingInt(Numbered::studentNo)
                .thenComparing(numbered -> numbered.change().date()))
        .toList();
  }

  private Map<Integer, Stored> read(List<Numbered> changes) {
    List<Integer> positions = new ArrayList<>();
    List<Integer> schoolNos = new ArrayList<>();
    List<Integer> studentNos = new ArrayList<>();
    List<LocalDate> dates = new ArrayList<>();
    for (int at = 0; at < changes.size(); at++) {
      positions.add(at);
      schoolNos.add(changes.get(at).schoolNo());
      studentNos.add(changes.get(at).studentNo());
      dates.add(changes.get(at).change().date());
    }
    Map<Integer, Stored> there = new HashMap<>();
    sql.list(
            """
            SELECT k.at_no, r.code, m.minutes, m.online_held, m.online_special, m.visit, m.detail,
              m.facility, m.place, m.note, m.author_no, m.written_at
            FROM UNNEST(CAST(? AS integer ARRAY), CAST(? AS integer ARRAY),
                CAST(? AS integer ARRAY), CAST(? AS date ARRAY))
              AS k(at_no, school_no, student_no, marked_on)
            LEFT JOIN desk_mark m ON m.school_no = k.school_no AND m.student_no = k.student_no
              AND m.marked_on = k.marked_on
            LEFT JOIN desk_code_ref r ON r.code_no = m.code_no
            WHERE m.code_no IS NOT NULL
            """,
            p -> p.numbers(positions).numbers(schoolNos).numbers(studentNos).dates(dates),
            c -> {
              MarkChange change = changes.get(c.number("at_no")).change();
              AttendanceMark mark =
                  MarkColumns.read(
                      c, "", c.text("code"), change.school(), change.student(), change.date());
              return Map.entry(
                  c.number("at_no"),
                  new Stored(mark, c.number("author_no"), c.instant("written_at")));
            })
        .forEach(entry -> there.put(entry.getKey(), entry.getValue()));
    return there;
  }

  private void save(Plan plan) {
    Map<String, Integer> codes = references.codes(plan.codes());
    Map<MarkChange.Author, Integer> authors = references.authors(plan.authors());
    sql.batch(
        """
        INSERT INTO desk_mark_history (before_code_no, before_minutes, before_online_held,
          before_online_special, before_visit, before_detail, before_facility, before_place, before_note,
          after_code_no, after_minutes, after_online_held, after_online_special, after_visit,
          after_detail, after_facility, after_place, after_note, before_author_no, before_written_at,
          reason, author_no, changed_at, school_no, student_no, marked_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        plan.replaced,
        (p, replaced) -> {
          MarkChange change = replaced.by().change();
          Stored before = replaced.before();
          MarkColumns.bind(p, before == null ? null : before.mark(), codes);
          MarkColumns.bind(p, change.mark().orElse(null), codes);
          p.number(before == null ? null : before.authorNo())
              .instantOrNull(before == null ? null : before.writtenAt())
              .text(change.reason());
          key(p.number(authors.get(change.author())).instant(change.at()), replaced.by());
        });
    sql.batch(
        """
        INSERT INTO desk_mark (code_no, minutes, online_held, online_special, visit, detail, facility,
          place, note, author_no, written_at, school_no, student_no, marked_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        plan.added,
        (p, added) -> value(p, added, codes, authors));
    sql.batch(
        """
        UPDATE desk_mark SET code_no = ?, minutes = ?, online_held = ?, online_special = ?, visit = ?,
          detail = ?, facility = ?, place = ?, note = ?, author_no = ?, written_at = ?
        WHERE school_no = ? AND student_no = ? AND marked_on = ?
        """,
        plan.changed,
        (p, changed) -> value(p, changed, codes, authors));
    sql.batch(
        "DELETE FROM desk_mark WHERE school_no = ? AND student_no = ? AND marked_on = ?",
        plan.cleared,
        MarkWriter::key);
  }

  private void tell(Plan plan) {
    List<AttendanceMark> marks = new ArrayList<>();
    plan.added.forEach(numbered -> numbered.change().mark().ifPresent(marks::add));
    plan.changed.forEach(numbered -> numbered.change().mark().ifPresent(marks::add));
    List<MarkFeed.Blank> blanks =
        plan.cleared.stream()
            .map(Numbered::change)
            .map(change -> new MarkFeed.Blank(change.school(), change.student(), change.date()))
            .toList();
    for (MarkFeed feed : feeds) {
      if (!marks.isEmpty()) {
        feed.marksChanged(List.copyOf(marks));
      }
      if (!blanks.isEmpty()) {
        feed.marksCleared(blanks);
      }
    }
  }

  private static void value(
      Parameters p,
      Numbered numbered,
      Map<String, Integer> codes,
      Map<MarkChange.Author, Integer> authors)
      throws SQLException {
    MarkChange change = numbered.change();
    MarkColumns.bind(p, change.mark().orElse(null), codes);
    key(p.number(authors.get(change.author())).instant(change.at()), numbered);
  }

  private static void key(Parameters p, Numbered numbered) throws SQLException {
    p.number(numbered.schoolNo()).number(numbered.studentNo()).date(numbered.change().date());
  }

  private static void requireOwnMark(MarkChange change) {
    Optional<AttendanceMark> mark = change.mark();
    if (mark.isPresent()
        && !(mark.get().school().equals(change.school())
            && mark.get().student().equals(change.student())
            && mark.get().date().equals(change.date()))) {
      throw new IllegalArgumentException("a change must hold a mark of its own student and day");
    }
  }

  private static Written plus(Written one, Written other) {
    return new Written(
        one.added() + other.added(),
        one.changed() + other.changed(),
        one.unchanged() + other.unchanged(),
        one.cleared() + other.cleared());
  }

  /** A mark as it stands, with who wrote it and when. */
  private record Stored(AttendanceMark mark, int authorNo, Instant writtenAt) {}

  /** A change with the numbers of its school and student. */
  private record Numbered(int schoolNo, int studentNo, MarkChange change) {}

  /**
   * A mark that is replaced or cleared, and by what; a first entry with a reason has none before.
   */
  private record Replaced(@Nullable Stored before, Numbered by) {}

  private record Key(SchoolId school, StudentId student, LocalDate date) {
    static Key of(MarkChange change) {
      return new Key(change.school(), change.student(), change.date());
    }
  }

  /** What is to be written of one chunk. */
  private static final class Plan {
    private final List<Numbered> added = new ArrayList<>();
    private final List<Numbered> changed = new ArrayList<>();
    private final List<Numbered> cleared = new ArrayList<>();
    private final List<Replaced> replaced = new ArrayList<>();
    private int unchanged;

    void add(Numbered numbered, @Nullable Stored stored) {
      Optional<AttendanceMark> wanted = numbered.change().mark();
      Optional<AttendanceMark> before = Optional.ofNullable(stored).map(Stored::mark);
      if (wanted.equals(before)) {
        unchanged++;
        return;
      }
      if (stored == null) {
        added.add(numbered);
        if (!numbered.change().reason().isEmpty()) {
          replaced.add(new Replaced(null, numbered));
        }
        return;
      }
      replaced.add(new Replaced(stored, numbered));
      (wanted.isPresent() ? changed : cleared).add(numbered);
    }

    boolean isEmpty() {
      return added.isEmpty() && replaced.isEmpty();
    }

    Written written() {
      return new Written(added.size(), changed.size(), unchanged, cleared.size());
    }

    Set<String> codes() {
      Set<String> codes = new HashSet<>();
      added.forEach(one -> one.change().mark().ifPresent(mark -> codes.add(mark.code())));
      replaced.forEach(
          one -> {
            Stored stored = one.before();
            if (stored != null) {
              codes.add(stored.mark().code());
            }
            one.by().change().mark().ifPresent(mark -> codes.add(mark.code()));
          });
      return codes;
    }

    Set<MarkChange.Author> authors() {
      Set<MarkChange.Author> authors = new HashSet<>();
      added.forEach(one -> authors.add(one.change().author()));
      replaced.forEach(one -> authors.add(one.by().change().author()));
      return authors;
    }
  }
}
