// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.operation.StudentScopes;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.access.domain.RightsTable;
import org.tsunagi.plugin.platform.SchoolClock;

/** The students an actor may see at all, as the rights table says it. */
@Component(service = StudentScopes.class)
public final class GateScopes implements StudentScopes {
  private final RightsTable table = RightsFile.read();
  private final Gate gate;
  private final StudentDirectory students;
  private final SchoolClock clock;
  private final Grants grants;

  /** Makes the scopes. */
  @Activate
  public GateScopes(
      @Reference Gate gate,
      @Reference StudentDirectory students,
      @Reference SchoolClock clock,
      @Reference Grants grants) {
    this.gate = gate;
    this.students = students;
    this.clock = clock;
    this.grants = grants;
  }

  @Override
  public List<Reach> reach(Actor actor) {
    if (gate.permits(actor, Privilege.STUDENT_READ, new Target.Installation())) {
      return students.listSchools().stream()
          .map(School::id)
          .map(school -> new Reach(school, true, Set.of()))
          .toList();
    }
    List<Post> held = actor.posts().stream().filter(post -> post.heldOn(clock.today())).toList();
    Map<SchoolId, Reach> reached = new HashMap<>();
    for (Post post : held) {
      if (reads(post, Relation.SCHOOL)) {
        post.school().ifPresent(school -> join(reached, new Reach(school, true, Set.of())));
      }
      if (reads(post, Relation.OWN_HOMEROOM) && post.homeroom().isPresent()) {
        Set<HomeroomId> own = Set.copyOf(post.homeroom().stream().toList());
        post.school().ifPresent(school -> join(reached, new Reach(school, false, own)));
      }
      granted(actor, post).forEach(one -> join(reached, one));
    }
    return reached.values().stream()
        .sorted(Comparator.comparing(reach -> reach.school().value()))
        .toList();
  }

  /** Lists the children granted to a post one by one, each at its school. */
  private List<Reach> granted(Actor actor, Post post) {
    List<Relation> relations =
        Stream.of(Relation.TEAM, Relation.EMERGENCY)
            .filter(relation -> reads(post, relation))
            .toList();
    boolean whole = reads(post, Relation.SCHOOL) && post.school().isPresent();
    if (relations.isEmpty() || whole) {
      return List.of();
    }
    return grants.of(actor).all().stream()
        .filter(grant -> relations.contains(grant.relation()))
        .filter(grant -> post.school().map(grant.school()::equals).orElse(true))
        .map(grant -> new Reach(grant.school(), false, Set.of(), Set.of(grant.student())))
        .toList();
  }

  @Override
  public boolean permits(Actor actor, StudentRecord student) {
    return gate.permits(
        actor, Privilege.STUDENT_READ, new Target.OfStudent(student.id(), student.stays()));
  }

  private boolean reads(Post post, Relation relation) {
    return table.allows(post.role(), Privilege.STUDENT_READ, relation);
  }

  private static void join(Map<SchoolId, Reach> reached, Reach more) {
    reached.merge(
        more.school(),
        more,
        (one, other) -> {
          boolean whole = one.whole() || other.whole();
          Set<HomeroomId> homerooms = new HashSet<>(one.homerooms());
          homerooms.addAll(other.homerooms());
          Set<StudentId> named = new HashSet<>(one.students());
          named.addAll(other.students());
          return new Reach(
              one.school(), whole, whole ? Set.of() : homerooms, whole ? Set.of() : named);
        });
  }
}
