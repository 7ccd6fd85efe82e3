// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.watch.domain.ReasonText;
import org.tsunagi.plugin.watch.domain.WatchFinding;
import org.tsunagi.plugin.watch.domain.WatchRule;

/** Calm words: nothing that makes a child a problem, a score or a rank. */
class WatchWordsTest {
  private static final List<String> NEVER =
      List.of(
          "問題", "サボ", "不良", "要注意", "未対応", "放置", "怠", "非行", "危険度", "スコア", "点数", "順位", "ランク", "警告",
          "アラート", "異常", "違反", "予測");

  private static void check(String where, String text) {
    for (String word : NEVER) {
      assertFalse(text.contains(word), where + " says " + word);
    }
  }

  @Test
  void pagesReasonsAndMailUseCalmWords() throws Exception {
    Path templates = Path.of("../templates");
    for (String file :
        List.of(
            "watch/page.ftlh", "messages/watch_ja.properties", "messages/watch_en.properties")) {
      check(file, Files.readString(templates.resolve(file)));
    }
    check("mail", NoticeMail.text(3, "https://example.jp"));
    LocalDate day = LocalDate.of(2026, 11, 20);
    for (WatchRule rule : WatchRule.values()) {
      WatchFinding finding = new WatchFinding(rule, "", day, day, true, 3, 2, List.of(day));
      check(rule.name(), ReasonText.of(finding, Locale.JAPANESE));
      check(rule.name(), ReasonText.of(finding, Locale.ENGLISH));
    }
  }

  @Test
  void bothLanguagesHaveTheSameWords() throws Exception {
    Properties japanese = new Properties();
    Properties english = new Properties();
    Path messages = Path.of("../templates/messages");
    try (var in = Files.newBufferedReader(messages.resolve("watch_ja.properties"))) {
      japanese.load(in);
    }
    try (var in = Files.newBufferedReader(messages.resolve("watch_en.properties"))) {
      english.load(in);
    }
    assertEquals(japanese.stringPropertyNames(), english.stringPropertyNames());
  }
}
