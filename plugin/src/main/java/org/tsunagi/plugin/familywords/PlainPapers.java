// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.familywords;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.platform.PrintLine;
import org.tsunagi.plugin.platform.Prints;
import org.tsunagi.plugin.platform.SchoolClock;

/** The plan in plain words as PDF; readings stand in brackets. It checks no rights. */
@Component(service = PlainPapers.class)
public final class PlainPapers {
  private final Prints prints;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public PlainPapers(@Reference Prints prints, @Reference SchoolClock clock) {
    this.prints = prints;
    this.clock = clock;
  }

  /** Prints a paper. */
  public byte[] pdf(Actor actor, PlainPaper paper) {
    Map<String, Object> model = new HashMap<>();
    model.put("paper", paper);
    model.put("printed", PrintLine.of(clock.now(), actor.name(), Locale.JAPANESE));
    return prints.pdf("familywords/print-plan.ftlh", Locale.JAPANESE, model);
  }
}
