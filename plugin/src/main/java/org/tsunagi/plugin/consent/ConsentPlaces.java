// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.PostTitle;
import org.tsunagi.plugin.access.domain.StaysRule;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Signed;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;

/**
 * Which school asks for a student's consent. A child who has moved on is still asked for by the
 * school before: its consent may stay open, and what it holds stays its own (understanding may come
 * later, 4).
 */
@Component(service = ConsentPlaces.class)
public class ConsentPlaces {
  private final StudentDirectory directory;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public ConsentPlaces(@Reference StudentDirectory directory, @Reference SchoolClock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A student at the school that asks.
   *
   * @param student the student
   * @param school the school
   * @param target what the gate has to judge: the student, or for one who has left, the school
   */
  public record Place(StudentId student, SchoolId school, Target target) {}

  /**
   * Returns the school of today's stay; failing the right to that, a school the student has left.
   *
   * @param permits whether the actor may reach a target
   */
  public Place place(Actor actor, StudentId student, Predicate<Target> permits) {
    List<Enrolment> stays = directory.listEnrolments(student);
    Target.OfStudent here = new Target.OfStudent(student, stays);
    if (!stays.isEmpty() && !permits.test(here)) {
      Optional<Place> before =
          left(stays)
              .map(school -> new Place(student, school, new Target.OfSchool(school)))
              .filter(place -> permits.test(place.target()))
              .findFirst();
      if (before.isPresent()) {
        return before.get();
      }
    }
    List<SchoolId> schools =
        StaysRule.listCounting(stays, clock.today()).stream().map(Enrolment::school).toList();
    SchoolId own =
        schools.stream()
            .filter(school -> actor.posts().stream().anyMatch(post -> heldAt(post, school)))
            .findFirst()
            .or(() -> schools.stream().findFirst())
            .orElse(new SchoolId("-"));
    return new Place(student, own, here);
  }

  /** Lists the schools the student has left, the newest first. */
  private java.util.stream.Stream<SchoolId> left(List<Enrolment> stays) {
    return stays.stream()
        .filter(stay -> stay.last().filter(last -> last.isBefore(clock.today())).isPresent())
        .sorted(Comparator.comparing(Enrolment::first).reversed())
        .map(Enrolment::school)
        .distinct();
  }

  private boolean heldAt(Post post, SchoolId school) {
    return post.heldOn(clock.today()) && post.school().equals(Optional.of(school));
  }

  /** Signs with the highest title that the actor holds at a school today. */
  public Signed sign(Actor actor, SchoolId school) {
    String title =
        actor.posts().stream()
            .filter(post -> post.heldOn(clock.today()))
            .filter(post -> post.school().map(school::equals).orElse(true))
            .map(Post::role)
            .sorted()
            .findFirst()
            .map(PostTitle::full)
            .orElse("システム連携");
    return new Signed(actor.id(), actor.name(), title, clock.now());
  }

  /** Refuses where there is something to mend. */
  public static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(new ArrayList<>(findings)));
    }
  }
}
