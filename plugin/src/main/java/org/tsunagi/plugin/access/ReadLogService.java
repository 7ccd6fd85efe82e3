// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.domain.AccessSetting;
import org.tsunagi.plugin.access.domain.ReadEntry;
import org.tsunagi.plugin.access.domain.StaysRule;
import org.tsunagi.plugin.access.persistence.AccessSettingRows;
import org.tsunagi.plugin.access.persistence.ReadLogRows;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;

/** Shows who read what is kept about a child, to the school and as a paper for the family. */
@Component(service = ReadLogService.class)
public final class ReadLogService {
  private static final int SHOWN = 200;
  private static final int PRINTED = 1000;

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final StudentDirectory students;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public ReadLogService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference StudentDirectory students,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.students = students;
    this.clock = clock;
  }

  /**
   * What a family is handed.
   *
   * @param student the child
   * @param entries the readings, newest first; without names where the setting says so
   */
  public record FamilyLog(StudentRecord student, List<ReadEntry> entries) {}

  /** Lists the newest 200 readings of a child whose record was read before. */
  public List<ReadEntry> list(Actor actor, StudentRecord student) {
    gate.require(actor, Privilege.AUDIT_READ, new Target.OfStudent(student.id(), student.stays()));
    return transactions.runSql(
        connection -> new ReadLogRows(connection).list(student.id(), 0, SHOWN));
  }

  /** Returns what a family is handed; that it was is noted in the audit chain. */
  public FamilyLog forFamily(Actor actor, StudentId student) {
    Optional<StudentRecord> record = students.findRecord(student);
    List<Enrolment> stays = record.map(StudentRecord::stays).orElse(List.of());
    gate.require(actor, Privilege.AUDIT_READ, new Target.OfStudent(student, stays));
    return transactions.runSql(
        connection -> {
          AccessSetting setting = new AccessSettingRows(connection).newest();
          List<ReadEntry> entries = new ReadLogRows(connection).list(student, 0, PRINTED);
          audit.record(
              connection,
              actor,
              StaysRule.listCounting(stays, clock.today()).stream()
                  .map(Enrolment::school)
                  .findFirst(),
              "readLog.print",
              "student:" + student.value(),
              Map.of("readings", Integer.toString(entries.size())));
          return new FamilyLog(
              record.orElseThrow(Missing::new),
              entries.stream().map(one -> shown(one, setting)).toList());
        });
  }

  private static ReadEntry shown(ReadEntry entry, AccessSetting setting) {
    String name = setting.readerNames().equals("name") ? entry.actorName() : "";
    return new ReadEntry(
        entry.readAt(),
        "",
        name,
        entry.actorTitle().isEmpty() ? "学校の教職員" : entry.actorTitle(),
        entry.schoolId(),
        entry.section(),
        entry.way(),
        entry.reason());
  }
}
