// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole 共通シート without a mouse: Tab to each field, write, save, hand in for review. */
class KeyboardSheetIT {
  private static final String TAB = "/students/" + Story.STUDENT + "/sheet-common";

  /** Says what has the focus: a field to write in, or the button of a step. */
  private static final String FOCUS =
      """
      () => {
        const at = document.activeElement;
        const shown = getComputedStyle(at);
        const visible = at.matches(":focus-visible") && (shown.outlineStyle !== "none"
            || shown.boxShadow !== "none");
        const text = at.dataset.text ?? "";
        return { text, type: at.type ?? "", step: at.dataset.step ?? "", seen: String(visible) };
      }""";

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void everyFieldIsReachedWrittenSavedAndHandedInByKeyboard(int width) throws Exception {
    try (RunningDesk desk =
            RunningDesk.start(
                data.resolve("desk"),
                "--sample",
                "--service-token-file",
                data.resolve("token").toString());
        Chromium browser = new Chromium();
        SignedIn teacher = SignedIn.as(desk, browser.window(width, 900), Story.TEACHER)) {
      assertEquals(200, teacher.open(TAB));
      TreeSet<String> wanted = fields(teacher);
      assertTrue(wanted.size() > 8, wanted.toString());
      Map<String, String> written = walk(teacher, wanted);
      assertEquals(wanted, written.keySet());
      teacher.press("Control+s");
      assertThat(teacher.page.locator("[data-state].tn-chip--ok")).isVisible();
      Rest rest = new Rest(desk, RunningDesk.token(data.resolve("token")));
      JsonNode saved = rest.get("/api/v1/students/" + Story.STUDENT + "/sheets/common");
      written.forEach(
          (field, text) -> assertEquals(text, saved.at("/content/texts/" + field).asText(), field));
      assertTrue(teacher.width() <= width, "scrolls sideways");
      // The steps of a part stand on the page from its first version on.
      teacher.page.reload();
      handIn(teacher);
      assertEquals(
          "review",
          rest.get("/api/v1/students/" + Story.STUDENT + "/sheets/common").get("state").asText());
      assertEquals(List.of(), teacher.faults());
    }
  }

  private static TreeSet<String> fields(SignedIn teacher) {
    TreeSet<String> all = new TreeSet<>();
    for (Object one :
        (List<?>)
            teacher.page.evaluate(
                "() => [...document.querySelectorAll('.tn-in[data-text]')]"
                    + ".map((e) => e.dataset.text)")) {
      all.add(String.valueOf(one));
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> focus(SignedIn teacher) {
    return (Map<String, String>) teacher.page.evaluate(FOCUS);
  }

  /** Goes on with Tab, opens folds with Enter, and writes into every field on the way. */
  private static Map<String, String> walk(SignedIn teacher, TreeSet<String> wanted) {
    Map<String, String> written = new TreeMap<>();
    for (int i = 0; i < 400 && written.size() < wanted.size(); i++) {
      teacher.press("Tab");
      Map<String, String> at = focus(teacher);
      String field = at.get("text");
      boolean fold =
          Boolean.TRUE.equals(
              teacher.page.evaluate(
                  "() => document.activeElement.matches('details:not([open]) > summary')"));
      if (fold) {
        teacher.press("Enter");
      }
      if (!field.isEmpty() && !written.containsKey(field)) {
        assertEquals("true", at.get("seen"), "no visible focus on " + field);
        written.put(field, write(teacher, field, at.get("type")));
      }
    }
    return written;
  }

  private static String write(SignedIn teacher, String field, String type) {
    if (type.equals("date")) {
      teacher.page.keyboard().type("04082026");
      return "2026-04-08";
    }
    String text = field + "の記録";
    teacher.press("Control+a");
    teacher.page.keyboard().insertText(text);
    return text;
  }

  private static void handIn(SignedIn teacher) {
    for (int i = 0; i < 400 && !"submit".equals(focus(teacher).get("step")); i++) {
      teacher.press("Tab");
    }
    assertEquals("submit", focus(teacher).get("step"));
    teacher.press("Enter");
    assertThat(teacher.page.locator("[data-step='submit']")).hasCount(0);
  }
}
