// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportcourse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.register.HeatDay;
import org.tsunagi.plugin.register.RegisterService;
import org.tsunagi.plugin.register.YearView;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.supportcourse.CourseView.Measure;
import org.tsunagi.plugin.supportcourse.domain.BeforeAfterRule;
import org.tsunagi.plugin.supportcourse.domain.BeforeAfterRule.Day;
import org.tsunagi.plugin.supportcourse.domain.BeforeAfterRule.Kind;
import org.tsunagi.plugin.supportcourse.domain.BeforeAfterRule.Sides;
import org.tsunagi.plugin.supportsheet.OpenPart;
import org.tsunagi.plugin.supportsheet.SheetService;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/**
 * Puts the measures of a child's year and the attendance of that year beside each other, for those
 * who may read both.
 */
@Component(service = SupportCourseService.class)
public final class SupportCourseService {
  private static final String MEASURES = "measures";
  private static final String NOTE =
      "手だての前と後の日数を並べたものです。季節や体調、家庭のことなど、ほかのことも変わります。この数だけで、手だてが原因だとは言えません。";

  private final Gate gate;
  private final StudentDirectory students;
  private final SheetService sheets;
  private final RegisterService register;

  /** Makes the service. */
  @Activate
  public SupportCourseService(
      @Reference Gate gate,
      @Reference StudentDirectory students,
      @Reference SheetService sheets,
      @Reference RegisterService register) {
    this.gate = gate;
    this.students = students;
    this.sheets = sheets;
    this.register = register;
  }

  /**
   * A year with the days behind it.
   *
   * @param course the measures with the days before and after
   * @param figures what was counted
   */
  public record Year(CourseView course, YearView figures) {}

  /** Tells whether an actor may read the sheet and the attendance of a child. */
  boolean visible(Actor actor, StudentRecord student) {
    Target target = new Target.OfStudent(student.id(), student.stays());
    return !student.stays().isEmpty()
        && gate.permits(actor, Privilege.SHEET_READ, target)
        && gate.permits(actor, Privilege.TALLY_READ, target);
  }

  /** Compares the days around each measure of a school year; the reading of 学年別B is noted. */
  public CourseView view(Actor actor, StudentId student, int schoolYear) {
    Optional<StudentRecord> record = students.findRecord(student);
    if (record.isEmpty()) {
      gate.require(actor, Privilege.SHEET_READ, new Target.OfStudent(student, List.of()));
      throw new Missing();
    }
    return open(actor, record.get(), schoolYear).course();
  }

  /** Does the same for a child whose record was read before, with the days behind it. */
  public Year open(Actor actor, StudentRecord student, int schoolYear) {
    Target target = new Target.OfStudent(student.id(), student.stays());
    gate.require(actor, Privilege.SHEET_READ, target);
    gate.require(actor, Privilege.TALLY_READ, target);
    OpenPart part = sheets.open(actor, student, SheetKey.b(schoolYear));
    if (!part.form().holds(MEASURES)) {
      throw new NotPermitted(Privilege.SHEET_READ.code());
    }
    YearView figures = register.year(actor, student, schoolYear);
    List<Day> days = figures.days().stream().flatMap(SupportCourseService::day).toList();
    List<Row> rows = part.view().content().rows(MEASURES);
    List<Measure> measures =
        rows.stream()
            .map(row -> measure(row, rows, days))
            .sorted(Comparator.comparing(SupportCourseService::order))
            .toList();
    return new Year(
        new CourseView(
            schoolYear,
            part.view().version(),
            BeforeAfterRule.MOST,
            BeforeAfterRule.FEWEST,
            NOTE,
            measures),
        figures);
  }

  private static String order(Measure measure) {
    return measure.firstOn().isEmpty() ? "9999" : measure.firstOn();
  }

  private static Stream<Day> day(HeatDay day) {
    return switch (day.dayClass()) {
      case "EXEMPT" -> Stream.of(new Day(day.date(), Kind.EXEMPT));
      case "UNKNOWN" -> Stream.of(new Day(day.date(), Kind.UNKNOWN));
      case "ABSENT" -> Stream.of(new Day(day.date(), Kind.ABSENT));
      case "PRESENT" ->
          Stream.of(
              new Day(day.date(), day.family().equals("cred") ? Kind.CREDITED : Kind.AT_SCHOOL));
      default -> Stream.of();
    };
  }

  private static Measure measure(Row row, List<Row> all, List<Day> days) {
    Optional<LocalDate> first = day(row.cell("firstOn"));
    Optional<LocalDate> last = day(row.cell("lastOn"));
    Optional<Sides> sides = first.flatMap(on -> BeforeAfterRule.compare(days, on, last));
    boolean others =
        sides.isPresent()
            && all.stream()
                .filter(one -> !one.id().equals(row.id()))
                .flatMap(one -> Stream.of(one.cell("firstOn"), one.cell("lastOn")))
                .flatMap(text -> day(text).stream())
                .anyMatch(on -> within(on, sides.get()));
    return new Measure(
        row.id(),
        row.cell("goal"),
        row.cell("measure"),
        row.cell("person"),
        first.map(LocalDate::toString).orElse(""),
        last.map(LocalDate::toString).orElse(""),
        sides,
        others);
  }

  private static boolean within(LocalDate on, Sides sides) {
    return !on.isBefore(sides.before().first()) && !on.isAfter(sides.after().last());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
