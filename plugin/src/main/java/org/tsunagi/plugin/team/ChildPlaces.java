// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.PostTitle;
import org.tsunagi.plugin.access.domain.StaysRule;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;

/** Which child and which school a request is about. It checks no rights. */
@Component(service = ChildPlaces.class)
public final class ChildPlaces {
  private final StudentDirectory directory;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public ChildPlaces(@Reference StudentDirectory directory, @Reference SchoolClock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A child, and the stay that counts today.
   *
   * @param target the child, as rights know it
   * @param counting the stays that count today; empty where the child does not exist
   */
  public record Place(Target.OfStudent target, List<Enrolment> counting) {
    /** Returns the child. */
    public StudentId student() {
      return target.student();
    }

    /** Returns the school whose team it is. */
    public SchoolId school() {
      return stay().school();
    }

    /** Returns the stay that counts. */
    public Enrolment stay() {
      return counting.stream().findFirst().orElseThrow(Missing::new);
    }
  }

  /** Returns where a child is today, by one statement. */
  public Place of(StudentId student) {
    return place(student, directory.listEnrolments(student));
  }

  /** Returns where a child is today whose record was read before. */
  public Place of(StudentRecord student) {
    return place(student.id(), student.stays());
  }

  private Place place(StudentId student, List<Enrolment> stays) {
    return new Place(
        new Target.OfStudent(student, stays), StaysRule.listCounting(stays, clock.today()));
  }

  /** Returns the title under which an actor signs at a school; empty where there is none. */
  public String title(Actor actor, SchoolId school) {
    return PostTitle.of(actor, school, clock.today());
  }

  /** Returns a reason without space around it, 1–1000 characters, or refuses. */
  public static String reason(String reason) {
    String text = reason.strip();
    if (text.isEmpty() || text.length() > 1000) {
      throw refusal("REASON_NEEDED", "理由を、1000字までで書いてください。");
    }
    return text;
  }

  /** Makes a refusal with a sentence that says how to mend it. */
  public static RefusedException refusal(String code, String message) {
    return new RefusedException(
        new Decision.Refused(List.of(new Finding(code, Finding.Severity.ERROR, message))));
  }
}
