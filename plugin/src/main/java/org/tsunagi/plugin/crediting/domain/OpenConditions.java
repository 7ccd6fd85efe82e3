// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.ArrayList;
import java.util.List;

/** What is still to be made sure of before a principal may credit anything of an application. */
public final class OpenConditions {
  private OpenConditions() {}

  /**
   * Lists the numbers of the conditions that hinder every grant. The condition on visits does not:
   * months with visits can be credited while it is open. One in principle (基本的に) does not either
   * once somebody looked. Of conditions of which one is enough, all are named while none is met.
   *
   * <p>Basis: 元文科初第698号 別記1・別記2.
   */
  public static List<String> of(DecisionCase known) {
    List<String> open = new ArrayList<>();
    List<String> choices = new ArrayList<>();
    boolean chosen = false;
    for (Condition one : known.conditions()) {
      boolean met = known.met(one.id());
      if (one.appliesTo().startsWith("any:")) {
        choices.add(one.number());
        chosen |= met;
      } else if (!met
          && one.required()
          && !one.forAssessment()
          && !one.appliesTo().equals("monthly:visit")
          && !(one.principle() && known.looked(one.id()))) {
        open.add(one.number());
      }
    }
    if (!chosen && !choices.isEmpty()) {
      open.add(String.join("・", choices));
    }
    return List.copyOf(open);
  }
}
