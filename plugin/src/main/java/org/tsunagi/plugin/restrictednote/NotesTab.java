// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote;

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
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.PostTitle;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.restrictednote.domain.NoteRule;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The tab 限定メモ: which notes exist, and where a concern is handed in. */
@Component(service = StudentTab.class)
public final class NotesTab implements StudentTab {
  private final Pages pages;
  private final NoteService notes;
  private final SchoolClock clock;
  private final Gate gate;

  /** Takes what it shows. */
  @Activate
  public NotesTab(
      @Reference Pages pages,
      @Reference NoteService notes,
      @Reference SchoolClock clock,
      @Reference Gate gate) {
    this.pages = pages;
    this.notes = notes;
    this.clock = clock;
    this.gate = gate;
  }

  @Override
  public String id() {
    return "notes";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Restricted notes" : "限定メモ";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    Target target = new Target.OfStudent(student.id(), student.stays());
    return gate.permits(actor, Privilege.NOTE_READ, target)
        || gate.permits(actor, Privilege.NOTE_REPORT, target);
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    if (!visible(request.actor(), student)) {
      throw new PageNotFound();
    }
    try {
      Map<String, Object> model = model(request, student);
      Target target = new Target.OfStudent(student.id(), student.stays());
      boolean reads = gate.permits(request.actor(), Privilege.NOTE_READ, target);
      NoteView view = reads ? notes.view(request.actor(), student) : new NoteView(List.of(), false);
      model.put("today", clock.today().toString());
      model.put("reads", reads);
      model.put("canWrite", view.canWrite());
      model.put("canReport", gate.permits(request.actor(), Privilege.NOTE_REPORT, target));
      model.put(
          "notes", view.notes().stream().map(one -> NoteRows.row(one, request.locale())).toList());
      model.put(
          "roles",
          NoteRule.ROLES.stream()
              .sorted()
              .map(role -> Map.of("code", role.code(), "label", PostTitle.of(role)))
              .toList());
      return pages.render("restrictednote/notes.ftlh", request.locale(), model);
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
