// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

/** Makes random student-years, dense in the corners of the rules. */
final class RandomYears {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final SchoolId OTHER_SCHOOL = new SchoolId("Y");
  private final SplittableRandom random;
  private final CodeCatalogue codes;
  private LocalDate first = APRIL;
  private int span;

  /** Whether the child learns with ICT at home, the rarest of all corners. */
  private boolean atHome;

  RandomYears(long seed, CodeCatalogue codes) {
    random = new SplittableRandom(seed);
    this.codes = codes;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private DateRange range() {
    LocalDate start = first.plusDays(random.nextInt(span));
    return new DateRange(start, start.plusDays(random.nextInt(chance(50) ? 4 : span)));
  }

  private String oneOf(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  CountingTerms terms() {
    Map<String, Facility> facilities =
        Map.of(
            "F0", new Facility("F0", "1", oneOf("栃木県", ""), "□□町", "□□教室"),
            "F1", new Facility("F1", "6", "東京都", "△△区", "△△スクール"));
    Map<SchoolId, LocalTerms> schools = chance(50) ? Map.of() : Map.of(OTHER_SCHOOL, local());
    return new CountingTerms(codes, facilities, local(), schools, chance(50));
  }

  /** Rules of an establishing body; half of them change, within a month too. */
  private LocalTerms local() {
    List<IctRules.Version> versions = new ArrayList<>();
    int wanted = chance(40) ? 0 : 1 + random.nextInt(3);
    LocalDate from = chance(50) ? LocalDate.MIN : APRIL.plusDays(random.nextInt(200));
    for (int i = 0; i < wanted; i++) {
      versions.add(new IctRules.Version("V" + i, from, rule()));
      from = (i == 0 ? APRIL : from).plusDays(1 + random.nextInt(i == 0 ? 340 : 20));
    }
    return new LocalTerms(oneOf("栃木県", ""), new IctRules(versions, chance(30)), Map.of());
  }

  private IctRule rule() {
    return new IctRule(
        IctRule.Basis.values()[random.nextInt(3)],
        random.nextInt(4),
        random.nextInt(90),
        IctRule.Span.values()[random.nextInt(2)],
        IctRule.Rounding.values()[random.nextInt(3)]);
  }

  private Set<LocalDate> visits() {
    Set<LocalDate> visits = new HashSet<>();
    for (int i = chance(60) ? 0 : random.nextInt(6); i > 0; i--) {
      visits.add(first.plusDays(random.nextInt(span + 20) - 10));
    }
    return visits;
  }

  StudentYear next() {
    boolean full = chance(3);
    atHome = chance(8);
    span = full ? 365 : (atHome ? 25 : 5) + random.nextInt(40);
    first = APRIL.plusDays(full ? 0 : random.nextInt(300));
    GradeYear grade = GradeYear.of(calendar(new SchoolId("X")));
    List<Stay> stays = new ArrayList<>();
    LocalDate from = first.plusDays(chance(60) ? 0 : random.nextInt(span));
    int wanted = 1 + random.nextInt(2);
    for (int i = 0; i < wanted; i++) {
      LocalDate end = first.plusDays(span);
      LocalDate to = chance(50) && !end.isBefore(from) ? end : from.plusDays(random.nextInt(span));
      stays.add(stay("S" + i, grade, new DateRange(from, to)));
      from = to.plusDays(1 + random.nextInt(5));
      grade = chance(60) ? grade : GradeYear.of(calendar(OTHER_SCHOOL));
    }
    return new StudentYear(
        new StudentId("A"),
        stays,
        groups(),
        marks(),
        creditings(),
        new Acceptances(chance(50), acceptances()),
        visits(),
        chance(50) ? Optional.empty() : Optional.of(first.plusDays(random.nextInt(span))));
  }

  private Stay stay(String id, GradeYear grade, DateRange period) {
    LocalDate moved = period.first().plusDays(random.nextInt(span));
    List<Placement> placements = new ArrayList<>();
    if (chance(90)) {
      if (moved.isBefore(period.last()) && chance(40)) {
        placements.add(new Placement(room(), new DateRange(period.first(), moved)));
        placements.add(new Placement(room(), new DateRange(moved.plusDays(1), period.last())));
      } else {
        placements.add(new Placement(room(), period));
      }
    }
    return new Stay(id, grade, period, placements);
  }

  private HomeroomId room() {
    return new HomeroomId("R" + random.nextInt(3));
  }

  private List<GroupStay> groups() {
    List<GroupStay> groups = new ArrayList<>();
    for (String name : List.of("G0", "G1")) {
      if (chance(50)) {
        groups.add(new GroupStay(name, range()));
      }
    }
    return groups;
  }

  private GradeCalendar calendar(SchoolId school) {
    List<SchoolDay> days = new ArrayList<>();
    for (int i = 0; i < span; i++) {
      LocalDate date = first.plusDays(i);
      if (date.getDayOfWeek() != DayOfWeek.SUNDAY && chance(85)) {
        days.add(new SchoolDay(date, "", chance(90)));
      }
    }
    List<GradeHomeroom> rooms = new ArrayList<>();
    int wanted = random.nextInt(4);
    for (int i = 0; i < wanted; i++) {
      List<ListedStudent> listed = new ArrayList<>();
      int students = random.nextInt(4);
      for (int s = 0; s < students; s++) {
        listed.add(new ListedStudent(chance(70) ? whole() : range(), groups()));
      }
      Map<LocalDate, Boolean> taken = new HashMap<>();
      if (chance(40)) {
        taken.put(first.plusDays(random.nextInt(span)), chance(50));
      }
      rooms.add(new GradeHomeroom(new HomeroomId("R" + i), "R" + i, chance(80), listed, taken));
    }
    return new GradeCalendar(school, Grade.P5, days, rooms, closures());
  }

  private DateRange whole() {
    return new DateRange(first, first.plusDays(span));
  }

  private List<Closure> closures() {
    List<Closure> closures = new ArrayList<>();
    int wanted = random.nextInt(6);
    for (int i = 0; i < wanted; i++) {
      int kind = random.nextInt(12);
      Closure.Scope scope =
          kind == 0
              ? Closure.Scope.SCHOOL
              : kind == 1
                  ? Closure.Scope.GRADE
                  : kind < 8 ? Closure.Scope.HOMEROOM : Closure.Scope.GROUP;
      String target = kind < 2 ? "" : kind < 8 ? "R" + random.nextInt(3) : "G" + random.nextInt(2);
      Closure.Basis basis = Closure.Basis.values()[random.nextInt(3)];
      String why = oneOf("大雨", "台風のため", "");
      closures.add(
          new Closure("C" + i, scope, target, List.of(range(), range()), basis, why, chance(30)));
    }
    return closures;
  }

  private List<DayMark> marks() {
    List<DayMark> marks = new ArrayList<>();
    List<AttendanceCode> all = codes.list();
    String favourite = atHome ? "CREDITED_ICT" : all.get(random.nextInt(all.size())).id();
    int percent = (atHome ? 60 : 0) + random.nextInt(atHome ? 40 : 100);
    for (int i = 0; i < span; i++) {
      while (chance(percent)) {
        String any = all.get(random.nextInt(all.size())).id();
        String code = chance(5) ? "" : chance(40) ? favourite : chance(20) ? "CREDITED_ICT" : any;
        marks.add(mark(first.plusDays(i), code));
        percent = chance(20) ? percent : Math.min(percent, 60);
        if (chance(95)) {
          break;
        }
      }
    }
    return onePerStrength(marks);
  }

  /** Two equally strong marks away from school have no obvious answer; tested by hand. */
  private List<DayMark> onePerStrength(List<DayMark> marks) {
    Map<String, DayMark> kept = new LinkedHashMap<>();
    for (DayMark mark : marks) {
      String effect = mark.code().isEmpty() ? "" : codes.get(mark.code()).effect().code();
      String strength = effect.equals("present") ? mark.code() : effect;
      kept.putIfAbsent(mark.date() + strength, mark);
    }
    return List.copyOf(kept.values());
  }

  private DayMark mark(LocalDate date, String code) {
    boolean ict = code.equals("CREDITED_ICT") && chance(85);
    return new DayMark(
        date,
        code,
        oneOf("", "インフルエンザ", "自宅火災のため", " 祖父 "),
        oneOf("", "", "F0", "F1", "F2"),
        oneOf("", "", "図書館"),
        chance(10),
        chance(10),
        ict && chance(70) ? OptionalInt.of(random.nextInt(120)) : OptionalInt.empty(),
        ict && chance(70) ? Optional.of(chance(50)) : Optional.empty());
  }

  private List<CreditingDecision> creditings() {
    List<CreditingDecision> decisions = new ArrayList<>();
    List<AttendanceCode> credited =
        codes.list().stream().filter(code -> !code.kind().isEmpty()).toList();
    int wanted = random.nextInt(12);
    if (atHome) {
      decisions.add(
          new CreditingDecision(
              "D",
              "CREDITED_ICT",
              Optional.empty(),
              whole(),
              Outcome.GRANTED,
              Optional.empty(),
              Optional.empty()));
    }
    for (int i = 0; i < wanted; i++) {
      AttendanceCode code = credited.get(random.nextInt(credited.size()));
      decisions.add(
          new CreditingDecision(
              "D" + i,
              chance(50) ? code.kind() : code.id(),
              chance(70) ? Optional.empty() : Optional.of("F" + random.nextInt(2)),
              chance(50) ? whole() : range(),
              chance(70) ? Outcome.GRANTED : Outcome.values()[random.nextInt(3)],
              Optional.empty(),
              chance(80) ? Optional.empty() : Optional.of("S" + random.nextInt(2))));
    }
    return decisions;
  }

  private List<Acceptance> acceptances() {
    List<Acceptance> acceptances = new ArrayList<>();
    List<AttendanceCode> exempt =
        codes.list().stream().filter(code -> code.effect().code().equals("exempt")).toList();
    int wanted = random.nextInt(8);
    for (int i = 0; i < wanted; i++) {
      acceptances.add(
          new Acceptance(
              "A" + i,
              exempt.get(random.nextInt(exempt.size())).id(),
              chance(50) ? whole() : range(),
              chance(60) ? Outcome.GRANTED : Outcome.values()[random.nextInt(3)]));
    }
    return acceptances;
  }
}
