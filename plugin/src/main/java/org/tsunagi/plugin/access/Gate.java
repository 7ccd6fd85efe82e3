// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import org.tsunagi.api.access.Actor;

/** Decides whether an actor may do something, from the rights table; deny by default. */
public interface Gate {
  /**
   * Passes or throws.
   *
   * @throws org.tsunagi.plugin.shared.Missing where the target's existence is secret to the actor
   * @throws org.tsunagi.plugin.shared.NotPermitted where the actor may see the target but not do
   *     this
   */
  void require(Actor actor, Privilege privilege, Target target);

  /** Tells whether {@link #require} would pass. */
  boolean permits(Actor actor, Privilege privilege, Target target);
}
