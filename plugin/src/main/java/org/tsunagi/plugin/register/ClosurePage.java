// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.RegisterSettings;

/** The page of closures (臨時休業): one school, one school year. */
@Component(service = SchoolPage.class)
public final class ClosurePage implements SchoolPage {
  private final Pages pages;
  private final Gate gate;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final ClosureService closures;
  private final GroupService groups;
  private final RegisterSettingService settings;

  /** Takes what it shows. */
  @Activate
  public ClosurePage(
      @Reference Pages pages,
      @Reference Gate gate,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference ClosureService closures,
      @Reference GroupService groups,
      @Reference RegisterSettingService settings) {
    this.pages = pages;
    this.gate = gate;
    this.clock = clock;
    this.directory = directory;
    this.closures = closures;
    this.groups = groups;
    this.settings = settings;
  }

  @Override
  public String id() {
    return "closures";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Closures" : "臨時休業";
  }

  @Override
  public int order() {
    return 22;
  }

  @Override
  public boolean visible(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .anyMatch(
            post ->
                post.school()
                    .map(
                        own ->
                            gate.permits(actor, Privilege.REGISTER_READ, new Target.OfSchool(own)))
                    .orElseGet(
                        () ->
                            gate.permits(
                                actor, Privilege.REGISTER_READ, new Target.Installation())));
  }

  @Override
  public String render(PageRequest request) {
    Actor actor = request.actor();
    List<School> schools =
        directory.listSchools().stream()
            .filter(
                one -> gate.permits(actor, Privilege.REGISTER_READ, new Target.OfSchool(one.id())))
            .toList();
    Optional<String> asked = request.parameter("school");
    School school =
        schools.stream()
            .filter(one -> asked.map(id -> one.id().value().equals(id)).orElse(true))
            .findFirst()
            .orElseThrow(PageNotFound::new);
    int year = year(request);
    List<ClosureView> list = closures.list(actor, school.id(), year);
    List<GroupView> members = groups.list(actor, school.id(), year);
    Set<StudentId> ids =
        members.stream().map(one -> new StudentId(one.studentId())).collect(Collectors.toSet());
    Target target = new Target.OfSchool(school.id());
    Map<String, String> set = settings.get(actor, school.id());
    ClosurePageModel model =
        new ClosurePageModel(
            request,
            schools,
            school,
            year,
            list,
            closures.listUnreported(actor, school.id(), list),
            closures.listChanges(actor, school.id(), year),
            members,
            ids.isEmpty() ? List.of() : directory.listStudents(ids),
            directory.listHomerooms(school.id(), year),
            gate.permits(actor, Privilege.CLOSURE_WRITE, target),
            gate.permits(actor, Privilege.SETTING_WRITE, target),
            set.getOrDefault(RegisterSettings.SPECIAL_NEEDS_COUNTED, "false").equals("true"),
            clock.today());
    return pages.render("closures/page.ftlh", request.locale(), model.toMap());
  }

  private int year(PageRequest request) {
    int now = SchoolYear.of(clock.today()).year();
    return request
        .parameter("year")
        .map(
            text -> {
              if (!text.matches("20[0-9]{2}")) {
                throw new PageNotFound();
              }
              return Integer.parseInt(text);
            })
        .orElse(now);
  }
}
