// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.domain.GateRule;
import org.tsunagi.plugin.access.domain.GateRule.Verdict;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The gate that asks the shipped rights table. */
@Component(service = Gate.class)
public final class TableGate implements Gate {
  private final GateRule rule = new GateRule(RightsFile.read());
  private final SchoolClock clock;

  /** Makes the gate. */
  @Activate
  public TableGate(@Reference SchoolClock clock) {
    this.clock = clock;
  }

  @Override
  public void require(Actor actor, Privilege privilege, Target target) {
    switch (rule.judge(actor, privilege, target, clock.today())) {
      case PERMITTED -> {}
      case NOT_PERMITTED -> throw new NotPermitted(privilege.code());
      case MISSING -> throw new Missing();
    }
  }

  @Override
  public boolean permits(Actor actor, Privilege privilege, Target target) {
    return rule.judge(actor, privilege, target, clock.today()) == Verdict.PERMITTED;
  }
}
