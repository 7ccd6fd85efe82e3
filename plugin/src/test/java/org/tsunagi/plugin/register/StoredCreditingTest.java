// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.CreditingCommand;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.IctRuleCommand;
import org.tsunagi.plugin.crediting.PreviewView;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.DecisionOutcome;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

/** From an application to the counted day, on real databases. */
class StoredCreditingTest {
  private static List<String> codes(Runnable work) {
    RefusedException refused = assertThrows(RefusedException.class, work::run);
    return refused.refusal().findings().stream().map(Finding::code).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void grantedDaysCountUntilTheDecisionIsAmendedOrTakenBack(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.facility("F1", "1", true);
    school.mark("A", "CREDITED_SUPPORT_CENTER", "F1", 6, 1, 2, 3);
    school.mark("A", "CREDITED_SUPPORT_CENTER", "F1", 7, 1, 2);
    assertEquals(List.of(5, 15, 0), school.figures("A"));
    String id = school.apply("1", "F1");
    assertEquals(List.of(5, 15, 0), school.figures("A"));
    assertEquals(
        List.of(
            "CONDITION_OPEN",
            "CONDITION_OPEN",
            "CONDITION_OPEN",
            "CONDITION_OPEN",
            "CONDITION_OPEN"),
        codes(
            () ->
                school.desk.decisions.decide(
                    school.principal,
                    id,
                    school.decision(id, "granted", "2026-06-01", "2026-06-30"))));
    school.confirmAll(id, Set.of("B1-4"));
    PreviewView preview =
        school.desk.decisions.preview(
            school.fixture.actor, id, school.decision(id, "granted", "2026-06-01", "2026-06-30"));
    assertEquals(new PreviewView.Figures(20, 0, 20, 5, 15, 0), preview.now());
    assertEquals(new PreviewView.Figures(20, 0, 20, 2, 18, 3), preview.after());
    assertEquals(List.of(new PreviewView.Remark("出席扱い3日（みなも市F1教室）", true)), preview.remarks());
    assertEquals(3, preview.days().stream().filter(PreviewView.Day::moves).count());
    assertEquals(
        List.of("waiting", "waiting"),
        preview.days().stream().map(PreviewView.Day::why).filter(w -> !w.isEmpty()).toList());
    assertEquals(List.of(5, 15, 0), school.figures("A"));
    decide(school, id, "granted", "2026-06-01", "2026-06-30");
    assertEquals(List.of(2, 18, 3), school.figures("A"));
    decide(school, id, "granted", "2026-06-02", "2026-06-02", "2026-07-01", "2026-07-31");
    assertEquals(List.of(2, 18, 3), school.figures("A"));
    decide(school, id, "withdrawn");
    assertEquals(List.of(5, 15, 0), school.figures("A"));
    assertEquals(
        List.of(3, 2, 1),
        school.view(id).decisions().stream().map(ApplicationView.Decided::number).toList());
    assertEquals("withdrawn", school.view(id).row().state());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void marksFromBeforeTheApplicationCountUnderTheOnlyFacilityThatIsGranted(
      TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.facility("F1", "1", true);
    school.facility("F2", "1", true);
    school.mark("A", "CREDITED_SUPPORT_CENTER", "", 6, 1, 2, 3);
    String id = school.apply("1", "F1");
    school.confirmAll(id, Set.of());
    PreviewView preview =
        school.desk.decisions.preview(
            school.fixture.actor, id, school.decision(id, "granted", "2026-06-01", "2026-06-30"));
    assertEquals(List.of(new PreviewView.Remark("出席扱い3日（みなも市F1教室）", true)), preview.remarks());
    assertEquals(3, preview.days().stream().filter(PreviewView.Day::moves).count());
    decide(school, id, "granted", "2026-06-01", "2026-06-30");
    assertEquals(List.of(0, 20, 3), school.figures("A"));
    String second = school.apply("1", "F2");
    school.confirmAll(second, Set.of());
    decide(school, second, "granted", "2026-06-03", "2026-06-30");
    assertEquals(List.of(1, 19, 2), school.figures("A"));
  }

  private static void decide(CreditingSchool school, String id, String outcome, String... days) {
    school.desk.decisions.decide(school.principal, id, school.decision(id, outcome, days));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void onlyThePrincipalDecidesAndOnlyOnWhatWasRead(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.facility("F1", "1", true);
    String id = school.apply("1", "F1");
    school.confirmAll(id, Set.of());
    CreditingCommand.Decision read = school.decision(id, "granted", "2026-06-01", "2026-06-30");
    assertThrows(
        NotPermitted.class, () -> school.desk.decisions.decide(school.fixture.actor, id, read));
    assertEquals(1, school.desk.decisions.decide(school.principal, id, read));
    assertThrows(Stale.class, () -> school.desk.decisions.decide(school.principal, id, read));
    school.fixture.denied.add(Privilege.CREDITING_DECIDE);
    assertThrows(NotPermitted.class, () -> decide(school, id, "withdrawn"));
    school.fixture.denied.add(Privilege.CREDITING_WRITE);
    assertThrows(NotPermitted.class, () -> school.apply("1", "F1"));
    assertThrows(NotPermitted.class, () -> school.confirmAll(id, Set.of()));
    school.fixture.denied.add(Privilege.CREDITING_READ);
    assertThrows(NotPermitted.class, () -> school.view(id));
    assertThrows(
        NotPermitted.class,
        () -> school.desk.creditings.listOf(school.fixture.actor, CreditingSchool.CHILD));
    assertTrue(school.fixture.audited.contains("crediting.decide"));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void privateFacilityNeedsTheBoardsWord(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.facility("F6", "6", false);
    String id = school.apply("6", "F6");
    school.confirmAll(id, Set.of());
    assertEquals(
        List.of("BOARD_CONSULTATION_NEEDED"),
        codes(() -> decide(school, id, "granted", "2026-06-01", "2026-06-30")));
    school.desk.conditions.consult(
        school.fixture.actor,
        id,
        new CreditingCommand.Talk(LocalDate.of(2026, 6, 1), "学校教育課", "電話", "適切と確認"));
    decide(school, id, "granted", "2026-06-01", "2026-06-30");
    assertEquals("granted", school.view(id).row().state());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void learningAtHomeCountsInMonthsWithVisitsByTheRuleOfTheBody(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.mark("A", "CREDITED_ICT", "", 6, 1, 2, 3);
    school.mark("A", "CREDITED_ICT", "", 7, 1, 2);
    String id = school.apply("8", null);
    school.confirmAll(id, Set.of("B2-3", "B2-7"));
    school.desk.rules.add(
        school.fixture.actor,
        new IctRuleCommand(
            "installation",
            null,
            null,
            null,
            LocalDate.of(2026, 4, 1),
            "visits",
            2,
            null,
            null,
            null,
            "市規程",
            ""));
    assertEquals(
        List.of("CONDITION_OPEN"),
        codes(() -> decide(school, id, "granted", "2026-06-01", "2026-06-30")));
    visit(school, 6, 4);
    decide(school, id, "granted", "2026-06-01", "2026-06-30");
    assertEquals(List.of(5, 15, 0), school.figures("A"));
    visit(school, 6, 5);
    assertEquals(List.of(2, 18, 3), school.figures("A"));
    assertEquals(
        List.of("CONDITION_OPEN"),
        codes(() -> decide(school, id, "granted", "2026-06-01", "2026-07-31")));
  }

  private static String visit(CreditingSchool school, int month, int day) {
    return school.desk.evidence.add(
        school.fixture.actor,
        CreditingSchool.CHILD,
        new CreditingCommand.Evidence(
            LocalDate.of(2026, month, day), "visit", null, "学習のようす", "辻", "socialWorker", null));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void decisionsEndWithTheStayAndDoNotComeBack(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.facility("F1", "1", true);
    Homeroom room = school.fixture.room("2組", Grade.J2);
    school.fixture.stay("C", room, LocalDate.of(2026, 4, 1), Optional.of(LocalDate.of(2026, 6, 5)));
    school.fixture.stay("C", room, LocalDate.of(2026, 7, 1), Optional.empty());
    school.mark("C", "CREDITED_SUPPORT_CENTER", "F1", 6, 1, 2);
    school.mark("C", "CREDITED_SUPPORT_CENTER", "F1", 7, 1, 2);
    assertEquals(new JobCounts(1, 0, 0, 0, 0), take(school, crediting("C", "granted")));
    List<TallyRow> rows =
        school.fixture.tallies(false).stream().filter(r -> r.student().equals("C")).toList();
    assertEquals(2, rows.get(0).count().tally().creditedDays());
    assertEquals(0, rows.get(1).count().tally().creditedDays());
  }

  private static CreditingIntake.Crediting crediting(String student, String outcome) {
    return new CreditingIntake.Crediting(
        Fixture.SCHOOL,
        new StudentId(student),
        new ApplicationContent(
            "1",
            "B1",
            "F1",
            "",
            "",
            "",
            new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)),
            "",
            ""),
        List.of(
            new CreditingIntake.Found("B1-1", true, "佐々木", LocalDate.of(2026, 5, 1), List.of())),
        DecisionOutcome.find(outcome).orElseThrow(),
        "大野",
        Optional.of(LocalDate.of(2026, 5, 2)),
        "理由");
  }

  private static JobCounts take(CreditingSchool school, CreditingIntake.Crediting row) {
    return school.fixture.transactions.runSql(
        connection -> school.desk.intake.writeCreditings(connection, List.of(row), by(school)));
  }

  private static Signature by(CreditingSchool school) {
    return new Signature("i1", "連携", "取り込み", school.fixture.now());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void importedDecisionIsTheSameTwiceAndANewOneWhenItDiffers(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.facility("F1", "1", true);
    school.mark("A", "CREDITED_SUPPORT_CENTER", "F1", 6, 1, 2);
    assertEquals(new JobCounts(1, 0, 0, 0, 0), take(school, crediting("A", "granted")));
    assertEquals(List.of(0, 20, 2), school.figures("A"));
    assertEquals(new JobCounts(0, 0, 1, 0, 0), take(school, crediting("A", "granted")));
    assertEquals(new JobCounts(0, 1, 0, 0, 0), take(school, crediting("A", "refused")));
    assertEquals(List.of(2, 18, 0), school.figures("A"));
    ApplicationView.Row row =
        school.desk.creditings.listOf(school.fixture.actor, CreditingSchool.CHILD).get(0);
    assertEquals(2, row.decision());
    decide(school, row.id(), "withdrawn");
    assertEquals(new JobCounts(0, 0, 1, 0, 0), take(school, crediting("A", "refused")));
    assertEquals("withdrawn", school.view(row.id()).row().state());
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void importedAcceptancesRuleExemptMarks(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.mark("A", "EXEMPT_EXAM", "", 6, 1, 2);
    assertEquals(List.of(0, 18, 0), school.figures("A"));
    assertEquals(new JobCounts(1, 0, 0, 0, 0), accept(school, Outcome.REFUSED));
    assertEquals(List.of(2, 18, 0), school.figures("A"));
    assertEquals(new JobCounts(0, 0, 1, 0, 0), accept(school, Outcome.REFUSED));
    assertEquals(new JobCounts(0, 1, 0, 0, 0), accept(school, Outcome.GRANTED));
    assertEquals(List.of(0, 18, 0), school.figures("A"));
  }

  private static JobCounts accept(CreditingSchool school, Outcome outcome) {
    CreditingIntake.Accepted row =
        new CreditingIntake.Accepted(
            Fixture.SCHOOL,
            CreditingSchool.CHILD,
            "EXEMPT_EXAM",
            new DateRange(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)),
            outcome,
            "大野",
            Optional.empty(),
            "");
    return school.fixture.transactions.runSql(
        connection -> school.desk.intake.writeAcceptances(connection, List.of(row), by(school)));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void listNeedsTheSameStatementsForOneAndForMany(TestDatabases.Named database) {
    CreditingSchool school = new CreditingSchool(database);
    school.facility("F1", "1", true);
    school.apply("1", "F1");
    list(school);
    int few = list(school);
    for (int i = 0; i < 20; i++) {
      school.apply("1", "F1");
    }
    assertEquals(few, list(school));
  }

  private static int list(CreditingSchool school) {
    return school.fixture.transactions.statements(
        () ->
            school.desk.creditings.list(
                school.fixture.actor, 2026, Optional.of(Fixture.SCHOOL), Optional.empty()));
  }
}
