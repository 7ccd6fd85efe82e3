// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The day on which a meeting was or will be held, as 協議シート says it. */
public final class MeetingDay {
  private MeetingDay() {}

  /** Reads it from what was written; empty where nobody wrote one. */
  public static Optional<LocalDate> of(SheetContent content) {
    try {
      String day = content.text("heldOn");
      return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
