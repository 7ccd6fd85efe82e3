// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/** Draws any part of the sheet from its form, with the one template. */
@Component(service = SheetPages.class)
public final class SheetPages {
  private final Pages pages;
  private final SheetService sheets;
  private final SheetLifeService life;
  private final Gate gate;
  private final PartFiles files;

  /** Takes what it draws from. */
  @Activate
  public SheetPages(
      @Reference Pages pages,
      @Reference SheetService sheets,
      @Reference SheetLifeService life,
      @Reference Gate gate,
      @Reference PartFiles files) {
    this.pages = pages;
    this.sheets = sheets;
    this.life = life;
    this.gate = gate;
    this.files = files;
  }

  /** What only one part has: it is put into the model beside what all parts have. */
  @FunctionalInterface
  interface Slots {
    void fill(OpenPart open, Map<String, Object> model);
  }

  /** Tells whether the actor sees the sheet of a child who was ever enrolled. */
  boolean visible(Actor actor, StudentRecord student) {
    return !student.stays().isEmpty()
        && gate.permits(
            actor, Privilege.SHEET_READ, new Target.OfStudent(student.id(), student.stays()));
  }

  /** Tells whether the actor writes on the sheet of a child. */
  boolean writable(Actor actor, StudentRecord student) {
    return gate.permits(
        actor, Privilege.SHEET_WRITE, new Target.OfStudent(student.id(), student.stays()));
  }

  /** Draws a part. */
  String render(PageRequest request, StudentRecord student, SheetKey key, Slots slots) {
    try {
      OpenPart open = sheets.open(request.actor(), student, key);
      List<Step> steps = life.listPossible(request.actor(), open);
      Map<String, Object> model = new PartModel(open, steps, request).toMap();
      model.put(
          "takesOut", gate.permits(request.actor(), Privilege.SHEET_EXPORT, open.place().target()));
      new FileModel(open, files, request).putInto(model);
      slots.fill(open, model);
      return pages.render("supportsheet/part.ftlh", request.locale(), model);
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }
}
