// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person who is signed in at a running desk, without a browser. */
final class WebUser {
  static final String PASSWORD = "mihon-school-2026";

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final RunningDesk desk;
  private final HttpClient client;

  private WebUser(RunningDesk desk) {
    this.desk = desk;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
  }

  /** Signs a person of the sample in. */
  static WebUser signIn(RunningDesk desk, String username) throws Exception {
    WebUser user = new WebUser(desk);
    String page = user.get("/sign-in").body();
    HttpResponse<String> answer =
        user.post(
            "/sign-in",
            List.of("csrf", find(TOKEN, page), "username", username, "password", PASSWORD));
    if (answer.statusCode() != 302 && answer.statusCode() != 303) {
      throw new IllegalStateException("not signed in: " + answer.statusCode());
    }
    return user;
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(desk.url() + path)).GET().build());
  }

  HttpResponse<String> post(String path, List<String> fields) throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.size(); i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(fields.get(i))
          .append('=')
          .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(URI.create(desk.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Sends JSON as the page's own script does, with the token against forgery. */
  HttpResponse<String> json(String method, String path, String csrf, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(desk.url() + path))
            .header("Content-Type", "application/json")
            .header("X-CSRF-Token", csrf)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Returns the token against forgery that this person's pages carry. */
  String csrf() throws Exception {
    return find(TOKEN, get("/students").body());
  }

  /** Lists the addresses of the pages that this person's work begins with. */
  List<String> pages() {
    return List.of(
        "/students",
        "/students?q=" + URLEncoder.encode("みずの", StandardCharsets.UTF_8),
        "/students/" + Story.STUDENT + "/sheet-a",
        "/pages/register?homeroom=" + Story.HOMEROOM + "&month=2026-11");
  }

  private static String find(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("no token in the page");
    }
    return matcher.group(1);
  }
}
