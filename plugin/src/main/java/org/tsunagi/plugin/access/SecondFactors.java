// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import org.tsunagi.api.access.Actor;

/** Knows whether a person's sign-in is strong enough for content of class I. */
@FunctionalInterface
public interface SecondFactors {
  /**
   * Tells whether nothing more is asked of the actor: the setting is off, the sign-in had a second
   * factor, or the actor is a service account, which holds a token instead.
   */
  boolean suffices(Actor actor);
}
