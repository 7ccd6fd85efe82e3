// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.supportsheet.domain.SectionClass;
import org.tsunagi.plugin.supportsheet.domain.SheetState;

/**
 * Tells which sections an actor may read and write, by the section's class and the part's state.
 * Every way in which content leaves the engine asks here.
 */
@Component(service = SheetRights.class)
public final class SheetRights {
  private final Gate gate;

  /** Makes it. */
  @Activate
  public SheetRights(@Reference Gate gate) {
    this.gate = gate;
  }

  /** Tells whether the actor may read sections of a class. */
  public boolean reads(
      Actor actor, Target.OfStudent target, SectionClass sharing, SheetState state) {
    return gate.permits(actor, Privilege.SHEET_READ, target);
  }

  /** Tells whether the actor may write sections of a class, in a state that can be written. */
  public boolean writes(
      Actor actor, Target.OfStudent target, SectionClass sharing, SheetState state) {
    return state == SheetState.DRAFT
        && reads(actor, target, sharing, state)
        && gate.permits(actor, Privilege.SHEET_WRITE, target);
  }
}
