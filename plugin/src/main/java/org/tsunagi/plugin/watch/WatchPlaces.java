// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.PostTitle;
import org.tsunagi.plugin.access.domain.StaysRule;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;

/** Which school and which student a request is about. It checks no rights. */
@Component(service = WatchPlaces.class)
public final class WatchPlaces {
  private final StudentDirectory directory;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public WatchPlaces(@Reference StudentDirectory directory, @Reference SchoolClock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A student and the school that may do something for the student today.
   *
   * @param target the student, as rights know it
   * @param found the school; empty where the student is at none
   */
  record Place(Target.OfStudent target, Optional<SchoolId> found) {
    StudentId student() {
      return target.student();
    }

    SchoolId school() {
      return found.orElseThrow(Missing::new);
    }
  }

  /** Returns where a student is today. */
  Place student(StudentId student) {
    List<Enrolment> stays = directory.listEnrolments(student);
    return new Place(
        new Target.OfStudent(student, stays),
        StaysRule.listCounting(stays, clock.today()).stream().map(Enrolment::school).findFirst());
  }

  /**
   * Returns the school asked for, else that of a post held today, else the only one there is.
   *
   * @throws Malformed where the actor has to name one
   */
  SchoolId school(Actor actor, Optional<SchoolId> asked) {
    return asked.or(() -> ownSchool(actor)).orElseGet(() -> onlySchool(directory.listSchools()));
  }

  /** Tells whether a post held today names a school. */
  boolean hasOwnSchool(Actor actor) {
    return ownSchool(actor).isPresent();
  }

  /** Lists all schools, by id. */
  List<SchoolId> listSchools() {
    return directory.listSchools().stream()
        .map(School::id)
        .sorted(Comparator.comparing(SchoolId::value))
        .toList();
  }

  private Optional<SchoolId> ownSchool(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .flatMap(post -> post.school().stream())
        .findFirst();
  }

  private static SchoolId onlySchool(List<School> schools) {
    if (schools.size() != 1) {
      throw new Malformed("school に学校の sourcedId を入れてください。");
    }
    return schools.get(0).id();
  }

  /** Returns the title under which an actor signs at a school; empty where there is none. */
  String title(Actor actor, SchoolId school) {
    return title(actor.posts(), school);
  }

  /** Returns the title of the first post held today at a school or at the board. */
  String title(List<Post> posts, SchoolId school) {
    return posts.stream()
        .filter(post -> post.heldOn(clock.today()))
        .filter(post -> post.school().map(school::equals).orElse(true))
        .map(Post::role)
        .sorted()
        .map(PostTitle::of)
        .findFirst()
        .orElse("");
  }

  /** Makes a refusal with a sentence that says how to mend it. */
  static RefusedException refusal(String code, String message) {
    return new RefusedException(
        new Decision.Refused(List.of(new Finding(code, Finding.Severity.ERROR, message))));
  }
}
