// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.school.SchoolId;

/**
 * Receives closures (臨時休業等) that an import has read and checked.
 *
 * <p>It checks no rights; the import has done so.
 */
public interface ClosureIntake {
  /**
   * Writes closures in the caller's transaction. A closure is the same as one that is there when
   * school, first day, last day, scope, target and basis are the same; the rest is then replaced.
   *
   * @param connection the transaction's connection
   * @param closures the closures, without two of the same key
   * @return how many were new, changed and unchanged
   */
  Written write(Connection connection, List<Row> closures);

  /**
   * A closure as it stands in the file.
   *
   * @param school the school
   * @param first the first day
   * @param last the last day (inclusive)
   * @param scope {@code school}, {@code grade}, {@code homeroom} or {@code group}
   * @param target a grade's code, a homeroom's id or a group's name; empty for the whole school
   * @param basis {@code ART20}, {@code ART63} or {@code STAGGERED}
   * @param reason why, as remarks print it; empty when none
   * @param onlineLessons whether lessons were held online
   * @param authority who decided; empty when unknown
   * @param reportedTo to whom it was reported; empty when unknown
   * @param reportedOn when it was reported
   */
  record Row(
      SchoolId school,
      LocalDate first,
      LocalDate last,
      String scope,
      String target,
      String basis,
      String reason,
      boolean onlineLessons,
      String authority,
      String reportedTo,
      Optional<LocalDate> reportedOn) {}

  /**
   * What a write did.
   *
   * @param added closures that were new
   * @param changed closures that were different
   * @param unchanged closures that were the same
   */
  record Written(int added, int changed, int unchanged) {}
}
