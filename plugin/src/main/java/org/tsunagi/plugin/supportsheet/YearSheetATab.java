// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.RegisterService;
import org.tsunagi.plugin.register.YearView;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The tab 学年別A in a student's record. */
@Component(service = StudentTab.class)
public final class YearSheetATab implements StudentTab {
  private final Pages pages;
  private final YearSheetService sheets;
  private final RegisterService register;
  private final Gate gate;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public YearSheetATab(
      @Reference Pages pages,
      @Reference YearSheetService sheets,
      @Reference RegisterService register,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.sheets = sheets;
    this.register = register;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "year-sheet-a";
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
    return !student.stays().isEmpty()
        && gate.permits(
            actor, Privilege.SHEET_READ, new Target.OfStudent(student.id(), student.stays()));
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    SchoolYear year = yearOf(request, student.stays());
    try {
      YearSheetView sheet = sheets.view(request.actor(), student, year);
      YearView figures = register.year(request.actor(), student, year.year());
      YearSheetAModel model =
          new YearSheetAModel(
              student.id(), student.stays(), sheet, figures, clock.today(), request);
      return pages.render("supportsheet/sheet-a.ftlh", request.locale(), model.toMap());
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  /** Returns the year asked for, else this year where there is a stay in it, else the last one. */
  private SchoolYear yearOf(PageRequest request, List<Enrolment> stays) {
    Optional<String> asked = request.parameter("year");
    if (asked.isPresent()) {
      if (!asked.get().matches("(19|2\\d)\\d\\d")) {
        throw new PageNotFound();
      }
      return new SchoolYear(Integer.parseInt(asked.get()));
    }
    int present = SchoolYear.of(clock.today()).year();
    int last =
        stays.stream()
            .mapToInt(Enrolment::schoolYear)
            .filter(year -> year <= present)
            .max()
            .orElse(present);
    return new SchoolYear(last);
  }
}
