// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;

/**
 * A version of a task.
 *
 * @param id the task
 * @param version 1 or more
 * @param student the student
 * @param findingKey the finding it is about
 * @param raisedOn the day on which that was reached
 * @param nextStep what to do next
 * @param personId who does it
 * @param personName the name
 * @param personTitle the title; empty when not known
 * @param dueOn by when
 * @param doneOn when it was done; empty while it is not
 * @param recordedBy who wrote this version
 * @param recordedByName the name
 * @param recordedAt when
 */
public record WatchTask(
    String id,
    int version,
    StudentId student,
    String findingKey,
    LocalDate raisedOn,
    String nextStep,
    String personId,
    String personName,
    String personTitle,
    LocalDate dueOn,
    Optional<LocalDate> doneOn,
    String recordedBy,
    String recordedByName,
    Instant recordedAt) {
  /** Tells whether it is still to be done. */
  public boolean open() {
    return doneOn.isEmpty();
  }
}
