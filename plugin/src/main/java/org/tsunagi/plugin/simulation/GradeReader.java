// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.Fields;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.GradeCalendar;
import org.tsunagi.plugin.register.domain.GradeHomeroom;
import org.tsunagi.plugin.register.domain.GradeYear;
import org.tsunagi.plugin.register.domain.GroupStay;
import org.tsunagi.plugin.register.domain.ListedStudent;
import org.tsunagi.plugin.register.domain.SchoolDay;
import org.tsunagi.plugin.shared.DateRange;

/** Reads what the students of a simulated grade share. */
final class GradeReader {
  private final Fields request;
  private final Grade grade;

  GradeReader(Fields request) {
    this.request = request;
    String code = request.text("grade");
    grade =
        code.isEmpty()
            ? Grade.P1
            : Grade.find(code)
                .orElseThrow(() -> request.malformed("grade", " P1〜P6、J1〜J3、H1〜H4 のどれかです"));
  }

  GradeYear read(DateRange whole) {
    List<SchoolDay> days = new ArrayList<>();
    for (LocalDate date : new TreeSet<>(request.dates("plannedDays"))) {
      days.add(new SchoolDay(date, "", true));
    }
    return GradeYear.of(
        new GradeCalendar(new SchoolId("simulation"), grade, days, homerooms(whole), closures()));
  }

  /**
   * Reads the homerooms. Where the request lists them, one that it does not list (特別支援学級) counts
   * not.
   */
  private List<GradeHomeroom> homerooms(DateRange whole) {
    Set<String> counted = new LinkedHashSet<>(request.texts("homerooms"));
    Set<String> names = new LinkedHashSet<>(counted);
    for (Fields student : request.objects("students")) {
      names.add(student.text("homeroom"));
    }
    names.remove("");
    List<GradeHomeroom> homerooms = new ArrayList<>();
    for (String name : names) {
      boolean ofGrade = counted.isEmpty() || counted.contains(name);
      homerooms.add(
          new GradeHomeroom(new HomeroomId(name), name, ofGrade, listed(name, whole), Map.of()));
    }
    return homerooms;
  }

  private List<ListedStudent> listed(String homeroom, DateRange whole) {
    List<ListedStudent> listed = new ArrayList<>();
    for (Fields student : request.objects("students")) {
      if (student.text("homeroom").equals(homeroom)) {
        List<GroupStay> groups = groups(student, whole);
        for (DateRange period : periods(student, whole)) {
          listed.add(new ListedStudent(period, groups));
        }
      }
    }
    return listed;
  }

  static List<GroupStay> groups(Fields student, DateRange whole) {
    return student.texts("groups").stream().map(name -> new GroupStay(name, whole)).toList();
  }

  /** Reads the stays of a student; without any, the whole year. */
  static List<DateRange> periods(Fields student, DateRange whole) {
    List<DateRange> periods = new ArrayList<>();
    for (Fields stay : student.has("stays") ? student.objects("stays") : List.of(student)) {
      LocalDate first = stay.date("admittedOn").orElse(whole.first());
      LocalDate last = stay.date("leftOn").orElse(whole.last());
      if (last.isBefore(first)) {
        throw stay.malformed("leftOn", " admittedOn より前にできません");
      }
      DateRange period = new DateRange(first, last);
      for (DateRange other : periods) {
        if (!first.isAfter(other.last()) && !last.isBefore(other.first())) {
          throw stay.malformed("admittedOn", "ほかの在籍期間と重ならないようにしてください");
        }
      }
      periods.add(period);
    }
    return periods;
  }

  private List<Closure> closures() {
    List<Closure> closures = new ArrayList<>();
    for (Fields closure : request.objects("closures")) {
      Closure.Scope scope =
          Closure.Scope.find(closure.text("scope"))
              .orElseThrow(() -> closure.malformed("scope", " school、grade、homeroom、group のどれかです"));
      String target = closure.text("target");
      boolean otherGrade =
          scope == Closure.Scope.GRADE
              && Grade.find(target).map(named -> named != grade).orElse(false);
      if (!otherGrade) {
        closures.add(closure(closure, scope, target, "C" + (closures.size() + 1)));
      }
    }
    return closures;
  }

  private static Closure closure(Fields closure, Closure.Scope scope, String target, String id) {
    String basis = closure.has("basis") ? closure.text("basis") : Closure.Basis.ART20.code();
    boolean part = scope == Closure.Scope.HOMEROOM || scope == Closure.Scope.GROUP;
    if (part && target.isEmpty()) {
      throw closure.malformed("target", "学級かグループの名前で指定してください");
    }
    return new Closure(
        id,
        scope,
        part ? target : "",
        days(closure),
        Closure.Basis.find(basis)
            .orElseThrow(() -> closure.malformed("basis", " ART20、ART63、STAGGERED のどれかです")),
        closure.text("reason"),
        closure.flag("onlineLessons"));
  }

  private static List<DateRange> days(Fields closure) {
    if (!closure.has("dates")) {
      closure.need("firstOn");
    }
    List<DateRange> days = new ArrayList<>();
    closure.dates("dates").forEach(date -> days.add(DateRange.of(date)));
    Optional<LocalDate> first = closure.date("firstOn");
    if (first.isPresent()) {
      LocalDate last = closure.date("lastOn").orElse(first.get());
      if (last.isBefore(first.get())) {
        throw closure.malformed("lastOn", " firstOn より前にできません");
      }
      days.add(new DateRange(first.get(), last));
    }
    return days;
  }
}
