// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A rendered fragment under test; every assertion names what is missing. */
public record Fragment(String html) {
  /** Asserts that each text stands in the fragment. */
  public Fragment has(String... texts) {
    for (String text : texts) {
      assertTrue(html.contains(text), () -> "lacks: " + text);
    }
    return this;
  }

  /** Asserts that no such text stands in the fragment. */
  public Fragment lacks(String... texts) {
    for (String text : texts) {
      assertFalse(html.contains(text), () -> "should not hold: " + text);
    }
    return this;
  }

  /** Asserts how often a pattern matches. */
  public Fragment hasTimes(int times, String regex) {
    assertEquals(times, html.split(regex, -1).length - 1, () -> "matches of " + regex);
    return this;
  }

  /** Asserts that the texts stand one after another. */
  public Fragment hasInOrder(String... texts) {
    int at = 0;
    for (String text : texts) {
      int found = html.indexOf(text, at);
      assertTrue(found >= 0, () -> "not in this place: " + text);
      at = found + text.length();
    }
    return this;
  }

  /** Asserts that the fragment is a guest in its host: one root, nothing inline, no form. */
  public Fragment isSelfContained() {
    assertTrue(html.strip().startsWith("<div class=\"tng\""), "one root of class tng");
    return lacks(" style=", "<style", "<form", " onclick=", "javascript:")
        .hasTimes(html.split("<script type=\"module\" src=\"", -1).length - 1, "<script");
  }
}
