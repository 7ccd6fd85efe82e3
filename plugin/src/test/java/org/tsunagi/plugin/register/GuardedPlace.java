// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.CreditingCommand;
import org.tsunagi.plugin.crediting.CreditingService;
import org.tsunagi.plugin.crediting.DecisionService;
import org.tsunagi.plugin.crediting.EvidenceLine;
import org.tsunagi.plugin.crediting.EvidenceService;
import org.tsunagi.plugin.crediting.FacilityCommand;
import org.tsunagi.plugin.crediting.FacilityService;
import org.tsunagi.plugin.crediting.IctRuleCommand;
import org.tsunagi.plugin.crediting.IctRuleService;
import org.tsunagi.plugin.crediting.LearningResultService;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.exemption.AcceptanceService;
import org.tsunagi.plugin.exemption.Wanted;
import org.tsunagi.plugin.exemption.domain.AcceptanceOrder;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.watch.ContactCommand;
import org.tsunagi.plugin.watch.TaskCommand;
import org.tsunagi.plugin.watch.WatchNoteService;
import org.tsunagi.plugin.watch.WatchTaskService;

/**
 * A student with one of everything on file, and how the homeroom teacher of own-1 stands to it.
 *
 * @param name for the test's name
 * @param school the school
 * @param homeroom the homeroom
 * @param student the student
 * @param application an application for 出席扱い
 * @param evidence an entry of evidence
 * @param result a learning result
 * @param acceptance the principal's word on an exempt day
 * @param closure a closure of the homeroom
 * @param task a task of the watch
 * @param contact a try to reach the home
 * @param rule a conversion rule of the school
 * @param file what the support of the student keeps
 * @param grant the relation that everybody is granted beside their post: {@code T}, {@code E} or
 *     nothing
 */
record GuardedPlace(
    String name,
    SchoolId school,
    HomeroomId homeroom,
    StudentId student,
    String application,
    String evidence,
    String result,
    String acceptance,
    String closure,
    String task,
    String contact,
    String rule,
    GuardedFile file,
    String grant) {
  static final LocalDate DAY = LocalDate.of(2026, 11, 5);
  static final LocalDate ABSENT = LocalDate.of(2026, 11, 9);
  static final CreditingCommand.Application APPLICATION = application(null);

  boolean isOwnClass() {
    return name.equals("own class");
  }

  boolean isOwnSchool() {
    return school.equals(RightsGround.OWN);
  }

  @Override
  public String toString() {
    return name;
  }

  static CreditingCommand.Application application(Integer version) {
    return new CreditingCommand.Application(
        version, "8", null, null, "教材", "担任", "学習", DAY, DAY.plusDays(30), "計画", "");
  }

  static FacilityCommand facility() {
    return new FacilityCommand(
        0, "教室", "1", "栃木県", "みなも市", true, null, null, null, null, null, null, null);
  }

  static IctRuleCommand rule(String level, SchoolId school, LocalDate first) {
    return new IctRuleCommand(
        level, school.value(), null, null, first, "minutes", null, 60, "day", null, "規程", "");
  }

  static CreditingCommand.Decision refusal(int basedOn) {
    return new CreditingCommand.Decision(
        basedOn, 1, "refused", List.of(), "まだ計画がありません。", "", null, null);
  }

  static CreditingCommand.Evidence newEvidence() {
    return new CreditingCommand.Evidence(DAY, "visit", null, "学習のようす", "辻", "teacher", null);
  }

  static EvidenceLine line() {
    String day = DAY.plusDays(1).toString();
    return new EvidenceLine(2, day, "visit", null, "学習のようす", "辻", "teacher", null);
  }

  static CreditingCommand.Result newResult() {
    return new CreditingCommand.Result("数学", DAY, DAY, "方程式", true, "面談", DAY);
  }

  static Wanted word(LocalDate day) {
    return new Wanted(
        "EXEMPT_EXAM",
        DateRange.of(day),
        Outcome.GRANTED,
        "",
        AcceptanceOrder.NONE,
        Optional.empty());
  }

  static ClosureIntake.Row closure(SchoolId school, HomeroomId room, LocalDate day) {
    return new ClosureIntake.Row(
        school, day, day, "homeroom", room.value(), "ART20", "", false, "", "", Optional.empty());
  }

  static TaskCommand task(StudentId student, int version) {
    return new TaskCommand(
        version, student.value(), null, "電話する", null, RightsGround.TODAY.plusDays(3), false);
  }

  static ContactCommand newContact() {
    return new ContactCommand(DAY, "phone", true, true, "", "", "");
  }

  /** Lays one of everything out. */
  static GuardedPlace lay(
      RightsGround ground, String name, SchoolId school, String room, String id, String grant) {
    Assembly services = ground.open;
    Actor by = RightsGround.actor(HostRole.PRINCIPAL, true);
    StudentId student = new StudentId(id);
    HomeroomId homeroom = new HomeroomId(room);
    ground.mark(school, student, DAY.plusDays(1), "EXEMPT_EXAM");
    ground.mark(school, student, DAY, "CREDITED_ICT");
    ground.mark(school, student, ABSENT, "ABSENT_ILLNESS");
    String task = services.get(WatchTaskService.class).begin(by, task(student, 0)).id();
    String application = services.get(CreditingService.class).apply(by, student, APPLICATION);
    services
        .get(DecisionService.class)
        .decide(RightsGround.principal(school), application, refusal(0));
    String entry = services.get(EvidenceService.class).add(by, student, newEvidence());
    GuardedAttachments.layEvidence(services, by, entry);
    GuardedCurricula.lay(services, by, school);
    return new GuardedPlace(
        name,
        school,
        homeroom,
        student,
        application,
        entry,
        services.get(LearningResultService.class).add(by, student, newResult()),
        services.get(AcceptanceService.class).decide(by, student, word(DAY.plusDays(1))),
        services
            .get(ClosureService.class)
            .add(by, closure(school, homeroom, LocalDate.of(2026, 11, 2)), false)
            .id(),
        task,
        services.get(WatchNoteService.class).addContact(by, student, newContact()),
        services
            .get(IctRuleService.class)
            .add(by, rule("school", school, LocalDate.of(2026, 4, 1).plusDays(id.charAt(0)))),
        GuardedFile.lay(ground, by, student),
        grant);
  }

  /** Lays out the places where a post can stand to something. */
  static List<GuardedPlace> all(RightsGround ground) {
    ground
        .open
        .get(FacilityService.class)
        .save(RightsGround.actor(HostRole.PRINCIPAL, true), "F1", facility());
    SchoolId own = RightsGround.OWN;
    SchoolId other = RightsGround.OTHER;
    GuardedFile.team(ground, own, new StudentId("T"));
    GuardedFile.emergency(ground, own, new StudentId("E"));
    GuardedFile.team(ground, other, new StudentId("Y"));
    // A grant of another school's: it must open nothing at the child's own one.
    GuardedFile.team(ground, other, new StudentId("B"));
    GuardedFile.emergency(ground, other, new StudentId("B"));
    return List.of(
        lay(ground, "own class", own, "own-1", "A", ""),
        lay(ground, "same school", own, "own-2", "B", ""),
        lay(ground, "own team", own, "own-3", "T", "T"),
        lay(ground, "emergency", own, "own-4", "E", "E"),
        lay(ground, "other school", other, "other-1", "X", ""),
        lay(ground, "team of another school", other, "other-2", "Y", "T"));
  }
}
