// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a route answers. */
public sealed interface Reply {
  /**
   * A page from a template.
   *
   * @param status the HTTP status
   * @param template the file below {@code desk/templates/}
   * @param model what it shows
   */
  record Page(int status, String template, Map<String, Object> model) implements Reply {}

  /**
   * A redirection that is followed by GET.
   *
   * @param location a path of this desk
   */
  record Redirect(String location) implements Reply {}

  /**
   * A file.
   *
   * @param contentType its type
   * @param text its content
   */
  record Text(String contentType, String text) implements Reply {}

  /** Answers a page with status 200. */
  static Reply page(String template, Map<String, Object> model) {
    return new Page(200, template, model);
  }

  /** Answers a page that says what is wrong with what was sent. */
  static Reply refused(String template, Map<String, Object> model) {
    return new Page(422, template, model);
  }

  /** Escapes one part of a path. */
  static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
