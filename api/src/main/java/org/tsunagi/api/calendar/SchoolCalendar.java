// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;

/** The host's calendar. */
@ProviderType
public interface SchoolCalendar {
  /**
   * Lists the days of a grade in a range, oldest first; days that nobody wrote down are not listed.
   */
  List<PlannedDay> list(SchoolId school, Grade grade, LocalDate first, LocalDate last);

  /** Hands every day of a school year to the consumer. */
  void stream(SchoolId school, int schoolYear, Consumer<PlannedDay> consumer);

  /** Lists the terms of a school year, in order; empty when the host knows none. */
  List<Term> listTerms(SchoolId school, int schoolYear);

  /**
   * Writes days; a day that is there already is replaced.
   *
   * @return how many were new, changed and unchanged
   * @throws UnsupportedOperationException where the host lacks {@code Capability.WRITE_CALENDAR}
   * @throws IllegalArgumentException for a school the host does not know
   */
  Written write(List<PlannedDay> days);

  /**
   * What a write did.
   *
   * @param added days that were new
   * @param changed days that were different
   * @param unchanged days that were the same
   */
  record Written(int added, int changed, int unchanged) {}
}
