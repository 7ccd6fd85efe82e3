// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.Accounts;
import org.tsunagi.desk.account.DeskClock;
import org.tsunagi.desk.account.DeskEvents;
import org.tsunagi.desk.account.PasswordHash;
import org.tsunagi.desk.account.PasswordRules;
import org.tsunagi.desk.account.SecondFactor;
import org.tsunagi.desk.account.SecuritySettings;
import org.tsunagi.desk.account.SignIn;
import org.tsunagi.desk.account.Totp;
import org.tsunagi.desk.session.DeskSession;
import org.tsunagi.desk.session.Sessions;
import org.tsunagi.desk.session.Stage;

/** One's own account: password, second factor, sessions. */
final class AccountPages {
  private final Accounts accounts;
  private final SignIn signIn;
  private final SignInPages stages;
  private final SecondFactor secondFactor;
  private final Sessions sessions;
  private final SecuritySettings settings;
  private final DeskEvents events;
  private final DeskClock clock;

  AccountPages(
      Accounts accounts,
      SignIn signIn,
      SignInPages stages,
      SecondFactor secondFactor,
      Sessions sessions,
      SecuritySettings settings,
      DeskEvents events,
      DeskClock clock) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.stages = stages;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  void route(Router router) {
    router.get(
        "/account", Router.Entry.FULL, visit -> Reply.page("account.ftlh", model(visit, "")));
    router.get("/account/password", Router.Entry.BEGUN, this::showPassword);
    router.post("/account/password", Router.Entry.BEGUN, this::receivePassword);
    router.get("/account/totp", Router.Entry.BEGUN, this::showTotp);
    router.post("/account/totp", Router.Entry.BEGUN, this::confirmTotp);
    router.get("/account/totp.svg", Router.Entry.BEGUN, this::totpPicture);
    router.post("/account/totp/remove", Router.Entry.FULL, this::removeTotp);
    router.post("/account/recovery-codes", Router.Entry.FULL, this::renewCodes);
    router.post("/account/sessions/end", Router.Entry.FULL, this::endSession);
    router.post("/account/sessions/end-all", Router.Entry.FULL, this::endAll);
  }

  private Map<String, Object> model(Visit visit, String fault) {
    DeskSession own = visit.signedIn();
    Map<String, Object> model = new HashMap<>();
    model.put("fault", fault);
    model.put("username", own.account().username());
    model.put("secondFactor", own.account().secondFactor());
    model.put("codesLeft", secondFactor.recoveryCodesLeft(own.account().id()));
    model.put(
        "sessions", sessions.list(own.account().id()).stream().map(s -> row(s, own)).toList());
    return model;
  }

  private static Map<String, Object> row(DeskSession session, DeskSession own) {
    return Map.of(
        "key", session.key(),
        "browser", session.browser(),
        "address", session.address(),
        "startedAt", Frame.time(session.startedAt()),
        "seenAt", Frame.time(session.seenAt()),
        "own", session.key().equals(own.key()));
  }

  private Reply showPassword(Visit visit) {
    requireStage(visit, Stage.CHANGE);
    return Reply.page("password.ftlh", passwordModel(visit, ""));
  }

  private static Map<String, Object> passwordModel(Visit visit, String fault) {
    DeskSession session = visit.signedIn();
    return Map.of(
        "fault",
        fault,
        "issued",
        session.stage() == Stage.CHANGE,
        "username",
        session.account().username());
  }

  private Reply receivePassword(Visit visit) {
    DeskSession session = requireStage(visit, Stage.CHANGE);
    Account account = session.account();
    Optional<String> fault = findPasswordFault(visit, account);
    if (fault.isPresent()) {
      return Reply.refused("password.ftlh", passwordModel(visit, fault.get()));
    }
    accounts.setPassword(account.id(), PasswordHash.of(visit.rawField("password")), clock.now());
    events.record(account.id(), "PASSWORD_CHANGED", account.id(), "");
    sessions.endOthers(account.id(), session.key());
    Account changed = accounts.find(account.id()).orElseThrow(PageNotFound::new);
    Stage stage = session.stage() == Stage.FULL ? Stage.FULL : stages.next(changed, true);
    sessions.advance(visit.secret(), stage, session.secondFactor()).ifPresent(visit::enter);
    return stage == Stage.FULL && session.stage() == Stage.FULL
        ? new Reply.Redirect("/account")
        : new Reply.Redirect(SignInPages.place(stage));
  }

