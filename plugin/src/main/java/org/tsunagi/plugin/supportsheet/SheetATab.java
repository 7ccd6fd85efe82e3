// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.RegisterService;
import org.tsunagi.plugin.register.YearView;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/** The tab 学年別A in a student's record. */
@Component(service = StudentTab.class)
public final class SheetATab implements StudentTab {
  private final SheetPages pages;
  private final RegisterService register;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public SheetATab(
      @Reference SheetPages pages,
      @Reference RegisterService register,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.register = register;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "sheet-a";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Year sheet A" : "学年別A";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    return pages.visible(actor, student);
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    int present = SchoolYear.of(clock.today()).year();
    YearLinks years = new YearLinks(request, student.stays(), present);
    int year = years.chosen();
    return pages.render(
        request,
        student,
        SheetKey.a(year),
        (open, model) -> {
          model.put("years", years.list(year));
          fill(request, student, open, model);
        });
  }

  /** Fills the month table and the picture of the year. */
  private void fill(
      PageRequest request, StudentRecord student, OpenPart open, Map<String, Object> model) {
    int year = open.view().schoolYear();
    YearView figures = register.year(request.actor(), student, year);
    Locale locale = request.locale();
    Map<String, Object> months = new HashMap<>();
    new MonthRows(figures, open.view().content(), clock.today(), locale).putInto(months);
    model.put("monthTable", months);
    model.put("walk", new WalkPicture(year, figures, clock.today(), locale).toMap());
  }
}
