// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.domain.PostTitle;

/** The titles (職名) under which people sign what they change in a school's register. */
public final class RoleTitles {
  private RoleTitles() {}

  /** Returns the author of a change: the actor with the highest title held at the school. */
  public static MarkChange.Author author(Actor actor, SchoolId school, LocalDate on) {
    String title =
        roles(actor, school, on).stream()
            .min(Comparator.naturalOrder())
            .map(PostTitle::full)
            .orElse("システム連携");
    return new MarkChange.Author(actor.id(), actor.name(), title);
  }

  /** Returns the roles an actor holds at a school on a day; posts at the board reach it as well. */
  public static Set<HostRole> roles(Actor actor, SchoolId school, LocalDate on) {
    Set<HostRole> roles = EnumSet.noneOf(HostRole.class);
    for (Post post : actor.posts()) {
      if (post.heldOn(on) && post.school().map(school::equals).orElse(true)) {
        roles.add(post.role());
      }
    }
    return roles;
  }
}
