// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.domain;

import java.time.Duration;
import java.time.Instant;
import org.tsunagi.api.roster.StudentId;

/**
 * An emergency (緊急の閲覧): somebody without the right opened a child's sheet, for a day.
 *
 * @param id its id
 * @param student the child
 * @param staff the staff id of who opened it
 * @param staffName the name to print
 * @param staffTitle the title at the school
 * @param reason why, as it was written
 * @param openedAt when
 */
public record Emergency(
    String id,
    StudentId student,
    String staff,
    String staffName,
    String staffTitle,
    String reason,
    Instant openedAt) {
  /** How long it lasts. */
  public static final Duration LASTS = Duration.ofHours(24);

  /** Returns when it ends. */
  public Instant endsAt() {
    return openedAt.plus(LASTS);
  }
}
