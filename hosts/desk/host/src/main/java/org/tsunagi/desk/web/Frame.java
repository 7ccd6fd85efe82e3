// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.staff.Post;
import org.tsunagi.desk.account.DeskClock;
import org.tsunagi.desk.session.Stage;

/** What every page shows around its content: school, person, menu, language. */
final class Frame {
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");
  static final String STUDENTS = "/students";
  static final String PAGES = "/pages";

  private final Contributions contributions;
  private final Schools schools;

  Frame(Contributions contributions, Schools schools) {
    this.contributions = contributions;
    this.schools = schools;
  }

  /**
   * An entry of the menu.
   *
   * @param href its address
   * @param title its words; empty for entries of the desk itself, which have a key
   * @param key the message key of an entry of the desk itself
   * @param current whether this page belongs to it
   */
  public record Entry(String href, String title, String key, boolean current) {}

  /** Returns the model of a page's surroundings. */
  Map<String, Object> model(Visit visit) {
    Map<String, Object> model = bare(visit);
    if (visit.session().isEmpty() || visit.session().get().stage() != Stage.FULL) {
      return model;
    }
    Actor actor = visit.actor();
    model.put("user", actor.name());
    model.put("userRole", actor.posts().isEmpty() ? "" : actor.posts().get(0).role().code());
    model.put("schoolName", schoolName(actor));
    model.put("yearName", schools.yearName(visit.locale()));
    model.put("menu", menu(actor, visit));
    return model;
  }

  /** Returns the model of a page that knows nobody. */
  Map<String, Object> bare(Visit visit) {
    Map<String, Object> model = new HashMap<>();
    model.put("csrf", visit.csrf());
    model.put("menu", List.of());
    boolean readable = "GET".equals(visit.method()) && !visit.path().startsWith("/account/totp");
    model.put("here", readable ? visit.path() : "/");
    return model;
  }

  /** Returns the places of this desk for a fragment. */
  PageRequest request(Visit visit, String self) {
    return new PageRequest(
        visit.actor(),
        visit.locale(),
        visit.parameters(),
        new PageRequest.Base(self, PAGES, STUDENTS, "/api/v1", "/assets/tsunagi", visit.csrf()));
  }

  /** Tells whether an actor looks after accounts and settings. */
  static boolean administers(Actor actor) {
    return actor.posts().stream()
        .anyMatch(post -> post.role() == HostRole.INTEGRATOR && post.school().isEmpty());
  }

  /** Returns an instant as Japanese clock time. */
  static String time(java.time.Instant instant) {
    return TIME.format(instant.atZone(DeskClock.ZONE));
  }

  private List<Entry> menu(Actor actor, Visit visit) {
    List<Entry> menu = new ArrayList<>();
    String path = visit.path();
    menu.add(new Entry(STUDENTS, "", "menu.students", path.startsWith(STUDENTS)));
    Locale locale = visit.locale();
    for (SchoolPage page : contributions.listPages(actor)) {
      String href = PAGES + "/" + Reply.part(page.id());
      menu.add(new Entry(href, page.title(locale), "", path.equals(href)));
    }
    if (administers(actor)) {
      menu.add(new Entry("/admin/users", "", "menu.users", path.startsWith("/admin/users")));
      menu.add(
          new Entry("/admin/security", "", "menu.security", path.startsWith("/admin/security")));
    }
    return menu;
  }

  private String schoolName(Actor actor) {
    Optional<Post> atSchool =
        actor.posts().stream().filter(post -> post.school().isPresent()).findFirst();
    if (atSchool.isPresent()) {
      return schools.name(atSchool.get().school().orElseThrow());
    }
    return schools.list().stream().findFirst().map(school -> school.boardName()).orElse("");
  }
}
