// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.domain.ChildGrants;

/** Knows which children are granted to a person today, by teams and by emergencies. */
@FunctionalInterface
public interface Grants {
  /**
   * Returns what is granted to an actor now. It costs at most one statement for each {@code Actor}
   * object, that is for each request.
   */
  ChildGrants of(Actor actor);
}
