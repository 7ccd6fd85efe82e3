// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.code.domain.DecisionNeed;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.CreditingCommand;
import org.tsunagi.plugin.crediting.CreditingDesk;
import org.tsunagi.plugin.crediting.FacilityCommand;
import org.tsunagi.plugin.crediting.IctRuleCommand;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.exemption.AcceptanceService;
import org.tsunagi.plugin.exemption.Wanted;
import org.tsunagi.plugin.exemption.domain.AcceptanceOrder;
import org.tsunagi.plugin.exemption.persistence.AcceptanceTable;
import org.tsunagi.plugin.imports.domain.SchoolProfile;
import org.tsunagi.plugin.imports.persistence.SqlSchoolProfiles;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.testing.TestDatabases;
import org.tsunagi.testing.WorkedCases;

/**
 * A worked case of the texts written into the tables as a school's people would: the host tells
 * roster, calendar and marks, and everything else goes through the services. The school asks for
 * the principal's word on exempt days, so those words are on file too.
 */
final class StoredCase {
  private static final CodeCatalogue CODES = new ShippedCodes().catalogue();

  private final JsonNode one;
  private final JsonNode request;
  private final Map<String, Homeroom> rooms = new HashMap<>();
  private final int schoolYear;
  final Fixture fixture;
  private final CreditingDesk desk;
  private final AcceptanceService acceptances;
  private final Actor principal;

