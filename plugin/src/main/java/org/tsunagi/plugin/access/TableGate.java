// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.domain.ChildGrants;
import org.tsunagi.plugin.access.domain.GateRule;
import org.tsunagi.plugin.access.domain.GateRule.Verdict;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/**
 * The gate that asks the shipped rights table, and for teams and emergencies who is named today.
 */
@Component(service = Gate.class)
public final class TableGate implements Gate {
  private final GateRule rule = new GateRule(RightsFile.read());
  private final SchoolClock clock;
  private final Grants grants;

  /** Makes the gate. */
  @Activate
  public TableGate(@Reference SchoolClock clock, @Reference Grants grants) {
    this.clock = clock;
    this.grants = grants;
  }

  /** Makes a gate that knows of no teams. */
  public TableGate(SchoolClock clock) {
    this(clock, actor -> ChildGrants.NONE);
  }

  @Override
  public void require(Actor actor, Privilege privilege, Target target) {
    switch (judge(actor, privilege, target)) {
      case PERMITTED -> {}
      case NOT_PERMITTED -> throw new NotPermitted(privilege.code());
      case MISSING -> throw new Missing();
    }
  }

  @Override
  public boolean permits(Actor actor, Privilege privilege, Target target) {
    return judge(actor, privilege, target) == Verdict.PERMITTED;
  }

  private Verdict judge(Actor actor, Privilege privilege, Target target) {
    return rule.judge(actor, privilege, target, clock.today(), () -> grants.of(actor));
  }
}
