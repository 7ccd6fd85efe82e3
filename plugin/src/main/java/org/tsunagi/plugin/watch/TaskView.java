// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.plugin.watch.domain.WatchTask;

/**
 * A task as it is told.
 *
 * @param id its id
 * @param version its version
 * @param student the student
 * @param findingKey the finding it is about
 * @param nextStep what to do next
 * @param person who does it
 * @param personName the name
 * @param personTitle the title
 * @param dueOn by when
 * @param doneOn when it was done
 * @param recordedBy who wrote this version
 * @param recordedAt when
 */
public record TaskView(
    String id,
    int version,
    String student,
    String findingKey,
    String nextStep,
    String person,
    String personName,
    String personTitle,
    LocalDate dueOn,
    Optional<LocalDate> doneOn,
    String recordedBy,
    Instant recordedAt) {
  /** Makes the view of a row. */
  static TaskView of(WatchTask row) {
    return new TaskView(
        row.id(),
        row.version(),
        row.student().value(),
        row.findingKey(),
        row.nextStep(),
        row.personId(),
        row.personName(),
        row.personTitle(),
        row.dueOn(),
        row.doneOn(),
        row.recordedByName(),
        row.recordedAt());
  }

  /**
   * Both sides where somebody else saved first.
   *
   * @param error what happened
   * @param message what to tell a person
   * @param yours what was to be saved
   * @param theirs what stands now
   */
  public record Conflict(
      String error, String message, TaskCommand yours, Optional<TaskView> theirs) {}
}
