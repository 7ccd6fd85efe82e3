// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.watch.domain.Contact;

/**
 * What is noted of the students of many schools: few, whatever the number of students. A student
 * who changed between two of the schools has the notes of both.
 *
 * @param contacts the tries of the school year, oldest first, by student
 * @param answers the newest answer of the school year, by student
 * @param lastYear last year's days absent, and those credited, by student
 */
public record CityNotes(
    Map<StudentId, List<Contact>> contacts,
    Map<StudentId, String> answers,
    Map<StudentId, int[]> lastYear) {
  private static final String NOTES =
      "SELECT 1 AS kind, c.student_id, c.contact_on AS noted_on, c.recorded_at AS noted_at,"
          + " CASE WHEN c.safety_confirmed THEN 1 ELSE 0 END AS n, 0 AS m, '' AS t"
          + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN watch_contact c ON c.school_id = k.id AND c.contact_on BETWEEN ? AND ?"
          + " AND c.voided_at IS NULL"
          + " AND c.how NOT IN ('municipality', 'guidanceCenter', 'police')"
          + " UNION ALL SELECT 2, a.student_id, a.answered_on, a.recorded_at, 0, 0, a.outcome"
          + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN watch_answer a ON a.school_id = k.id AND a.answered_on BETWEEN ? AND ?"
          + " UNION ALL SELECT 3, y.student_id, NULL, NULL, y.days_absent, y.days_credited, ''"
          + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN watch_last_year y ON y.school_id = k.id AND y.school_year = ?"
          + " ORDER BY kind, noted_on, noted_at";

  /** Reads the notes of a school year in one statement. */
  public static CityNotes load(Connection connection, List<SchoolId> schools, SchoolYear year) {
    CityNotes notes = new CityNotes(new HashMap<>(), new HashMap<>(), new HashMap<>());
    Object ids = Sql.array(connection, "varchar", schools.stream().map(SchoolId::value).toList());
    Sql.each(
        connection,
        NOTES,
        row -> {
          StudentId student = new StudentId(row.getString(2));
          switch (row.getInt(1)) {
            case 1 ->
                notes
                    .contacts()
                    .computeIfAbsent(student, id -> new ArrayList<>())
                    .add(new Contact(row.getObject(3, LocalDate.class), row.getInt(5) == 1));
            case 2 -> notes.answers().put(student, row.getString(7));
            default -> notes.addLastYear(student, row.getInt(5), row.getInt(6));
          }
        },
        ids,
        year.first(),
        year.last(),
        ids,
        year.first(),
        year.last(),
        ids,
        year.year() - 1);
    return notes;
  }

  private void addLastYear(StudentId student, int absent, int credited) {
    int[] sum = lastYear.computeIfAbsent(student, id -> new int[2]);
    sum[0] += absent;
    sum[1] += credited;
  }

  /** Returns the students who have a try without a sign of safety. */
  public Set<StudentId> sought() {
    return contacts.entrySet().stream()
        .filter(one -> one.getValue().stream().anyMatch(Predicate.not(Contact::safe)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Returns the students who were away last year for as many days, credited ones among them. */
  public Set<StudentId> awayLastYear(int days) {
    return lastYear.entrySet().stream()
        .filter(one -> days > 0 && one.getValue()[0] + one.getValue()[1] >= days)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
