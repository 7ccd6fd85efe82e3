// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.familywords;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.platform.BundleFiles;

/**
 * The languages of the words for families: one for each file {@code
 * templates/familywords/words_<language>.properties} in UTF-8. A further language is a further file
 * in this bundle or in a fragment of it; a word that it lacks is said in Japanese.
 */
@Component(service = PlainLanguages.class)
public final class PlainLanguages {
  /** The language that has every word. */
  public static final String JAPANESE = "ja";

  private static final String FOLDER = "templates/familywords";
  private static final Pattern NAME = Pattern.compile(".*/words_([A-Za-z0-9-]{2,20})\\.properties");
  private static final List<String> FIRST = List.of(JAPANESE, "ja-easy", "en");

  private final Map<String, Map<String, String>> words = new TreeMap<>();

  /** Reads the files of the bundle and its fragments. */
  @Activate
  public PlainLanguages() {
    this(files());
  }

  /** Reads some files. */
  PlainLanguages(List<URL> files) {
    for (URL file : files) {
      Matcher name = NAME.matcher(file.getPath());
      if (name.matches()) {
        words.put(name.group(1), read(file));
      }
    }
  }

  /**
   * A language that is offered.
   *
   * @param tag the tag, for example {@code ja-easy}
   * @param name its own name
   * @param direction {@code ltr} or {@code rtl}
   */
  public record Language(String tag, String name, String direction) {}

  /** Lists the languages, the shipped ones first. */
  public List<Language> list() {
    List<String> tags = new ArrayList<>(FIRST);
    words.keySet().stream().filter(tag -> !FIRST.contains(tag)).forEach(tags::add);
    return tags.stream().flatMap(tag -> find(tag).stream()).toList();
  }

  /** Finds a language. */
  public Optional<Language> find(String tag) {
    return Optional.ofNullable(words.get(tag))
        .map(
            own ->
                new Language(
                    tag,
                    own.getOrDefault("plain.language", tag),
                    own.getOrDefault("plain.direction", "ltr")));
  }

  /** Finds a word; the Japanese one where the language lacks it. */
  public Optional<String> find(String tag, String key) {
    String own = words.getOrDefault(tag, Map.of()).get(key);
    return Optional.ofNullable(own)
        .or(() -> Optional.ofNullable(words.getOrDefault(JAPANESE, Map.of()).get(key)));
  }

  static List<URL> files() {
    try {
      return BundleFiles.list(FOLDER, ".properties");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(URL file) {
    Properties properties = new Properties();
    try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> all = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    return all;
  }
}
