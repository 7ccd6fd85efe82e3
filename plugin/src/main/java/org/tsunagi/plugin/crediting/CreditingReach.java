// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
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

  /** What an actor may read of a school year: whole schools, or students of homerooms. */
  record Reach(Set<SchoolId> whole, Set<SchoolId> parts, Set<StudentId> students) {
    Set<SchoolId> schools() {
      Set<SchoolId> all = new HashSet<>(whole);
      all.addAll(parts);
      return all;
    }

    boolean may(CreditingApplication one) {
      return whole.contains(one.school())
          || (parts.contains(one.school()) && students.contains(one.student()));
    }
  }

  /**
   * Tells what an actor may read of a school year; refuses where that is nothing at all.
   *
   * @param only of one school
   */
  Reach of(Actor actor, int schoolYear, Optional<SchoolId> only) {
    Set<SchoolId> whole = new HashSet<>();
    Set<SchoolId> parts = new HashSet<>();
    Set<StudentId> students = new HashSet<>();
    for (SchoolId school : only.map(List::of).orElseGet(this::schools)) {
      if (gate.permits(actor, Privilege.CREDITING_READ, new Target.OfSchool(school))) {
        whole.add(school);
      } else if (holdsPost(actor, school)) {
        for (Homeroom room : ownHomerooms(actor, school, schoolYear)) {
          parts.add(school);
          SchoolYear year = new SchoolYear(schoolYear);
          directory
              .listHomeroomEnrolments(room.id(), year.first(), year.last())
              .forEach(stay -> students.add(stay.student()));
        }
      }
    }
    if (whole.isEmpty() && parts.isEmpty()) {
      gate.require(
          actor,
          Privilege.CREDITING_READ,
          only.<Target>map(Target.OfSchool::new).orElseGet(Target.Installation::new));
    }
    return new Reach(whole, parts, students);
  }

  private List<SchoolId> schools() {
    return directory.listSchools().stream().map(School::id).toList();
  }

  private static boolean holdsPost(Actor actor, SchoolId school) {
    return actor.posts().stream().anyMatch(post -> post.school().map(school::equals).orElse(false));
  }

  private List<Homeroom> ownHomerooms(Actor actor, SchoolId school, int schoolYear) {
    List<Homeroom> own = new ArrayList<>();
    for (Homeroom room : directory.listHomerooms(school, schoolYear)) {
      if (gate.permits(actor, Privilege.CREDITING_READ, new Target.OfHomeroom(room))) {
        own.add(room);
      }
    }
    return own;
  }
}
