// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.desk.sql.DeskSql;

/**
 * One intake: rows of a kind are gathered and compared some thousands at a time, so that a city's
 * roster needs no more memory than a school's.
 */
final class IntakeSession implements RosterIntake.Session {
  private static final int CHUNK = 2000;

  private final boolean bulk;
  private final Seen seen = new Seen();
  private final SchoolIntake schools;
  private final StudentIntake students;
  private final StayIntake stays;
  private final StaffIntake staff;
  private final PostIntake posts;
  private final List<RosterRow> waiting = new ArrayList<>();
  private IntakeCounts counts = IntakeCounts.NONE;

  IntakeSession(DeskSql sql, List<RosterFeed> feeds, LocalDate today, boolean bulk) {
    this.bulk = bulk;
    this.schools = new SchoolIntake(sql, feeds, today, seen);
    this.stays = new StayIntake(sql, feeds, today, seen);
    this.students = new StudentIntake(sql, stays);
    this.staff = new StaffIntake(sql, seen);
    this.posts = new PostIntake(sql, today, seen);
  }

  @Override
  public void put(RosterRow.SchoolRow row) {
    gather(row);
  }

  @Override
  public void put(RosterRow.HomeroomRow row) {
    gather(row);
  }

  @Override
  public void put(RosterRow.StudentRow row) {
    gather(row);
  }

  @Override
  public void put(RosterRow.StaffRow row) {
    gather(row);
  }

  @Override
  public void put(RosterRow.StayRow row) {
    gather(row);
  }

  @Override
  public void put(RosterRow.PostRow row) {
    gather(row);
  }

  @Override
  public void put(RosterRow.TermRow row) {
    gather(row);
  }

  @Override
  public IntakeCounts finish() {
    flush();
    if (bulk) {
      count(schools.endMissing());
      count(stays.endMissing());
      count(posts.endMissing());
      count(staff.endMissing());
    }
    return counts;
  }

  @Override
  public void close() {
    waiting.clear();
  }

  private void gather(RosterRow row) {
    boolean otherKind = !waiting.isEmpty() && waiting.get(0).getClass() != row.getClass();
    if (otherKind || waiting.size() == CHUNK) {
      flush();
    }
    waiting.add(row);
  }

  private void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    RosterRow first = waiting.get(0);
    if (first instanceof RosterRow.SchoolRow) {
      take(RosterRow.SchoolRow.class, schools::takeSchools);
    } else if (first instanceof RosterRow.HomeroomRow) {
      take(RosterRow.HomeroomRow.class, schools::takeHomerooms);
    } else if (first instanceof RosterRow.TermRow) {
      take(RosterRow.TermRow.class, schools::takeTerms);
    } else if (first instanceof RosterRow.StudentRow) {
      take(RosterRow.StudentRow.class, students::take);
    } else if (first instanceof RosterRow.StaffRow) {
      take(RosterRow.StaffRow.class, staff::take);
    } else if (first instanceof RosterRow.StayRow) {
      take(RosterRow.StayRow.class, stays::take);
    } else {
      take(RosterRow.PostRow.class, posts::take);
    }
    waiting.clear();
  }

  private <R extends RosterRow> void take(Class<R> kind, Function<List<R>, IntakeCounts> intake) {
    count(intake.apply(waiting.stream().map(kind::cast).toList()));
  }

  private void count(IntakeCounts more) {
    counts = counts.plus(more);
  }
}
