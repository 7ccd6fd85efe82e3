// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Today in Asia/Tokyo, and now. Fixed by the property {@code tsunagi.today} for demonstrations and
 * tests.
 */
public interface SchoolClock {
  /** Returns today's school date. */
  LocalDate today();

  /** Returns the instant; on a fixed day it is that day with the running time of day. */
  Instant now();
}
