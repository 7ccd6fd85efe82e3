// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.desk.account.AdminActions;
import org.tsunagi.desk.account.DeskEvents;
import org.tsunagi.desk.account.SecuritySettings;
import org.tsunagi.desk.account.StaffRoster;

/** Administration of accounts and of the sign-in settings, for the integrator of all schools. */
final class AdminPages {
  private static final int PAGE = 50;

  private final StaffRoster roster;
  private final SecuritySettings settings;
  private final AdminActions actions;
  private final DeskEvents events;

  AdminPages(
      StaffRoster roster, SecuritySettings settings, AdminActions actions, DeskEvents events) {
    this.roster = roster;
    this.settings = settings;
    this.actions = actions;
    this.events = events;
  }

  void route(Router router) {
    router.get("/admin/users", Router.Entry.ADMINISTRATOR, visit -> list(visit, ""));
    router.post("/admin/users", Router.Entry.ADMINISTRATOR, visit -> list(visit, visit.field("q")));
    router.get("/admin/security", Router.Entry.ADMINISTRATOR, visit -> security(false, ""));
    router.post("/admin/security", Router.Entry.ADMINISTRATOR, this::receiveSecurity);
  }

  private Reply list(Visit visit, String typed) {
    String text = typed.length() > 100 ? typed.substring(0, 100) : typed;
    String given = visit.field("page");
    int page = given.matches("[1-9]\\d{0,5}") ? Integer.parseInt(given) : 1;
    long count = roster.count(text);
    Map<String, Object> model = new HashMap<>();
    model.put("q", text);
    model.put("count", count);
    model.put("page", page);
    model.put("last", Math.max(1, (count + PAGE - 1) / PAGE));
    model.put(
        "people",
        roster.list(text, (page - 1) * PAGE, PAGE).stream().map(AdminPages::row).toList());
    return Reply.page("users.ftlh", model);
  }

  private static Map<String, Object> row(StaffRoster.Person person) {
    return Map.of(
        "href", "/admin/users/" + Reply.part(person.id()),
        "name", person.name(),
        "kana", person.kana(),
        "username", person.username(),
        "state", state(person),
        "secondFactor", person.secondFactor());
  }

  /** Returns the code of an account's state. */
  static String state(StaffRoster.Person person) {
    if (!person.active()) {
      return "gone";
    }
    if (!person.account()) {
      return "none";
    }
    if (person.disabled()) {
      return "disabled";
    }
    return person.waiting() ? "waiting" : "open";
  }

  private Reply security(boolean saved, String fault) {
    Map<String, Object> model = new HashMap<>();
    List<Map<String, Object>> numbers = new ArrayList<>();
    for (SecuritySettings.Key key : SecuritySettings.Key.values()) {
      numbers.add(
          Map.of(
              "key", key.code(),
              "value", settings.get(key),
              "least", key.least(),
              "most", key.most()));
    }
    model.put("settings", numbers);
    model.put("saved", saved);
    model.put("fault", fault);
    model.put(
        "events",
        events.listNewest(50).stream()
            .map(
                event ->
                    Map.of(
                        "at", Frame.time(event.happenedAt()),
                        "by", event.doneBy(),
                        "kind", event.kind(),
                        "subject", event.subject(),
                        "detail", event.detail()))
            .toList());
    return fault.isEmpty()
        ? Reply.page("security.ftlh", model)
        : Reply.refused("security.ftlh", model);
  }

  private Reply receiveSecurity(Visit visit) {
    Map<SecuritySettings.Key, Integer> chosen = new HashMap<>();
    for (SecuritySettings.Key key : SecuritySettings.Key.values()) {
      String typed = visit.field(key.code());
      if (key == SecuritySettings.Key.SECOND_FACTOR_REQUIRED) {
        chosen.put(key, typed.isEmpty() ? 0 : 1);
      } else if (typed.matches("\\d{1,6}") && key.allows(Integer.parseInt(typed))) {
        chosen.put(key, Integer.parseInt(typed));
      } else {
        return security(false, "security.range");
      }
    }
    actions.setSettings(chosen, visit.actor().id());
    return security(true, "");
  }
}
