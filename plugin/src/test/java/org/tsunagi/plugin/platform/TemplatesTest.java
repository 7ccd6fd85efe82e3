// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every template can be read, and every text that it names is there in both languages. */
class TemplatesTest {
  private static final Path FOLDER = Path.of("..", "templates");
  private static final Pattern TEXT = Pattern.compile("msg\\(\"([^\"]+)\"\\s*[,)]");
  private static final Pattern WORDS =
      Pattern.compile("wordsOf\\(\"([^\"]+)\",\\s*\\[([^\\]]*)\\]");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private static List<String> templates() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".ftlh"))
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyTemplateCanBeRead() throws IOException {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(
        new ClassTemplateLoader(TemplatesTest.class.getClassLoader(), "templates"));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setRecognizeStandardFileExtensions(true);
    List<String> broken = new ArrayList<>();
    for (String name : templates()) {
      try {
        configuration.getTemplate(name);
      } catch (IOException e) {
        broken.add(name + ": " + e.getMessage());
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyTextThatATemplateNamesIsThere() throws IOException {
    Set<String> ja = Messages.load().keys("ja");
    Set<String> en = Messages.load().keys("en");
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (String name : templates()) {
      for (String key : keys(Files.readString(FOLDER.resolve(name)))) {
        named++;
        if (!ja.contains(key) || !en.contains(key)) {
          missing.add(name + " " + key);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named > 1000, "found " + named);
  }

  private static List<String> keys(String template) {
    List<String> keys = new ArrayList<>();
    Matcher text = TEXT.matcher(template);
    while (text.find()) {
      keys.add(text.group(1));
    }
    Matcher words = WORDS.matcher(template);
    while (words.find()) {
      Matcher word = QUOTED.matcher(words.group(2));
      while (word.find()) {
        keys.add(words.group(1) + word.group(1));
      }
    }
    return keys;
  }
}
