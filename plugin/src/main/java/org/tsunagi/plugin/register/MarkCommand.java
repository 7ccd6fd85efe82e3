// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a homeroom's register that are to be saved together or not at all.
 *
 * @param changes the changes, one at least
 * @param reason why; needed for days of a past month
 */
public record MarkCommand(List<Change> changes, @Nullable String reason) {
  /** Copies the list. */
  public MarkCommand {
    changes = changes == null ? List.of() : List.copyOf(changes);
  }

  /**
   * A change of one day.
   *
   * @param studentId the student
   * @param date the day
   * @param code the code's id; null makes the day blank
   * @param detail what a remark names
   * @param facility the facility's id
   * @param expected the code the change was based on; null for a blank
   */
  public record Change(
      @Nullable String studentId,
      @Nullable LocalDate date,
      @Nullable String code,
      @Nullable String detail,
      @Nullable String facility,
      @Nullable String expected) {}
}
