// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;

/** Under which title an actor acts at a school. */
final class ActorTitle {
  private ActorTitle() {}

  /** Returns the role code of the highest post held on a day; {@code service} for none. */
  static String of(Actor actor, SchoolId school, LocalDate on) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(on))
        .filter(post -> post.school().map(school::equals).orElse(true))
        .map(post -> post.role())
        .sorted()
        .findFirst()
        .map(role -> role.code())
        .orElse("service");
  }
}
