// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.guidancerecord.domain.CanonicalClosing;
import org.tsunagi.plugin.guidancerecord.domain.ClosedRow;
import org.tsunagi.plugin.guidancerecord.domain.Closing;
import org.tsunagi.plugin.guidancerecord.domain.ClosingRule;
import org.tsunagi.plugin.guidancerecord.domain.Difference;
import org.tsunagi.plugin.guidancerecord.domain.DifferenceRule;
import org.tsunagi.plugin.guidancerecord.persistence.ClosingTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** Closes a school's year with the principal's signature, and amends what was closed. */
@Component(service = ClosingService.class)
public final class ClosingService {
  private static final int LONGEST = 1000;

  private final Gate gate;
  private final Transactions transactions;
  private final StudentDirectory directory;
  private final ClassRecordService classes;
  private final RecordCounts counts;
  private final ClosingTable closings;
  private final ClosingSigner signer;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public ClosingService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference StudentDirectory directory,
      @Reference ClassRecordService classes,
      @Reference RecordCounts counts,
      @Reference ClosingTable closings,
      @Reference ClosingSigner signer,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.directory = directory;
    this.classes = classes;
    this.counts = counts;
    this.closings = closings;
    this.signer = signer;
    this.clock = clock;
  }

  /** Lists the closings of a school's year with what differs today. */
  public ClosingView list(Actor actor, SchoolId school, int schoolYear) {
    Target target = new Target.OfSchool(school);
    gate.require(actor, Privilege.RECORD_READ, target);
    boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target);
    return transactions.runSql(
        connection -> {
          List<Closing> all = closings.list(connection, school, schoolYear);
          List<ClosingView.Signed> signed = new ArrayList<>();
          List<ClosedRow> before = List.of();
          String previous = "";
          for (Closing closing : all) {
            List<ClosedRow> rows = closings.rows(connection, closing);
            boolean intact =
                closing.previousHash().equals(previous)
                    && CanonicalClosing.hash(closing, rows).equals(closing.hash());
            int changed =
                closing.number() == 1 ? 0 : DifferenceRule.compare(before, rows, one -> one).size();
            signed.add(ClosingView.Signed.of(closing, intact, changed));
            previous = closing.hash();
            before = rows;
          }
          List<Difference> differences =
              all.isEmpty()
                  ? List.of()
                  : differences(connection, before, now(connection, school, schoolYear), openly);
          return new ClosingView(school.value(), schoolYear, signed, named(differences));
        });
  }

  /**
   * Closes a year.
   *
   * @param note what the principal adds; may be empty
   * @param waitingReason why waiting days are closed as absent; empty where none may be
   * @throws RefusedException where the year is not over, a day is not settled, or it is closed
   */
  public ClosingView close(
      Actor actor, SchoolId school, int schoolYear, String note, String waitingReason) {
    gate.require(actor, Privilege.RECORD_CLOSE, new Target.OfSchool(school));
    lengths(note, waitingReason);
    transactions.runSql(
        connection -> {
          // The list joins this transaction, so that what is signed is what was checked.
          List<ClosingRule.OpenDays> open =
              open(
                  classes.list(
                      actor,
                      new ClassRecordService.Query(
                          school, schoolYear, Optional.empty(), Optional.empty())));
          Counting.Counted counted = counts.school(connection, school, schoolYear, Set.of());
          boolean closed = closings.newest(connection, school, schoolYear).isPresent();
          refuse(ClosingRule.check(open, daysToCome(counted), closed, waitingReason.strip()));
          boolean waits = open.stream().anyMatch(one -> !one.waiting().isEmpty());
          List<ClosedRow> rows = RecordCounts.closedRows(schoolYear, counted.students());
          signer.sign(
              connection,
              actor,
              new ClosingSigner.Draft(
                  school, schoolYear, 1, "", note, waits ? waitingReason.strip() : ""),
              rows);
          return true;
        });
    return list(actor, school, schoolYear);
  }

  /**
   * Amends a closing: the figures of today become the next number, and the ones before stay.
   *
   * @param basedOn the number that the principal saw
   * @param reason why
   * @throws Stale where another amendment came first
   * @throws RefusedException where there is nothing to amend or no reason
   */
  public ClosingView amend(
      Actor actor, SchoolId school, int schoolYear, int basedOn, String reason) {
    gate.require(actor, Privilege.RECORD_CLOSE, new Target.OfSchool(school));
    lengths(reason, "");
    if (reason.isBlank()) {
      refuse("REASON_NEEDED", "訂正の理由を入れてください。");
    }
    transactions.runSql(
        connection -> {
          Closing newest =
              closings
                  .newest(connection, school, schoolYear)
                  .orElseThrow(() -> refusal("NOT_CLOSED", "この年度はまだ締めていません。先に年度を締めてください。"));
          if (newest.number() != basedOn) {
            throw new Stale(Map.of("number", newest.number(), "savedBy", newest.signedBy().name()));
          }
          List<ClosedRow> rows = now(connection, school, schoolYear);
          if (DifferenceRule.compare(closings.rows(connection, newest), rows, one -> one)
              .isEmpty()) {
            refuse("NOTHING_TO_AMEND", "締めた数と今の数は同じです。訂正することはありません。");
          }
          signer.sign(
              connection,
              actor,
              new ClosingSigner.Draft(
                  school, schoolYear, newest.number() + 1, newest.hash(), reason, ""),
              rows);
          return true;
        });
    return list(actor, school, schoolYear);
  }

  private List<ClosedRow> now(Connection connection, SchoolId school, int schoolYear) {
    return RecordCounts.closedRows(
        schoolYear, counts.school(connection, school, schoolYear, Set.of()).students());
  }

  private int daysToCome(Counting.Counted counted) {
    LocalDate today = clock.today();
    Set<LocalDate> days = new TreeSet<>();
    counted
        .stays()
        .forEach(
            stay ->
                stay.stay().grade().calendar().days().stream()
                    .map(day -> day.date())
                    .filter(day -> day.isAfter(today) && stay.stay().period().contains(day))
                    .forEach(days::add));
    return days.size();
  }

  private List<Difference> differences(
      Connection connection, List<ClosedRow> closed, List<ClosedRow> now, boolean openly) {
    return DifferenceRule.compare(closed, now, counts.codeNames(connection, openly));
  }

  private List<ClosingView.Named> named(List<Difference> differences) {
    Map<StudentId, String> names =
        differences.isEmpty()
            ? Map.of()
            : directory
                .listStudents(
                    differences.stream().map(Difference::student).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Student::id, Student::name));
    return differences.stream()
        .map(
            one ->
                new ClosingView.Named(
                    one.student().value(),
                    names.getOrDefault(one.student(), one.student().value()),
                    one.grade().name(),
                    one.figures(),
                    one.days(),
                    one.remarks()))
        .toList();
  }

  /** Returns the days that stop a closing, by place and student. */
  static List<ClosingRule.OpenDays> open(ClassRecords records) {
    return records.lines().stream()
        .filter(line -> !line.unknown().isEmpty() || !line.waiting().isEmpty())
        .map(
            line ->
                new ClosingRule.OpenDays(
                    line.homeroom().isEmpty() ? line.row().grade().label() : line.homeroom(),
                    line.name(),
                    line.unknown(),
                    line.waiting()))
        .toList();
  }

  private static void lengths(String first, String second) {
    if (first.length() > LONGEST || second.length() > LONGEST) {
      refuse("TOO_LONG", "理由は1000字までにしてください。");
    }
  }

  private static void refuse(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      throw new RefusedException(refused);
    }
  }

  private static void refuse(String code, String message) {
    throw refusal(code, message);
  }

  private static RefusedException refusal(String code, String message) {
    return new RefusedException(
        new Decision.Refused(List.of(new Finding(code, Finding.Severity.ERROR, message))));
  }
}
