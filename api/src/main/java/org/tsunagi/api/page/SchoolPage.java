// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.page;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;
import org.tsunagi.api.access.Actor;

/** A page of the school, in the host's menu. */
@ConsumerType
public interface SchoolPage {
  /** Returns the stable id, in lower case with hyphens. */
  String id();

  /** Returns the title. */
  String title(Locale locale);

  /** Returns the place in the menu; smaller comes first. */
  int order();

  /** Tells whether the page is in the actor's menu. */
  boolean visible(Actor actor);

  /**
   * Renders the fragment.
   *
   * @throws PageNotFound where what was asked for does not exist or may not be seen; both look
   *     alike
   */
  String render(PageRequest request);
}
