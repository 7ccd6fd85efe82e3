// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

/**
 * Several numbers of days of one stay in one number, nine bits each, so that the database adds them
 * up at once: a year has no more than 366 days, and no day counts twice in one of them. The factors
 * 1, 512, 262144 … of the statements are the powers of 512.
 */
final class PackedDays {
  private static final int BITS = 9;
  private static final int MASK = (1 << BITS) - 1;

  private PackedDays() {}

  /** Returns the number at a place, 0–6. */
  static int at(long packed, int place) {
    return (int) (packed >> (BITS * place)) & MASK;
  }
}
