// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.desk.account.AccountPosts;
import org.tsunagi.desk.account.AdminActions;
import org.tsunagi.desk.account.SignInAttempts;
import org.tsunagi.desk.account.StaffRoster;

/** One person's account, as the administrator sees it. */
final class PersonPages {
  private static final String PATH = "/admin/users/*";

  private final StaffRoster roster;
  private final AccountPosts posts;
  private final SignInAttempts attempts;
  private final AdminActions actions;
  private final Schools schools;

  PersonPages(
      StaffRoster roster,
      AccountPosts posts,
      SignInAttempts attempts,
      AdminActions actions,
      Schools schools) {
    this.roster = roster;
    this.posts = posts;
    this.attempts = attempts;
    this.actions = actions;
    this.schools = schools;
  }

  void route(Router router) {
    Router.Entry entry = Router.Entry.ADMINISTRATOR;
    router.get(PATH, entry, visit -> show(person(visit), "", "", ""));
    router.post(PATH + "/password", entry, this::issuePassword);
    router.post(PATH + "/disable", entry, this::disable);
    router.post(
        PATH + "/enable", entry, visit -> done(visit, actions.enable(person(visit), by(visit))));
    router.post(
        PATH + "/unlock", entry, visit -> done(visit, actions.unlock(person(visit), by(visit))));
    router.post(
        PATH + "/totp-reset",
        entry,
        visit -> done(visit, actions.resetSecondFactor(person(visit), by(visit))));
    router.post(
        PATH + "/sign-out",
        entry,
        visit -> done(visit, actions.endSessions(person(visit), by(visit))));
    router.post(PATH + "/posts", entry, this::givePost);
    router.post(PATH + "/posts-end", entry, this::endPost);
  }

  private StaffRoster.Person person(Visit visit) {
    return roster.find(visit.part(2)).orElseThrow(PageNotFound::new);
  }

  private static String by(Visit visit) {
    return visit.actor().id();
  }

  private Reply done(Visit visit, String fault) {
    return show(person(visit), fault, fault.isEmpty() ? "person.done" : "", "");
  }

  private Reply show(StaffRoster.Person person, String fault, String done, String password) {
    Map<String, Object> model = new HashMap<>();
    model.put("href", "/admin/users/" + Reply.part(person.id()));
    model.put("name", person.name());
    model.put("kana", person.kana());
    model.put("username", person.username());
    model.put("state", AdminPages.state(person));
    model.put("secondFactor", person.secondFactor());
    model.put("locked", attempts.lockedName(person.username()));
    model.put("account", person.account());
    model.put("fault", fault);
    model.put("done", done);
    model.put("password", password);
    model.put("today", schools.today().toString());
    model.put("roles", Arrays.stream(HostRole.values()).map(HostRole::code).toList());
    model.put("schools", schools.list().stream().map(PersonPages::option).toList());
    model.put(
        "posts",
        person.account()
            ? posts.list(person.id()).stream().map(this::row).toList()
            : java.util.List.of());
    return fault.isEmpty() ? Reply.page("person.ftlh", model) : Reply.refused("person.ftlh", model);
  }

  private static Map<String, Object> option(School school) {
    return Map.of("value", school.id().value(), "label", school.name());
  }

  private Map<String, Object> row(AccountPosts.Given given) {
    Post post = given.post();
    return Map.of(
        "id", given.id(),
        "role", post.role().code(),
        "school", post.school().map(schools::name).orElse(""),
        "first", post.first().toString(),
        "last", post.last().map(LocalDate::toString).orElse(""),
        "held", post.last().map(last -> !last.isBefore(schools.today())).orElse(true));
  }

  private Reply issuePassword(Visit visit) {
    StaffRoster.Person person = person(visit);
    Optional<String> issued = actions.issuePassword(person, by(visit));
    if (issued.isEmpty()) {
      return show(person, "person.noUsername", "", "");
    }
    return show(person(visit), "", "", issued.get());
  }

  private Reply disable(Visit visit) {
    return done(visit, actions.disable(person(visit), by(visit), schools.today()));
  }

  private Reply givePost(Visit visit) {
    StaffRoster.Person person = person(visit);
    Optional<HostRole> role = HostRole.find(visit.field("role"));
    Optional<LocalDate> first = date(visit.field("first"));
    Optional<LocalDate> last = date(visit.field("last"));
    String school = visit.field("school");
    boolean lastWrong = !visit.field("last").isEmpty() && last.isEmpty();
    boolean schoolWrong = !school.isEmpty() && schools.find(new SchoolId(school)).isEmpty();
    if (role.isEmpty() || first.isEmpty() || lastWrong || schoolWrong) {
      return show(person, "person.post.incomplete", "", "");
    }
    if (last.isPresent() && last.get().isBefore(first.get())) {
      return show(person, "person.post.dates", "", "");
    }
    Post post =
        new Post(
            role.get(),
            school.isEmpty() ? Optional.empty() : Optional.of(new SchoolId(school)),
            Optional.empty(),
            first.get(),
            last);
    return done(visit, actions.givePost(person, post, by(visit)));
  }

  private Reply endPost(Visit visit) {
    return done(
        visit, actions.endPost(person(visit), visit.field("post"), by(visit), schools.today()));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