  StoredCase(TestDatabases.Named database, JsonNode one) {
    this.one = one;
    request = WorkedCases.request(one);
    schoolYear = request.path("schoolYear").asInt();
    fixture = new Fixture(database, LocalDate.of(schoolYear + 1, 3, 31));
    desk =
        new CreditingDesk(
            fixture, fixture.transactions, fixture, fixture, fixture.host, fixture.counting);
    acceptances =
        new AcceptanceService(
            fixture,
            fixture.transactions,
            fixture,
            fixture,
            fixture.host,
            new AcceptanceTable(),
            fixture.counting);
    principal =
        new Actor(
            "p1",
            "校長",
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

  /** Writes homerooms, planned days and stays. */
  void writeRoster() {
    for (JsonNode room : request.path("homerooms")) {
      room(room.asText());
    }
    List<LocalDate> planned = new ArrayList<>();
    request.path("plannedDays").forEach(day -> planned.add(LocalDate.parse(day.asText())));
    fixture.plan(Grade.P5, true, planned);
    request.path("students").forEach(this::stays);
    SchoolProfile profile =
        new SchoolProfile(Fixture.SCHOOL, request.path("prefecture").asText(), "", "public", "");
    fixture.transactions.runSql(
        connection -> {
          new SqlSchoolProfiles().save(connection, profile);
          return true;
        });
  }

  /** Writes settings, facilities, rule, marks, decisions and words. */
  void writeFacts() {
    fixture.settings.set(
        principal, Fixture.SCHOOL, Map.of(RegisterSettings.ACCEPTANCES_ASKED, "true"));
    request.path("facilities").forEach(this::facility);
    rule(request.path("ictRule"));
    request.path("students").forEach(this::student);
  }

  private Homeroom room(String name) {
    return rooms.computeIfAbsent(name.isEmpty() ? "1組" : name, id -> fixture.room(id, Grade.P5));
  }

  /** Enters the closures, forwards or backwards. */
  void close(boolean backwards) {
    Set<String> held = new HashSet<>();
    for (JsonNode student : one.path("input").path("students")) {
      student.path("online_special").path("held").forEach(date -> held.add(date.asText()));
    }
    List<Runnable> entries = new ArrayList<>();
    for (JsonNode closure : request.path("closures")) {
      for (JsonNode date : closure.path("dates")) {
        entries.add(() -> close(closure, date.asText(), held.contains(date.asText())));
      }
    }
    if (backwards) {
      Collections.reverse(entries);
    }
    entries.forEach(
        entry -> {
          entry.run();
          fixture.tallies(true);
        });
  }

  private void close(JsonNode closure, String date, boolean online) {
    String scope = closure.path("scope").asText();
    String target = scope.equals("school") ? "" : closure.path("target").asText();
    String basis = closure.path("basis").asText();
    ClosureIntake.Row row =
        new ClosureIntake.Row(
            Fixture.SCHOOL,
            LocalDate.parse(date),
            LocalDate.parse(date),
            scope,
            target,
            basis,
            basis.equals("ART63") ? "大雨" : "",
            online,
            "",
            "",
            Optional.empty());
    fixture.closures.add(principal, row, false);
  }

  private void facility(JsonNode facility) {
    desk.facilities.save(
        principal,
        facility.path("facilityId").asText(),
        new FacilityCommand(
            0,
            facility.path("name").asText(),
            "1",
            facility.path("prefecture").asText(),
            facility.path("municipality").asText(),
            true,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  private void rule(JsonNode rule) {
    desk.rules.add(
        principal,
        new IctRuleCommand(
            "installation",
            null,
            null,
            null,
            LocalDate.of(schoolYear, 4, 1),
            rule.path("basis").asText(),
            null,
            rule.path("minutesPerDay").asInt(),
            "day",
            null,
            "規程",
            ""));
  }

  private void stays(JsonNode student) {
    String id = student.path("id").asText();
    Homeroom room = room(student.path("homeroom").asText());
    LocalDate april = LocalDate.of(schoolYear, 4, 1);
    if (student.has("stays")) {
      for (JsonNode stay : student.path("stays")) {
        fixture.stay(
            id, room, LocalDate.parse(stay.path("admittedOn").asText()), day(stay, "leftOn"));
      }
    } else {
      fixture.stay(id, room, april, day(student, "leftOn"));
    }
  }

  private void student(JsonNode student) {
    String id = student.path("id").asText();
    Map<LocalDate, AttendanceMark> marks = new LinkedHashMap<>();
    for (JsonNode mark : student.path("marks")) {
      made(id, mark).ifPresent(made -> marks.put(made.date(), made));
    }
    write(marks);
    student.path("creditings").forEach(crediting -> decide(id, crediting, marks));
    marks.values().forEach(mark -> accept(id, mark));
  }

  private static Optional<LocalDate> day(JsonNode node, String name) {
    return node.has(name)
        ? Optional.of(LocalDate.parse(node.path(name).asText()))
        : Optional.empty();
  }

  /** Days on which a lesson was held but not joined need no mark; the closure tells of them. */
  private static Optional<AttendanceMark> made(String student, JsonNode mark) {
    boolean joined = mark.path("onlineSpecial").asBoolean();
    String code = mark.path("code").asText(joined ? "ONLINE_SPECIAL" : "");
    if (code.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AttendanceMark(
            Fixture.SCHOOL,
            new StudentId(student),
            LocalDate.parse(mark.path("date").asText()),
            code,
            mark.path("detail").asText(""),
            mark.path("facilityId").asText(""),
            "",
            false,
            joined,
            mark.has("minutes")
                ? OptionalInt.of(mark.path("minutes").asInt())
                : OptionalInt.empty(),
            Optional.empty(),
            ""));
  }

  private void write(Map<LocalDate, AttendanceMark> marks) {
    MarkChange.Author author = new MarkChange.Author("t1", "先生", "教諭");
    fixture.host.book.write(
        marks.values().stream()
            .map(
                mark ->
                    new MarkChange(
                        Fixture.SCHOOL,
                        mark.student(),
                        mark.date(),
                        Optional.of(mark),
                        author,
                        "",
                        fixture.now()))
            .toList());
  }

  /** Applies, confirms every condition and lets the principal decide. */
  private void decide(String student, JsonNode crediting, Map<LocalDate, AttendanceMark> marks) {
    AttendanceCode code = CODES.get(crediting.path("kind").asText());
    String facility =
        marks.values().stream()
            .filter(mark -> mark.code().equals(code.id()))
            .map(AttendanceMark::facility)
            .findFirst()
            .orElseThrow();
    LocalDate first = LocalDate.parse(crediting.path("firstOn").asText());
    LocalDate last = LocalDate.parse(crediting.path("lastOn").asText());
    String id =
        desk.creditings.apply(
            fixture.actor,
            new StudentId(student),
            new CreditingCommand.Application(
                null,
                code.kind(),
                code.id().equals("CREDITED_ACTIVITY") ? "EXCHANGE" : null,
                facility.isEmpty() ? null : facility,
                null,
                null,
                null,
                first,
                last,
                "計画",
                ""));
    boolean granted = crediting.path("decision").asText().equals("granted");
    ApplicationView view = desk.creditings.view(principal, id);
    if (granted) {
      for (ApplicationView.ConditionState state : view.conditions()) {
        desk.conditions.confirm(
            fixture.actor,
            id,
            state.id(),
            new CreditingCommand.Confirmation(state.entry(), true, "確かめた", List.of("面談"), null));
      }
    }
    ApplicationView.Row row = desk.creditings.view(principal, id).row();
    assertEquals(
        1,
        desk.decisions.decide(
            principal,
            id,
            new CreditingCommand.Decision(
                row.decision(),
                row.version(),
                crediting.path("decision").asText(),
                granted ? List.of(new CreditingCommand.Days(first, last)) : List.of(),
                "一人ひとりの状況から判断します。",
                "",
                null,
                null)));
  }

  /** Puts the principal's word, or the board's order, on file where the code asks for it. */
  private void accept(String student, AttendanceMark mark) {
    AttendanceCode code = CODES.get(mark.code());
    boolean order = code.decisionNeeded() == DecisionNeed.ORDER;
    if (code.effect() != CodeEffect.EXEMPT
        || (!order && code.decisionNeeded() != DecisionNeed.ACCEPTANCE)) {
      return;
    }
    Optional<LocalDate> before = Optional.of(mark.date().minusDays(1));
    acceptances.decide(
        principal,
        new StudentId(student),
        new Wanted(
            code.id(),
            DateRange.of(mark.date()),
            Outcome.GRANTED,
            "",
            order ? new AcceptanceOrder(before, before, "第1号", "課題") : AcceptanceOrder.NONE,
            Optional.empty()));
  }
}
