// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tsunagi.plugin.crediting.ApplicationView;

/**
 * The five steps of an application, and which one it is at.
 *
 * @param texts the words
 * @param view the application
 * @param today today
 */
record StepRow(Texts texts, ApplicationView view, LocalDate today) {
  private static final List<String> STEPS =
      List.of("apply", "conditions", "decision", "record", "review");

  List<Map<String, Object>> steps() {
    int now = now();
    List<Map<String, Object>> steps = new ArrayList<>();
    for (int i = 0; i < STEPS.size(); i++) {
      String state = i < now ? "done" : i == now ? "now" : "";
      steps.add(Map.of("label", texts.say("crediting.step." + STEPS.get(i)), "state", state));
    }
    return steps;
  }

  private int now() {
    ApplicationView.Row row = view.row();
    return switch (row.state()) {
      case "granted" -> row.lastOn().isBefore(today) ? 4 : 3;
      case "refused", "withdrawn" -> 4;
      default -> Texts.ready(row) ? 2 : 1;
    };
  }
}
