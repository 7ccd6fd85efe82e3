// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tsunagi.plugin.watch.domain.WatchDay;
import org.tsunagi.plugin.watch.domain.WatchSettings;

/**
 * What the strip of the last 30 school days and the scale of the year are drawn from.
 *
 * @param child the student
 * @param settings the settings that hold
 */
record WatchPicture(WatchChild child, WatchSettings settings) {
  private static final int DAYS = 30;
  private static final int STEP = 8;
  private static final int LEFT = 8;
  private static final int[] MARKS = {LEFT, 40, 62, 137, 200};

  /** Lists the last days: where each stands, and the family of its glyph. */
  List<Map<String, Object>> strip() {
    List<WatchDay> last = last();
    int empty = DAYS - last.size();
    List<Map<String, Object>> cells = new ArrayList<>();
    for (int i = 0; i < last.size(); i++) {
      cells.add(Map.of("x", (empty + i) * STEP, "kind", kind(last.get(i))));
    }
    return cells;
  }

  private List<WatchDay> last() {
    int size = child.days().size();
    return child.days().subList(Math.max(0, size - DAYS), size);
  }

  private static String kind(WatchDay day) {
    return switch (day.kind()) {
      case ABSENT -> "abs";
      case UNCREDITED -> "pend";
      case CREDITED -> "cred";
      case EXEMPT -> "off";
      case UNKNOWN -> "todo";
      case PRESENT -> day.separateRoom() ? "room" : day.late() || day.early() ? "part" : "in";
    };
  }

  /** Counts the last days by family, for those who do not see the strip. */
  Map<String, Object> counts() {
    List<String> kinds = last().stream().map(WatchPicture::kind).toList();
    return Map.of(
        "abs", count(kinds, "abs"),
        "part", count(kinds, "part"),
        "room", count(kinds, "room"),
        "cred", count(kinds, "cred"),
        "pend", count(kinds, "pend"),
        "off", count(kinds, "off"));
  }

  private static long count(List<String> kinds, String kind) {
    return kinds.stream().filter(kind::equals).count();
  }

  /** Returns the scale: where the settings' numbers stand, and where the student's days do. */
  Map<String, Object> scale() {
    return Map.of(
        "days", child.yearDays(),
        "x", place(child.yearDays()),
        "first", settings.firstRun(),
        "second", settings.secondRun(),
        "third", settings.cumulative());
  }

  /** Places days on the scale, evenly between the marks; far beyond the last one at its end. */
  private int place(int days) {
    int[] numbers = {
      0,
      settings.firstRun(),
      settings.secondRun(),
      Math.max(settings.cumulative(), settings.secondRun() + 1),
      Math.max(settings.cumulative(), settings.secondRun() + 1) * 2
    };
    for (int i = 1; i < numbers.length; i++) {
      if (days <= numbers[i]) {
        int width = MARKS[i] - MARKS[i - 1];
        return MARKS[i - 1] + width * (days - numbers[i - 1]) / (numbers[i] - numbers[i - 1]);
      }
    }
    return MARKS[MARKS.length - 1];
  }
}
