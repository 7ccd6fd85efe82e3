// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;

/**
 * What the sheets say is still to do: measures whose review is to come, and agreements that are not
 * done. They are read from the sheets whenever somebody asks, so that nothing is kept twice.
 */
public final class OpenPointRule {
  private static final Set<String> OVER = Set.of("reached", "ended");

  private static final Comparator<OpenPoint> BY_DAY =
      Comparator.comparing(point -> point.due().orElse(LocalDate.MAX));

  private OpenPointRule() {}

  /**
   * Something to do.
   *
   * @param from the part that says so
   * @param row the row's id there
   * @param text what
   * @param person who; empty where nobody is named
   * @param due the day; empty where none is named
   */
  public record OpenPoint(
      SheetKey from, String row, String text, String person, Optional<LocalDate> due) {
    /** Tells whether its day has gone by. */
    public boolean late(LocalDate today) {
      return due.filter(day -> day.isBefore(today)).isPresent();
    }
  }

  /** Lists what a part says, in the order of its rows. */
  public static List<OpenPoint> list(SheetKey key, SheetContent content) {
    List<OpenPoint> points = new ArrayList<>();
    for (Row row : content.rows("measures")) {
      if (!OVER.contains(row.cell("outcome"))) {
        String goal = row.cell("goal");
        String measure = row.cell("measure");
        String text = goal.isEmpty() || measure.isEmpty() ? goal + measure : goal + "：" + measure;
        Optional<LocalDate> due =
            day(row.cell("nextReviewOn"))
                .or(() -> day(row.cell("lastOn")).filter(d -> row.cell("reviewedOn").isEmpty()));
        points.add(new OpenPoint(key, row.id(), text, row.cell("person"), due));
      }
    }
    for (Row row : content.rows("agreements")) {
      if (row.cell("doneOn").isEmpty() && !row.cell("text").isEmpty()) {
        points.add(
            new OpenPoint(
                key, row.id(), row.cell("text"), row.cell("person"), day(row.cell("dueOn"))));
      }
    }
    day(content.text("japaneseReviewOn"))
        .ifPresent(day -> points.add(new OpenPoint(key, "", "日本語指導の計画の見直し", "", Optional.of(day))));
    return points;
  }

  /** Orders points by their day; those without one come last. */
  public static List<OpenPoint> byDay(List<OpenPoint> points) {
    return points.stream().sorted(BY_DAY).toList();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
