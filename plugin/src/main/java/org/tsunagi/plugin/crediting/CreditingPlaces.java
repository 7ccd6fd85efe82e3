// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.PostTitle;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.DateRange;

/** Where a student belongs, and who signs. */
@Component(service = CreditingPlaces.class)
public class CreditingPlaces {
  private final StudentDirectory directory;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public CreditingPlaces(@Reference StudentDirectory directory, @Reference SchoolClock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Returns today. */
  LocalDate today() {
    return clock.today();
  }

  /** Lists all stays of a student. */
  List<Enrolment> stays(StudentId student) {
    return directory.listEnrolments(student);
  }

  /** Returns the target of what a school keeps of a student: the stays at that school. */
  static Target.OfStudent target(StudentId student, List<Enrolment> stays, SchoolId school) {
    return new Target.OfStudent(
        student, stays.stream().filter(stay -> stay.school().equals(school)).toList());
  }

  /** Finds the school of the stay that covers a day; of two the later one. */
  static Optional<SchoolId> schoolOn(List<Enrolment> stays, LocalDate date) {
    return stays.stream()
        .filter(stay -> stay.covers(date) && SchoolYear.of(date).year() == stay.schoolYear())
        .max(java.util.Comparator.comparing(Enrolment::first))
        .map(Enrolment::school);
  }

  /** Lists the days of a student's stays at a school, those that follow one another as one. */
  static List<DateRange> periods(List<Enrolment> stays, SchoolId school) {
    return org.tsunagi.plugin.crediting.domain.StayPeriods.of(
        stays.stream()
            .filter(stay -> stay.school().equals(school))
            .flatMap(stay -> period(stay).stream())
            .toList());
  }

  private static Optional<DateRange> period(Enrolment stay) {
    SchoolYear year = new SchoolYear(stay.schoolYear());
    LocalDate first = stay.first().isBefore(year.first()) ? year.first() : stay.first();
    LocalDate last = stay.last().filter(end -> end.isBefore(year.last())).orElse(year.last());
    return last.isBefore(first) ? Optional.empty() : Optional.of(new DateRange(first, last));
  }

  /** Signs with the highest title that the actor holds at a school today. */
  Signature sign(Actor actor, Optional<SchoolId> school) {
    String title =
        actor.posts().stream()
            .filter(post -> post.heldOn(clock.today()))
            .filter(
                post ->
                    school.isEmpty()
                        || post.school().map(own -> own.equals(school.get())).orElse(true))
            .map(post -> post.role())
            .sorted()
            .findFirst()
            .map(PostTitle::full)
            .orElse("システム連携");
    return new Signature(actor.id(), actor.name(), title, clock.now());
  }

  /** Tells whether an actor is the principal of a school today. */
  boolean isPrincipal(Actor actor, SchoolId school) {
    return actor.posts().stream()
        .anyMatch(
            post ->
                post.role() == HostRole.PRINCIPAL
                    && post.heldOn(clock.today())
                    && post.school().equals(Optional.of(school)));
  }
}
