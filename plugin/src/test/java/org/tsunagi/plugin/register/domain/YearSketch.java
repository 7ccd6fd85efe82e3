// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.DatedTemplate;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A student of 2年2組 in the making, for tables of cases. October 2026 has 22 weekdays: 1, 2, 5–9,
 * 12–16, 19–23 and 26–30.
 */
public final class YearSketch {
  public static final CodeCatalogue CODES = new ShippedCodes().catalogue();
  public static final Facility CENTRE = new Facility("F1", "1", "栃木県", "□□町", "□□教室");
  public static final Facility OTHER = new Facility("F2", "1", "栃木県", "□□町", "△△教室");
  private static final Map<String, Facility> FACILITIES = Map.of("F1", CENTRE, "F2", OTHER);

  private final List<SchoolDay> days = new ArrayList<>();
  private final List<GradeHomeroom> rooms = new ArrayList<>();
  private final List<Closure> closures = new ArrayList<>();
  private final List<Stay> stays = new ArrayList<>();
  private final List<GroupStay> groups = new ArrayList<>();
  private final List<DayMark> marks = new ArrayList<>();
  private final List<CreditingDecision> decisions = new ArrayList<>();
  private final List<Acceptance> acceptances = new ArrayList<>();
  private final Set<LocalDate> visits = new HashSet<>();
  private final List<String> stayIds = new ArrayList<>();
  private final List<DateRange> periods = new ArrayList<>();
  private boolean placedByDecision;
  private boolean asked;
  private Optional<LocalDate> today = Optional.empty();
  private IctRules ictRules = IctRules.NONE;
  private final Map<String, String> templates = new HashMap<>();

  /** Starts with the weekdays of October and the rooms 2-1 and 2-2. */
  public static YearSketch october() {
    return new YearSketch().weekdays(on(10, 1), on(10, 31)).room("2-1", true).room("2-2", true);
  }

  /** Starts with the weekdays of October and November: 22 and 21. */
  public static YearSketch autumn() {
    return october().weekdays(on(11, 1), on(11, 30));
  }

  /** Starts with no days and no rooms. */
  public static YearSketch empty() {
    return new YearSketch();
  }

  /** Returns a day of the school year 2026. */
  public static LocalDate on(int month, int day) {
    return LocalDate.of(month < 4 ? 2027 : 2026, month, day);
  }

  public static LocalDate oct(int day) {
    return on(10, day);
  }

  public static DateRange octobers(int first, int last) {
    return new DateRange(oct(first), oct(last));
  }

