// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.util.HashMap;
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
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.CreditingService;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The page 出席扱いの判断: what waits for the principal, and what is in force. */
@Component(service = SchoolPage.class)
public final class CreditingBoard implements SchoolPage {
  private final Pages pages;
  private final CreditingService creditings;
  private final StudentDirectory directory;
  private final Gate gate;
  private final SchoolClock clock;
  private final Messages messages = Messages.load();

  /** Takes what it shows. */
  @Activate
  public CreditingBoard(
      @Reference Pages pages,
      @Reference CreditingService creditings,
      @Reference StudentDirectory directory,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.creditings = creditings;
    this.directory = directory;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "crediting";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Crediting" : "出席扱いの判断";
  }

  @Override
  public int order() {
    return 30;
  }

  /** Shows it to those who may read applications of the school or of a class of their own. */
  @Override
  public boolean visible(Actor actor) {
    return held(actor).stream().anyMatch(post -> mayRead(actor, post));
  }

  private List<Post> held(Actor actor) {
    return actor.posts().stream().filter(post -> post.heldOn(clock.today())).toList();
  }

  private boolean mayRead(Actor actor, Post post) {
    return post.homeroom().isPresent()
        || post.school()
            .map(school -> permits(actor, Privilege.CREDITING_READ, school))
            .orElse(false);
  }

  private boolean permits(Actor actor, Privilege privilege, SchoolId school) {
    return gate.permits(actor, privilege, new Target.OfSchool(school));
  }

  @Override
  public String render(PageRequest request) {
    SchoolId school =
        held(request.actor()).stream()
            .filter(post -> mayRead(request.actor(), post))
            .flatMap(post -> post.school().stream())
            .findFirst()
            .orElseThrow(PageNotFound::new);
    try {
      return pages.render("crediting/board.ftlh", request.locale(), model(request, school));
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private Map<String, Object> model(PageRequest request, SchoolId school) {
    int year = SchoolYear.of(clock.today()).year();
    List<ApplicationView.Row> rows =
        creditings.list(request.actor(), year, Optional.of(school), Optional.empty());
    Map<StudentId, HomeroomId> places = places(school, year, rows);
    Map<HomeroomId, Homeroom> rooms =
        directory.listHomerooms(school, year).stream()
            .filter(room -> places.containsValue(room.id()))
            .collect(
                Collectors.toMap(
                    Homeroom::id, room -> room, (a, b) -> a, java.util.LinkedHashMap::new));
    boolean decides = permits(request.actor(), Privilege.CREDITING_DECIDE, school);
    return new BoardModel(
            new Texts(messages, request.locale()),
            request,
            clock.today(),
            rows,
            places,
            rooms,
            decides)
        .toMap();
  }

  /** Returns the homeroom of each student with an application, in one statement. */
  private Map<StudentId, HomeroomId> places(
      SchoolId school, int year, List<ApplicationView.Row> rows) {
    Set<String> wanted =
        rows.stream().map(ApplicationView.Row::student).collect(Collectors.toSet());
    Map<StudentId, HomeroomId> places = new HashMap<>();
    if (!wanted.isEmpty()) {
      directory.streamEnrolments(
          school,
          year,
          stay -> {
            if (wanted.contains(stay.student().value())) {
              stay.homeroom().ifPresent(room -> places.put(stay.student(), room));
            }
          });
    }
    return places;
  }
}
