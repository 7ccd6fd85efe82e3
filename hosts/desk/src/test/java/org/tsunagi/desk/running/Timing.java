// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the desk says of an answer when it runs with {@code --timing}.
 *
 * @param milliseconds the server's time
 * @param statements how many SQL statements the page needed
 */
record Timing(double milliseconds, int statements) {
  private static final Pattern APP = Pattern.compile("app;dur=([0-9.]+)");

  static Timing of(HttpResponse<?> answer) {
    return of(
        answer.headers().firstValue("Server-Timing").orElse(""),
        answer.headers().firstValue("X-Tsunagi-Statements").orElse(""));
  }

  static Timing of(String serverTiming, String statements) {
    Matcher matcher = APP.matcher(serverTiming);
    if (!matcher.find() || statements.isEmpty()) {
      throw new IllegalStateException("the desk runs without --timing");
    }
    return new Timing(Double.parseDouble(matcher.group(1)), Integer.parseInt(statements));
  }
}
