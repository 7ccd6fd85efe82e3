// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A grade's calendar made ready for counting: planned days in order, the closures of each day, and
 * whether the whole grade was closed. Make it once and count all students of the grade with it.
 *
 * <p>Basis: 学校保健安全法20条, 学校教育法施行規則63条; 30文科初第1845号 別紙1 (授業日数は学年について授業を実施した日).
 */
public final class GradeYear {
  /** The printed one first: homeroom before group, then by ground and reason; never by entry. */
  private static final Comparator<Closure> PRINTED_FIRST =
      Comparator.comparing(Closure::scope)
          .thenComparing(Closure::basis)
          .thenComparing(Closure::reason)
          .thenComparing(Closure::target)
          .thenComparing(Closure::id);

  private final GradeCalendar calendar;
  private final Map<HomeroomId, GradeHomeroom> homerooms;
  private final SchoolDay[] days;
  private final long[] epochDays;
  private final Closure[][] closures;
  private final boolean[] gradeClosed;

  private GradeYear(GradeCalendar calendar) {
    this.calendar = calendar;
    homerooms =
        calendar.homerooms().stream().collect(Collectors.toMap(GradeHomeroom::id, room -> room));
    days = calendar.days().toArray(new SchoolDay[0]);
    Arrays.sort(days, Comparator.comparing(SchoolDay::date));
    epochDays = new long[days.length];
    for (int i = 0; i < days.length; i++) {
      epochDays[i] = days[i].date().toEpochDay();
      if (i > 0 && epochDays[i] == epochDays[i - 1]) {
        throw new IllegalArgumentException("a day is planned twice");
      }
    }
    closures = closuresByDay();
    gradeClosed = new boolean[days.length];
    for (int i = 0; i < days.length; i++) {
      gradeClosed[i] = closures[i].length > 0 && closedForGrade(i);
    }
  }

  /**
   * Makes a grade's calendar ready.
   *
   * @throws IllegalArgumentException where a date or a homeroom stands twice
   */
  public static GradeYear of(GradeCalendar calendar) {
    return new GradeYear(calendar);
  }

  /** Returns what it was made from. */
  public GradeCalendar calendar() {
    return calendar;
  }

  int size() {
    return days.length;
  }

  SchoolDay day(int index) {
    return days[index];
  }

  long epochDay(int index) {
    return epochDays[index];
  }

  /** Returns the index of the first planned day on or after a date. */
  int indexFrom(long epochDay) {
    int found = Arrays.binarySearch(epochDays, epochDay);
    return found >= 0 ? found : -found - 1;
  }

  /** Finds the index of a planned day; negative where the date is not planned. */
  int indexOf(long epochDay) {
    return Arrays.binarySearch(epochDays, epochDay);
  }

  /**
   * Tells whether the whole grade was closed. A student of a homeroom that does not count still had
   * lessons where that homeroom was open.
   */
  boolean gradeClosed(int index, Optional<HomeroomId> homeroom, List<GroupStay> groups) {
    if (!gradeClosed[index]) {
      return false;
    }
    Optional<GradeHomeroom> own = homeroom.map(homerooms::get);
    return own.isEmpty() || own.get().counted() || !covering(index, homeroom, groups).isEmpty();
  }

  /** Lists the closures that cover a student on a day, the printed one first. */
  List<Closure> covering(int index, Optional<HomeroomId> homeroom, List<GroupStay> groups) {
    if (closures[index].length == 0) {
      return List.of();
    }
    List<Closure> found = new ArrayList<>(2);
    for (Closure closure : closures[index]) {
      boolean covers =
          switch (closure.scope()) {
            case SCHOOL, GRADE -> true;
            case HOMEROOM -> homeroom.isPresent() && closes(closure, homeroom.get());
            case GROUP -> inGroup(groups, closure.target(), index);
          };
      if (covers) {
        found.add(closure);
      }
    }
    return found;
  }

  /** Tells whether the register was taken, by the homeroom's own word or else the grade's. */
  boolean registerTaken(int index, Optional<HomeroomId> homeroom) {
    GradeHomeroom own = homeroom.map(homerooms::get).orElse(null);
    if (own == null || own.registerTaken().isEmpty()) {
      return days[index].registerTaken();
    }
    return own.registerTaken().getOrDefault(days[index].date(), days[index].registerTaken());
  }

  private Closure[][] closuresByDay() {
    List<List<Closure>> byDay = new ArrayList<>(days.length);
    for (int i = 0; i < days.length; i++) {
      byDay.add(new ArrayList<>(0));
    }
    for (Closure closure : calendar.closures().stream().sorted(PRINTED_FIRST).toList()) {
      for (DateRange range : closure.days()) {
        long last = range.last().toEpochDay();
        for (int i = indexFrom(range.first().toEpochDay());
            i < days.length && epochDays[i] <= last;
            i++) {
          if (!byDay.get(i).contains(closure)) {
            byDay.get(i).add(closure);
          }
        }
      }
    }
    return byDay.stream().map(list -> list.toArray(new Closure[0])).toArray(Closure[][]::new);
  }

  /** The day leaves 授業日数 where every counted homeroom is closed, by itself or by groups. */
  private boolean closedForGrade(int index) {
    for (Closure closure : closures[index]) {
      if (closure.scope() == Closure.Scope.SCHOOL || closure.scope() == Closure.Scope.GRADE) {
        return true;
      }
    }
    boolean anyCounted = false;
    for (GradeHomeroom room : calendar.homerooms()) {
      if (room.counted()) {
        anyCounted = true;
        if (!closedAsWhole(index, room)) {
          return false;
        }
      }
    }
    return anyCounted;
  }

  private boolean closedAsWhole(int index, GradeHomeroom room) {
    for (Closure closure : closures[index]) {
      if (closure.scope() == Closure.Scope.HOMEROOM && closes(closure, room.id())) {
        return true;
      }
    }
    boolean anyListed = false;
    for (ListedStudent student : room.students()) {
      if (student.period().contains(days[index].date())) {
        anyListed = true;
        if (!inClosedGroup(index, student)) {
          return false;
        }
      }
    }
    return anyListed;
  }

  private boolean inClosedGroup(int index, ListedStudent student) {
    for (Closure closure : closures[index]) {
      if (closure.scope() == Closure.Scope.GROUP
          && inGroup(student.groups(), closure.target(), index)) {
        return true;
      }
    }
    return false;
  }

  private static boolean closes(Closure closure, HomeroomId homeroom) {
    return closure.target().equals(homeroom.value());
  }

  private boolean inGroup(List<GroupStay> groups, String name, int index) {
    for (GroupStay stay : groups) {
      if (stay.group().equals(name) && stay.period().contains(days[index].date())) {
        return true;
      }
    }
    return false;
  }
}
