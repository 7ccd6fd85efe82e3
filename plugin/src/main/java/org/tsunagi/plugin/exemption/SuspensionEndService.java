// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.exemption.domain.Disease;
import org.tsunagi.plugin.exemption.domain.SuspensionEnd;
import org.tsunagi.plugin.exemption.domain.SuspensionEndRule;
import org.tsunagi.plugin.exemption.domain.WordRule;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.RefusedException;

/** Reckons when a suspension for an infectious disease ends; nothing is kept. */
@Component(service = SuspensionEndService.class)
public final class SuspensionEndService {
  private final Gate gate;

  /** Makes the service. */
  @Activate
  public SuspensionEndService(@Reference Gate gate) {
    this.gate = gate;
  }

  /**
   * Reckons the first day on which a child may come again.
   *
   * @param told the days that are known
   * @param doctorOn from when a doctor found no risk
   * @throws RefusedException where a day lies before the onset
   */
  public SuspensionEnd reckon(
      Actor actor,
      Disease disease,
      Map<Disease.Ask, LocalDate> told,
      Optional<LocalDate> doctorOn) {
    gate.require(actor, Privilege.CODE_READ, new Target.Installation());
    LocalDate onset = told.get(Disease.Ask.ONSET);
    boolean before = onset != null && told.values().stream().anyMatch(day -> day.isBefore(onset));
    if (before) {
      throw new RefusedException(
          new Decision.Refused(
              List.of(WordRule.error("BEFORE_ONSET", "発症した日より前の日付があります。日付を確かめてください。"))));
    }
    return SuspensionEndRule.reckon(disease, told, doctorOn);
  }
}
