// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.time.LocalDate;

/** Dates as the counting copy keeps them: days since 1970-01-01. */
final class Days {
  private Days() {}

  static int of(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }
}
