// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.ConditionEntry;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.DecisionOutcome;
import org.tsunagi.plugin.crediting.domain.FacilityEntry;
import org.tsunagi.plugin.crediting.domain.PrincipalDecision;
import org.tsunagi.plugin.crediting.domain.ProposedDecision;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.crediting.domain.StoredIctRule;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** Writes what imports bring, and leaves what is the same. */
@Component(service = CreditingIntake.class)
public final class ImportedCreditings implements CreditingIntake {
  private static final JobCounts ADDED = new JobCounts(1, 0, 0, 0, 0);
  private static final JobCounts CHANGED = new JobCounts(0, 1, 0, 0, 0);
  private static final JobCounts UNCHANGED = new JobCounts(0, 0, 1, 0, 0);
  private static final String REPLACED = "取込で置きかえ";

  private final FacilityTable facilities;
  private final ApplicationTable applications;
  private final DecisionTable decisions;
  private final ConditionTable conditions;
  private final ImportedEvidence evidence;
  private final IctRuleTable rules;
  private final ImportedAcceptances acceptances = new ImportedAcceptances();

  /** Makes it. */
  @Activate
  public ImportedCreditings(
      @Reference FacilityTable facilities,
      @Reference ApplicationTable applications,
      @Reference DecisionTable decisions,
      @Reference ConditionTable conditions,
      @Reference EvidenceTable evidence,
      @Reference IctRuleTable rules) {
    this.facilities = facilities;
    this.applications = applications;
    this.decisions = decisions;
    this.conditions = conditions;
    this.evidence = new ImportedEvidence(evidence, REPLACED);
    this.rules = rules;
  }

  @Override
  public Set<String> facilities(Connection connection) {
    Set<String> ids = new HashSet<>();
    facilities.list(connection).forEach(one -> ids.add(one.entry().place().id()));
    return ids;
  }

  @Override
  public JobCounts writeFacilities(
      Connection connection, List<FacilityEntry> entries, Signature by) {
    Map<String, FacilityTable.Kept> there = new HashMap<>();
    facilities.list(connection).forEach(one -> there.put(one.entry().place().id(), one));
    JobCounts counts = JobCounts.NONE;
    for (FacilityEntry entry : entries) {
      Optional<FacilityTable.Kept> before = Optional.ofNullable(there.get(entry.place().id()));
      FacilityEntry next = before.map(one -> entry.keeping(one.entry())).orElse(entry);
      if (before.map(FacilityTable.Kept::entry).equals(Optional.of(next))) {
        counts = counts.plus(UNCHANGED);
      } else {
        int version = before.map(FacilityTable.Kept::version).orElse(0);
        facilities.save(connection, next, version, by);
        counts = counts.plus(before.isPresent() ? CHANGED : ADDED);
      }
    }
    return counts;
  }

  @Override
  public JobCounts writeRules(Connection connection, List<StoredIctRule> rows, Signature by) {
    JobCounts counts = JobCounts.NONE;
    for (StoredIctRule one : rows) {
      Optional<StoredIctRule> before =
          rules.list(connection).stream()
              .filter(kept -> kept.voidReason().isEmpty())
              .map(IctRuleTable.Kept::rule)
              .filter(kept -> kept.scope().equals(one.scope()))
              .filter(kept -> kept.first().equals(one.first()))
              .findFirst();
      boolean same =
          before
              .map(
                  kept ->
                      kept.rule().equals(one.rule())
                          && kept.name().equals(one.name())
                          && kept.wording().equals(one.wording()))
              .orElse(false);
      if (!same) {
        before.ifPresent(
            kept -> rules.voidRule(connection, kept.id(), by.name(), by.at(), REPLACED));
        rules.add(connection, one, by);
      }
      counts = counts.plus(same ? UNCHANGED : before.isPresent() ? CHANGED : ADDED);
    }
    return counts;
  }

  /** By what two applications are the same one. */
  private record Key(StudentId student, ApplicationContent content) {
    static Key of(StudentId student, ApplicationContent content) {
      return new Key(
          student,
          new ApplicationContent(
              content.kind(),
              "",
              content.facility(),
              content.provider(),
              "",
              "",
              content.period(),
              "",
              ""));
    }
  }

