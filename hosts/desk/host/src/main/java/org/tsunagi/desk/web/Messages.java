// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The words of the desk's pages in Japanese and English. */
final class Messages {
  private final Properties japanese = read("ja");
  private final Properties english = read("en");

  /** Returns a text; {@code {0}} and so on stand for the arguments. */
  String text(Locale locale, String key, List<String> arguments) {
    Properties words = "en".equals(locale.getLanguage()) ? english : japanese;
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    for (int i = 0; i < arguments.size(); i++) {
      text = text.replace("{" + i + "}", arguments.get(i));
    }
    return text;
  }

  /** Returns the keys of a language. */
  java.util.Set<String> keys(Locale locale) {
    return ("en".equals(locale.getLanguage()) ? english : japanese).stringPropertyNames();
  }

  private static Properties read(String language) {
    Properties words = new Properties();
    String name = "/desk/messages/desk_" + language + ".properties";
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the bundle lacks " + name);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
