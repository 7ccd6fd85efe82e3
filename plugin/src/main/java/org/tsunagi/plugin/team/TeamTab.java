// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The tab 支援チーム in a student's record. */
@Component(service = StudentTab.class)
public final class TeamTab implements StudentTab {
  private final Pages pages;
  private final TeamService teams;
  private final SchoolClock clock;
  private final Gate gate;

  /** Takes what it shows. */
  @Activate
  public TeamTab(
      @Reference Pages pages,
      @Reference TeamService teams,
      @Reference SchoolClock clock,
      @Reference Gate gate) {
    this.pages = pages;
    this.teams = teams;
    this.clock = clock;
    this.gate = gate;
  }

  @Override
  public String id() {
    return "team";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Support team" : "支援チーム";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    Target target = new Target.OfStudent(student.id(), student.stays());
    return gate.permits(actor, Privilege.SHEET_READ, target);
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    if (!visible(request.actor(), student)) {
      throw new PageNotFound();
    }
    try {
      Map<String, Object> model = model(request, student);
      TeamView team = teams.view(request.actor(), student);
      model.put("today", clock.today().toString());
      model.put("canWrite", team.canWrite());
      model.put(
          "present",
          team.present().stream().map(one -> TeamRows.row(one, request.locale())).toList());
      model.put(
          "past", team.past().stream().map(one -> TeamRows.row(one, request.locale())).toList());
      return pages.render("team/team.ftlh", request.locale(), model);
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
