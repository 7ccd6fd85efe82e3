// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tsunagi.plugin.shared.DateRange;

/** What the slow oracle asks of closures, a day at a time. */
record SlowClosures(GradeCalendar calendar) {

  boolean wholeGrade(LocalDate day) {
    Set<String> open = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (GradeHomeroom room : calendar.homerooms()) {
      if (room.counted()) {
        all.add(room.id().value());
        if (!roomClosed(room, day)) {
          open.add(room.id().value());
        }
      }
    }
    for (Closure closure : calendar.closures()) {
      boolean big =
          closure.scope() == Closure.Scope.SCHOOL || closure.scope() == Closure.Scope.GRADE;
      if (big && closedOn(closure, day)) {
        return true;
      }
    }
    return !all.isEmpty() && open.isEmpty();
  }

  private boolean roomClosed(GradeHomeroom room, LocalDate day) {
    int listed = 0;
    int closed = 0;
    for (ListedStudent student : room.students()) {
      if (in(student.period(), day)) {
        listed++;
        for (Closure closure : calendar.closures()) {
          if (closure.scope() == Closure.Scope.GROUP
              && closedOn(closure, day)
              && concerns(closure, "", student.groups(), day)) {
            closed++;
            break;
          }
        }
      }
    }
    for (Closure closure : calendar.closures()) {
      if (closure.scope() == Closure.Scope.HOMEROOM
          && closedOn(closure, day)
          && closure.target().equals(room.id().value())) {
        return true;
      }
    }
    return listed > 0 && listed == closed;
  }

  boolean special(String room) {
    for (GradeHomeroom one : calendar.homerooms()) {
      if (one.id().value().equals(room)) {
        return !one.counted();
      }
    }
    return false;
  }

  static boolean concerns(Closure closure, String room, List<GroupStay> groups, LocalDate day) {
    return switch (closure.scope()) {
      case SCHOOL, GRADE -> true;
      case HOMEROOM -> closure.target().equals(room);
      case GROUP ->
          groups.stream()
              .anyMatch(one -> one.group().equals(closure.target()) && in(one.period(), day));
    };
  }

  static boolean closedOn(Closure closure, LocalDate day) {
    return closure.days().stream().anyMatch(range -> in(range, day));
  }

  static boolean in(DateRange range, LocalDate day) {
    return range.first().compareTo(day) <= 0 && day.compareTo(range.last()) <= 0;
  }
}
