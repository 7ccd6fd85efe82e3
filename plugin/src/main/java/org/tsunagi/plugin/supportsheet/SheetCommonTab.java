// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.supportsheet.domain.AppendRule;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/** The tab 共通シート in a student's record, with the cover beside it. */
@Component(service = StudentTab.class)
public final class SheetCommonTab implements StudentTab {
  private static final String COVER = "cover";

  private final SheetPages pages;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public SheetCommonTab(@Reference SheetPages pages, @Reference SchoolClock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "sheet-common";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Common sheet" : "共通シート";
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    return pages.visible(actor, student);
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    boolean cover = request.parameter("part").filter(COVER::equals).isPresent();
    return pages.render(
        request,
        student,
        cover ? SheetKey.COVER : SheetKey.COMMON,
        (open, model) -> {
          model.put("years", links(request, cover));
          if (!cover) {
            model.put("yearTable", yearTable(student));
            model.put("needsShown", true);
          }
        });
  }

  /** Lays out the thirteen columns; the sums come afterwards, because each year is counted anew. */
  private Map<String, Object> yearTable(StudentRecord student) {
    int present = SchoolYear.of(clock.today()).year();
    List<Map<String, Object>> columns = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      Optional<Enrolment> stay =
          student.stays().stream()
              .filter(one -> one.grade() == grade && !one.first().isAfter(clock.today()))
              .max(Comparator.comparing(Enrolment::first));
      columns.add(
          Map.of(
              "grade", grade.name(),
              "label", grade.label(),
              "year", stay.map(one -> AppendRule.shortYear(one.schoolYear())).orElse(""),
              "schoolYear", stay.map(one -> Integer.toString(one.schoolYear())).orElse(""),
              "current", stay.filter(one -> one.schoolYear() == present).isPresent()));
    }
    return Map.of("columns", columns);
  }

  private static List<Map<String, Object>> links(PageRequest request, boolean cover) {
    boolean english = request.locale().getLanguage().equals("en");
    String self = request.base().self();
    return List.of(
        Map.of(
            "label", english ? "Cover" : "表紙", "current", cover, "href", self + "?part=" + COVER),
        Map.of("label", english ? "Common sheet" : "共通シート", "current", !cover, "href", self));
  }
}
