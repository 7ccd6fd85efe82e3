// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of the small JSON files that come with the sample: objects, lists, texts, whole numbers.
 * It keeps the sample free of a JSON library.
 */
final class JsonText {
  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /** Reads a value: a {@code Map}, a {@code List}, a {@code String} or an {@code Integer}. */
  static Object read(String text) {
    return new JsonText(text).value();
  }

  private char next() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private Object value() {
    return switch (next()) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      default -> number();
    };
  }

  private Map<String, Object> object() {
    var object = new LinkedHashMap<String, Object>();
    at++;
    while (next() != '}') {
      if (text.charAt(at) == ',') {
        at++;
        continue;
      }
      String key = string();
      if (next() != ':') {
        throw new IllegalArgumentException("a colon is missing at " + at);
      }
      at++;
      object.put(key, value());
    }
    at++;
    return object;
  }

  private List<Object> list() {
    var list = new ArrayList<Object>();
    at++;
    while (next() != ']') {
      if (text.charAt(at) == ',') {
        at++;
        continue;
      }
      list.add(value());
    }
    at++;
    return list;
  }

  private String string() {
    if (next() != '"') {
      throw new IllegalArgumentException("a text is missing at " + at);
    }
    int end = text.indexOf('"', at + 1);
    String string = text.substring(at + 1, end);
    if (string.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("escapes are not read, at " + at);
    }
    at = end + 1;
    return string;
  }

  private Integer number() {
    int end = at;
    while (end < text.length() && "-0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    Integer number = Integer.valueOf(text.substring(at, end));
    at = end;
    return number;
  }
}
