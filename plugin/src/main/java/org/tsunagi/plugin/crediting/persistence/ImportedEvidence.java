// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.domain.EvidenceEntry;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** Evidence as imports bring it. */
final class ImportedEvidence {
  private static final JobCounts ADDED = new JobCounts(1, 0, 0, 0, 0);
  private static final JobCounts CHANGED = new JobCounts(0, 1, 0, 0, 0);
  private static final JobCounts UNCHANGED = new JobCounts(0, 0, 1, 0, 0);

  private final EvidenceTable evidence;
  private final String replaced;

  ImportedEvidence(EvidenceTable evidence, String replaced) {
    this.evidence = evidence;
    this.replaced = replaced;
  }

  /** By what two entries of evidence are the same one. */
  private record Day(EvidenceEntry entry) {
    static Day of(EvidenceEntry one) {
      return new Day(
          new EvidenceEntry(
              one.student(),
              one.on(),
              one.kind(),
              java.util.OptionalInt.empty(),
              "",
              one.who(),
              one.role(),
              one.facility()));
    }
  }

  JobCounts write(Connection connection, List<CreditingIntake.Evidence> rows, Signature by) {
    List<StudentId> students = rows.stream().map(one -> one.entry().student()).distinct().toList();
    Map<Day, List<EvidenceTable.Kept>> free = new HashMap<>();
    for (EvidenceTable.Kept one : evidence.listInForce(connection, students)) {
      free.computeIfAbsent(Day.of(one.entry()), key -> new ArrayList<>()).add(one);
    }
    JobCounts counts = JobCounts.NONE;
    List<CreditingIntake.Evidence> others = new ArrayList<>();
    for (CreditingIntake.Evidence one : rows) {
      List<EvidenceTable.Kept> kept = free.getOrDefault(Day.of(one.entry()), List.of());
      Optional<EvidenceTable.Kept> same =
          kept.stream().filter(old -> old.entry().equals(one.entry())).findFirst();
      if (same.isPresent()) {
        kept.remove(same.get());
        counts = counts.plus(UNCHANGED);
      } else {
        others.add(one);
      }
    }
    for (CreditingIntake.Evidence one : others) {
      List<EvidenceTable.Kept> left = free.getOrDefault(Day.of(one.entry()), List.of());
      boolean replaces = !left.isEmpty();
      if (replaces) {
        evidence.voidEntry(connection, left.remove(0), by.name(), by.at(), replaced);
      }
      evidence.add(connection, one.school(), one.entry(), "csv", by);
      counts = counts.plus(replaces ? CHANGED : ADDED);
    }
    return counts;
  }
}
