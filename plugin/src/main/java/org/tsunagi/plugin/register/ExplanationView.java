// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.List;
import org.tsunagi.plugin.register.domain.Explanation;

/**
 * Why a figure is what it is, as the popover shows it.
 *
 * @param title the heading
 * @param lines the reckoning and what the figure consists of
 * @param total the figure
 * @param note one more sentence; empty when none
 */
public record ExplanationView(String title, List<Line> lines, int total, String note) {
  /** Copies the list. */
  public ExplanationView {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param part {@code start, less, sum} or {@code item}
   * @param label what it says
   * @param glyph the sign in front; empty when none
   * @param family the look of the sign; empty when none
   * @param days how many days; negative where they are taken off
   * @param dates which days
   * @param basis the ground; empty when none
   * @param link where the days can be seen; empty when nowhere
   */
  public record Line(
      String part,
      String label,
      String glyph,
      String family,
      int days,
      List<LocalDate> dates,
      String basis,
      String link) {
    /** Copies the list. */
    public Line {
      dates = List.copyOf(dates);
    }
  }

  static ExplanationView of(Explanation explanation) {
    return new ExplanationView(
        explanation.title(),
        explanation.lines().stream()
            .map(
                line ->
                    new Line(
                        line.part().code(),
                        line.label(),
                        line.glyph(),
                        line.family(),
                        line.days(),
                        line.dates(),
                        line.basis(),
                        ""))
            .toList(),
        explanation.total(),
        explanation.note());
  }
}