  public YearSketch weekdays(LocalDate first, LocalDate last) {
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        days.add(new SchoolDay(date, "", true));
      }
    }
    return this;
  }

  public YearSketch day(LocalDate date, String title, boolean registerTaken) {
    days.removeIf(day -> day.date().equals(date));
    days.add(new SchoolDay(date, title, registerTaken));
    return this;
  }

  public YearSketch room(String id, boolean counted) {
    return room(new GradeHomeroom(new HomeroomId(id), id, counted, List.of(), Map.of()));
  }

  public YearSketch room(GradeHomeroom room) {
    rooms.removeIf(one -> one.id().equals(room.id()));
    rooms.add(room);
    return this;
  }

  public YearSketch close(Closure closure) {
    closures.add(closure);
    return this;
  }

  public YearSketch close(
      Closure.Scope scope, String target, Closure.Basis basis, LocalDate... dates) {
    List<DateRange> ranges = List.of(dates).stream().map(DateRange::of).toList();
    String id = "C" + (closures.size() + 1);
    return close(new Closure(id, scope, target, ranges, basis, "", false));
  }

  public YearSketch stay(String id, LocalDate first, LocalDate last) {
    stayIds.add(id);
    periods.add(new DateRange(first, last));
    return this;
  }

  public YearSketch group(String name, DateRange period) {
    groups.add(new GroupStay(name, period));
    return this;
  }

  public YearSketch mark(DayMark mark) {
    marks.add(mark);
    return this;
  }

  public YearSketch mark(String code, LocalDate... dates) {
    for (LocalDate date : dates) {
      marks.add(DayMark.of(date, code));
    }
    return this;
  }

  /** Marks days of October. */
  public YearSketch mark(String code, int... octobers) {
    for (int day : octobers) {
      marks.add(DayMark.of(oct(day), code));
    }
    return this;
  }

  public YearSketch mark(
      LocalDate date, String code, String detail, String facility, String place) {
    return mark(
        new DayMark(
            date,
            code,
            detail,
            facility,
            place,
            false,
            false,
            OptionalInt.empty(),
            Optional.empty()));
  }

  /** Marks a day of learning at home with its minutes. */
  public YearSketch ict(LocalDate date, int minutes) {
    return mark(DayMark.of(date, "CREDITED_ICT").withMinutes(minutes));
  }

  public YearSketch decide(String id, String kind, DateRange period, Outcome outcome) {
    return decide(
        new CreditingDecision(
            id, kind, Optional.empty(), period, outcome, Optional.empty(), Optional.empty()));
  }

  public YearSketch decide(CreditingDecision decision) {
    decisions.add(decision);
    return this;
  }

  /** Grants a kind for the whole school year. */
  public YearSketch grant(String kind) {
    DateRange year = new DateRange(on(4, 1), on(3, 31));
    return decide("D" + kind, kind, year, Outcome.GRANTED);
  }

  public YearSketch accept(String id, String code, DateRange period, Outcome outcome) {
    acceptances.add(new Acceptance(id, code, period, outcome));
    return this;
  }

  /** Grants or refuses days of a kind at a facility. */
  public YearSketch decideAt(
      String id, String kind, String facility, DateRange period, Outcome outcome) {
    return decide(
        new CreditingDecision(
            id,
            kind,
            Optional.of(facility).filter(one -> !one.isEmpty()),
            period,
            outcome,
            Optional.empty(),
            Optional.empty()));
  }

  /** Counts as a kept register does: a mark may have its place from a decision. */
  public YearSketch placedByDecision() {
    placedByDecision = true;
    return this;
  }

  public YearSketch acceptancesAsked() {
    asked = true;
    return this;
  }

  public YearSketch visits(LocalDate... dates) {
    visits.addAll(List.of(dates));
    return this;
  }

  public YearSketch today(LocalDate date) {
    today = Optional.of(date);
    return this;
  }

  public YearSketch rules(IctRules rules) {
    ictRules = rules;
    return this;
  }

  /** Sets the remark that the school has for a code. */
  public YearSketch template(String code, String template) {
    templates.put(code, template);
    return this;
  }

  public StudentCount count() {
    GradeYear grade =
        GradeYear.of(new GradeCalendar(new SchoolId("X"), Grade.J2, days, rooms, closures));
    if (stayIds.isEmpty()) {
      stay("S", on(4, 1), on(3, 31));
    }
    stays.clear();
    for (int i = 0; i < stayIds.size(); i++) {
      Placement placement = new Placement(new HomeroomId("2-2"), periods.get(i));
      stays.add(new Stay(stayIds.get(i), grade, periods.get(i), List.of(placement)));
    }
    StudentYear year =
        new StudentYear(
            new StudentId("A"),
            stays,
            groups,
            marks,
            decisions,
            new Acceptances(asked, acceptances),
            visits,
            today);
    Map<String, DatedTemplate> dated = new HashMap<>();
    templates.forEach((code, text) -> dated.put(code, DatedTemplate.always(text)));
    LocalTerms local = new LocalTerms("栃木県", ictRules, dated);
    return CountingRules.count(
        year, new CountingTerms(CODES, FACILITIES, local, Map.of(), placedByDecision));
  }

  /** Counts and returns the first stay. */
  public StayCount stay() {
    return count().stays().get(0);
  }

  /** Counts and returns the figures of the first stay. */
  public Tally tally() {
    return stay().year().tally();
  }

  /** Counts and lists the items of 備考 of the first stay. */
  public List<String> remarks() {
    return stay().year().remarkTexts();
  }

  /** Counts and returns the verdict of a day of the first stay. */
  public DayVerdict verdict(LocalDate date) {
    return stay().days().stream().filter(day -> day.date().equals(date)).findFirst().orElseThrow();
  }

  /** Counts and lists the findings as {@code 10-05 MARK_TWICE}. */
  public List<String> findings() {
    return count().findings().stream()
        .map(one -> one.date().toString().substring(5) + " " + one.finding().code())
        .toList();
  }
}
