// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

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
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;

/** The page of what a school decides where the texts are silent. */
@Component(service = SchoolPage.class)
public final class SchoolSettingPage implements SchoolPage {
  private final Pages pages;
  private final Gate gate;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final RegisterSettingService settings;

  /** Takes what it shows. */
  @Activate
  public SchoolSettingPage(
      @Reference Pages pages,
      @Reference Gate gate,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference RegisterSettingService settings) {
    this.pages = pages;
    this.gate = gate;
    this.clock = clock;
    this.directory = directory;
    this.settings = settings;
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Settings of the school" : "学校の決めごと";
  }

  @Override
  public int order() {
    return 78;
  }

  @Override
  public boolean visible(Actor actor) {
    return gate.permits(actor, Privilege.SETTING_WRITE, new Target.Installation())
        || actor.posts().stream()
            .filter(post -> post.heldOn(clock.today()))
            .flatMap(post -> post.school().stream())
            .anyMatch(
                school ->
                    gate.permits(actor, Privilege.SETTING_WRITE, new Target.OfSchool(school)));
  }

  @Override
  public String render(PageRequest request) {
    Actor actor = request.actor();
    List<School> schools =
        directory.listSchools().stream()
            .filter(one -> gate.permits(actor, Privilege.SETTING_WRITE, target(one)))
            .toList();
    School school =
        schools.stream()
            .filter(one -> request.parameter("school").map(one.id().value()::equals).orElse(true))
            .findFirst()
            .orElseThrow(PageNotFound::new);
    Map<String, Object> model = new HashMap<>();
    model.put("base", request.base());
    model.put("version", AssetFiles.get().version());
    model.put("school", Map.of("id", school.id().value(), "name", school.name()));
    model.put("schools", schools.stream().map(one -> link(request, one, school)).toList());
    model.put("settings", settings.get(actor, school.id()));
    return pages.render("register/settings.ftlh", request.locale(), model);
  }

  private static Target target(School school) {
    return new Target.OfSchool(school.id());
  }

  private static Map<String, Object> link(PageRequest request, School one, School shown) {
    String id =
        java.net.URLEncoder.encode(one.id().value(), java.nio.charset.StandardCharsets.UTF_8);
    return Map.of(
        "label", one.name(),
        "current", one.id().equals(shown.id()),
        "href", request.base().self() + "?school=" + id);
  }
}
