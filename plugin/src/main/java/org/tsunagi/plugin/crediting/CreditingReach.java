// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;

/** How far an actor may read the applications of schools. */
@Component(service = CreditingReach.class)
public class CreditingReach {
  private final Gate gate;
  private final StudentDirectory directory;

  /** Makes it. */
  @Activate
  public CreditingReach(@Reference Gate gate, @Reference StudentDirectory directory) {
    this.gate = gate;
    this.directory = directory;
  }

  /**
   * What an actor may read of a school year.
   *
   * @param all of causes that need no further right
   * @param restricted of causes that only some may know
   */
  record Reach(Bounds all, Bounds restricted) {
    Set<SchoolId> schools() {
      return all.schools();
    }

    boolean may(CreditingApplication one, boolean isRestricted) {
      return all.may(one) && (!isRestricted || restricted.may(one));
    }
  }

  /** Whole schools, and students of homerooms of others. */
  private record Bounds(Set<SchoolId> whole, Set<SchoolId> parts, Set<StudentId> students) {
    Bounds() {
      this(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    Set<SchoolId> schools() {
      Set<SchoolId> both = new HashSet<>(whole);
      both.addAll(parts);
      return both;
    }

    boolean may(CreditingApplication one) {
      return whole.contains(one.school())
          || (parts.contains(one.school()) && students.contains(one.student()));
    }

    void add(SchoolId school, List<Enrolment> stays) {
      parts.add(school);
      stays.forEach(stay -> students.add(stay.student()));
    }
  }

  /**
   * Tells what an actor may read of a school year, which may be nothing at all.
   *
   * @param only of one school
   */
  Reach of(Actor actor, int schoolYear, Optional<SchoolId> only) {
    Reach reach = new Reach(new Bounds(), new Bounds());
    for (SchoolId school : only.map(List::of).orElseGet(this::schools)) {
      Target target = new Target.OfSchool(school);
      if (gate.permits(actor, Privilege.CREDITING_READ, target)) {
        reach.all.whole().add(school);
      }
      if (gate.permits(actor, Privilege.RESTRICTED_READ, target)) {
        reach.restricted.whole().add(school);
      }
      if (!reach.all.whole().contains(school) && holdsPost(actor, school)) {
        addHomerooms(actor, school, schoolYear, reach);
      }
    }
    return reach;
  }

  private void addHomerooms(Actor actor, SchoolId school, int schoolYear, Reach reach) {
    SchoolYear year = new SchoolYear(schoolYear);
    for (Homeroom room : directory.listHomerooms(school, schoolYear)) {
      Target target = new Target.OfHomeroom(room);
      if (gate.permits(actor, Privilege.CREDITING_READ, target)) {
        List<Enrolment> stays =
            directory.listHomeroomEnrolments(room.id(), year.first(), year.last());
        reach.all.add(school, stays);
        if (gate.permits(actor, Privilege.RESTRICTED_READ, target)) {
          reach.restricted.add(school, stays);
        }
      }
    }
  }

  private List<SchoolId> schools() {
    return directory.listSchools().stream().map(School::id).toList();
  }

  private static boolean holdsPost(Actor actor, SchoolId school) {
    return actor.posts().stream().anyMatch(post -> post.school().map(school::equals).orElse(false));
  }
}
