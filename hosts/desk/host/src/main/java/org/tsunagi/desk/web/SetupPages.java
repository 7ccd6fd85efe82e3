// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.desk.account.Accounts;
import org.tsunagi.desk.account.PasswordHash;
import org.tsunagi.desk.account.PasswordRules;
import org.tsunagi.desk.account.RosterFirstStart;
import org.tsunagi.desk.account.Secrets;
import org.tsunagi.desk.account.SignInAttempts;
import org.tsunagi.desk.session.Sessions;
import org.tsunagi.desk.session.Stage;

/** The one-time sign-up of the first administrator, guarded by the code on the console. */
final class SetupPages {
  private final RosterFirstStart firstStart;
  private final Accounts accounts;
  private final SignInAttempts attempts;
  private final Sessions sessions;

  SetupPages(
      RosterFirstStart firstStart, Accounts accounts, SignInAttempts attempts, Sessions sessions) {
    this.firstStart = firstStart;
    this.accounts = accounts;
    this.attempts = attempts;
    this.sessions = sessions;
  }

  void route(Router router) {
    router.get("/setup", Router.Entry.OPEN, this::show);
    router.post("/setup", Router.Entry.OPEN, this::receive);
  }

  private Reply show(Visit visit) {
    if (!firstStart.needed()) {
      throw new PageNotFound();
    }
    return Reply.page("setup.ftlh", model(visit, ""));
  }

  private Reply receive(Visit visit) {
    if (!firstStart.needed()) {
      throw new PageNotFound();
    }
    Optional<String> fault = findFault(visit);
    if (fault.isPresent()) {
      return Reply.refused("setup.ftlh", model(visit, fault.get()));
    }
    String hash = PasswordHash.of(visit.rawField("password"));
    String id =
        firstStart
            .createAdministrator(visit.field("username"), visit.field("name"), hash)
            .orElseThrow(PageNotFound::new);
    visit.enter(
        sessions.open(
            accounts.find(id).orElseThrow(), Stage.FULL, visit.address(), visit.browser()));
    return new Reply.Redirect("/");
  }

  private Optional<String> findFault(Visit visit) {
    Optional<String> attempt = attempts.open("setup code", visit.address());
    if (attempt.isEmpty()) {
      return Optional.of("signIn.tooMany");
    }
    if (!Secrets.same(plain(firstStart.code()), plain(visit.field("code")))) {
      return Optional.of("setup.wrongCode");
    }
    attempts.close(attempt.get(), SignInAttempts.Outcome.SUCCEEDED);
    String username = visit.field("username");
    if (!username.matches("[A-Za-z0-9._@-]{3,60}")) {
      return Optional.of("setup.username");
    }
    if (visit.field("name").isEmpty() || visit.field("name").length() > 100) {
      return Optional.of("setup.name");
    }
    if (!visit.rawField("password").equals(visit.rawField("again"))) {
      return Optional.of("password.differs");
    }
    return PasswordRules.findFault(visit.rawField("password"), username);
  }

  /** Returns a code without what people leave out or type otherwise. */
  private static String plain(String code) {
    return Normalizer.normalize(code, Normalizer.Form.NFKC)
        .replaceAll("[^A-Za-z0-9]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static Map<String, Object> model(Visit visit, String fault) {
    Map<String, Object> model = new HashMap<>();
    model.put("fault", fault);
    model.put("username", visit.field("username"));
    model.put("name", visit.field("name"));
    return model;
  }
}
