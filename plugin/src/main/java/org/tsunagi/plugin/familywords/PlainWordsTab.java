// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.familywords;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.supportsheet.YearLinks;

/** The tab 家庭への説明: the plan in plain words, before it is given to the family. */
@Component(service = StudentTab.class)
public final class PlainWordsTab implements StudentTab {
  private final Pages pages;
  private final PlainWordsService service;
  private final PlainLanguages languages;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public PlainWordsTab(
      @Reference Pages pages,
      @Reference PlainWordsService service,
      @Reference PlainLanguages languages,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.service = service;
    this.languages = languages;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "plain-words";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "For the family" : "家庭への説明";
  }

  @Override
  public int order() {
    return 26;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    return service.visible(actor, student);
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    YearLinks years = new YearLinks(request, student.stays(), SchoolYear.of(clock.today()).year());
    int year = years.chosen();
    Map<String, Object> model = new HashMap<>();
    model.put("base", request.base());
    model.put("version", AssetFiles.get().version());
    model.put("studentId", student.id().value());
    model.put("schoolYear", year);
    model.put("years", years.list(year));
    model.put("languages", languages.list());
    model.put("sections", PlainWordsService.SECTIONS);
    model.put("usual", List.copyOf(PlainWordsService.USUAL));
    return pages.render("familywords/tab.ftlh", request.locale(), model);
  }
}
