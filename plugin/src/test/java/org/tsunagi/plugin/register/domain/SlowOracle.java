// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.code.domain.DecisionNeed;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Outcome;

/**
 * The counting once more, slow and obvious: every calendar day in turn, every question answered by
 * going through everything. It shares the input records and nothing else with the engine.
 */
public final class SlowOracle {
  final Map<String, Map<String, Integer>> figures = new TreeMap<>();
  final SlowRemarks remarks;
  private final StudentYear year;
  private final CountingTerms terms;
  private final Stay stay;
  private final GradeCalendar calendar;
  private final SlowClosures closures;
  private final SlowIct ict;

  /** Where the child was on the day that was judged last. */
  private String place = "";

  /** Counts a stay. */
  public SlowOracle(StudentYear year, CountingTerms terms, Stay stay) {
    this.year = year;
    this.terms = terms;
    this.stay = stay;
    this.calendar = stay.grade().calendar();
    this.closures = new SlowClosures(calendar);
    LocalTerms local = terms.schools().getOrDefault(calendar.school(), terms.common());
    this.remarks = new SlowRemarks(terms, local.homePrefecture());
    this.ict = new SlowIct(year, stay, local.ictRules(), this::creditable);
    LocalDate day = stay.period().first();
    while (!day.isAfter(stay.period().last())) {
      if (year.today().isEmpty() || !day.isAfter(year.today().get())) {
        for (SchoolDay planned : calendar.days()) {
          if (planned.date().equals(day)) {
            day(planned);
          }
        }
      }
      day = day.plusDays(1);
    }
  }

  /** Returns the figures that are not 0 of {@code year} or of a month such as {@code 2026-04}. */
  public Map<String, Integer> of(String period) {
    return figures.getOrDefault(period, Map.of());
  }

  /** Returns the remarks of {@code year} or of a month. */
  public List<String> remarks(String period) {
    return remarks.of(period);
  }

  private void count(LocalDate day, String figure) {
    for (String period : List.of("year", YearMonth.from(day).toString())) {
      figures.computeIfAbsent(period, key -> new TreeMap<>()).merge(figure, 1, Integer::sum);
    }
  }

  private String room(LocalDate day) {
    String room = "";
    for (Placement placement : stay.placements()) {
      if (SlowClosures.in(placement.period(), day)) {
        room = placement.homeroom().value();
      }
    }
    return room;
  }

  private Set<Closure> mine(LocalDate day, String room) {
    Set<Closure> mine = new HashSet<>();
    for (Closure closure : calendar.closures()) {
      if (SlowClosures.closedOn(closure, day)
          && SlowClosures.concerns(closure, room, year.groups(), day)) {
        mine.add(closure);
      }
    }
    return mine;
  }

  private void day(SchoolDay planned) {
    LocalDate day = planned.date();
    String room = room(day);
    Set<Closure> mine = mine(day, room);
    boolean lessons = false;
    boolean taken = false;
    Set<DayMark> marks = new HashSet<>();
    for (DayMark mark : year.marks()) {
      if (mark.date().equals(day)) {
        marks.add(mark);
        lessons |=
            mark.onlineHeld() || mark.onlineSpecial() || mark.code().equals("ONLINE_SPECIAL");
        taken |= mark.onlineSpecial() || mark.code().equals("ONLINE_SPECIAL");
      }
    }
    for (Closure closure : mine) {
      lessons |= closure.onlineLessons();
    }
    if (lessons) {
      count(day, "onlineDaysHeld");
    }
    if (taken) {
      count(day, "onlineDaysTakenPart");
    }
    if (closures.wholeGrade(day) && (!closures.special(room) || !mine.isEmpty())) {
      return;
    }
    count(day, "schoolDays");
    DayMark mark = strongest(marks);
    if (!mine.isEmpty()) {
      count(day, "exemptDays");
      if (mark != null && effect(mark) == CodeEffect.EXEMPT && accepted(mark, code(mark))) {
        remarks.mark(mark);
      } else {
        remarks.closure(day, mine);
      }
      return;
    }
    open(planned, room, marks, mark);
  }

  private AttendanceCode code(DayMark mark) {
    return terms.codes().get(mark.code());
  }

  private CodeEffect effect(DayMark mark) {
    return code(mark).effect();
  }

  private @Nullable DayMark strongest(Set<DayMark> marks) {
    DayMark mark = null;
    for (CodeEffect wanted :
        List.of(
            CodeEffect.ABSENT,
            CodeEffect.ONLINE,
            CodeEffect.CREDITED,
            CodeEffect.EXEMPT,
            CodeEffect.PRESENT)) {
      for (DayMark one : marks) {
        if (!one.code().isEmpty() && effect(one) == wanted) {
          mark = one;
        }
      }
    }
    return mark;
  }

