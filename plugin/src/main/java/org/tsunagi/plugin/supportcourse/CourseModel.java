// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportcourse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportcourse.CourseView.Measure;
import org.tsunagi.plugin.supportcourse.domain.BeforeAfterRule.Side;
import org.tsunagi.plugin.supportsheet.WalkPicture;

/**
 * What the template of 支援の前と後 is given.
 *
 * @param shown the year
 * @param student the student
 * @param years the links to the years
 * @param today today
 * @param request the request
 */
record CourseModel(
    SupportCourseService.Year shown,
    StudentId student,
    List<Map<String, Object>> years,
    LocalDate today,
    PageRequest request) {
  private static final int LONGEST_LABEL = 22;

  Map<String, Object> toMap() {
    CourseView course = shown.course();
    Map<String, Object> model = new HashMap<>();
    model.put("base", request.base());
    model.put("version", AssetFiles.get().version());
    model.put("studentId", student.value());
    model.put("schoolYear", course.schoolYear());
    model.put("years", years);
    model.put("most", course.most());
    model.put("fewest", course.fewest());
    Map<String, Object> walk =
        new HashMap<>(
            new WalkPicture(course.schoolYear(), shown.figures(), today, request.locale()).toMap());
    walk.put("bands", bands(course.measures()));
    model.put("walk", walk);
    model.put("measures", numbered(course.measures()));
    return model;
  }

  private List<Map<String, Object>> numbered(List<Measure> measures) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Measure measure : measures) {
      rows.add(measure(measure, rows.size() + 1));
    }
    return rows;
  }

  private Map<String, Object> measure(Measure measure, int number) {
    Map<String, Object> model = new HashMap<>();
    model.put("number", number);
    model.put("text", text(measure));
    model.put("goal", measure.text().isEmpty() ? "" : measure.goal());
    model.put("person", measure.person());
    model.put("first", day(measure.firstOn()));
    model.put("last", day(measure.lastOn()));
    model.put("toCome", !measure.firstOn().isEmpty() && on(measure.firstOn()).isAfter(today));
    model.put("others", measure.others());
    measure
        .sides()
        .ifPresent(sides -> model.put("sides", List.of(side(sides.before()), side(sides.after()))));
    return model;
  }

  private static String text(Measure measure) {
    return measure.text().isEmpty() ? measure.goal() : measure.text();
  }

  private Map<String, Object> side(Side side) {
    return Map.of(
        "first", JapaneseDates.dayAndWeekday(side.first(), request.locale()),
        "last", JapaneseDates.dayAndWeekday(side.last(), request.locale()),
        "base", side.baseDays(),
        "atSchool", side.atSchool(),
        "credited", side.credited(),
        "absent", side.absent(),
        "exempt", side.exempt(),
        "unknown", side.unknown());
  }

  private String day(String iso) {
    return iso.isEmpty() ? "" : JapaneseDates.dayAndWeekday(on(iso), request.locale());
  }

  private static LocalDate on(String iso) {
    return LocalDate.parse(iso);
  }

  /**
   * Lays the measures with a first day out as bands; those that overlap lie in lanes of their own.
   */
  private List<Map<String, Object>> bands(List<Measure> measures) {
    SchoolYear year = new SchoolYear(shown.course().schoolYear());
    List<LocalDate> lanes = new ArrayList<>();
    List<Map<String, Object>> bands = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      if (measure.firstOn().isEmpty() || on(measure.firstOn()).isAfter(year.last())) {
        continue;
      }
      LocalDate first = later(on(measure.firstOn()), year.first());
      LocalDate last =
          measure.lastOn().isEmpty() ? year.last() : earlier(on(measure.lastOn()), year);
      if (!last.isBefore(first)) {
        int lane = lane(lanes, first);
        lanes.set(lane, last);
        bands.add(band(measure, i + 1, lane, first, last));
      }
    }
    return bands;
  }

  private static int lane(List<LocalDate> lanes, LocalDate first) {
    for (int lane = 0; lane < lanes.size(); lane++) {
      if (lanes.get(lane).isBefore(first)) {
        return lane;
      }
    }
    lanes.add(LocalDate.MIN);
    return lanes.size() - 1;
  }

  private Map<String, Object> band(
      Measure measure, int number, int lane, LocalDate first, LocalDate last) {
    String text = text(measure);
    String label = text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) + "…" : text;
    return Map.of(
        "number", number,
        "label", label.replace('\n', ' '),
        "lane", lane,
        "from", place(first),
        "to", place(last.plusDays(1)),
        "open", measure.lastOn().isEmpty(),
        "toCome", first.isAfter(today),
        "done", place(earlier(last, today).plusDays(1)));
  }

  /** Returns where a day lies, in weeks from the Monday of the year's first week. */
  private double place(LocalDate day) {
    LocalDate first = new SchoolYear(shown.course().schoolYear()).first();
    LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
    return ChronoUnit.DAYS.between(monday, day) / 7.0;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, SchoolYear year) {
    return earlier(one, year.last());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
