// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.desk.account.AccountPosts;
import org.tsunagi.desk.account.Accounts;
import org.tsunagi.desk.account.AdminActions;
import org.tsunagi.desk.account.DeskClock;
import org.tsunagi.desk.account.DeskEvents;
import org.tsunagi.desk.account.RosterFirstStart;
import org.tsunagi.desk.account.SecondFactor;
import org.tsunagi.desk.account.SecuritySettings;
import org.tsunagi.desk.account.SignIn;
import org.tsunagi.desk.account.SignInAttempts;
import org.tsunagi.desk.account.StaffRoster;
import org.tsunagi.desk.session.Sessions;

/** All routes of the desk, put together from its pages. */
@Component(service = Routes.class)
public final class Routes {
  private final Router router = new Router();

  /** Takes what the pages stand on. */
  @Activate
  public Routes(
      @Reference Accounts accounts,
      @Reference AccountPosts posts,
      @Reference AdminActions actions,
      @Reference DeskClock clock,
      @Reference DeskEvents events,
      @Reference RosterFirstStart firstStart,
      @Reference SecondFactor secondFactor,
      @Reference SecuritySettings settings,
      @Reference SignIn signIn,
      @Reference SignInAttempts attempts,
      @Reference StaffRoster roster,
      @Reference Sessions sessions,
      @Reference StudentDirectory directory,
      @Reference Contributions contributions,
      @Reference Schools schools) {
    Frame frame = new Frame(contributions, schools);
    SignInPages stages = new SignInPages(signIn, sessions, settings, firstStart);
    stages.route(router);
    new SetupPages(firstStart, accounts, attempts, sessions).route(router);
    new AccountPages(accounts, signIn, stages, secondFactor, sessions, settings, events, clock)
        .route(router);
    new AdminPages(roster, settings, actions, events).route(router);
    new PersonPages(roster, posts, attempts, actions, schools).route(router);
    new StudentPages(directory, contributions, schools).route(router);
    new RecordPages(directory, contributions, schools, frame).route(router);
    router.get("/", Router.Entry.FULL, visit -> new Reply.Redirect(Frame.STUDENTS));
    router.post("/language", Router.Entry.OPEN, visit -> language(visit, accounts));
  }

  /** Returns the router. */
  Router router() {
    return router;
  }

  private static Reply language(Visit visit, Accounts accounts) {
    String language = "en".equals(visit.field("language")) ? "en" : "ja";
    visit.speak(language);
    visit.session().ifPresent(open -> accounts.setLanguage(open.account().id(), language));
    String back = visit.field("back");
    return new Reply.Redirect(SignInPages.local(back) ? back : "/");
  }
}
