// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.platform.Fields;
import org.tsunagi.plugin.register.domain.CountingTerms;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.GradeYear;
import org.tsunagi.plugin.register.domain.Placement;
import org.tsunagi.plugin.register.domain.Stay;
import org.tsunagi.plugin.register.domain.StudentYear;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Malformed;

/** Reads the request of an attendance simulation. */
public final class ScenarioReader {
  private final Fields request;
  private final CodeCatalogue codes;
  private final DateRange whole;

  private ScenarioReader(JsonNode request, CodeCatalogue codes) {
    this.request = new Fields(request, "request");
    this.codes = codes;
    this.whole = whole();
  }

  /**
   * Reads a request.
   *
   * @throws Malformed where it can't be understood
   */
  public static AttendanceScenario read(JsonNode request, CodeCatalogue codes) {
    return new ScenarioReader(request, codes).read();
  }

  private AttendanceScenario read() {
    request.need("plannedDays");
    request.need("students");
    GradeYear grade = new GradeReader(request).read(whole);
    List<StudentYear> students = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields student : request.objects("students")) {
      String id = student.text("id");
      if (id.isEmpty() || id.length() > 255 || !ids.add(id)) {
        throw student.malformed("id", "255字までで、ほかの児童生徒と違うものにしてください");
      }
      students.add(student(student, id, grade));
    }
    CountingTerms terms =
        CountingTerms.of(codes, facilities(), request.text("prefecture"), ictRule());
    return new AttendanceScenario(
        terms, students, UnknownNames.list(grade.calendar(), students, terms.facilities()));
  }

  /** The school year, widened to every planned day, so that no planned day is lost. */
  private DateRange whole() {
    TreeSet<LocalDate> planned = new TreeSet<>(request.dates("plannedDays"));
    int year =
        request
            .number("schoolYear", 1900, 2999)
            .orElseGet(
                () -> {
                  if (planned.isEmpty()) {
                    throw request.malformed("schoolYear", "必要です");
                  }
                  return SchoolYear.of(planned.first()).year();
                });
    planned.add(new SchoolYear(year).first());
    planned.add(new SchoolYear(year).last());
    return new DateRange(planned.first(), planned.last());
  }

  private StudentYear student(Fields student, String id, GradeYear grade) {
    String homeroom = student.text("homeroom");
    List<Stay> stays = new ArrayList<>();
    for (DateRange period : GradeReader.periods(student, whole)) {
      List<Placement> placements =
          homeroom.isEmpty() ? List.of() : List.of(new Placement(new HomeroomId(homeroom), period));
      stays.add(new Stay("S" + (stays.size() + 1), grade, period, placements));
    }
    return new StudentYear(
        new StudentId(id),
        stays,
        GradeReader.groups(student, whole),
        marks(student),
        creditings(student),
        new Acceptances(student.has("acceptances"), acceptances(student)),
        Set.of(),
        Optional.empty());
  }

  private List<DayMark> marks(Fields student) {
    List<DayMark> marks = new ArrayList<>();
    for (Fields mark : student.objects("marks")) {
      String code = mark.text("code");
      if (!code.isEmpty() && codes.find(code).isEmpty()) {
        throw mark.malformed("code", "出欠の記号の一覧にあるものにしてください");
      }
      marks.add(
          new DayMark(
              mark.neededDate("date"),
              code,
              mark.text("detail"),
              mark.text("facilityId"),
              mark.text("place"),
              mark.flag("onlineHeld"),
              mark.flag("onlineSpecial"),
              mark.number("minutes", 0, 1440),
              mark.maybeFlag("visit")));
    }
    return marks;
  }

  private List<CreditingDecision> creditings(Fields student) {
    List<CreditingDecision> creditings = new ArrayList<>();
    for (Fields one : student.objects("creditings")) {
      String kind = one.text("kind");
      if (codes.list().stream().noneMatch(code -> !kind.isEmpty() && code.isOfKind(kind))) {
        throw one.malformed("kind", "1〜8か、出席扱いの記号の id です");
      }
      String facility = one.text("facilityId");
      creditings.add(
          new CreditingDecision(
              one.has("id") ? one.text("id") : "D" + (creditings.size() + 1),
              kind,
              facility.isEmpty() ? Optional.empty() : Optional.of(facility),
              period(one),
              outcome(one),
              one.date("decidedOn"),
              Optional.empty()));
    }
    return creditings;
  }

  private List<Acceptance> acceptances(Fields student) {
    List<Acceptance> acceptances = new ArrayList<>();
    for (Fields one : student.objects("acceptances")) {
      String code = one.has("code") ? one.text("code") : one.text("kind");
      if (codes.find(code).isEmpty()) {
        throw one.malformed("code", "出欠の記号の一覧にあるものにしてください");
      }
      acceptances.add(
          new Acceptance("A" + (acceptances.size() + 1), code, period(one), outcome(one)));
    }
    return acceptances;
  }

  private DateRange period(Fields decision) {
    LocalDate first = decision.date("firstOn").orElse(whole.first());
    LocalDate last =
        decision.date("lastOn").orElse(first.isAfter(whole.last()) ? first : whole.last());
    if (last.isBefore(first)) {
      throw decision.malformed("lastOn", " firstOn より前にできません");
    }
    return new DateRange(first, last);
  }

  private static Outcome outcome(Fields decision) {
    return Outcome.find(decision.has("decision") ? decision.text("decision") : "waiting")
        .orElseThrow(() -> decision.malformed("decision", " granted、refused、waiting のどれかです"));
  }

  private Map<String, Facility> facilities() {
    Map<String, Facility> facilities = new HashMap<>();
    for (Fields one : request.objects("facilities")) {
      String id = one.text("facilityId");
      if (!one.text("kind").matches("[1-8]?")) {
        throw one.malformed("kind", "1〜8です");
      }
      Facility facility =
          new Facility(
              id,
              one.text("kind"),
              one.text("prefecture"),
              one.text("municipality"),
              one.text("name"));
      if (id.isEmpty() || facilities.put(id, facility) != null) {
        throw one.malformed("facilityId", "ほかの施設と違うものにしてください");
      }
    }
    return facilities;
  }

  private Optional<IctRule> ictRule() {
    if (!request.has("ictRule")) {
      return Optional.empty();
    }
    Fields rule = new Fields(request.node().path("ictRule"), "request.ictRule");
    IctRule.Basis basis =
        IctRule.Basis.find(rule.text("basis"))
            .orElseThrow(() -> rule.malformed("basis", " visits、minutes、both のどれかです"));
    if (basis != IctRule.Basis.MINUTES) {
      rule.need("visitsPerMonth");
    }
    if (basis != IctRule.Basis.VISITS) {
      rule.need("minutesPerDay");
    }
    return Optional.of(
        new IctRule(
            basis,
            rule.number("visitsPerMonth", 0, 31).orElse(0),
            rule.number("minutesPerDay", 0, 1440).orElse(0)));
  }
}
