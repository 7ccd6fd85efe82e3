// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.ClosureEffect;
import org.tsunagi.plugin.register.domain.ClosureEffectRule;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.LoadedFacts;
import org.tsunagi.plugin.register.persistence.Trial;

/** Counts whole grades before and after a change, to tell whose figures it changes. */
@Component(service = ClosureEffects.class)
public final class ClosureEffects {
  private final Counting counting;
  private final StudentDirectory directory;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public ClosureEffects(
      @Reference Counting counting,
      @Reference StudentDirectory directory,
      @Reference SchoolClock clock) {
    this.counting = counting;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * What was done and what it did.
   *
   * @param id what the work answered
   * @param effect what it did to the figures
   */
  record Watched(String id, ClosureEffect effect) {}

  /**
   * Does work and tells what it did to the figures of the grades.
   *
   * @param grades the grades that it can touch; an empty set means all of them
   * @param dryRun whether the work is undone
   */
  Watched watch(
      Connection connection,
      SchoolId school,
      int schoolYear,
      Set<Grade> grades,
      boolean dryRun,
      Supplier<String> work) {
    return dryRun
        ? Trial.run(connection, () -> watch(connection, school, schoolYear, grades, work))
        : watch(connection, school, schoolYear, grades, work);
  }

  private Watched watch(
      Connection connection,
      SchoolId school,
      int schoolYear,
      Set<Grade> grades,
      Supplier<String> work) {
    FactsQuery query = FactsQuery.ofYear(Set.of(school), schoolYear, grades, Set.of());
    Counting.Counted before = counting.count(connection, query);
    String id = work.get();
    Counting.Counted after = counting.count(connection, query);
    LoadedFacts facts = after.facts();
    return new Watched(
        id,
        ClosureEffectRule.compare(
            schoolYear,
            before.students(),
            after.students(),
            facts.settings(school),
            clock.today()));
  }

  /** Returns the grades that a closure can touch; empty for all. */
  Set<Grade> grades(ClosureIntake.Row closure) {
    return switch (closure.scope()) {
      case "grade" -> Grade.find(closure.target()).map(Set::of).orElse(Set.of());
      case "homeroom" -> gradesOf(closure.target());
      default -> Set.of();
    };
  }

  /** A mixed homeroom holds students of several grades. */
  private Set<Grade> gradesOf(String target) {
    HomeroomId id = new HomeroomId(target);
    Optional<Homeroom> room = directory.findHomeroom(id);
    if (room.isEmpty()) {
      return Set.of();
    }
    SchoolYear year = new SchoolYear(room.get().schoolYear());
    Set<Grade> grades = EnumSet.of(room.get().grade());
    LocalDate first = year.first();
    directory
        .listHomeroomEnrolments(id, first, year.last())
        .forEach(stay -> grades.add(stay.grade()));
    return Set.copyOf(grades);
  }

  /** Lists the homerooms of a school's year. */
  List<Homeroom> homerooms(SchoolId school, int schoolYear) {
    return directory.listHomerooms(school, schoolYear);
  }
}
