// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The words of the pages, from {@code templates/messages/*_ja.properties} and {@code
 * *_en.properties} in UTF-8.
 */
public final class Messages {
  private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

  private Messages() {}

  /** Reads all bundles of messages. */
  public static Messages load() {
    Messages messages = new Messages();
    messages.read("ja");
    messages.read("en");
    return messages;
  }

  private void read(String language) {
    Map<String, String> texts = new HashMap<>();
    try {
      for (URL file : BundleFiles.list("templates/messages", "_" + language + ".properties")) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties
            .stringPropertyNames()
            .forEach(key -> texts.put(key, properties.getProperty(key)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byLanguage.put(language, texts);
  }

  /**
   * Returns the text of a key with its arguments filled in ({@link MessageFormat}); Japanese where
   * the language lacks it.
   *
   * @throws IllegalArgumentException where no language has the key
   */
  public String text(Locale locale, String key, Object... arguments) {
    String language = locale.getLanguage().equals("en") ? "en" : "ja";
    String pattern = byLanguage.getOrDefault(language, Map.of()).get(key);
    if (pattern == null) {
      pattern = byLanguage.getOrDefault("ja", Map.of()).get(key);
    }
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /** Returns the keys of a language, for the test that both languages have the same. */
  public java.util.Set<String> keys(String language) {
    return java.util.Set.copyOf(byLanguage.getOrDefault(language, Map.of()).keySet());
  }

  /** Returns the function {@code msg(key, args…)} for templates. */
  TemplateMethodModelEx function(Locale locale) {
    return arguments -> {
      List<?> models = arguments;
      if (models.isEmpty() || !(models.get(0) instanceof TemplateScalarModel key)) {
        throw new TemplateModelException("msg needs a key");
      }
      Object[] values = new Object[models.size() - 1];
      for (int i = 1; i < models.size(); i++) {
        Object value =
            DeepUnwrap.permissiveUnwrap((freemarker.template.TemplateModel) models.get(i));
        values[i - 1] = value instanceof Number ? String.valueOf(value) : value;
      }
      return text(locale, key.getAsString(), values);
    };
  }
}
