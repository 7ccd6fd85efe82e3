// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.CreditingCommand;
import org.tsunagi.plugin.crediting.CreditingDesk;
import org.tsunagi.plugin.crediting.FacilityCommand;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.testing.TestDatabases;

/** Twenty days of June, on one of which the child was at the facility every other day. */
final class CreditingSchool {
  static final StudentId CHILD = new StudentId("A");

  final Fixture fixture;
  final CreditingDesk desk;
  final Actor principal;

  CreditingSchool(TestDatabases.Named database) {
    fixture = new Fixture(database, LocalDate.of(2026, 7, 31));
    desk =
        new CreditingDesk(
            fixture, fixture.transactions, fixture, fixture, fixture.host, fixture.counting);
    Homeroom room = fixture.room("1組", Grade.J2);
    fixture.stay("A", room);
    fixture.stay("B", room);
    fixture.plan(Grade.J2, true, days());
    principal =
        new Actor(
            "p1",
            "大野",
            List.of(
                new Post(
                    HostRole.PRINCIPAL,
                    Optional.of(Fixture.SCHOOL),
                    Optional.empty(),
                    LocalDate.of(2000, 4, 1),
                    Optional.empty())),
            Set.of(),
            false);
  }

  static List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    for (int day = 1; day <= 10; day++) {
      days.add(LocalDate.of(2026, 6, day));
      days.add(LocalDate.of(2026, 7, day));
    }
    days.sort(null);
    return days;
  }

  void facility(String id, String kind, boolean publicBody) {
    desk.facilities.save(
        fixture.actor,
        id,
        new FacilityCommand(
            0,
            id + "教室",
            kind,
            "栃木県",
            "みなも市",
            publicBody,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  void mark(String student, String code, String facility, int month, int... on) {
    List<MarkChange> changes = new ArrayList<>();
    for (int day : on) {
      LocalDate date = LocalDate.of(2026, month, day);
      AttendanceMark mark =
          new AttendanceMark(
              Fixture.SCHOOL,
              new StudentId(student),
              date,
              code,
              "",
              facility,
              "",
              false,
              false,
              OptionalInt.empty(),
              Optional.empty(),
              "");
      changes.add(
          new MarkChange(
              Fixture.SCHOOL,
              new StudentId(student),
              date,
              Optional.of(mark),
              new MarkChange.Author("t1", "先生", "教諭"),
              "",
              fixture.now()));
    }
    fixture.host.book.write(changes);
  }

  String apply(String kind, @Nullable String facility) {
    return apply(CHILD, kind, facility);
  }

  String apply(CreditingCommand.Application command) {
    return desk.creditings.apply(fixture.actor, CHILD, command);
  }

  String apply(StudentId student, String kind, @Nullable String facility) {
    return desk.creditings.apply(
        fixture.actor,
        student,
        new CreditingCommand.Application(
            null,
            kind,
            null,
            facility,
            null,
            null,
            null,
            LocalDate.of(2026, 6, 1),
            LocalDate.of(2026, 7, 31),
            "計画",
            ""));
  }

  ApplicationView view(String id) {
    return desk.creditings.view(fixture.actor, id);
  }

  void confirmAll(String id, Set<String> except) {
    for (ApplicationView.ConditionState one : view(id).conditions()) {
      if (!except.contains(one.id())) {
        desk.conditions.confirm(
            fixture.actor,
            id,
            one.id(),
            new CreditingCommand.Confirmation(one.entry(), true, "確かめた", List.of("面談 6/1"), null));
      }
    }
  }

  CreditingCommand.Decision decision(String id, String outcome, String... days) {
    List<CreditingCommand.Days> ranges = new ArrayList<>();
    for (int i = 0; i < days.length; i += 2) {
      ranges.add(new CreditingCommand.Days(LocalDate.parse(days[i]), LocalDate.parse(days[i + 1])));
    }
    ApplicationView.Row row = view(id).row();
    return new CreditingCommand.Decision(
        row.decision(), row.version(), outcome, ranges, "自立を助けると判断します。", "", null, null);
  }

  List<Integer> figures(String student) {
    Tally tally =
        fixture.tallies(false).stream()
            .filter(row -> row.student().equals(student))
            .findFirst()
            .orElseThrow()
            .count()
            .tally();
    return List.of(tally.daysAbsent(), tally.daysPresent(), tally.creditedDays());
  }
}
