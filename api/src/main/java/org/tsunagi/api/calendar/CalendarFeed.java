// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.calendar;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of days that are new or changed, as {@link org.tsunagi.api.roster.RosterFeed} hears of
 * stays.
 */
@ConsumerType
public interface CalendarFeed {
  /** Hears of days as they are now. */
  void daysChanged(List<PlannedDay> days);
}
