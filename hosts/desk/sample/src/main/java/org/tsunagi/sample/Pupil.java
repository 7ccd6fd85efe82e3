// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.time.LocalDate;

/**
 * A student who does not exist.
 *
 * @param id the sourcedId, the same in every year
 * @param name the name
 * @param sex {@code male} or {@code female}
 * @param birthOn the birthday
 * @param guardian the guardian's name
 */
record Pupil(String id, PersonName name, String sex, LocalDate birthOn, PersonName guardian) {
  /** Returns the guardian's sourcedId. */
  String guardianId() {
    return "gd-" + id;
  }
}
