// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeFamily;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.RestrictedRule;
import org.tsunagi.plugin.register.domain.SchoolDay;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.register.persistence.LoadedFacts;

/** Lays out a homeroom's month from facts and counts. */
final class MonthGrid {
  private final Homeroom room;
  private final YearMonth month;
  private final LoadedFacts facts;
  private final Map<StudentId, StudentCount> counts;
  private final CodeCatalogue codes;
  private final Map<String, Facility> facilities;
  private final boolean openly;

  /**
   * Takes what it lays out.
   *
   * @param openly whether restricted codes are shown by their names
   */
  MonthGrid(Homeroom room, YearMonth month, Counting.Counted counted, boolean openly) {
    this.room = room;
    this.month = month;
    this.facts = counted.facts();
    this.counts =
        counted.students().stream().collect(Collectors.toMap(StudentCount::student, one -> one));
    this.codes = counted.codes();
    this.facilities = counted.terms().facilities();
    this.openly = openly;
  }

  List<RegisterView.Day> days(boolean locked) {
    List<RegisterView.Day> days = new ArrayList<>();
    for (int number = 1; number <= month.lengthOfMonth(); number++) {
      LocalDate date = month.atDay(number);
      Optional<SchoolDay> planned = facts.day(room.school(), room.grade(), date);
      String kind = planned.isEmpty() ? "none" : facts.closed(room, date) ? "closed" : "school";
      boolean taken = planned.map(day -> facts.taken(room.id(), day)).orElse(false);
      String title = facts.title(room.school(), room.grade(), date);
      days.add(new RegisterView.Day(date, kind, title, taken, locked));
    }
    return days;
  }

  /** Lists the rows of the students who are wanted; one row per student. */
  List<RegisterView.Student> students(List<Student> people, Predicate<StudentId> wanted) {
    Map<StudentId, Student> byId =
        people.stream().collect(Collectors.toMap(Student::id, one -> one, (a, b) -> a));
    Map<StudentId, List<Enrolment>> stays = new LinkedHashMap<>();
    for (Enrolment stay : facts.inHomeroom(room.id())) {
      if (wanted.test(stay.student())) {
        stays.computeIfAbsent(stay.student(), id -> new ArrayList<>()).add(stay);
      }
    }
    List<RegisterView.Student> rows = new ArrayList<>();
    stays.forEach((id, own) -> rows.add(row(id, own, Optional.ofNullable(byId.get(id)))));
    return rows;
  }

  private RegisterView.Student row(StudentId id, List<Enrolment> own, Optional<Student> person) {
    Enrolment last = own.get(own.size() - 1);
    return new RegisterView.Student(
        id.value(),
        last.number(),
        person.map(Student::name).orElse(""),
        person.map(Student::kana).orElse(""),
        own.get(0).first(),
        last.last(),
        marks(id),
        figures(id));
  }

  private Map<LocalDate, RegisterView.Mark> marks(StudentId student) {
    Map<LocalDate, DayVerdict> verdicts = new HashMap<>();
    stays(student).forEach(stay -> stay.days().forEach(day -> verdicts.put(day.date(), day)));
    Map<LocalDate, RegisterView.Mark> marks = new HashMap<>();
    for (DayMark mark : facts.marks(student)) {
      DayVerdict verdict = verdicts.get(mark.date());
      boolean pending = verdict != null && verdict.has(DayFlag.PENDING);
      Optional<AttendanceCode> code = codes.find(mark.code(), mark.date());
      boolean dashed = verdict != null && verdict.uncounted();
      RegisterView.Mark full =
          view(
              code,
              mark.code(),
              mark.detail(),
              place(facilities, mark.facility()),
              dashed,
              pending);
      marks.put(mark.date(), openly ? full : masked(code, full));
    }
    return marks;
  }

  /** Names a facility; one that is not known by its id. */
  static RegisterView.Place place(Map<String, Facility> facilities, String id) {
    Facility known = facilities.get(id);
    return new RegisterView.Place(id, known == null ? id : known.name());
  }

  /** Lists the facilities that a day may name, by name. */
  List<RegisterView.Place> places() {
    return facilities.entrySet().stream()
        .map(one -> new RegisterView.Place(one.getKey(), one.getValue().name()))
        .sorted(
            Comparator.comparing(RegisterView.Place::name).thenComparing(RegisterView.Place::id))
        .toList();
  }

  private RegisterView.Figures figures(StudentId student) {
    int[] sums = new int[6];
    for (StayCount stay : stays(student)) {
      boolean here =
          stay.stay().placements().stream().anyMatch(one -> one.homeroom().equals(room.id()));
      if (here && stay.months().containsKey(month)) {
        Tally tally = stay.months().get(month).tally();
        sums[0] += tally.requiredDays();
        sums[1] += tally.daysPresent();
        sums[2] += tally.creditedDays();
        sums[3] += tally.daysAbsent();
        sums[4] += tally.lateArrivals();
        sums[5] += tally.earlyDepartures();
      }
    }
    return new RegisterView.Figures(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
  }

  private List<StayCount> stays(StudentId student) {
    StudentCount count = counts.get(student);
    return count == null ? List.of() : count.stays();
  }

  /** Shows a mark, dashed where it does not count as it says; an unknown code shows its id. */
  static RegisterView.Mark view(
      Optional<AttendanceCode> code,
      String id,
      String detail,
      RegisterView.Place place,
      boolean dashed,
      boolean pending) {
    String family =
        dashed
            ? CodeFamily.PEND.code()
            : code.map(known -> known.family().code()).orElse(CodeFamily.IN.code());
    return new RegisterView.Mark(
        id,
        code.map(AttendanceCode::glyph).orElse("？"),
        family,
        code.map(AttendanceCode::label).orElse(id),
        detail,
        place.id(),
        place.name(),
        pending);
  }

  /** Returns a mark as a reader sees it who may not know restricted codes. */
  static RegisterView.Mark masked(Optional<AttendanceCode> marked, RegisterView.Mark mark) {
    return marked
        .filter(AttendanceCode::restricted)
        .map(RestrictedRule::shown)
        .map(
            code ->
                new RegisterView.Mark(
                    code.id(),
                    code.glyph(),
                    mark.pending() ? mark.family() : code.family().code(),
                    code.label(),
                    "",
                    "",
                    "",
                    mark.pending()))
        .orElse(mark);
  }

  /** Returns the day whose codes a month's palette shows: today, else the month's last day. */
  static LocalDate paletteDay(YearMonth month, LocalDate today) {
    return month.equals(YearMonth.from(today)) ? today : month.atEndOfMonth();
  }

  /** Lists the codes that may be entered on a day by someone with these roles. */
  static List<RegisterView.Code> codes(CodeCatalogue codes, LocalDate date, Set<HostRole> roles) {
    return codes.list(date).stream()
        .filter(code -> mayEnter(code, roles))
        .map(
            code ->
                new RegisterView.Code(
                    code.id(), code.shortLabel(), code.glyph(), code.family().code(), code.key()))
        .toList();
  }

  /** Tells whether someone with these roles may enter a code; someone without a role may. */
  static boolean mayEnter(AttendanceCode code, Set<HostRole> roles) {
    return code.roles().isEmpty()
        || roles.isEmpty()
        || roles.stream().anyMatch(role -> code.roles().contains(role.code()));
  }

  static RegisterView.Room room(Homeroom room) {
    HomeroomId id = room.id();
    return new RegisterView.Room(id.value(), room.name(), room.grade().name(), room.schoolYear());
  }
}
