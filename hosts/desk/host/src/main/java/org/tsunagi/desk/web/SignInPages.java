// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.util.Map;
import java.util.Optional;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.FirstStart;
import org.tsunagi.desk.account.SecuritySettings;
import org.tsunagi.desk.account.SignIn;
import org.tsunagi.desk.session.DeskSession;
import org.tsunagi.desk.session.Sessions;
import org.tsunagi.desk.session.Stage;

/** Sign-in, second factor and sign-out. */
final class SignInPages {
  private final SignIn signIn;
  private final Sessions sessions;
  private final SecuritySettings settings;
  private final FirstStart firstStart;

  SignInPages(SignIn signIn, Sessions sessions, SecuritySettings settings, FirstStart firstStart) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.settings = settings;
    this.firstStart = firstStart;
  }

  void route(Router router) {
    router.get("/sign-in", Router.Entry.OPEN, this::show);
    router.post("/sign-in", Router.Entry.OPEN, this::receive);
    router.get("/sign-in/factor", Router.Entry.BEGUN, this::showFactor);
    router.post("/sign-in/factor", Router.Entry.BEGUN, this::receiveFactor);
    router.post("/sign-out", Router.Entry.BEGUN, this::signOut);
  }

  /** Returns the stage that follows once a password, and maybe a second factor, was given. */
  Stage next(Account account, boolean factorGiven) {
    if (account.secondFactor() && !factorGiven) {
      return Stage.FACTOR;
    }
    if (account.mustChange()) {
      return Stage.CHANGE;
    }
    boolean required = settings.get(SecuritySettings.Key.SECOND_FACTOR_REQUIRED) == 1;
    return required && !account.secondFactor() ? Stage.ENROL : Stage.FULL;
  }

  /** Returns the page where a stage is dealt with. */
  static String place(Stage stage) {
    return switch (stage) {
      case FACTOR -> "/sign-in/factor";
      case CHANGE -> "/account/password";
      case ENROL -> "/account/totp";
      case FULL -> "/";
    };
  }

  /** Tells whether a text is a path of this desk and nothing else. */
  static boolean local(String path) {
    return path.startsWith("/")
        && !path.startsWith("//")
        && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != ':');
  }

  private Reply show(Visit visit) {
    Optional<DeskSession> open = visit.session();
    if (open.isPresent()) {
      return new Reply.Redirect(place(open.get().stage()));
    }
    if (firstStart.needed()) {
      return new Reply.Redirect("/setup");
    }
    return Reply.page("sign-in.ftlh", Map.of("fault", "", "to", visit.field("to")));
  }

  private Reply receive(Visit visit) {
    String to = visit.field("to");
    String username = visit.field("username");
    SignIn.Answer answer =
        signIn.check(username, limited(visit.rawField("password")), visit.address());
    if (answer instanceof SignIn.Refused refused) {
      String fault = refused.tooMany() ? "signIn.tooMany" : "signIn.wrong";
      return Reply.refused("sign-in.ftlh", Map.of("fault", fault, "to", to));
    }
    Account account = ((SignIn.Accepted) answer).account();
    visit.session().ifPresent(old -> sessions.end(visit.secret()));
    Stage stage = next(account, false);
    visit.enter(sessions.open(account, stage, visit.address(), visit.browser()));
    return new Reply.Redirect(stage == Stage.FULL && local(to) ? to : place(stage));
  }

  private Reply showFactor(Visit visit) {
    if (visit.signedIn().stage() != Stage.FACTOR) {
      return new Reply.Redirect(place(visit.signedIn().stage()));
    }
    return Reply.page("factor.ftlh", Map.of("fault", ""));
  }

  private Reply receiveFactor(Visit visit) {
    DeskSession session = visit.signedIn();
    if (session.stage() != Stage.FACTOR) {
      return new Reply.Redirect(place(session.stage()));
    }
    SignIn.Answer answer =
        signIn.checkSecond(session.account(), limited(visit.field("code")), visit.address());
    if (answer instanceof SignIn.Refused refused) {
      if (refused.tooMany()) {
        sessions.end(visit.secret());
        visit.leave();
        return Reply.refused("sign-in.ftlh", Map.of("fault", "signIn.tooMany", "to", ""));
      }
      return Reply.refused("factor.ftlh", Map.of("fault", "factor.wrong"));
    }
    Stage stage = next(session.account(), true);
    sessions.advance(visit.secret(), stage, true).ifPresent(visit::enter);
    return new Reply.Redirect(place(stage));
  }

  private Reply signOut(Visit visit) {
    sessions.end(visit.secret());
    visit.leave();
    return new Reply.Redirect("/sign-in");
  }

  private static String limited(String text) {
    return text.length() <= 1000 ? text : text.substring(0, 1000);
  }
}
