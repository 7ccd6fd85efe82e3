// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportcourse;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.supportsheet.YearLinks;

/** The tab 支援の前と後 in a student's record. */
@Component(service = StudentTab.class)
public final class SupportCourseTab implements StudentTab {
  private final Pages pages;
  private final SupportCourseService course;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public SupportCourseTab(
      @Reference Pages pages,
      @Reference SupportCourseService course,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.course = course;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "support-course";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Before and after" : "支援の前と後";
  }

  @Override
  public int order() {
    return 23;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    return course.visible(actor, student);
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    YearLinks years = new YearLinks(request, student.stays(), SchoolYear.of(clock.today()).year());
    int year = years.chosen();
    try {
      SupportCourseService.Year shown = course.open(request.actor(), student, year);
      CourseModel model =
          new CourseModel(shown, student.id(), years.list(year), clock.today(), request);
      return pages.render("supportcourse/tab.ftlh", request.locale(), model.toMap());
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }
}
