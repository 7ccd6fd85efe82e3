// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.operation;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/** Tells a host which students an actor may see at all, for the host's own lists and records. */
@ProviderType
public interface StudentScopes {
  /** Lists the schools and homerooms whose students the actor may see; empty means none. */
  List<Reach> reach(Actor actor);

  /** Tells whether the actor may see a student; one without a stay is not visible. */
  boolean permits(Actor actor, StudentRecord student);

  /**
   * What an actor reaches at one school.
   *
   * @param school the school
   * @param whole whether every student of the school is reached
   * @param homerooms the homerooms that are reached when it is not whole
   * @param students the students that are reached one by one when it is not whole
   */
  record Reach(SchoolId school, boolean whole, Set<HomeroomId> homerooms, Set<StudentId> students) {
    public Reach {
      homerooms = Set.copyOf(homerooms);
      students = Set.copyOf(students);
    }

    /** Makes a reach that names no student one by one. */
    public Reach(SchoolId school, boolean whole, Set<HomeroomId> homerooms) {
      this(school, whole, homerooms, Set.of());
    }
  }
}
