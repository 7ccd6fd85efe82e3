// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.util.List;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * The children granted to one person today beside what posts give: by the child's team, or by an
 * emergency.
 *
 * @param all the grants that run
 */
public record ChildGrants(Set<Grant> all) {
  /** Nothing granted. */
  public static final ChildGrants NONE = new ChildGrants(Set.of());

  /** The relations that stand on a grant. */
  static final List<Relation> RELATIONS = List.of(Relation.TEAM, Relation.EMERGENCY);

  public ChildGrants {
    all = Set.copyOf(all);
  }

  /**
   * One child, granted at one school; it means nothing once the child's stay counts elsewhere.
   *
   * @param relation {@link Relation#TEAM} or {@link Relation#EMERGENCY}
   * @param student the child
   * @param school the school whose team or whose emergency it is
   */
  public record Grant(Relation relation, StudentId student, SchoolId school) {}

  /** Tells whether a child of a school is granted through a relation. */
  public boolean names(Relation relation, StudentId student, SchoolId school) {
    return all.contains(new Grant(relation, student, school));
  }
}
