// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.sql.Sql;

/**
 * One batch of marks on its way into the counting copy, with a fixed number of statements whatever
 * its size: three for the numbers, one to see which rows are there, one for the new ones and one
 * batch for those that differ.
 */
final class MarkBatch {
  // A scalar subquery, so that every key is one look into the index however large the table is and
  // whatever the planner believes of it.
  private static final String PRESENT_SQL =
      "SELECT k.school, k.student, k.epoch, (SELECT m.code_no FROM count_mark m"
          + " WHERE m.school_no = k.school AND m.school_year = k.school_year"
          + " AND m.student_no = k.student AND m.epoch_day = k.epoch)"
          + " FROM UNNEST(CAST(? AS integer ARRAY), CAST(? AS smallint ARRAY),"
          + " CAST(? AS integer ARRAY), CAST(? AS integer ARRAY))"
          + " AS k(school, school_year, student, epoch)";
  private static final String INSERT_SQL =
      "INSERT INTO count_mark (school_no, school_year, student_no, epoch_day, code_no, flags,"
          + " minutes, detail, facility, place)"
          + " SELECT * FROM UNNEST(CAST(? AS integer ARRAY), CAST(? AS smallint ARRAY),"
          + " CAST(? AS integer ARRAY), CAST(? AS integer ARRAY), CAST(? AS integer ARRAY),"
          + " CAST(? AS smallint ARRAY), CAST(? AS smallint ARRAY), CAST(? AS varchar ARRAY),"
          + " CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY))";
  private static final String UPDATE_SQL =
      "UPDATE count_mark SET code_no = ?, flags = ?, minutes = ?, detail = ?, facility = ?,"
          + " place = ? WHERE school_no = ? AND school_year = ? AND student_no = ?"
          + " AND epoch_day = ?";

  private final Connection connection;

  MarkBatch(Connection connection) {
    this.connection = connection;
  }

  /** The key of a row. */
  private record Key(int school, int student, int day) {}

  /** A row as it stands in the table. */
  private record Row(
      Key key,
      short year,
      int code,
      short flags,
      @Nullable Short minutes,
      @Nullable String detail,
      @Nullable String facility,
      @Nullable String place) {}

  void write(List<AttendanceMark> marks) {
    if (marks.isEmpty()) {
      return;
    }
    Collection<Row> rows = rows(marks);
    Set<Key> present = present(rows);
    insert(rows.stream().filter(row -> !present.contains(row.key())).toList());
    Sql.batch(
        connection,
        UPDATE_SQL,
        rows.stream()
            .filter(row -> present.contains(row.key()))
            .map(
                row ->
                    new @Nullable Object[] {
                      row.code(),
                      row.flags(),
                      row.minutes(),
                      row.detail(),
                      row.facility(),
                      row.place(),
                      row.key().school(),
                      row.year(),
                      row.key().student(),
                      row.key().day()
                    })
            .toList());
  }

  private Collection<Row> rows(List<AttendanceMark> marks) {
    Map<String, Integer> schools =
        Numbers.SCHOOL.assign(connection, values(marks, mark -> mark.school().value()));
    Map<String, Integer> students =
        Numbers.STUDENT.assign(connection, values(marks, mark -> mark.student().value()));
    Map<String, Integer> codes =
        Numbers.CODE.assign(connection, values(marks, AttendanceMark::code));
    Map<Key, Row> latest = new LinkedHashMap<>();
    for (AttendanceMark mark : marks) {
      Key key =
          new Key(
              schools.getOrDefault(mark.school().value(), 0),
              students.getOrDefault(mark.student().value(), 0),
              Days.of(mark.date()));
      latest.put(
          key,
          new Row(
              key,
              (short) SchoolYear.of(mark.date()).year(),
              codes.getOrDefault(mark.code(), 0),
              MarkFlags.of(mark),
              mark.minutes().isPresent() ? (short) mark.minutes().getAsInt() : null,
              text(mark.detail()),
              text(mark.facility()),
              text(mark.place())));
    }
    return latest.values();
  }

  private static Set<String> values(
      List<AttendanceMark> marks, Function<AttendanceMark, String> of) {
    return marks.stream().map(of).collect(Collectors.toSet());
  }

  private static @Nullable String text(String value) {
    return value.isEmpty() ? null : value;
  }

  private Set<Key> present(Collection<Row> rows) {
    Set<Key> found = new HashSet<>();
    Sql.each(
        connection,
        PRESENT_SQL,
        row -> {
          if (row.getObject(4) != null) {
            found.add(new Key(row.getInt(1), row.getInt(2), row.getInt(3)));
          }
        },
        column("integer", rows, row -> row.key().school()),
        column("smallint", rows, Row::year),
        column("integer", rows, row -> row.key().student()),
        column("integer", rows, row -> row.key().day()));
    return found;
  }

  private void insert(Collection<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Sql.update(
        connection,
        INSERT_SQL,
        column("integer", rows, row -> row.key().school()),
        column("smallint", rows, Row::year),
        column("integer", rows, row -> row.key().student()),
        column("integer", rows, row -> row.key().day()),
        column("integer", rows, Row::code),
        column("smallint", rows, Row::flags),
        column("smallint", rows, Row::minutes),
        column("varchar", rows, Row::detail),
        column("varchar", rows, Row::facility),
        column("varchar", rows, Row::place));
  }

  private Object column(
      String type, Collection<Row> rows, Function<Row, ? extends @Nullable Object> of) {
    List<@Nullable Object> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(of.apply(row)));
    return Sql.array(connection, type, values);
  }
}
