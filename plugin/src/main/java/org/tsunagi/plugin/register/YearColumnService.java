// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.RegisterSettings.AbsentOnCommon;
import org.tsunagi.plugin.register.domain.YearTable;

/**
 * Counts the columns of 学年別欠席日数等 of the common sheet: the sums of every school year of a child,
 * also of those at an earlier school whose register is kept here.
 */
@Component(service = YearColumnService.class)
public final class YearColumnService {
  private final Gate gate;
  private final StudentDirectory students;
  private final StudentYears years;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public YearColumnService(
      @Reference Gate gate,
      @Reference StudentDirectory students,
      @Reference StudentYears years,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.students = students;
    this.years = years;
    this.clock = clock;
  }

  /**
   * A column.
   *
   * @param schoolYear the school year
   * @param grade the grade's code, for example {@code J2}; the last one of the year
   * @param countedTo the last day that is counted, ISO 8601
   * @param open whether the year still runs
   * @param sums the sums of the year's rows, by the row's name as on 学年別A; null while blank
   * @param daysAbsent what 欠席日数 means there: {@code guidanceRecord} or {@code includingCredited}
   */
  public record Column(
      int schoolYear,
      String grade,
      String countedTo,
      boolean open,
      Map<String, @Nullable Integer> sums,
      String daysAbsent) {}

  /** Lists the columns of all school years that have begun, oldest first. */
  public List<Column> list(Actor actor, StudentId student) {
    List<Enrolment> stays = students.listEnrolments(student);
    gate.require(actor, Privilege.TALLY_READ, new Target.OfStudent(student, stays));
    int present = SchoolYear.of(clock.today()).year();
    TreeMap<Integer, Enrolment> last = new TreeMap<>();
    stays.stream()
        .filter(stay -> stay.schoolYear() <= present && !stay.first().isAfter(clock.today()))
        .forEach(stay -> last.merge(stay.schoolYear(), stay, YearColumnService::later));
    List<Column> columns = new ArrayList<>();
    last.forEach((year, stay) -> columns.add(column(student, stays, stay, present)));
    return columns;
  }

  private static Enrolment later(Enrolment one, Enrolment other) {
    return other.first().isAfter(one.first()) ? other : one;
  }

  private Column column(StudentId student, List<Enrolment> stays, Enrolment stay, int present) {
    int year = stay.schoolYear();
    StudentYears.Laid laid = years.laid(student, stays, year, false);
    YearView view = laid.view();
    AbsentOnCommon absent = laid.settings().absentOnCommon();
    Map<String, @Nullable Integer> sums = new LinkedHashMap<>();
    for (YearTable.Row row : view.table().rows()) {
      sums.put(row.id(), row.total());
    }
    // The common sheet says 欠席日数 without "incl. credited"; the school decides what it means.
    if (sums.get("requiredDays") != null) {
      sums.put("attendedDays", view.table().daysPresent());
      sums.put(
          "absentDays",
          absent == AbsentOnCommon.GUIDANCE_RECORD
              ? view.table().daysAbsent()
              : sums.get("absentDaysInclCountedPresent"));
    }
    String countedTo =
        view.days().stream()
            .reduce((first, second) -> second)
            .map(day -> day.date().toString())
            .orElse("");
    return new Column(year, stay.grade().name(), countedTo, year == present, sums, absent.code());
  }
}
