// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a code that somebody put in force.
 *
 * @param code the code as it is from the day on
 * @param number the version's number, from 1 on; the shipped code is version 0
 * @param first the first day
 * @param origin who made it: {@link #OWN}, or the name of the bundle
 * @param note what for; may be empty
 * @param backwardReason why days that were counted before are counted anew; empty where none are
 * @param by who put it in force
 * @param byName that person's name
 * @param at when
 */
public record CodeVersion(
    AttendanceCode code,
    int number,
    LocalDate first,
    String origin,
    String note,
    String backwardReason,
    String by,
    String byName,
    Instant at) {
  /** The origin of what the people here made. */
  public static final String OWN = "own";

  /** Tells whether a bundle made it. */
  public boolean contributed() {
    return !origin.equals(OWN);
  }
}
