// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.classprint;

import java.util.ArrayList;
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
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;

/** The page シートの印刷: the classes whose sheets one may print at once, and what was printed. */
@Component(service = SchoolPage.class)
public final class ClassPrintPage implements SchoolPage {
  private final Pages pages;
  private final StudentDirectory directory;
  private final Gate gate;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public ClassPrintPage(
      @Reference Pages pages,
      @Reference StudentDirectory directory,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.directory = directory;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "class-print";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Print sheets" : "シートの印刷";
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public boolean visible(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .anyMatch(
            post ->
                post.homeroom().isPresent()
                    || post.school()
                        .filter(
                            school ->
                                gate.permits(
                                    actor, Privilege.SHEET_READ, new Target.OfSchool(school)))
                        .isPresent());
  }

  @Override
  public String render(PageRequest request) {
    List<Homeroom> rooms = list(request.actor());
    if (rooms.isEmpty()) {
      throw new PageNotFound();
    }
    String asked = request.parameter("homeroom").orElse(rooms.get(0).id().value());
    Homeroom chosen =
        rooms.stream()
            .filter(room -> room.id().value().equals(asked))
            .findFirst()
            .orElseThrow(PageNotFound::new);
    PageRequest.Base base = request.base();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "base", Map.of("api", base.api(), "assets", base.assets(), "csrfToken", base.csrfToken()));
    model.put("self", base.self());
    model.put("version", AssetFiles.get().version());
    model.put("homeroom", chosen.id().value());
    model.put("name", chosen.name());
    model.put("students", count(chosen));
    model.put(
        "rooms",
        rooms.stream().map(room -> Map.of("id", room.id().value(), "name", room.name())).toList());
    return pages.render("classprint/page.ftlh", request.locale(), model);
  }

  private int count(Homeroom room) {
    return directory.listHomeroomEnrolments(room.id(), clock.today(), clock.today()).size();
  }

  /** Lists this year's classes whose sheets the actor may read. */
  private List<Homeroom> list(Actor actor) {
    int year = SchoolYear.of(clock.today()).year();
    List<Homeroom> rooms = new ArrayList<>();
    for (School school : directory.listSchools()) {
      boolean posted =
          actor.posts().stream()
              .filter(post -> post.heldOn(clock.today()))
              .anyMatch(post -> post.school().filter(school.id()::equals).isPresent());
      if (posted) {
        directory.listHomerooms(school.id(), year).stream()
            .filter(room -> gate.permits(actor, Privilege.SHEET_READ, new Target.OfHomeroom(room)))
            .forEach(rooms::add);
      }
    }
    return rooms;
  }
}
