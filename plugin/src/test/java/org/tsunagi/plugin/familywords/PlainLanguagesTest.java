// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.familywords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.io.StringReader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagi.plugin.familywords.domain.RubyText;
import org.tsunagi.plugin.familywords.domain.RubyText.Piece;
import org.tsunagi.plugin.platform.BundleFiles;

/** The languages of the words for families. */
class PlainLanguagesTest {
  @TempDir Path folder;

  @Test
  void japanesePlainJapaneseAndEnglishAreOfferedInThisOrder() {
    assertEquals(
        List.of("日本語", "やさしい日本語", "English"),
        new PlainLanguages().list().stream().map(PlainLanguages.Language::name).toList());
  }

  @Test
  void aFileThatIsDroppedInIsOfferedAndLacksNoWord() throws Exception {
    List<URL> files = new ArrayList<>(PlainLanguages.files());
    Path dropped = folder.resolve("words_pt-BR.properties");
    Files.writeString(dropped, "plain.language=Português\nplain.goal=Objetivo\n");
    files.add(dropped.toUri().toURL());
    PlainLanguages languages = new PlainLanguages(files);
    assertEquals("Português", languages.list().get(3).name());
    assertEquals("Objetivo", languages.find("pt-BR", "plain.goal").orElseThrow());
    assertEquals("担当", languages.find("pt-BR", "plain.person").orElseThrow());
    assertFalse(new PlainLanguages().find("pt-BR").isPresent());
  }

  @Test
  void everyShippedLanguageHasEveryWord() throws Exception {
    Set<String> japanese = keys("ja");
    assertTrue(japanese.size() > 25, "words: " + japanese.size());
    for (String tag : List.of("ja-easy", "en")) {
      Set<String> missing = new TreeSet<>(japanese);
      missing.removeAll(keys(tag));
      missing.remove("plain.direction");
      assertEquals(Set.of(), missing, tag);
    }
  }

  @Test
  void plainJapaneseGivesTheReadingOfEveryKanji() throws Exception {
    Properties words = read("ja-easy");
    for (String key : words.stringPropertyNames()) {
      if (key.equals("plain.language")) {
        continue;
      }
      for (Piece piece : RubyText.of(words.getProperty(key)).pieces()) {
        boolean kanji = piece.text().codePoints().anyMatch(c -> Character.isIdeographic(c));
        assertTrue(!kanji || !piece.reading().isEmpty(), key + ": " + piece.text());
        assertTrue(piece.reading().chars().allMatch(c -> c >= 'ぁ' && c <= 'ー'), key);
      }
      for (String sentence : RubyText.of(words.getProperty(key)).plain().split("[。？]")) {
        assertTrue(sentence.length() <= 42, key + ": " + sentence);
      }
    }
  }

  private static Set<String> keys(String tag) throws Exception {
    return read(tag).stringPropertyNames();
  }

  private static Properties read(String tag) throws Exception {
    String path = "templates/familywords/words_" + tag + ".properties";
    Properties properties = new Properties();
    try (var in = BundleFiles.open(path).orElseThrow();
        Reader reader = new StringReader(new String(in.readAllBytes(), "UTF-8"))) {
      properties.load(reader);
    }
    return properties;
  }
}
