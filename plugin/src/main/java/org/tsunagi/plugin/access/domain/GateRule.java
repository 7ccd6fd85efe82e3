// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;

/**
 * Whether an actor may do something: by a post held today and the rights table, or by a privilege
 * that a service account has by name. Deny by default.
 *
 * @param table the rights table
 */
public record GateRule(RightsTable table) {
  /** What a gate answers. */
  public enum Verdict {
    PERMITTED,
    NOT_PERMITTED,
    MISSING
  }

  /** Judges an action of an actor to whom no child is granted. */
  public Verdict judge(Actor actor, Privilege privilege, Target target, LocalDate today) {
    return judge(actor, privilege, target, today, () -> ChildGrants.NONE);
  }

  /**
   * Judges an action; a target the actor may not even see is missing, not forbidden.
   *
   * @param grants the children granted to the actor today; asked only where the table names such a
   *     relation and nothing else permits it
   */
  public Verdict judge(
      Actor actor,
      Privilege privilege,
      Target target,
      LocalDate today,
      Supplier<ChildGrants> grants) {
    if (target instanceof Target.OfStudent student && student.stays().isEmpty()) {
      return Verdict.MISSING;
    }
    if (permits(actor, privilege, target, today, grants)) {
      return Verdict.PERMITTED;
    }
    boolean secret = target instanceof Target.OfStudent || target instanceof Target.OfHomeroom;
    return secret && !permits(actor, Privilege.STUDENT_READ, target, today, grants)
        ? Verdict.MISSING
        : Verdict.NOT_PERMITTED;
  }

  private boolean permits(
      Actor actor,
      Privilege privilege,
      Target target,
      LocalDate today,
      Supplier<ChildGrants> grants) {
    if (actor.privileges().contains(privilege.code())) {
      return true;
    }
    List<Post> held = actor.posts().stream().filter(post -> post.heldOn(today)).toList();
    return held.stream().anyMatch(post -> permits(post, privilege, target, today))
        || (target instanceof Target.OfStudent student
            && held.stream().anyMatch(post -> permits(post, privilege, student, today, grants)));
  }

  private boolean permits(Post post, Privilege privilege, Target target, LocalDate today) {
    for (Relation relation : Relation.values()) {
      if (table.allows(post.role(), privilege, relation) && holds(relation, post, target, today)) {
        return true;
      }
    }
    return false;
  }

  private boolean permits(
      Post post,
      Privilege privilege,
      Target.OfStudent student,
      LocalDate today,
      Supplier<ChildGrants> grants) {
    for (Relation relation : ChildGrants.RELATIONS) {
      if (table.allows(post.role(), privilege, relation)
          && counting(student, today).stream()
              .map(Enrolment::school)
              .filter(school -> post.school().map(school::equals).orElse(true))
              .anyMatch(school -> grants.get().names(relation, student.student(), school))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a relation that needs no grant joins a post to a target. */
  public static boolean holds(Relation relation, Post post, Target target, LocalDate today) {
    return switch (relation) {
      case OWN_HOMEROOM -> post.homeroom().map(own -> inHomeroom(own, target, today)).orElse(false);
      case TEAM, EMERGENCY -> false;
      case SCHOOL -> post.school().map(own -> atSchool(own, target, today)).orElse(false);
      case BOARD -> post.school().isEmpty();
      case COMMON -> target instanceof Target.Installation;
    };
  }

  private static boolean inHomeroom(HomeroomId own, Target target, LocalDate today) {
    if (target instanceof Target.OfHomeroom homeroom) {
      return homeroom.homeroom().id().equals(own);
    }
    return target instanceof Target.OfStudent student
        && counting(student, today).stream().anyMatch(s -> s.homeroom().equals(Optional.of(own)));
  }

  private static boolean atSchool(SchoolId own, Target target, LocalDate today) {
    if (target instanceof Target.OfSchool school) {
      return school.school().equals(own);
    }
    if (target instanceof Target.OfHomeroom homeroom) {
      return homeroom.homeroom().school().equals(own);
    }
    return target instanceof Target.OfStudent student
        && counting(student, today).stream().anyMatch(stay -> stay.school().equals(own));
  }

  private static List<Enrolment> counting(Target.OfStudent student, LocalDate today) {
    return StaysRule.listCounting(student.stays(), today);
  }
}
