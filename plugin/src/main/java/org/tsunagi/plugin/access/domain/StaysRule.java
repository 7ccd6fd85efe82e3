// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.Enrolment;

/**
 * Which stays of a student open the record to a school.
 *
 * <p>Those that cover today. Where none does, the newest that has begun (a graduate's class still
 * writes its handover notes in March). Where none has begun, the first to come (a new entrant in
 * March). So the next school sees nothing before its first day, and the last school nothing that
 * comes after.
 */
public final class StaysRule {
  private StaysRule() {}

  /** Lists the stays that count on a day; empty when there are none at all. */
  public static List<Enrolment> listCounting(List<Enrolment> stays, LocalDate today) {
    List<Enrolment> covering = stays.stream().filter(stay -> stay.covers(today)).toList();
    if (!covering.isEmpty()) {
      return covering;
    }
    Comparator<Enrolment> byFirst = Comparator.comparing(Enrolment::first);
    Optional<Enrolment> newest =
        stays.stream().filter(stay -> !stay.first().isAfter(today)).max(byFirst);
    return newest.or(() -> stays.stream().min(byFirst)).stream().toList();
  }
}
