// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterRow.HomeroomRow;
import org.tsunagi.api.intake.RosterRow.SchoolRow;
import org.tsunagi.api.intake.RosterRow.TermRow;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.roster.Numbers;
import org.tsunagi.desk.roster.RosterColumns;
import org.tsunagi.desk.sql.DeskSql;

/** Takes schools, homerooms and terms. */
final class SchoolIntake {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final DeskSql sql;
  private final List<RosterFeed> feeds;
  private final LocalDate today;
  private final Seen seen;
  private final Numbers numbers;

  SchoolIntake(DeskSql sql, List<RosterFeed> feeds, LocalDate today, Seen seen) {
    this.sql = sql;
    this.feeds = feeds;
    this.today = today;
    this.seen = seen;
    this.numbers = new Numbers(sql);
  }

  /** Takes schools. */
  IntakeCounts takeSchools(List<SchoolRow> rows) {
    Map<String, School> wanted = new LinkedHashMap<>();
    List<String> ended = new ArrayList<>();
    for (SchoolRow row : rows) {
      if (row.ended()) {
        ended.add(row.school().id().value());
      } else {
        wanted.put(row.school().id().value(), row.school());
      }
    }
    Map<String, School> there = new HashMap<>();
    sql.list(
            """
            SELECT school_id, name, board_name FROM desk_school
            WHERE school_id = ANY(?) AND ended_on IS NULL
            """,
            p -> p.texts(wanted.keySet()),
            RosterColumns::school)
        .forEach(school -> there.put(school.id().value(), school));
    Difference<School> difference = Difference.of(wanted, there);
    // A school that had ended is there, and is opened again.
    List<School> fresh = difference.added().stream().filter(one -> !update(one)).toList();
    insert(fresh);
    difference.changed().forEach(this::update);
    int nowEnded =
        sql.update(
            "UPDATE desk_school SET ended_on = ? WHERE school_id = ANY(?) AND ended_on IS NULL",
            p -> p.date(today).texts(ended));
    return new IntakeCounts(
        fresh.size(),
        difference.changed().size() + difference.added().size() - fresh.size(),
        difference.unchanged() + ended.size() - nowEnded,
        nowEnded);
  }

  private boolean update(School school) {
    return sql.update(
            "UPDATE desk_school SET name = ?, board_name = ?, ended_on = NULL WHERE school_id = ?",
            p -> p.text(school.name()).text(school.boardName()).text(school.id().value()))
        > 0;
  }

  private void insert(List<School> schools) {
    if (schools.isEmpty()) {
      return;
    }
    int first = sql.takeNumbers("school", schools.size());
    List<Integer> positions = new ArrayList<>();
    schools.forEach(school -> positions.add(positions.size()));
    sql.batch(
        "INSERT INTO desk_school (school_no, school_id, name, board_name) VALUES (?, ?, ?, ?)",
        positions,
        (p, at) ->
            p.number(first + at)
                .text(schools.get(at).id().value())
                .text(schools.get(at).name())
                .text(schools.get(at).boardName()));
  }

  /** Takes homerooms. */
  IntakeCounts takeHomerooms(List<HomeroomRow> rows) {
    Map<String, Homeroom> wanted = new LinkedHashMap<>();
    List<String> ended = new ArrayList<>();
    for (HomeroomRow row : rows) {
      Homeroom homeroom = row.homeroom();
      if (row.ended()) {
        ended.add(homeroom.id().value());
      } else {
        wanted.put(homeroom.id().value(), homeroom);
        seen.homeroomYears.add(new Seen.Year(homeroom.school(), homeroom.schoolYear()));
      }
      seen.homerooms.add(homeroom.id().value());
    }
    Map<String, Homeroom> open = readHomerooms(wanted, "AND h.ended_on IS NULL");
    Map<String, Homeroom> closed = readHomerooms(wanted, "AND h.ended_on IS NOT NULL");
    Difference<Homeroom> difference = Difference.of(wanted, open);
    List<Homeroom> fresh =
        difference.added().stream().filter(one -> !closed.containsKey(one.id().value())).toList();
    List<Homeroom> changed = new ArrayList<>(difference.changed());
    difference.added().stream()
        .filter(one -> closed.containsKey(one.id().value()))
        .forEach(changed::add);
    writeHomerooms(fresh, changed);
    int nowEnded = endHomerooms(ended);
    return new IntakeCounts(
        fresh.size(), changed.size(), difference.unchanged() + ended.size() - nowEnded, nowEnded);
  }

  private Map<String, Homeroom> readHomerooms(Map<String, Homeroom> wanted, String which) {
    Map<String, Homeroom> there = new HashMap<>();
    sql.list(
            """
            SELECT h.homeroom_id, c.school_id, h.school_year, h.grade, h.name, h.special_needs
            FROM desk_homeroom h JOIN desk_school c ON c.school_no = h.school_no
            WHERE h.homeroom_id = ANY(?)
            """
                + which,
            p -> p.texts(wanted.keySet()),
            RosterColumns::homeroom)
        .forEach(homeroom -> there.put(homeroom.id().value(), homeroom));
    return there;
  }

