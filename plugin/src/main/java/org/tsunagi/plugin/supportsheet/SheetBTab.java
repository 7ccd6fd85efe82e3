// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/** The tab 学年別B in a student's record. */
@Component(service = StudentTab.class)
public final class SheetBTab implements StudentTab {
  private final SheetPages pages;
  private final SheetTaskService tasks;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public SheetBTab(
      @Reference SheetPages pages,
      @Reference SheetTaskService tasks,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "sheet-b";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Year sheet B" : "学年別B";
  }

  @Override
  public int order() {
    return 22;
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
        SheetKey.b(year),
        (open, model) -> {
          model.put("years", years.list(year));
          model.put(
              "tasks",
              new TaskModel(student.id(), request).list(tasks.list(request.actor(), student)));
        });
  }
}
