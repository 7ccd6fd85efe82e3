// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.ClosureEffect;
import org.tsunagi.plugin.register.persistence.GroupTable;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;

/** Keeps the groups in which students come to school by turns (分散登校). */
@Component(service = GroupService.class)
public final class GroupService {
  private static final int LONGEST_NAME = 60;

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final GroupTable groups;
  private final ClosureEffects effects;

  /** Makes the service. */
  @Activate
  public GroupService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference GroupTable groups,
      @Reference ClosureEffects effects) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.groups = groups;
    this.effects = effects;
  }

  /** Lists the members of a school's groups whose time has not ended before a school year. */
  public List<GroupView> list(Actor actor, SchoolId school, int schoolYear) {
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfSchool(school));
    LocalDate first = new SchoolYear(schoolYear).first();
    LocalDate last = new SchoolYear(schoolYear).last();
    return transactions.runSql(connection -> groups.list(connection, school, first, last));
  }

  /** Puts students into a group from a day on, and tells whose figures that changes. */
  public ClosureEffect add(
      Actor actor,
      SchoolId school,
      String group,
      List<StudentId> students,
      LocalDate first,
      Optional<LocalDate> last) {
    gate.require(actor, Privilege.CLOSURE_WRITE, new Target.OfSchool(school));
    MarkSaving.refuse(check(group, students, first, last));
    List<GroupIntake.Member> members =
        students.stream()
            .map(one -> new GroupIntake.Member(school, group, one, Optional.of(first), last))
            .toList();
    return transactions.runSql(
        connection -> {
          MarkSaving.refuse(enrolled(connection, school, students, first));
          ClosureEffect effect =
              watch(
                  connection,
                  school,
                  first,
                  () -> {
                    groups.writeMembers(connection, members);
                    return group;
                  });
          record(connection, actor, school, "closure.group", students.size(), first);
          return effect;
        });
  }

  /**
   * Ends a student's time in a group.
   *
   * @param first the first day of that time; empty for "always"
   * @param last the last day in the group
   */
  public ClosureEffect end(
      Actor actor,
      SchoolId school,
      String group,
      StudentId student,
      Optional<LocalDate> first,
      LocalDate last) {
    gate.require(actor, Privilege.CLOSURE_WRITE, new Target.OfSchool(school));
    if (first.isPresent() && last.isBefore(first.get())) {
      MarkSaving.refuse(List.of(ClosureChecks.error("DATES", "終わりの日が、始めの日より前です。日付を直してください。")));
    }
    GroupIntake.Member member =
        new GroupIntake.Member(school, group, student, first, Optional.of(last));
    return transactions.runSql(
        connection -> {
          if (!groups.has(connection, member)) {
            throw new Missing();
          }
          ClosureEffect effect =
              watch(
                  connection,
                  school,
                  last,
                  () -> {
                    groups.writeMembers(connection, List.of(member));
                    return group;
                  });
          record(connection, actor, school, "closure.group.end", 1, last);
          return effect;
        });
  }

  private ClosureEffect watch(
      Connection connection, SchoolId school, LocalDate on, Supplier<String> work) {
    int year = SchoolYear.of(on).year();
    return effects.watch(connection, school, year, Set.of(), false, work).effect();
  }

  private void record(
      Connection connection,
      Actor actor,
      SchoolId school,
      String action,
      int members,
      LocalDate on) {
    audit.record(
        connection,
        actor,
        Optional.of(school),
        action,
        "school:" + school,
        Map.of("members", Integer.toString(members), "on", on.toString()));
  }

  private List<Finding> enrolled(
      Connection connection, SchoolId school, List<StudentId> students, LocalDate on) {
    Set<StudentId> known = groups.listStudents(connection, school, SchoolYear.of(on).year());
    return known.containsAll(students)
        ? List.of()
        : List.of(
            ClosureChecks.error("NOT_ENROLLED", "この学校のこの年度の名簿にいない児童生徒がいます。一覧を読み直してから選んでください。"));
  }

  private static List<Finding> check(
      String group, List<StudentId> students, LocalDate first, Optional<LocalDate> last) {
    List<Finding> findings = new ArrayList<>();
    if (group.isBlank() || group.length() > LONGEST_NAME) {
      findings.add(ClosureChecks.error("GROUP", "グループの名前を、60字までで入れてください。"));
    }
    if (students.isEmpty()) {
      findings.add(ClosureChecks.error("MEMBERS", "児童生徒を1人以上選んでください。"));
    }
    if (last.isPresent() && last.get().isBefore(first)) {
      findings.add(ClosureChecks.error("DATES", "終わりの日が、始めの日より前です。日付を直してください。"));
    }
    return findings;
  }
}