  private Optional<String> findPasswordFault(Visit visit, Account account) {
    if (!passwordRight(visit, account)) {
      return Optional.of("password.current.wrong");
    }
    String chosen = visit.rawField("password");
    if (!chosen.equals(visit.rawField("again"))) {
      return Optional.of("password.differs");
    }
    if (chosen.equals(visit.rawField("current"))) {
      return Optional.of("password.same");
    }
    return PasswordRules.findFault(chosen, account.username());
  }

  private boolean passwordRight(Visit visit, Account account) {
    return signIn.check(account.username(), visit.rawField("current"), visit.address())
        instanceof SignIn.Accepted;
  }

  private Reply showTotp(Visit visit) {
    DeskSession session = requireStage(visit, Stage.ENROL);
    if (session.account().secondFactor()) {
      return new Reply.Redirect("/account");
    }
    return Reply.page("totp.ftlh", totpModel(session, ""));
  }

  private Map<String, Object> totpModel(DeskSession session, String fault) {
    String secret = secondFactor.begin(session.account());
    return Map.of(
        "fault",
        fault,
        "required",
        session.stage() == Stage.ENROL,
        "secret",
        secret.replaceAll("(.{4})(?=.)", "$1 "));
  }

  private Reply confirmTotp(Visit visit) {
    DeskSession session = requireStage(visit, Stage.ENROL);
    if (session.account().secondFactor()) {
      return new Reply.Redirect("/account");
    }
    List<String> codes = secondFactor.confirm(session.account(), visit.field("code"));
    if (codes.isEmpty()) {
      return Reply.refused("totp.ftlh", totpModel(session, "factor.wrong"));
    }
    sessions.advance(visit.secret(), Stage.FULL, true).ifPresent(visit::enter);
    return Reply.page("recovery-codes.ftlh", Map.of("codes", codes));
  }

  private Reply totpPicture(Visit visit) {
    DeskSession session = requireStage(visit, Stage.ENROL);
    if (session.account().secondFactor()) {
      throw new PageNotFound();
    }
    String secret = secondFactor.begin(session.account());
    return new Reply.Text(
        "image/svg+xml", QrCode.svg(Totp.uri(secret, session.account().username())));
  }

  private Reply removeTotp(Visit visit) {
    Account account = visit.signedIn().account();
    if (settings.get(SecuritySettings.Key.SECOND_FACTOR_REQUIRED) == 1) {
      return Reply.refused("account.ftlh", model(visit, "factor.isRequired"));
    }
    if (!passwordRight(visit, account)) {
      return Reply.refused("account.ftlh", model(visit, "password.current.wrong"));
    }
    secondFactor.remove(account.id(), account.id());
    sessions.advance(visit.secret(), Stage.FULL, false).ifPresent(visit::enter);
    return new Reply.Redirect("/account");
  }

  private Reply renewCodes(Visit visit) {
    Account account = visit.signedIn().account();
    if (!account.secondFactor() || !passwordRight(visit, account)) {
      return Reply.refused("account.ftlh", model(visit, "password.current.wrong"));
    }
    events.record(account.id(), "RECOVERY_CODES_RENEWED", account.id(), "");
    List<String> codes = secondFactor.renewRecoveryCodes(account.id());
    return Reply.page("recovery-codes.ftlh", Map.of("codes", codes));
  }

  private Reply endSession(Visit visit) {
    sessions.endOne(visit.signedIn().account().id(), visit.field("key"));
    return new Reply.Redirect("/account");
  }

  private Reply endAll(Visit visit) {
    Account account = visit.signedIn().account();
    sessions.endAll(account.id());
    events.record(account.id(), "SIGNED_OUT_EVERYWHERE", account.id(), "");
    visit.leave();
    return new Reply.Redirect("/sign-in");
  }

  private static DeskSession requireStage(Visit visit, Stage stage) {
    DeskSession session = visit.signedIn();
    if (session.stage() != stage && session.stage() != Stage.FULL) {
      throw new PageNotFound();
    }
    return session;
  }
}
