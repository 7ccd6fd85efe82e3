// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.operation.StudentScopes;
import org.tsunagi.api.roster.StudentDirectory;
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

  /** Makes the scopes. */
  @Activate
  public GateScopes(
      @Reference Gate gate, @Reference StudentDirectory students, @Reference SchoolClock clock) {
    this.gate = gate;
    this.students = students;
    this.clock = clock;
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
    Set<String> whole =
        held.stream()
            .filter(post -> reads(post, Relation.SCHOOL))
            .flatMap(post -> post.school().stream())
            .map(SchoolId::value)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Set<HomeroomId>> reached = new TreeMap<>();
    whole.forEach(school -> reached.put(school, Set.of()));
    held.stream()
        .filter(post -> reads(post, Relation.OWN_HOMEROOM) && post.homeroom().isPresent())
        .forEach(post -> addHomeroom(reached, whole, post));
    return reached.entrySet().stream()
        .map(e -> new Reach(new SchoolId(e.getKey()), whole.contains(e.getKey()), e.getValue()))
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

  private static void addHomeroom(
      Map<String, Set<HomeroomId>> reached, Set<String> whole, Post post) {
    Optional<String> school = post.school().map(SchoolId::value).filter(s -> !whole.contains(s));
    school.ifPresent(
        id ->
            reached.merge(
                id,
                Set.copyOf(post.homeroom().stream().toList()),
                (before, more) -> {
                  Set<HomeroomId> both = new java.util.HashSet<>(before);
                  both.addAll(more);
                  return Set.copyOf(both);
                }));
  }
}
