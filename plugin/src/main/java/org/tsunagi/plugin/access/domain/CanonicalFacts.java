// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.util.Map;
import java.util.TreeMap;

/** Writes the facts of an audit row as JSON in one way only: names sorted, no spaces. */
public final class CanonicalFacts {
  private CanonicalFacts() {}

  /** Writes the facts. */
  public static String write(Map<String, String> facts) {
    StringBuilder json = new StringBuilder("{");
    new TreeMap<>(facts)
        .forEach(
            (name, value) -> {
              if (json.length() > 1) {
                json.append(',');
              }
              quote(json, name);
              json.append(':');
              quote(json, value);
            });
    return json.append('}').toString();
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
