// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.page;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentRecord;

/** A tab in a student's record. */
@ConsumerType
public interface StudentTab {
  /** Returns the stable id, in lower case with hyphens. */
  String id();

  /** Returns the title. */
  String title(Locale locale);

  /** Returns the place among the tabs; smaller comes first. */
  int order();

  /**
   * Tells whether the tab is shown to the actor for this student; a hidden tab answers "not found".
   */
  boolean visible(Actor actor, StudentRecord student);

  /**
   * Renders the fragment.
   *
   * @throws PageNotFound where the actor may not see the tab, or what was asked for is absent; both
   *     look alike
   */
  String render(PageRequest request, StudentRecord student);
}
