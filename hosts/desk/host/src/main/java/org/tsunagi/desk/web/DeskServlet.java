// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.school.InvalidId;
import org.tsunagi.desk.account.Secrets;
import org.tsunagi.desk.session.Actors;
import org.tsunagi.desk.session.DeskSession;
import org.tsunagi.desk.session.Sessions;
import org.tsunagi.desk.session.Stage;

/**
 * The front of the desk: finds the route, checks who comes and that the form is genuine, answers.
 */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/*")
public final class DeskServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(DeskServlet.class);

  private final transient Router router;
  private final transient Sessions sessions;
  private final transient Actors actors;
  private final transient Frame frame;
  private final transient Templates templates = new Templates(new Messages());

  /** Takes the routes and what tells who comes. */
  @Activate
  public DeskServlet(
      @Reference Routes routes,
      @Reference Sessions sessions,
      @Reference Actors actors,
      @Reference Contributions contributions,
      @Reference Schools schools) {
    this.router = routes.router();
    this.sessions = sessions;
    this.actors = actors;
    this.frame = new Frame(contributions, schools);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    Visit visit;
    try {
      visit = new Visit(request, response, sessions, actors);
    } catch (IllegalArgumentException e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    } catch (RuntimeException e) {
      write(response, 500, "text/plain", incident(e));
      return;
    }
    try {
      send(visit, answerOrNothing(visit), response);
    } catch (RuntimeException e) {
      write(response, 500, "text/html", bare(visit, error(500, incident(e))));
    }
  }

  private static String incident(RuntimeException e) {
    String incident = Secrets.readable(1, 8);
    LOG.error("incident {}", incident, e);
    return incident;
  }

  private Reply answerOrNothing(Visit visit) {
    try {
      return answer(visit);
    } catch (PageNotFound | InvalidId e) {
      return error(404, "");
    }
  }

  private Reply answer(Visit visit) {
    Optional<Router.Route> found = router.find(visit.method(), visit.parts());
    if (found.isEmpty()) {
      return error(404, "");
    }
    Router.Route route = found.get();
    if (route.method().equals("POST") && !visit.genuine()) {
      return error(403, "");
    }
    Optional<DeskSession> session = visit.session();
    if (route.entry() != Router.Entry.OPEN && session.isEmpty()) {
      String path = visit.path();
      boolean back = "GET".equals(visit.method()) && !"/".equals(path);
      return new Reply.Redirect(back ? "/sign-in?to=" + Reply.part(path) : "/sign-in");
    }
    boolean whole = session.filter(open -> open.stage() == Stage.FULL).isPresent();
    if (needsWhole(route.entry()) && !whole) {
      return new Reply.Redirect(SignInPages.place(session.orElseThrow().stage()));
    }
    if (route.entry() == Router.Entry.ADMINISTRATOR && !Frame.administers(visit.actor())) {
      throw new PageNotFound();
    }
    return route.answering().answer(visit);
  }

  private static boolean needsWhole(Router.Entry entry) {
    return entry == Router.Entry.FULL || entry == Router.Entry.ADMINISTRATOR;
  }

  private static Reply error(int status, String incident) {
    return new Reply.Page(status, "error.ftlh", Map.of("status", status, "incident", incident));
  }

  private void send(Visit visit, Reply reply, HttpServletResponse response) throws IOException {
    if (reply instanceof Reply.Redirect redirect) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", redirect.location());
    } else if (reply instanceof Reply.Text text) {
      write(response, 200, text.contentType(), text.text());
    } else if (reply instanceof Reply.Page page) {
      Map<String, Object> model = frame.model(visit);
      model.putAll(page.model());
      String html = templates.render(page.template(), visit.locale(), model);
      write(response, page.status(), "text/html", html);
    }
  }

  private String bare(Visit visit, Reply reply) {
    Reply.Page page = (Reply.Page) reply;
    Map<String, Object> model = new HashMap<>(frame.bare(visit));
    model.putAll(page.model());
    return templates.render(page.template(), visit.locale(), model);
  }

  private static void write(HttpServletResponse response, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type + ";charset=utf-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