  private void open(SchoolDay planned, String room, Set<DayMark> marks, @Nullable DayMark mark) {
    LocalDate day = planned.date();
    if (mark == null) {
      boolean taken = planned.registerTaken();
      for (GradeHomeroom one : calendar.homerooms()) {
        if (one.id().value().equals(room) && one.registerTaken().containsKey(day)) {
          taken = one.registerTaken().get(day);
        }
      }
      count(day, "requiredDays");
      count(day, taken ? "daysPresent" : "unknownDays");
      return;
    }
    AttendanceCode code = terms.codes().get(mark.code());
    if (code.effect() == CodeEffect.ONLINE
        || (code.effect() == CodeEffect.EXEMPT && accepted(mark, code))) {
      count(day, "exemptDays");
      remarks.mark(mark);
      return;
    }
    count(day, "requiredDays");
    if (code.effect() == CodeEffect.PRESENT) {
      count(day, "daysPresent");
      if (any(marks, Set.of("LATE", "LATE_EARLY"))) {
        count(day, "lateArrivals");
      }
      if (any(marks, Set.of("EARLY", "LATE_EARLY"))) {
        count(day, "earlyDepartures");
      }
      if (any(marks, Set.of("SEPARATE_ROOM", "INFIRMARY", "IN_SCHOOL_SUPPORT"))) {
        count(day, "separateRoomDays");
      }
    } else if (code.effect() == CodeEffect.CREDITED && decided(mark) && converted(mark)) {
      count(day, "daysPresent");
      count(day, "creditedDays");
      remarks.mark(mark, place);
      int row = row(mark.code());
      if (row > 0) {
        count(day, "credited" + row);
        count(day, "daysAbsentIncludingCredited");
      } else {
        count(day, "creditedActivityDays");
      }
    } else {
      count(day, "daysAbsent");
      count(day, "daysAbsentIncludingCredited");
    }
  }

  private static boolean any(Set<DayMark> marks, Set<String> codes) {
    return marks.stream().anyMatch(one -> codes.contains(one.code()));
  }

  private boolean accepted(DayMark mark, AttendanceCode code) {
    if (code.decisionNeeded() == DecisionNeed.NONE) {
      return true;
    }
    boolean refused = false;
    for (Acceptance one : year.acceptances().list()) {
      if (one.code().equals(mark.code()) && SlowClosures.in(one.period(), mark.date())) {
        if (one.outcome() == Outcome.GRANTED) {
          return true;
        }
        refused |= one.outcome() == Outcome.REFUSED;
      }
    }
    return !refused && !year.acceptances().asked();
  }

  private boolean decided(DayMark mark) {
    Map<String, String> kinds =
        Map.of(
            "CREDITED_SUPPORT_CENTER",
            "1",
            "CREDITED_BOARD_FACILITY",
            "2",
            "CREDITED_CHILD_GUIDANCE",
            "3",
            "CREDITED_HEALTH_CENTER",
            "4",
            "CREDITED_HOSPITAL",
            "5",
            "CREDITED_PRIVATE",
            "6",
            "CREDITED_OTHER_FACILITY",
            "7",
            "CREDITED_ICT",
            "8");
    Set<String> places = new HashSet<>();
    for (CreditingDecision one : year.creditings()) {
      boolean kind = one.kind().equals(mark.code()) || one.kind().equals(kinds.get(mark.code()));
      boolean here = one.stay().isEmpty() || one.stay().get().equals(stay.id());
      if (one.outcome() == Outcome.GRANTED
          && kind
          && here
          && SlowClosures.in(one.period(), mark.date())) {
        places.add(one.facility().orElse("anywhere"));
      }
    }
    place = mark.facility();
    if (place.isEmpty()
        && terms.placedByDecision()
        && places.size() == 1
        && !places.contains("anywhere")) {
      place = places.iterator().next();
    }
    return places.contains("anywhere") || places.contains(place);
  }

  private boolean converted(DayMark mark) {
    return !mark.code().equals("CREDITED_ICT") || ict.converts(mark);
  }

  /** Tells whether a mark decides its day, which is open, and a granted decision covers it. */
  private boolean creditable(LocalDate day, DayMark mark) {
    if (!decided(mark) || calendar.days().stream().noneMatch(one -> one.date().equals(day))) {
      return false;
    }
    Set<DayMark> marks = new HashSet<>();
    year.marks().stream().filter(one -> one.date().equals(day)).forEach(marks::add);
    String room = room(day);
    return mark.equals(strongest(marks))
        && mine(day, room).isEmpty()
        && (closures.special(room) || !closures.wholeGrade(day));
  }

  private static int row(String code) {
    return switch (code) {
      case "CREDITED_SUPPORT_CENTER" -> 1;
      case "CREDITED_BOARD_FACILITY" -> 2;
      case "CREDITED_CHILD_GUIDANCE", "CREDITED_PROTECTION" -> 3;
      case "CREDITED_HEALTH_CENTER" -> 4;
      case "CREDITED_HOSPITAL" -> 5;
      case "CREDITED_PRIVATE" -> 6;
      case "CREDITED_OTHER_FACILITY", "CREDITED_CORRECTIONAL" -> 7;
      case "CREDITED_ICT", "CREDITED_REMOTE_LESSON" -> 8;
      default -> 0;
    };
  }
}
