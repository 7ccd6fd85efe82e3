// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

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
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The tab 出欠の記録 in a student's record. */
@Component(service = StudentTab.class)
public final class GuidanceRecordTab implements StudentTab {
  private final Pages pages;
  private final GuidanceRecordService records;
  private final Gate gate;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public GuidanceRecordTab(
      @Reference Pages pages,
      @Reference GuidanceRecordService records,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.records = records;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "guidance-record";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Attendance record" : "出欠の記録";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    return !student.stays().isEmpty()
        && gate.permits(
            actor, Privilege.RECORD_READ, new Target.OfStudent(student.id(), student.stays()));
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    try {
      GuidanceRecordService.WithDays shown =
          records.view(request.actor(), student, yearOf(request, student));
      return pages.render(
          "guidancerecord/tab.ftlh",
          request.locale(),
          GuidanceRecordModel.tab(shown.record(), shown.days(), request));
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  /** Returns the year asked for, else this year where there is a stay in it, else the last one. */
  private int yearOf(PageRequest request, StudentRecord student) {
    Optional<String> asked = request.parameter("year");
    if (asked.isPresent()) {
      if (!asked.get().matches("(19|2\\d)\\d\\d")) {
        throw new PageNotFound();
      }
      return Integer.parseInt(asked.get());
    }
    int present = SchoolYear.of(clock.today()).year();
    return student.stays().stream()
        .mapToInt(Enrolment::schoolYear)
        .filter(year -> year <= present)
        .max()
        .orElseThrow(PageNotFound::new);
  }
}
