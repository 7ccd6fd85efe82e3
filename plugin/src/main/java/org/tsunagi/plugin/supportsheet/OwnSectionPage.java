// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.supportsheet.persistence.AdditionTable;

/** The page 独自の欄: sections that a school, a municipality or the installation adds to the form. */
@Component(service = SchoolPage.class)
public final class OwnSectionPage implements SchoolPage {
  private final Pages pages;
  private final FormAdditionService forms;
  private final StudentDirectory directory;
  private final Transactions transactions;
  private final Gate gate;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public OwnSectionPage(
      @Reference Pages pages,
      @Reference FormAdditionService forms,
      @Reference StudentDirectory directory,
      @Reference Transactions transactions,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.forms = forms;
    this.directory = directory;
    this.transactions = transactions;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "own-sections";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Own sections" : "独自の欄";
  }

  @Override
  public int order() {
    return 98;
  }

  @Override
  public boolean visible(Actor actor) {
    return permits(actor, new Target.Installation())
        || actor.posts().stream()
            .filter(post -> post.heldOn(clock.today()))
            .flatMap(post -> post.school().stream())
            .anyMatch(school -> permits(actor, new Target.OfSchool(school)));
  }

  private boolean permits(Actor actor, Target target) {
    return gate.permits(actor, Privilege.FORM_WRITE, target);
  }

  /** A scope that the actor may set, with its name. */
  private record Choice(LocalScope scope, String name) {}

  private List<Choice> choices(Actor actor) {
    List<School> schools = directory.listSchools();
    List<Choice> all = new ArrayList<>();
    if (permits(actor, new Target.Installation())) {
      all.add(new Choice(new LocalScope(LocalScope.Kind.INSTALLATION, ""), "すべての学校"));
      transactions
          .runSql(connection -> new AdditionTable(connection).listMunicipalities())
          .forEach(
              name ->
                  all.add(new Choice(new LocalScope(LocalScope.Kind.MUNICIPALITY, name), name)));
    }
    schools.stream()
        .filter(school -> permits(actor, new Target.OfSchool(school.id())))
        .sorted(Comparator.comparing(School::name))
        .forEach(
            school -> all.add(new Choice(LocalScope.ofSchool(school.id().value()), school.name())));
    return all;
  }

  @Override
  public String render(PageRequest request) {
    List<Choice> choices = choices(request.actor());
    if (choices.isEmpty()) {
      throw new PageNotFound();
    }
    String wanted = request.parameter("scope").orElse("");
    Choice chosen =
        choices.stream()
            .filter(one -> text(one.scope()).equals(wanted))
            .findFirst()
            .orElse(choices.get(0));
    try {
      return render(request, choices, chosen, forms.list(request.actor(), chosen.scope()));
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private String render(
      PageRequest request,
      List<Choice> choices,
      Choice chosen,
      List<FormAdditionService.View> versions) {
    Map<String, FormAdditionService.View> newest = new LinkedHashMap<>();
    versions.stream()
        .sorted(Comparator.comparing(FormAdditionService.View::version))
        .forEach(one -> newest.put(one.section(), one));
    PageRequest.Base base = request.base();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "scopes",
        choices.stream()
            .map(
                one ->
                    Map.of(
                        "name", one.name(),
                        "value", text(one.scope()),
                        "current", one.equals(chosen)))
            .toList());
    model.put("scopeKind", chosen.scope().kind().code());
    model.put("scopeId", chosen.scope().id());
    model.put("sections", json(List.copyOf(newest.values())));
    model.put("today", clock.today().toString());
    model.put("version", AssetFiles.get().version());
    model.put(
        "base",
        Map.of(
            "api", base.api(),
            "assets", base.assets(),
            "self", base.self(),
            "csrfToken", base.csrfToken()));
    return pages.render("supportsheet/own-sections.ftlh", request.locale(), model);
  }

  private static String text(LocalScope scope) {
    return scope.kind().code() + ":" + scope.id();
  }

  private static String json(List<FormAdditionService.View> sections) {
    try {
      return Json.MAPPER.writeValueAsString(sections);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON is JSON", e);
    }
  }
}
