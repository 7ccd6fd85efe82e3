// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;

/** How a row changes when something is done with one click. */
public final class PlanStepRule {
  /** The weeks until a measure that goes on is looked at again. */
  public static final int WEEKS = 4;

  private static final int LONGEST = 1000;

  private PlanStepRule() {}

  /** Returns an agreement that was done on a day. */
  public static Row done(Row agreement, LocalDate on) {
    return with(agreement, Map.of("doneOn", on.toString()));
  }

  /** Returns a measure that was reviewed on a day and goes on. */
  public static Row reviewed(Row measure, LocalDate on) {
    return with(
        measure,
        Map.of(
            "reviewedOn", on.toString(),
            "outcome", "goOn",
            "nextReviewOn", on.plusWeeks(WEEKS).toString()));
  }

  /** Returns an agreement that stands in the plan. */
  public static Row added(Row agreement) {
    return with(agreement, Map.of("plan", "added"));
  }

  /**
   * Returns the measure that an agreement becomes, with an id made of the agreement's.
   *
   * @param heldOn the day of the meeting, on which the measure begins
   */
  public static Row measure(Row agreement, LocalDate heldOn) {
    String text = agreement.cell("text");
    String due = agreement.cell("dueOn");
    return new Row(
        id(agreement),
        Map.of(
            "measure",
            text.length() > LONGEST ? text.substring(0, LONGEST) : text,
            "person",
            agreement.cell("person"),
            "firstOn",
            heldOn.toString(),
            "nextReviewOn",
            due.isEmpty() ? heldOn.plusWeeks(WEEKS).toString() : due));
  }

  private static String id(Row agreement) {
    String id = "ag-" + agreement.id();
    return id.length() > 40 ? id.substring(0, 40) : id;
  }

  private static Row with(Row row, Map<String, String> cells) {
    Map<String, String> all = new HashMap<>(row.cells());
    all.putAll(cells);
    return new Row(row.id(), all);
  }
}
