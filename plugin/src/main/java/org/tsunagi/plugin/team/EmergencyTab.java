// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.team.domain.Emergency;

/** The tab 緊急の閲覧 for those who may not read the child's sheet otherwise. */
@Component(service = StudentTab.class)
public final class EmergencyTab implements StudentTab {
  private final Pages pages;
  private final EmergencyService emergencies;
  private final Gate gate;

  /** Takes what it shows. */
  @Activate
  public EmergencyTab(
      @Reference Pages pages, @Reference EmergencyService emergencies, @Reference Gate gate) {
    this.pages = pages;
    this.emergencies = emergencies;
    this.gate = gate;
  }

  @Override
  public String id() {
    return "emergency";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Emergency reading" : "緊急の閲覧";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    Target target = new Target.OfStudent(student.id(), student.stays());
    return gate.permits(actor, Privilege.ACCESS_EMERGENCY, target)
        && !gate.permits(actor, Privilege.TEAM_WRITE, target);
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    if (!visible(request.actor(), student)) {
      throw new PageNotFound();
    }
    try {
      Map<String, Object> model = model(request, student);
      Optional<Emergency> running = emergencies.findOwn(request.actor(), student);
      model.put("running", running.isPresent());
      model.put(
          "endsAt", running.map(one -> TeamRows.moment(one.endsAt(), request.locale())).orElse(""));
      return pages.render("team/emergency.ftlh", request.locale(), model);
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private static Map<String, Object> model(PageRequest request, StudentRecord student) {
    PageRequest.Base base = request.base();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "base", Map.of("api", base.api(), "assets", base.assets(), "csrfToken", base.csrfToken()));
    model.put("version", AssetFiles.get().version());
    model.put("studentId", student.id().value());
    return model;
  }
}
