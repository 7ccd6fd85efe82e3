// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

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
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.jobs.JobService;

/** The page on which files are imported. */
@Component(service = SchoolPage.class)
public class ImportPage implements SchoolPage {
  private final Gate gate;
  private final Pages pages;
  private final ImportKinds kinds;
  private final JobService jobs;

  /** Makes the page. */
  @Activate
  public ImportPage(
      @Reference Gate gate,
      @Reference Pages pages,
      @Reference ImportKinds kinds,
      @Reference JobService jobs) {
    this.gate = gate;
    this.pages = pages;
    this.kinds = kinds;
    this.jobs = jobs;
  }

  @Override
  public String id() {
    return "imports";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Import" : "取り込み";
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public boolean visible(Actor actor) {
    Target all = new Target.Installation();
    return gate.permits(actor, Privilege.IMPORT_RUN, all)
        && gate.permits(actor, Privilege.JOB_READ, all);
  }

  @Override
  public String render(PageRequest request) {
    if (!visible(request.actor())) {
      throw new PageNotFound();
    }
    Map<String, Object> model =
        Map.of(
            "base", request.base(),
            "version", AssetFiles.get().version(),
            "kinds", List.copyOf(kinds.kinds()),
            "jobs", jobs.list(request.actor(), 0, 20).items());
    return pages.render("imports/page.ftlh", request.locale(), model);
  }
}