  private void writeHomerooms(List<Homeroom> fresh, List<Homeroom> changed) {
    List<Homeroom> all = new ArrayList<>(fresh);
    all.addAll(changed);
    Map<SchoolId, Integer> schools =
        numbers.getSchools(all.stream().map(Homeroom::school).distinct().toList());
    DeskSql.ItemBinder<Homeroom> binder =
        (p, homeroom) ->
            p.number(schools.get(homeroom.school()))
                .number(homeroom.schoolYear())
                .text(homeroom.grade().name())
                .text(homeroom.name())
                .text(sortName(homeroom.name()))
                .flag(homeroom.specialNeeds())
                .text(homeroom.id().value());
    sql.batch(
        """
        INSERT INTO desk_homeroom (school_no, school_year, grade, name, sort_name, special_needs, homeroom_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        fresh,
        binder);
    sql.batch(
        """
        UPDATE desk_homeroom SET school_no = ?, school_year = ?, grade = ?, name = ?, sort_name = ?,
          special_needs = ?, ended_on = NULL
        WHERE homeroom_id = ?
        """,
        changed,
        binder);
    if (!all.isEmpty()) {
      feeds.forEach(feed -> feed.homeroomsChanged(List.copyOf(all)));
    }
  }

  private int endHomerooms(List<String> ids) {
    return sql.update(
        "UPDATE desk_homeroom SET ended_on = ? WHERE homeroom_id = ANY(?) AND ended_on IS NULL",
        p -> p.date(today).texts(ids));
  }

  /** Takes terms; a term is known by its school, school year and number. */
  IntakeCounts takeTerms(List<TermRow> rows) {
    IntakeCounts counts = IntakeCounts.NONE;
    for (TermRow row : rows) {
      seen.terms.add(
          new Seen.TermKey(new Seen.Year(row.school(), row.schoolYear()), row.term().number()));
      counts = counts.plus(takeTerm(row));
    }
    return counts;
  }

  private IntakeCounts takeTerm(TermRow row) {
    int schoolNo = numbers.getSchools(List.of(row.school())).values().iterator().next();
    record There(Term term, boolean ended) {}
    var there =
        sql.find(
            """
            SELECT number, title, first_on, last_on, ended_on FROM desk_term
            WHERE school_no = ? AND school_year = ? AND number = ?
            """,
            p -> p.number(schoolNo).number(row.schoolYear()).number(row.term().number()),
            c ->
                new There(
                    new Term(
                        c.number("number"), c.text("title"), c.date("first_on"), c.date("last_on")),
                    c.optionalDate("ended_on").isPresent()));
    if (row.ended()) {
      return there.isPresent() && !there.get().ended()
          ? new IntakeCounts(0, 0, 0, endTerm(schoolNo, row.schoolYear(), row.term().number()))
          : new IntakeCounts(0, 0, 1, 0);
    }
    if (there.isPresent() && there.get().equals(new There(row.term(), false))) {
      return new IntakeCounts(0, 0, 1, 0);
    }
    writeTerm(schoolNo, row, there.isPresent());
    return there.isPresent() ? new IntakeCounts(0, 1, 0, 0) : new IntakeCounts(1, 0, 0, 0);
  }

  private void writeTerm(int schoolNo, TermRow row, boolean there) {
    sql.update(
        there
            ? """
              UPDATE desk_term SET title = ?, first_on = ?, last_on = ?, ended_on = NULL
              WHERE school_no = ? AND school_year = ? AND number = ?
              """
            : """
              INSERT INTO desk_term (title, first_on, last_on, school_no, school_year, number)
              VALUES (?, ?, ?, ?, ?, ?)
              """,
        p ->
            p.text(row.term().title())
                .date(row.term().first())
                .date(row.term().last())
                .number(schoolNo)
                .number(row.schoolYear())
                .number(row.term().number()));
  }

  private int endTerm(int schoolNo, int schoolYear, int number) {
    return sql.update(
        """
        UPDATE desk_term SET ended_on = ?
        WHERE school_no = ? AND school_year = ? AND number = ? AND ended_on IS NULL
        """,
        p -> p.date(today).number(schoolNo).number(schoolYear).number(number));
  }

  /** Ends homerooms and terms that a bulk session did not put. */
  IntakeCounts endMissing() {
    int ended = 0;
    for (Seen.Year year : seen.homeroomYears) {
      List<String> missing =
          sql
              .list(
                  """
                  SELECT h.homeroom_id FROM desk_homeroom h
                  JOIN desk_school c ON c.school_no = h.school_no
                  WHERE c.school_id = ? AND h.school_year = ? AND h.ended_on IS NULL
                  """,
                  p -> p.text(year.school().value()).number(year.schoolYear()),
                  c -> c.text("homeroom_id"))
              .stream()
              .filter(id -> !seen.homerooms.contains(id))
              .toList();
      ended += missing.isEmpty() ? 0 : endHomerooms(missing);
    }
    List<Seen.Year> termYears = seen.terms.stream().map(Seen.TermKey::year).distinct().toList();
    for (Seen.Year year : termYears) {
      ended += endMissingTerms(year);
    }
    return new IntakeCounts(0, 0, 0, ended);
  }

  private int endMissingTerms(Seen.Year year) {
    int schoolNo = numbers.getSchools(List.of(year.school())).values().iterator().next();
    return sql
        .list(
            "SELECT number FROM desk_term WHERE school_no = ? AND school_year = ? AND ended_on IS NULL",
            p -> p.number(schoolNo).number(year.schoolYear()),
            c -> c.number("number"))
        .stream()
        .filter(number -> !seen.terms.contains(new Seen.TermKey(year, number)))
        .mapToInt(number -> endTerm(schoolNo, year.schoolYear(), number))
        .sum();
  }

  private static String sortName(String name) {
    return DIGITS.matcher(name).replaceAll(SchoolIntake::filledUp);
  }

  private static String filledUp(MatchResult digits) {
    return "0".repeat(Math.max(0, 4 - digits.group().length())) + digits.group();
  }
}
