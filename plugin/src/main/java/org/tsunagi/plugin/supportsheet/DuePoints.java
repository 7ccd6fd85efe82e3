// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.SheetStage;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.supportsheet.domain.DuePart;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.OpenPointRule;
import org.tsunagi.plugin.supportsheet.domain.OpenPointRule.OpenPoint;
import org.tsunagi.plugin.supportsheet.domain.SectionClass;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.persistence.DueTable;

/**
 * What the sheets of a school say is to do, of this school year and the last. {@link #list} checks
 * no right and is for telling people that there is something; {@link #shown} asks for one reader.
 */
@Component(service = DuePoints.class)
public final class DuePoints {
  private final FormCatalogue forms;
  private final SheetRights rights;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public DuePoints(
      @Reference FormCatalogue forms, @Reference SheetRights rights, @Reference SchoolClock clock) {
    this.forms = forms;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * A part with what it says is to do.
   *
   * @param student the student
   * @param version the part's newest version
   * @param points what is to do, in the order of the rows
   * @param part the part as stored
   */
  public record Due(StudentId student, int version, List<OpenPoint> points, DuePart part) {
    /** Copies the list. */
    public Due {
      points = List.copyOf(points);
    }
  }

  /** Lists the parts of a school that say something, with one statement. */
  public List<Due> list(Connection connection, SchoolId school) {
    int year = SchoolYear.of(clock.today()).year();
    return DueTable.list(connection, school, year - 1).stream()
        .map(
            part ->
                new Due(
                    part.student(),
                    part.version(),
                    OpenPointRule.list(part.key(), part.content()),
                    part))
        .filter(due -> !due.points().isEmpty())
        .toList();
  }

  /**
   * Lists of a part what a reader may see, given the child's stay of today.
   *
   * @param stages what is known of closed years, so that each is asked for once
   */
  public List<OpenPoint> shown(
      Connection connection,
      Actor actor,
      Due due,
      Student student,
      Enrolment stay,
      Map<String, SheetStage> stages) {
    DuePart part = due.part();
    List<Enrolment> stays = List.of(stay);
    SheetPlace place =
        new SheetPlace(
            new StudentRecord(student, stays, List.of(), List.of()),
            new Target.OfStudent(due.student(), stays),
            stay,
            part.key());
    SheetStage stage =
        stages.computeIfAbsent(
            place.school() + " " + part.schoolYear() + " " + part.state(),
            one -> rights.stage(connection, place, part.state(), part.schoolYear()));
    // Measures, agreements and reviews all stand in sections of the class plan.
    if (!rights.reads(actor, place, stage, SectionClass.PLAN)) {
      return List.of();
    }
    FormPart plan =
        forms.shipped(part.key().kind()).only(one -> one.sharing() == SectionClass.PLAN);
    SheetContent content = part.content().only(plan::holds);
    return OpenPointRule.list(part.key(), content);
  }
}
