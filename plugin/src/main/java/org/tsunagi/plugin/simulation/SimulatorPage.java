// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;

/** The page on which counting is tried out with made-up students. */
@Component(service = SchoolPage.class)
public final class SimulatorPage implements SchoolPage {
  private final Gate gate;
  private final Pages pages;
  private final SimulationService simulations;
  private final SchoolClock clock;

  /** Makes the page. */
  @Activate
  public SimulatorPage(
      @Reference Gate gate,
      @Reference Pages pages,
      @Reference SimulationService simulations,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.pages = pages;
    this.simulations = simulations;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "simulator";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Try out counting" : "出欠の試し計算";
  }

  @Override
  public int order() {
    return 75;
  }

  @Override
  public boolean visible(Actor actor) {
    return gate.permits(actor, Privilege.SIMULATE, new Target.Installation());
  }

  @Override
  public String render(PageRequest request) {
    if (!visible(request.actor())) {
      throw new PageNotFound();
    }
    List<AttendanceCode> codes = simulations.codes(request.actor(), clock.today());
    Map<String, Object> model = new HashMap<>();
    model.put("base", request.base());
    model.put("version", AssetFiles.get().version());
    model.put("schoolYear", SchoolYear.of(clock.today()).year());
    model.put("codes", codes.stream().map(SimulatorPage::code).toList());
    model.put(
        "kinds",
        codes.stream()
            .filter(code -> code.effect() == CodeEffect.CREDITED)
            .map(code -> Map.of("id", code.kind(), "label", code.label()))
            .distinct()
            .toList());
    return pages.render("simulation/page.ftlh", request.locale(), model);
  }

  private static Map<String, Object> code(AttendanceCode code) {
    return Map.of("id", code.id(), "label", code.label(), "glyph", code.glyph());
  }
}