  @Override
  public JobCounts writeCreditings(
      Connection connection, List<Crediting> creditings, Signature by) {
    List<StudentId> students = creditings.stream().map(Crediting::student).distinct().toList();
    List<CreditingApplication> there = applications.list(connection, students);
    List<String> ids = there.stream().map(CreditingApplication::id).toList();
    Map<String, PrincipalDecision> decided = decisions.listImported(connection, ids);
    Map<String, List<ConditionEntry>> found = conditions.listNewest(connection, ids);
    Map<Key, Deque<CreditingApplication>> free = new HashMap<>();
    for (CreditingApplication one : there) {
      free.computeIfAbsent(Key.of(one.student(), one.content()), key -> new ArrayDeque<>())
          .add(one);
    }
    JobCounts counts = JobCounts.NONE;
    for (Crediting one : creditings) {
      Deque<CreditingApplication> same =
          free.getOrDefault(Key.of(one.student(), one.content()), new ArrayDeque<>());
      if (same.isEmpty()) {
        CreditingApplication added =
            applications.add(connection, one.school(), one.student(), one.content(), true, by);
        write(connection, added, one, Optional.empty(), List.of(), by);
        counts = counts.plus(ADDED);
      } else {
        CreditingApplication before = same.remove();
        Optional<PrincipalDecision> last = Optional.ofNullable(decided.get(before.id()));
        List<ConditionEntry> entries = found.getOrDefault(before.id(), List.of());
        boolean changed = write(connection, before, one, last, entries, by);
        counts = counts.plus(changed ? CHANGED : UNCHANGED);
      }
    }
    return counts;
  }

  private boolean write(
      Connection connection,
      CreditingApplication application,
      Crediting row,
      Optional<PrincipalDecision> last,
      List<ConditionEntry> entries,
      Signature by) {
    boolean changed = false;
    for (Found one : row.conditions()) {
      changed |= condition(connection, application, one, entries, by);
    }
    boolean said =
        row.outcome() != DecisionOutcome.WAITING
            || !row.reason().isEmpty()
            || row.decidedOn().isPresent()
            || last.isPresent();
    Signature decided =
        new Signature(
            by.by(), row.decidedBy().isEmpty() ? by.name() : row.decidedBy(), "", by.at());
    if (said && !last.map(one -> same(one, row)).orElse(false)) {
      boolean granted = row.outcome() == DecisionOutcome.GRANTED;
      ProposedDecision proposed =
          new ProposedDecision(
              row.outcome(),
              granted ? List.of(row.content().period()) : List.of(),
              row.reason(),
              "",
              Optional.empty(),
              Set.of());
      decisions.add(
          connection,
          application,
          proposed,
          application.content().list(),
          row.decidedOn(),
          true,
          decided);
      changed = true;
    }
    return changed;
  }

  private static boolean same(PrincipalDecision one, Crediting row) {
    return one.said().outcome() == row.outcome()
        && one.said().reason().equals(row.reason())
        && one.decidedOn().equals(row.decidedOn())
        && (row.decidedBy().isEmpty() || one.decided().name().equals(row.decidedBy()));
  }

  private boolean condition(
      Connection connection,
      CreditingApplication application,
      Found found,
      List<ConditionEntry> entries,
      Signature by) {
    Optional<ConditionEntry> before =
        entries.stream().filter(one -> one.condition().equals(found.condition())).findFirst();
    boolean same =
        before
            .map(
                one ->
                    one.met() == found.met()
                        && one.on().equals(found.on())
                        && one.confirmed().name().equals(found.by())
                        && one.evidence().equals(found.evidence()))
            .orElse(false);
    if (!same) {
      conditions.add(
          connection,
          application,
          new ConditionEntry(
              found.condition(),
              before.map(ConditionEntry::entry).orElse(0) + 1,
              application.content().list(),
              "",
              found.met(),
              "",
              found.evidence(),
              found.on(),
              new Signature(by.by(), found.by(), "", by.at())));
    }
    return !same;
  }

  @Override
  public JobCounts writeAcceptances(Connection connection, List<Accepted> rows, Signature by) {
    JobCounts counts = JobCounts.NONE;
    for (Accepted one : rows) {
      counts = counts.plus(acceptances.write(connection, one, by, REPLACED));
    }
    return counts;
  }

  @Override
  public JobCounts writeEvidence(Connection connection, List<Evidence> rows, Signature by) {
    return evidence.write(connection, rows, by);
  }
}
