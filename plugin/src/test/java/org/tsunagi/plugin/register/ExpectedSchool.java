// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.CountingTerms;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.GradeCalendar;
import org.tsunagi.plugin.register.domain.GradeHomeroom;
import org.tsunagi.plugin.register.domain.GradeYear;
import org.tsunagi.plugin.register.domain.GroupStay;
import org.tsunagi.plugin.register.domain.ListedStudent;
import org.tsunagi.plugin.register.domain.Placement;
import org.tsunagi.plugin.register.domain.SchoolDay;
import org.tsunagi.plugin.register.domain.SlowOracle;
import org.tsunagi.plugin.register.domain.Stay;
import org.tsunagi.plugin.register.domain.StudentYear;
import org.tsunagi.plugin.shared.DateRange;

/** What happened in a small school, kept plainly, and what it ought to come to. */
final class ExpectedSchool {
  static final DateRange YEAR = new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31));
  static final List<String> ROOMS = List.of("1組", "2組", "たんぽぽ");

  final CountingTerms terms =
      CountingTerms.of(new ShippedCodes().catalogue(), Map.of(), "", Optional.empty());
  final Map<String, List<Placement>> stays = new TreeMap<>();
  final Map<String, String> groups = new HashMap<>();
  final Map<LocalDate, Boolean> days = new TreeMap<>();
  final Map<String, Map<LocalDate, Boolean>> taken = new HashMap<>();
  final Map<String, ClosureIntake.Row> closures = new TreeMap<>();
  final Map<String, Map<LocalDate, DayMark>> marks = new TreeMap<>();

  /** Returns by student what the slow oracle makes of everything that happened. */
  Map<String, SlowOracle> oracles(LocalDate today) {
    GradeYear grade = GradeYear.of(calendar());
    Map<String, SlowOracle> oracles = new TreeMap<>();
    stays.forEach(
        (student, placements) -> {
          DateRange period =
              new DateRange(
                  placements.get(0).period().first(),
                  placements.get(placements.size() - 1).period().last());
          Stay stay = new Stay("S", grade, period, placements);
          StudentYear year =
              new StudentYear(
                  new StudentId(student),
                  List.of(stay),
                  groupsOf(student),
                  List.copyOf(marks.getOrDefault(student, Map.of()).values()),
                  List.of(),
                  Acceptances.NONE,
                  Set.of(),
                  Optional.of(today));
          oracles.put(student, new SlowOracle(year, terms, stay));
        });
    return oracles;
  }

  private List<GroupStay> groupsOf(String student) {
    String group = groups.get(student);
    return group == null ? List.of() : List.of(new GroupStay(group, YEAR));
  }

  private GradeCalendar calendar() {
    List<SchoolDay> planned = new ArrayList<>();
    days.forEach((date, isTaken) -> planned.add(new SchoolDay(date, "", isTaken)));
    List<GradeHomeroom> rooms = new ArrayList<>();
    for (String room : ROOMS) {
      List<ListedStudent> listed = new ArrayList<>();
      stays.forEach(
          (student, placements) ->
              placements.stream()
                  .filter(placement -> placement.homeroom().value().equals(room))
                  .forEach(one -> listed.add(new ListedStudent(one.period(), groupsOf(student)))));
      rooms.add(
          new GradeHomeroom(
              new HomeroomId(room),
              room,
              !room.equals("たんぽぽ"),
              listed,
              taken.getOrDefault(room, Map.of())));
    }
    List<Closure> all = new ArrayList<>();
    closures.forEach(
        (id, row) -> {
          if (!row.target().equals("P6")) {
            all.add(
                new Closure(
                    id,
                    Closure.Scope.find(row.scope()).orElseThrow(),
                    row.target(),
                    List.of(new DateRange(row.first(), row.last())),
                    Closure.Basis.find(row.basis()).orElseThrow(),
                    row.reason(),
                    row.onlineLessons()));
          }
        });
    return new GradeCalendar(Fixture.SCHOOL, Grade.P5, planned, rooms, all);
  }
}
