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
import org.tsunagi.plugin.access.ReadLogService;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The tab 閲覧の記録 in a student's record: who read what, and why. */
@Component(service = StudentTab.class)
public final class ReadLogTab implements StudentTab {
  private final Pages pages;
  private final ReadLogService log;
  private final Gate gate;

  /** Takes what it shows. */
  @Activate
  public ReadLogTab(@Reference Pages pages, @Reference ReadLogService log, @Reference Gate gate) {
    this.pages = pages;
    this.log = log;
    this.gate = gate;
  }

  @Override
  public String id() {
    return "read-log";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Read log" : "閲覧の記録";
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    Target target = new Target.OfStudent(student.id(), student.stays());
    return gate.permits(actor, Privilege.AUDIT_READ, target);
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    if (!visible(request.actor(), student)) {
      throw new PageNotFound();
    }
    try {
      Map<String, Object> model = model(request, student);
      model.put(
          "rows",
          log.list(request.actor(), student).stream()
              .map(one -> TeamRows.reading(one, request.locale()))
              .toList());
      return pages.render("team/read-log.ftlh", request.locale(), model);
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
