// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The tab まとめ in a student's record: the one-page summary. */
@Component(service = StudentTab.class)
public final class SheetSummaryTab implements StudentTab {
  private final Pages pages;
  private final SheetSummaryService summaries;
  private final Gate gate;

  /** Takes what it shows. */
  @Activate
  public SheetSummaryTab(
      @Reference Pages pages, @Reference SheetSummaryService summaries, @Reference Gate gate) {
    this.pages = pages;
    this.summaries = summaries;
    this.gate = gate;
  }

  @Override
  public String id() {
    return "summary";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Summary" : "まとめ";
  }

  @Override
  public int order() {
    return 26;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    return !student.stays().isEmpty()
        && gate.permits(
            actor, Privilege.SHEET_READ, new Target.OfStudent(student.id(), student.stays()));
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    PageRequest.Base base = request.base();
    Map<String, Object> model = new HashMap<>();
    try {
      model.put("summary", summaries.open(request.actor(), student));
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
    String id = URLEncoder.encode(student.id().value(), StandardCharsets.UTF_8).replace("+", "%20");
    model.put(
        "base", Map.of("api", base.api(), "assets", base.assets(), "csrfToken", base.csrfToken()));
    model.put("version", AssetFiles.get().version());
    model.put("pdf", base.api() + "/students/" + id + "/sheets/summary.pdf");
    model.put("common", base.students() + "/" + id + "/sheet-common#tn-s-dealing");
    return pages.render("supportsheet/summary.ftlh", request.locale(), model);
  }
}
