// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tsunagi.plugin.shared.Finding;

/** Checks a bell schedule (校時表). */
public final class BellRule {
  private BellRule() {}

  /**
   * A period of a day.
   *
   * @param label what it is called
   * @param start when it begins
   * @param end when it ends, after the start
   */
  public record Period(String label, LocalTime start, LocalTime end) {}

  /** Tells of periods of one day that run at the same time. */
  public static List<Finding> overlaps(String schedule, List<Period> periods) {
    List<Finding> findings = new ArrayList<>();
    List<Period> ordered =
        periods.stream()
            .sorted(Comparator.comparing(Period::start).thenComparing(Period::end))
            .toList();
    for (int i = 1; i < ordered.size(); i++) {
      for (int before = 0; before < i; before++) {
        if (ordered.get(before).end().isAfter(ordered.get(i).start())) {
          findings.add(overlap(schedule, ordered.get(before), ordered.get(i)));
        }
      }
    }
    return findings;
  }

  private static Finding overlap(String schedule, Period one, Period other) {
    return new Finding(
        "BELL_OVERLAP",
        Finding.Severity.WARNING,
        "校時表「%s」で、%s（%s–%s）と%s（%s–%s）が重なっています。時刻を確かめてください。"
            .formatted(
                schedule,
                one.label(),
                one.start(),
                one.end(),
                other.label(),
                other.start(),
                other.end()));
  }
}
