// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterRow.StayRow;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.roster.Numbers;
import org.tsunagi.desk.roster.RosterColumns;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.desk.sql.Parameters;

/** Takes stays, and ends those that are over. */
final class StayIntake {
  private static final String STAY =
      """
      SELECT t.stay_id, s.student_id, c.school_id, t.school_year, t.grade, t.homeroom_id, t.number,
        t.first_on, t.last_on
      FROM desk_stay t
      JOIN desk_student s ON s.student_no = t.student_no
      JOIN desk_school c ON c.school_no = t.school_no
      """;

  private final DeskSql sql;
  private final List<RosterFeed> feeds;
  private final StayRule rule;
  private final Seen seen;
  private final Numbers numbers;

  StayIntake(DeskSql sql, List<RosterFeed> feeds, LocalDate today, Seen seen) {
    this.sql = sql;
    this.feeds = feeds;
    this.rule = new StayRule(today);
    this.seen = seen;
    this.numbers = new Numbers(sql);
  }

  /** Takes stays; a stay of an earlier year that is still open is closed with its year. */
  IntakeCounts take(List<StayRow> rows) {
    Map<String, StayRow> byId = new LinkedHashMap<>();
    for (StayRow row : rows) {
      byId.put(row.enrolment().id(), row);
      seen.stays.add(row.enrolment().id());
      if (!row.ended()) {
        seen.stayYears.add(new Seen.Year(row.enrolment().school(), row.enrolment().schoolYear()));
      }
    }
    Map<String, Enrolment> there =
        byId(
            sql.list(
                STAY + "WHERE t.stay_id = ANY(?)",
                p -> p.texts(byId.keySet()),
                RosterColumns::stay));
    Map<String, Enrolment> wanted = new LinkedHashMap<>();
    List<Enrolment> ended = new ArrayList<>();
    int endedBefore = 0;
    for (StayRow row : byId.values()) {
      Enrolment before = there.get(row.enrolment().id());
      if (!row.ended()) {
        wanted.put(row.enrolment().id(), rule.wanted(row, before));
      } else if (before == null || rule.ended(row, before).equals(before)) {
        endedBefore++;
      } else {
        ended.add(rule.ended(row, before));
      }
    }
    Difference<Enrolment> difference = Difference.of(wanted, there);
    write(difference);
    end(ended);
    tell(difference.written());
    int closed = closeEarlierYears(wanted.values());
    return difference.counts(ended.size() + closed, endedBefore);
  }

  private void write(Difference<Enrolment> difference) {
    List<Enrolment> all = difference.written();
    Map<SchoolId, Integer> schools =
        numbers.getSchools(all.stream().map(Enrolment::school).distinct().toList());
    Map<StudentId, Integer> students =
        numbers.getStudents(all.stream().map(Enrolment::student).distinct().toList());
    sql.batch(
        """
        INSERT INTO desk_stay (school_no, student_no, school_year, grade, homeroom_id, number, first_on,
          last_on, stay_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        difference.added(),
        (p, stay) -> bind(p, stay, schools, students));
    sql.batch(
        """
        UPDATE desk_stay SET school_no = ?, student_no = ?, school_year = ?, grade = ?, homeroom_id = ?,
          number = ?, first_on = ?, last_on = ?
        WHERE stay_id = ?
        """,
        difference.changed(),
        (p, stay) -> bind(p, stay, schools, students));
  }

  private static void bind(
      Parameters p,
      Enrolment stay,
      Map<SchoolId, Integer> schools,
      Map<StudentId, Integer> students)
      throws SQLException {
    p.number(schools.get(stay.school()))
        .number(students.get(stay.student()))
        .number(stay.schoolYear())
        .text(stay.grade().name())
        .textOrNull(stay.homeroom().map(HomeroomId::value).orElse(""))
        .number(stay.number())
        .date(stay.first())
        .date(stay.last())
        .text(stay.id());
  }

  private int closeEarlierYears(Collection<Enrolment> put) {
    List<String> students = put.stream().map(stay -> stay.student().value()).distinct().toList();
    if (students.isEmpty()) {
      return 0;
    }
    List<Enrolment> stays =
        sql.list(STAY + "WHERE s.student_id = ANY(?)", p -> p.texts(students), RosterColumns::stay);
    Map<StudentId, Integer> newest = new HashMap<>();
    stays.forEach(stay -> newest.merge(stay.student(), stay.schoolYear(), Math::max));
    return end(
        stays.stream()
            .filter(stay -> stay.last().isEmpty())
            .filter(stay -> stay.schoolYear() < newest.getOrDefault(stay.student(), 0))
            .map(StayRule::closedWithYear)
            .toList());
  }

  /** Ends the open stays of students that the source has ended, and counts those students. */
  int endStudents(List<String> students) {
    if (students.isEmpty()) {
      return 0;
    }
    List<Enrolment> open =
        sql.list(
            STAY + "WHERE s.student_id = ANY(?) AND t.last_on IS NULL",
            p -> p.texts(students),
            RosterColumns::stay);
    end(open.stream().map(rule::endedNow).toList());
    return (int) open.stream().map(Enrolment::student).distinct().count();
  }

  /** Ends stays that a bulk session did not put. */
  IntakeCounts endMissing() {
    int ended = 0;
    for (Seen.Year year : seen.stayYears) {
      List<Enrolment> there =
          sql.list(
              STAY
                  + "WHERE c.school_id = ? AND t.school_year <= ? AND (t.school_year = ? OR t.last_on IS NULL)",
              p ->
                  p.text(year.school().value()).number(year.schoolYear()).number(year.schoolYear()),
              RosterColumns::stay);
      List<Enrolment> over = new ArrayList<>();
      for (Enrolment stay : there) {
        missing(stay, year).ifPresent(over::add);
      }
      ended += end(over);
    }
    return new IntakeCounts(0, 0, 0, ended);
  }

  private Optional<Enrolment> missing(Enrolment stay, Seen.Year year) {
    if (stay.schoolYear() < year.schoolYear()) {
      return Optional.of(StayRule.closedWithYear(stay));
    }
    if (seen.stays.contains(stay.id()) || !rule.isOpen(stay)) {
      return Optional.empty();
    }
    return Optional.of(rule.endedNow(stay));
  }

  private int end(List<Enrolment> stays) {
    sql.batch(
        "UPDATE desk_stay SET last_on = ? WHERE stay_id = ?",
        stays,
        (p, stay) -> p.date(stay.last()).text(stay.id()));
    tell(stays);
    return stays.size();
  }

  private void tell(List<Enrolment> stays) {
    if (!stays.isEmpty()) {
      feeds.forEach(feed -> feed.enrolmentsChanged(List.copyOf(stays), Set.of()));
    }
  }

  private static Map<String, Enrolment> byId(List<Enrolment> stays) {
    Map<String, Enrolment> found = new HashMap<>();
    stays.forEach(stay -> found.put(stay.id(), stay));
    return found;
  }
}
