// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotesRule;
import org.tsunagi.plugin.guidancerecord.persistence.ClosingTable;
import org.tsunagi.plugin.guidancerecord.persistence.NotesTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** A student's 出欠の記録 with its days, transfers, excerpt and annex, and the texts beside them. */
@Component(service = GuidanceRecordService.class)
public final class GuidanceRecordService {
  private final Gate gate;
  private final Transactions transactions;
  private final StudentDirectory directory;
  private final RecordCounts counts;
  private final ClosingTable closings;
  private final NotesTable notes;
  private final AuditTrail audit;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public GuidanceRecordService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference StudentDirectory directory,
      @Reference RecordCounts counts,
      @Reference ClosingTable closings,
      @Reference NotesTable notes,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.directory = directory;
    this.counts = counts;
    this.closings = closings;
    this.notes = notes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A record with the days of its year.
   *
   * @param record the record
   * @param days the days of the shown year up to today, by date
   */
  public record WithDays(RecordView record, List<DayVerdict> days) {}

  /** Shows a record; one year is counted now, closed years are shown as they were signed. */
  public WithDays view(Actor actor, StudentRecord student, int schoolYear) {
    return view(actor, student, schoolYear, Set.of(schoolYear));
  }

  /**
   * Shows a record.
   *
   * @param everyYear whether every year is counted now, and not the one alone
   */
  public WithDays view(Actor actor, StudentId student, int schoolYear, boolean everyYear) {
    StudentRecord record = record(actor, Privilege.RECORD_READ, student);
    return view(actor, record, schoolYear, everyYear ? years(record) : Set.of(schoolYear));
  }

  /** Shows a record of this year, or of the last one that has begun. */
  public WithDays viewLatest(Actor actor, StudentId student, boolean everyYear) {
    StudentRecord record = record(actor, Privilege.RECORD_READ, student);
    Set<Integer> years = years(record);
    int latest = years.stream().reduce((a, b) -> b).orElseThrow(Missing::new);
    return view(actor, record, latest, everyYear ? years : Set.of(latest));
  }

  private WithDays view(
      Actor actor, StudentRecord student, int schoolYear, Set<Integer> countedYears) {
    Target.OfStudent target = target(student);
    gate.require(actor, Privilege.RECORD_READ, target);
    if (student.stays().stream().noneMatch(stay -> stay.schoolYear() == schoolYear)) {
      throw new Missing();
    }
    boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target);
    return transactions.runSql(
        connection -> {
          Map<Integer, List<StayCount>> counted = new TreeMap<>();
          for (int year : countedYears) {
            counted.put(year, masked(counts.student(connection, student, year), openly));
          }
          audit.recordRead(
              connection,
              actor,
              schoolOf(student, schoolYear),
              student.id(),
              "guidance-record:" + schoolYear);
          RecordView view =
              new RecordAssembly(
                      student,
                      schoolYear,
                      counted,
                      closings.ofStudent(connection, student.id()),
                      notes.ofStudent(connection, student.id()),
                      openly,
                      clock.today())
                  .view(gate.permits(actor, Privilege.RECORD_WRITE, target));
          return new WithDays(view, days(counted.getOrDefault(schoolYear, List.of())));
        });
  }

  /** Lists the yearly rows that the common sheet takes, oldest first. */
  public List<YearlyRow> listYearlyRows(Actor actor, StudentId student) {
    StudentRecord record = record(actor, Privilege.RECORD_READ, student);
    return transactions.runSql(
        connection -> {
          List<YearlyRow> rows = new ArrayList<>();
          for (int year : years(record)) {
            rows.addAll(YearlyRow.of(year, counts.student(connection, record, year), record));
          }
          return rows;
        });
  }

  /**
   * Saves the texts beside the figures of a year as a new version; the same texts make none.
   *
   * @param school the school on whose row they stand; empty for the year's last one
   * @throws Stale where another version was saved meanwhile
   * @throws RefusedException where they can't be kept
   */
  public RecordView save(
      Actor actor,
      StudentId student,
      int schoolYear,
      Optional<SchoolId> school,
      RecordNotesBody body) {
    StudentRecord record = record(actor, Privilege.RECORD_WRITE, student);
    SchoolId place = school.orElseGet(() -> schoolOf(record, schoolYear));
    if (record.stays().stream()
        .noneMatch(stay -> stay.schoolYear() == schoolYear && stay.school().equals(place))) {
      throw new Missing();
    }
    RecordView before = view(actor, record, schoolYear).record();
    boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target(record));
    transactions.runSql(
        connection -> {
          Optional<NotesTable.Saved> newest = notes.newest(connection, place, student, schoolYear);
          RecordNotes known = newest.map(NotesTable.Saved::notes).orElse(RecordNotes.NONE);
          RecordNotes wanted = NotesMerge.withUnseen(body.toNotes(), known, before, openly);
          if (RecordNotesRule.check(wanted) instanceof Decision.Refused refused) {
            throw new RefusedException(refused);
          }
          int basedOn = body.version() == null ? 0 : body.version();
          int version = newest.map(NotesTable.Saved::version).orElse(0);
          if (basedOn != version) {
            throw new Stale(NotesMerge.conflict(wanted, newest));
          }
          if (!wanted.equals(known)) {
            append(
                connection,
                actor,
                student,
                new NotesTable.Saved(
                    place, schoolYear, version + 1, wanted, actor.name(), clock.now()));
          }
          return true;
        });
    return view(actor, record, schoolYear).record();
  }

  private void append(
      Connection connection, Actor actor, StudentId student, NotesTable.Saved saved) {
    if (!notes.add(connection, saved, student, actor)) {
      throw new Stale(
          NotesMerge.conflict(
              saved.notes(),
              notes.newest(connection, saved.school(), student, saved.schoolYear())));
    }
    audit.record(
        connection,
        actor,
        Optional.of(saved.school()),
        "record.notes",
        "student:" + student.value(),
        Map.of(
            "schoolYear", Integer.toString(saved.schoolYear()),
            "version", Integer.toString(saved.version())));
  }

  private StudentRecord record(Actor actor, Privilege privilege, StudentId student) {
    Optional<StudentRecord> found = directory.findRecord(student);
    gate.require(
        actor,
        privilege,
        new Target.OfStudent(student, found.map(StudentRecord::stays).orElse(List.of())));
    return found.orElseThrow(Missing::new);
  }

  private Set<Integer> years(StudentRecord student) {
    int present = SchoolYear.of(clock.today()).year();
    Set<Integer> years = new TreeSet<>();
    student.stays().stream()
        .map(Enrolment::schoolYear)
        .filter(year -> year <= present)
        .forEach(years::add);
    return years;
  }

  private static List<StayCount> masked(List<StayCount> stays, boolean openly) {
    return openly ? stays : stays.stream().map(StayCount::masked).toList();
  }

  private static List<DayVerdict> days(List<StayCount> stays) {
    return stays.stream()
        .flatMap(stay -> stay.days().stream())
        .sorted(Comparator.comparing(DayVerdict::date))
        .toList();
  }

  private static Target.OfStudent target(StudentRecord student) {
    return new Target.OfStudent(student.id(), student.stays());
  }

  private static SchoolId schoolOf(StudentRecord student, int schoolYear) {
    return student.stays().stream()
        .filter(stay -> stay.schoolYear() == schoolYear)
        .max(Comparator.comparing(Enrolment::first))
        .map(Enrolment::school)
        .orElseThrow(Missing::new);
  }
}
