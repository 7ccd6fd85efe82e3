// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.calendar;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tsunagi.api.calendar.CalendarFeed;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.roster.Numbers;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;

/** The desk's calendar. */
@Component(service = SchoolCalendar.class)
public final class DeskCalendar implements SchoolCalendar {
  private static final int CHUNK = 2000;

  private final DeskSql sql;
  private final Numbers numbers;
  private final List<CalendarFeed> feeds = new CopyOnWriteArrayList<>();

  /** Keeps the calendar in the store. */
  @Activate
  public DeskCalendar(@Reference Store store) {
    this.sql = new DeskSql(store);
    this.numbers = new Numbers(sql);
  }

  /** Begins to call a feed. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "removeFeed")
  public void addFeed(CalendarFeed feed) {
    feeds.add(feed);
  }

  /** Ceases to call a feed. */
  public void removeFeed(CalendarFeed feed) {
    feeds.remove(feed);
  }

  @Override
  public List<PlannedDay> list(SchoolId school, Grade grade, LocalDate first, LocalDate last) {
    return sql.list(
        """
        SELECT c.school_id, d.planned_on, d.grade, d.school_day, d.title, d.register_taken
        FROM desk_school c JOIN desk_planned_day d ON d.school_no = c.school_no
        WHERE c.school_id = ? AND d.grade = ? AND d.planned_on BETWEEN ? AND ?
        ORDER BY d.planned_on
        """,
        p -> p.text(school.value()).text(grade.name()).date(first).date(last),
        DeskCalendar::day);
  }

  @Override
  public void stream(SchoolId school, int schoolYear, Consumer<PlannedDay> consumer) {
    SchoolYear year = new SchoolYear(schoolYear);
    sql.stream(
        """
        SELECT c.school_id, d.planned_on, d.grade, d.school_day, d.title, d.register_taken
        FROM desk_school c JOIN desk_planned_day d ON d.school_no = c.school_no
        WHERE c.school_id = ? AND d.planned_on BETWEEN ? AND ?
        ORDER BY d.planned_on, d.grade
        """,
        p -> p.text(school.value()).date(year.first()).date(year.last()),
        DeskCalendar::day,
        consumer);
  }

  @Override
  public List<Term> listTerms(SchoolId school, int schoolYear) {
    return sql.list(
        """
        SELECT t.number, t.title, t.first_on, t.last_on
        FROM desk_school c JOIN desk_term t ON t.school_no = c.school_no
        WHERE c.school_id = ? AND t.school_year = ? AND t.ended_on IS NULL
        ORDER BY t.number
        """,
        p -> p.text(school.value()).number(schoolYear),
        c -> new Term(c.number("number"), c.text("title"), c.date("first_on"), c.date("last_on")));
  }

  @Override
  public Written write(List<PlannedDay> days) {
    return sql.inTransaction(
        () -> {
          Written written = new Written(0, 0, 0);
          for (int from = 0; from < days.size(); from += CHUNK) {
            List<PlannedDay> chunk = days.subList(from, Math.min(from + CHUNK, days.size()));
            Written part = writeChunk(chunk);
            written =
                new Written(
                    written.added() + part.added(),
                    written.changed() + part.changed(),
                    written.unchanged() + part.unchanged());
          }
          return written;
        });
  }

  private Written writeChunk(List<PlannedDay> chunk) {
    Map<Key, PlannedDay> wanted = new LinkedHashMap<>();
    chunk.forEach(day -> wanted.put(Key.of(day), day));
    Map<SchoolId, Integer> schools =
        numbers.getSchools(chunk.stream().map(PlannedDay::school).distinct().toList());
    Map<Key, PlannedDay> there = read(wanted.values(), schools);
    List<PlannedDay> added = new ArrayList<>();
    List<PlannedDay> changed = new ArrayList<>();
    wanted.forEach(
        (key, day) -> {
          PlannedDay before = there.get(key);
          if (before == null) {
            added.add(day);
          } else if (!before.equals(day)) {
            changed.add(day);
          }
        });
    save(added, changed, schools);
    return new Written(added.size(), changed.size(), chunk.size() - added.size() - changed.size());
  }

  private void save(
      List<PlannedDay> added, List<PlannedDay> changed, Map<SchoolId, Integer> schools) {
    sql.batch(
        """
        INSERT INTO desk_planned_day (school_day, title, register_taken, school_no, planned_on, grade)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        added,
        (p, day) ->
            p.flag(day.schoolDay())
                .text(day.title())
                .flag(day.registerTaken())
                .number(schools.get(day.school()))
                .date(day.date())
                .text(day.grade().name()));
    sql.batch(
        """
        UPDATE desk_planned_day SET school_day = ?, title = ?, register_taken = ?
        WHERE school_no = ? AND planned_on = ? AND grade = ?
        """,
        changed,
        (p, day) ->
            p.flag(day.schoolDay())
                .text(day.title())
                .flag(day.registerTaken())
                .number(schools.get(day.school()))
                .date(day.date())
                .text(day.grade().name()));
    List<PlannedDay> heard = new ArrayList<>(added);
    heard.addAll(changed);
    if (!heard.isEmpty()) {
      feeds.forEach(feed -> feed.daysChanged(List.copyOf(heard)));
    }
  }

  private Map<Key, PlannedDay> read(Iterable<PlannedDay> wanted, Map<SchoolId, Integer> schools) {
    List<Integer> schoolNos = new ArrayList<>();
    List<LocalDate> dates = new ArrayList<>();
    List<String> grades = new ArrayList<>();
    for (PlannedDay day : wanted) {
      schoolNos.add(schools.get(day.school()));
      dates.add(day.date());
      grades.add(day.grade().name());
    }
    Map<Key, PlannedDay> there = new HashMap<>();
    sql.list(
            """
            SELECT c.school_id, d.planned_on, d.grade, d.school_day, d.title, d.register_taken
            FROM UNNEST(CAST(? AS integer ARRAY), CAST(? AS date ARRAY), CAST(? AS varchar(2) ARRAY))
              AS k(school_no, planned_on, grade)
            LEFT JOIN desk_planned_day d
              ON d.school_no = k.school_no AND d.planned_on = k.planned_on AND d.grade = k.grade
            LEFT JOIN desk_school c ON c.school_no = d.school_no
            WHERE d.grade IS NOT NULL
            """,
            p -> p.numbers(schoolNos).dates(dates).texts(grades),
            DeskCalendar::day)
        .forEach(day -> there.put(Key.of(day), day));
    return there;
  }

  private static PlannedDay day(Columns c) throws SQLException {
    return new PlannedDay(
        new SchoolId(c.text("school_id")),
        c.date("planned_on"),
        Grade.valueOf(c.text("grade")),
        c.flag("school_day"),
        c.text("title"),
        c.flag("register_taken"));
  }

  private record Key(SchoolId school, LocalDate date, Grade grade) {
    static Key of(PlannedDay day) {
      return new Key(day.school(), day.date(), day.grade());
    }
  }
}
