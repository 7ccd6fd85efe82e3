// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.desk.account.Secrets;
import org.tsunagi.desk.session.Actors;
import org.tsunagi.desk.session.Csrf;
import org.tsunagi.desk.session.DeskActorResolver;
import org.tsunagi.desk.session.DeskSession;
import org.tsunagi.desk.session.Sessions;

/** One request to the desk, with the one who makes it. */
public final class Visit {
  static final String LANGUAGE_COOKIE = "desk_language";
  private static final String VISIT_COOKIE = "desk_visit";

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Actors actors;
  private final List<String> parts;
  private String secret;
  private final Optional<DeskSession> session;
  private @Nullable Actor actor;

  Visit(
      HttpServletRequest request, HttpServletResponse response, Sessions sessions, Actors actors) {
    this.request = request;
    this.response = response;
    this.actors = actors;
    this.parts = split(request.getRequestURI());
    String token = cookie(DeskActorResolver.COOKIE).orElse("");
    this.session = token.isEmpty() ? Optional.empty() : sessions.find(token);
    this.secret = session.isPresent() ? token : cookie(VISIT_COOKIE).orElse("");
  }

  /** Returns the method. */
  public String method() {
    return "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
  }

  /** Returns the path. */
  public String path() {
    return request.getRequestURI();
  }

  /** Returns the decoded parts of the path. */
  public List<String> parts() {
    return parts;
  }

  /** Returns a part of the path. */
  public String part(int index) {
    return parts.get(index);
  }

  /** Returns a field of the form without blanks around it; empty when absent. */
  public String field(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /** Returns a field exactly as it was typed, for passwords. */
  public String rawField(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** Returns all parameters. */
  public Map<String, List<String>> parameters() {
    Map<String, List<String>> all = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> all.put(name, Arrays.asList(values)));
    return all;
  }

  /** Returns the address the request came from. */
  public String address() {
    String address = request.getRemoteAddr();
    return address == null || address.length() > 64 ? "?" : address;
  }

  /** Returns a short name of the browser. */
  public String browser() {
    return Browsers.name(Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
  }

  /** Finds the session, however far the sign-in has come. */
  public Optional<DeskSession> session() {
    return session;
  }

  /** Returns the session of a route that needs one. */
  public DeskSession signedIn() {
    return session.orElseThrow(PageNotFound::new);
  }

  /** Returns the cookie's secret of the session or of the visit before sign-in. */
  public String secret() {
    return secret;
  }

  /** Returns who is asking; asked for once a request. */
  public Actor actor() {
    Actor known = actor;
    if (known == null) {
      known = actors.of(signedIn());
      actor = known;
    }
    return known;
  }

  /** Returns the token for forms, beginning a visit where there is neither session nor visit. */
  public String csrf() {
    if (secret.isEmpty()) {
      secret = Secrets.token();
      setCookie(VISIT_COOKIE, secret, -1);
    }
    return Csrf.tokenOf(secret);
  }

  /** Tells whether the form carries the right token. */
  public boolean genuine() {
    return Csrf.matches(secret, rawField("csrf"));
  }

  /** Puts a session's token into the cookie. */
  public void enter(String token) {
    secret = token;
    setCookie(DeskActorResolver.COOKIE, token, -1);
  }

  /** Removes the session's cookie. */
  public void leave() {
    secret = "";
    setCookie(DeskActorResolver.COOKIE, "", 0);
  }

  /** Keeps the language for a year, also before sign-in. */
  public void speak(String language) {
    setCookie(LANGUAGE_COOKIE, language, 365 * 24 * 3600);
  }

  /** Returns the language: the account's, the cookie's, the browser's, else Japanese. */
  public Locale locale() {
    Optional<String> chosen =
        session.flatMap(open -> open.account().language()).or(() -> cookie(LANGUAGE_COOKIE));
    if (chosen.isPresent()) {
      return "en".equals(chosen.get()) ? Locale.ENGLISH : Locale.JAPANESE;
    }
    if (request.getHeader("Accept-Language") == null) {
      return Locale.JAPANESE;
    }
    String wanted = request.getLocale().getLanguage();
    return "en".equals(wanted) ? Locale.ENGLISH : Locale.JAPANESE;
  }

  private Optional<String> cookie(String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }

  private void setCookie(String name, String value, int seconds) {
    StringBuilder cookie = new StringBuilder(name).append('=').append(value).append("; Path=/");
    if (seconds >= 0) {
      cookie.append("; Max-Age=").append(seconds);
    }
    cookie.append("; HttpOnly; SameSite=Strict");
    if (request.isSecure()) {
      cookie.append("; Secure");
    }
    response.addHeader("Set-Cookie", cookie.toString());
  }

  private static List<String> split(String path) {
    return Arrays.stream(path.split("/"))
        .filter(part -> !part.isEmpty())
        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }
}
