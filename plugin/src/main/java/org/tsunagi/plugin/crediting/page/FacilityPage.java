// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.tsunagi.plugin.crediting.FacilityService;
import org.tsunagi.plugin.crediting.FacilityView;
import org.tsunagi.plugin.crediting.IctRuleService;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The page 学校外の施設, with the day-conversion rules of learning at home. */
@Component(service = SchoolPage.class)
public final class FacilityPage implements SchoolPage {
  private final Pages pages;
  private final FacilityService facilities;
  private final IctRuleService rules;
  private final StudentDirectory directory;
  private final Gate gate;
  private final Messages messages = Messages.load();

  /** Takes what it shows. */
  @Activate
  public FacilityPage(
      @Reference Pages pages,
      @Reference FacilityService facilities,
      @Reference IctRuleService rules,
      @Reference StudentDirectory directory,
      @Reference Gate gate) {
    this.pages = pages;
    this.facilities = facilities;
    this.rules = rules;
    this.directory = directory;
    this.gate = gate;
  }

  @Override
  public String id() {
    return "facilities";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Places outside school" : "学校外の施設";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public boolean visible(Actor actor) {
    return gate.permits(actor, Privilege.FACILITY_READ, new Target.Installation());
  }

  @Override
  public String render(PageRequest request) {
    try {
      return pages.render("crediting/facilities.ftlh", request.locale(), model(request));
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private Map<String, Object> model(PageRequest request) {
    Actor actor = request.actor();
    Texts texts = new Texts(messages, request.locale());
    FacilityModel made = new FacilityModel(texts, request);
    boolean editable = gate.permits(actor, Privilege.FACILITY_WRITE, new Target.Installation());
    List<School> schools =
        directory.listSchools().stream()
            .filter(
                one -> gate.permits(actor, Privilege.SETTING_WRITE, new Target.OfSchool(one.id())))
            .toList();
    Map<String, Object> model = new HashMap<>(made.ground());
    model.put("version", AssetFiles.get().version());
    model.put("editable", editable);
    model.put("mayRule", !schools.isEmpty());
    model.put(
        "schools",
        schools.stream().map(one -> Map.of("id", one.id().value(), "name", one.name())).toList());
    Optional<FacilityView> chosen =
        request.parameter("facility").map(id -> facilities.view(actor, id));
    if (chosen.isPresent()) {
      model.put("facility", made.facility(chosen.get()));
    } else if (editable && request.parameter("new").isPresent()) {
      model.put("facility", made.blank());
    } else {
      model.putAll(made.lists(facilities.list(actor), rules.list(actor)));
    }
    model.put("data", made.data(chosen));
    return model;
  }
}
