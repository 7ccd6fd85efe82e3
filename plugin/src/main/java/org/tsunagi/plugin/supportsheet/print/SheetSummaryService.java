// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.SheetAccess;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.SectionClass;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.OpenPart;
import org.tsunagi.plugin.supportsheet.SheetService;
import org.tsunagi.plugin.supportsheet.SheetTaskService;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/**
 * Puts the one-page summary together from the general sections of 共通シート and from what was agreed.
 * Sections of class I and restricted notes are never asked.
 */
@Component(service = SheetSummaryService.class)
public final class SheetSummaryService {
  private final Gate gate;
  private final SheetAccess access;
  private final StudentDirectory students;
  private final StaffDirectory staff;
  private final SheetService sheets;
  private final SheetTaskService tasks;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public SheetSummaryService(
      @Reference Gate gate,
      @Reference SheetAccess access,
      @Reference StudentDirectory students,
      @Reference StaffDirectory staff,
      @Reference SheetService sheets,
      @Reference SheetTaskService tasks,
      @Reference AuditTrail audit,
      @Reference Transactions transactions,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.access = access;
    this.students = students;
    this.staff = staff;
    this.sheets = sheets;
    this.tasks = tasks;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Shows the summary of a child whose record was read before; the reading is noted. */
  public SheetSummary open(Actor actor, StudentRecord student) {
    OpenPart common = sheets.open(actor, student, SheetKey.COMMON);
    gate.require(actor, Privilege.SHEET_READ, common.place().target());
    List<SheetTaskService.Task> agreed = tasks.list(actor, student);
    Optional<Homeroom> room = common.place().stay().homeroom().flatMap(student::homeroom);
    return new SheetSummary(
        student.student().name(),
        student.student().kana(),
        place(student, common.place().stay(), room),
        text(actor, common, "strengths"),
        text(actor, common, "helps"),
        text(actor, common, "avoids"),
        agreed.stream().limit(SheetSummary.MEASURES).map(this::measure).toList(),
        Math.max(0, agreed.size() - SheetSummary.MEASURES),
        room.map(this::teachers).orElse(""),
        text(actor, common, "contacts"));
  }

  /** Opens the summary to be printed; that is noted too. */
  public SheetSummary print(Actor actor, StudentId student) {
    Optional<StudentRecord> found = students.findRecord(student);
    gate.require(
        actor,
        Privilege.SHEET_READ,
        new Target.OfStudent(student, found.map(StudentRecord::stays).orElse(List.of())));
    StudentRecord record = found.orElseThrow(Missing::new);
    SheetSummary summary = open(actor, record);
    transactions.runSql(
        connection -> {
          audit.record(
              connection,
              actor,
              record.stays().stream().reduce((first, last) -> last).map(Enrolment::school),
              "sheet.print",
              "student:" + student.value(),
              Map.of("parts", "summary", "format", "pdf", "sensitive", "false"));
          return true;
        });
    return summary;
  }

  /** Returns a text of a general section that may be printed; empty of any other. */
  private String text(Actor actor, OpenPart part, String field) {
    boolean printable =
        part.form().sections().stream()
            .filter(section -> section.fields().stream().anyMatch(one -> one.id().equals(field)))
            .filter(section -> section.sharing().code().equals(SectionClass.GENERAL.code()))
            .anyMatch(
                section ->
                    access.permits(
                        actor,
                        part.place().target(),
                        SectionClass.GENERAL,
                        part.stage(),
                        SheetAction.PRINT));
    return printable ? SheetSummary.fit(part.view().content().text(field)) : "";
  }

  private SheetSummary.Measure measure(SheetTaskService.Task task) {
    return new SheetSummary.Measure(
        task.text(),
        task.person(),
        task.dueOn().isEmpty()
            ? ""
            : JapaneseDates.dayAndWeekday(LocalDate.parse(task.dueOn()), Locale.JAPANESE));
  }

  private String teachers(Homeroom room) {
    return staff.listHomeroomTeachers(room.id(), clock.today()).stream()
        .map(StaffMember::name)
        .collect(Collectors.joining("、"));
  }

  private static String place(StudentRecord student, Enrolment stay, Optional<Homeroom> room) {
    return (student.school(stay.school()).map(School::name).orElse("")
            + "　"
            + stay.grade().label()
            + "　"
            + room.map(Homeroom::name).orElse(""))
        .strip();
  }
}
