// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.DecisionOutcome;
import org.tsunagi.plugin.crediting.domain.EvidenceEntry;
import org.tsunagi.plugin.crediting.domain.FacilityEntry;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.crediting.domain.StoredIctRule;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Receives facilities, decisions and evidence that an import has read and checked. Whatever is the
 * same as before is left as it is; nothing is removed.
 *
 * <p>It checks no rights; the import has done so.
 */
public interface CreditingIntake {
  /** Returns the ids of all facilities. */
  Set<String> facilities(Connection connection);

  /** Writes facilities; what the file does not tell of one that is there stays. */
  JobCounts writeFacilities(Connection connection, List<FacilityEntry> facilities, Signature by);

  /** Writes rules; another rule of the same body from the same day voids the one before. */
  JobCounts writeRules(Connection connection, List<StoredIctRule> rules, Signature by);

  /** Writes applications with conditions and decision; another decision is a new one. */
  JobCounts writeCreditings(Connection connection, List<Crediting> creditings, Signature by);

  /** Writes acceptances; another word on the same days voids the one before. */
  JobCounts writeAcceptances(Connection connection, List<Accepted> acceptances, Signature by);

  /** Writes evidence; other content for the same day, kind, place and person voids the old one. */
  JobCounts writeEvidence(Connection connection, List<Evidence> evidence, Signature by);

  /**
   * A crediting as it stands in the file.
   *
   * @param school the school whose principal decided
   * @param student the student
   * @param content what was asked for
   * @param conditions what was found
   * @param outcome how it stands; waiting without a reason is no decision
   * @param decidedBy who decided; empty when not told
   * @param decidedOn when
   * @param reason why; empty when not told
   */
  record Crediting(
      SchoolId school,
      StudentId student,
      ApplicationContent content,
      List<Found> conditions,
      DecisionOutcome outcome,
      String decidedBy,
      Optional<LocalDate> decidedOn,
      String reason) {
    public Crediting {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * What was found about a condition.
   *
   * @param condition the condition's id
   * @param met whether it is met
   * @param by who found it
   * @param on when
   * @param evidence what it rests on
   */
  record Found(String condition, boolean met, String by, LocalDate on, List<String> evidence) {
    public Found {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * An acceptance as it stands in the file.
   *
   * @param school the school
   * @param student the student
   * @param code the id of the code it speaks of
   * @param period the days
   * @param outcome how it stands
   * @param decidedBy who decided; empty when not told
   * @param decidedOn when
   * @param reason why; empty when not told
   */
  record Accepted(
      SchoolId school,
      StudentId student,
      String code,
      DateRange period,
      Outcome outcome,
      String decidedBy,
      Optional<LocalDate> decidedOn,
      String reason) {}

  /**
   * An entry of evidence with the school that keeps it.
   *
   * @param school the school
   * @param entry the entry
   */
  record Evidence(SchoolId school, EvidenceEntry entry) {}
}
