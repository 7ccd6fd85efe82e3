// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.Creditings;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.exemption.AcceptanceService;
import org.tsunagi.plugin.exemption.AcceptanceView;
import org.tsunagi.plugin.exemption.ExemptDayService;
import org.tsunagi.plugin.exemption.Wanted;
import org.tsunagi.plugin.exemption.domain.AcceptanceOrder;
import org.tsunagi.plugin.exemption.domain.ExemptPeriod;
import org.tsunagi.plugin.exemption.persistence.AcceptanceTable;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

/** The principal's word, back-dating and the limits of mourning, on both databases. */
class ExemptDaysTest {
  private static final String BOTH = "org.tsunagi.testing.TestDatabases#both";
  private static final StudentId STUDENT = new StudentId("A");
  private static final AcceptanceTable WORDS = new AcceptanceTable();

  /** Reads the words on file the way counting needs them. */
  private static final Creditings FILE =
      (connection, schools, year, students) -> {
        Map<StudentId, List<Acceptance>> held = new HashMap<>();
        schools.forEach(
            school ->
                WORDS
                    .list(
                        connection, school, LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31))
                    .stream()
                    .filter(word -> word.voidedAt().isEmpty())
                    .collect(Collectors.groupingBy(word -> new StudentId(word.studentSourcedId())))
                    .forEach(
                        (student, words) ->
                            held.put(
                                student, words.stream().map(ExemptDaysTest::acceptance).toList())));
        return new CreditingBook(Map.of(), held, Map.of(), Map.of(), Map.of(), Map.of());
      };

  private static Acceptance acceptance(AcceptanceView word) {
    return new Acceptance(
        word.id(),
        word.code(),
        new DateRange(word.firstOn(), word.lastOn()),
        Outcome.find(word.outcome()).orElseThrow());
  }

  private static Fixture school(TestDatabases.Named database) {
    Fixture fixture = new Fixture(database, LocalDate.of(2026, 11, 20), FILE);
    fixture.stay("A", fixture.room("r1", Grade.J2));
    fixture.plan(Grade.J2, true, days(10, 26, 30));
    fixture.plan(Grade.J2, true, days(11, 2, 13));
    return fixture;
  }

  private static List<LocalDate> days(int month, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(day -> LocalDate.of(2026, month, day))
        .filter(date -> date.getDayOfWeek().getValue() < 6)
        .toList();
  }

  private static void mark(Fixture fixture, String code, String detail, List<LocalDate> dates) {
    for (LocalDate date : dates) {
      AttendanceMark plain = AttendanceMark.of(Fixture.SCHOOL, STUDENT, date, code);
      AttendanceMark made =
          new AttendanceMark(
              plain.school(),
              plain.student(),
              date,
              code,
              detail,
              "",
              "",
              false,
              false,
              plain.minutes(),
              plain.visit(),
              "");
      fixture.host.book.write(
          List.of(
              new MarkChange(
                  Fixture.SCHOOL,
                  STUDENT,
                  date,
                  Optional.of(made),
                  new MarkChange.Author("t1", "先生", "教諭"),
                  "はじめの記入",
                  fixture.now())));
    }
  }

  private static AcceptanceService acceptances(Fixture fixture) {
    return new AcceptanceService(
        fixture, fixture.transactions, fixture, fixture, fixture.host, WORDS, fixture.counting);
  }

  private static ExemptDayService exempt(Fixture fixture) {
    return new ExemptDayService(fixture, fixture.transactions, fixture.host, fixture.counting);
  }

  private static RecodingService recodings(Fixture fixture) {
    return new RecodingService(
        fixture,
        fixture.transactions,
        fixture,
        fixture.host,
        fixture.locks,
        fixture.counting,
        new MarkSaving(fixture, fixture, fixture.host, fixture.host.book, fixture.counting));
  }

  private static Wanted word(String code, int day, Outcome outcome, String reason) {
    return new Wanted(
        code,
        DateRange.of(LocalDate.of(2026, 11, day)),
        outcome,
        reason,
        AcceptanceOrder.NONE,
        Optional.empty());
  }

  private static Wanted replacing(Wanted wanted, String id) {
    return new Wanted(
        wanted.code(),
        wanted.period(),
        wanted.outcome(),
        wanted.reason(),
        wanted.order(),
        Optional.of(id));
  }

  private static Tally tally(Fixture fixture) {
    return fixture.tallies(false).get(0).count().tally();
  }

  private static String code(Runnable work) {
    return assertThrows(RefusedException.class, work::run).refusal().findings().get(0).code();
  }

  private static List<String> states(Fixture fixture) {
    return exempt(fixture).list(fixture.actor, Fixture.SCHOOL, 2026).periods().stream()
        .map(ExemptPeriod::state)
        .map(Enum::name)
        .toList();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void anExamWaitsForThePrincipalWhereTheSchoolAsks(TestDatabases.Named database) {
    Fixture fixture = school(database);
    mark(fixture, "EXEMPT_EXAM", "", days(11, 5, 5));
    assertEquals(1, tally(fixture).exemptDays());
    assertEquals(List.of("NOT_ASKED"), states(fixture));
    fixture.settings.set(
        fixture.actor, Fixture.SCHOOL, Map.of(RegisterSettings.ACCEPTANCES_ASKED, "true"));
    assertEquals(1, tally(fixture).daysAbsent());
    assertEquals(List.of("WAITING"), states(fixture));
    AcceptanceService acceptances = acceptances(fixture);
    String id =
        acceptances.decide(fixture.actor, STUDENT, word("EXEMPT_EXAM", 5, Outcome.GRANTED, ""));
    assertEquals(1, tally(fixture).exemptDays());
    assertEquals(List.of("GRANTED"), states(fixture));
    Wanted no = word("EXEMPT_EXAM", 5, Outcome.REFUSED, "受験ではなかった");
    assertEquals("ACCEPTANCE_EXISTS", code(() -> acceptances.decide(fixture.actor, STUDENT, no)));
    String second = acceptances.decide(fixture.actor, STUDENT, replacing(no, id));
    assertEquals(1, tally(fixture).daysAbsent());
    assertEquals(List.of("REFUSED"), states(fixture));
    assertThrows(Stale.class, () -> acceptances.decide(fixture.actor, STUDENT, replacing(no, id)));
    acceptances.voidWord(fixture.actor, STUDENT, second, "入力の誤り");
    assertEquals(List.of("WAITING"), states(fixture));
    assertEquals(2, acceptances.list(fixture.actor, STUDENT, 2026).size());
    assertThrows(Missing.class, () -> acceptances.voidWord(fixture.actor, STUDENT, second, "もう一度"));
    assertEquals(
        List.of("register.setting", "acceptance.decide", "acceptance.decide", "acceptance.void"),
        fixture.audited);
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void wordsThatMakeNoSenseAreRefused(TestDatabases.Named database) {
    Fixture fixture = school(database);
    AcceptanceService acceptances = acceptances(fixture);
    Map<String, Wanted> wrong =
        Map.of(
            "REASON_NEEDED", word("EXEMPT_EXAM", 5, Outcome.REFUSED, " "),
            "OUTCOME", word("EXEMPT_EXAM", 5, Outcome.WAITING, ""),
            "CODE_NEEDS_NO_WORD", word("BEREAVEMENT", 5, Outcome.GRANTED, ""),
            "CODE_UNKNOWN", word("NOTHING", 5, Outcome.GRANTED, ""),
            "ORDER_INCOMPLETE", word("SUSPENSION_CONDUCT", 5, Outcome.GRANTED, ""));
    wrong.forEach(
        (finding, wanted) ->
            assertEquals(finding, code(() -> acceptances.decide(fixture.actor, STUDENT, wanted))));
    Wanted bare = word("SUSPENSION_CONDUCT", 5, Outcome.GRANTED, "");
    Optional<LocalDate> before = Optional.of(LocalDate.of(2026, 11, 4));
    Optional<LocalDate> after = Optional.of(LocalDate.of(2026, 11, 6));
    Wanted late =
        new Wanted(
            bare.code(),
            bare.period(),
            bare.outcome(),
            "",
            new AcceptanceOrder(after, before, "", ""),
            Optional.empty());
    assertEquals("ORDER_TOO_LATE", code(() -> acceptances.decide(fixture.actor, STUDENT, late)));
    Wanted order =
        new Wanted(
            bare.code(),
            bare.period(),
            bare.outcome(),
            "",
            new AcceptanceOrder(before, before, "教第12号", "家庭訪問と課題"),
            Optional.empty());
    acceptances.decide(fixture.actor, STUDENT, order);
    assertEquals("教第12号", acceptances.list(fixture.actor, STUDENT, 2026).get(0).documentNo());
    fixture.denied.add(Privilege.ACCEPTANCE_DECIDE);
    assertThrows(NotPermitted.class, () -> acceptances.decide(fixture.actor, STUDENT, order));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void wordsOnRestrictedCausesAreMasked(TestDatabases.Named database) {
    Fixture fixture = school(database);
    mark(fixture, "EXEMPT_CUSTODY", "少年鑑別所収容", days(11, 5, 6));
    acceptances(fixture)
        .decide(fixture.actor, STUDENT, word("EXEMPT_CUSTODY", 5, Outcome.GRANTED, "家裁の決定"));
    fixture.denied.add(Privilege.RESTRICTED_READ);
    String told =
        acceptances(fixture).list(fixture.actor, STUDENT, 2026).toString()
            + exempt(fixture).list(fixture.actor, Fixture.SCHOOL, 2026);
    for (String word : List.of("CUSTODY", "鑑別所", "家裁")) {
      assertFalse(told.contains(word), told);
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void absencesBecomeASuspensionFromTheFirstDayOfIllness(TestDatabases.Named database) {
    Fixture fixture = school(database);
    mark(fixture, "ABSENT_ILLNESS", "", days(11, 4, 6));
    mark(fixture, "LATE", "", days(11, 9, 9));
    RecodingService.Wanted wanted =
        new RecodingService.Wanted(
            new DateRange(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 10)),
            "SUSPENSION_INFECTION",
            "インフルエンザ",
            "医師の判断による");
    RecodingOutcome tried = recodings(fixture).recode(fixture.actor, STUDENT, wanted, true);
    assertEquals(days(11, 4, 6), tried.days());
    assertEquals(List.of(0, 3), List.of(tried.before().exemptDays(), tried.before().daysAbsent()));
    assertEquals(List.of(3, 0), List.of(tried.after().exemptDays(), tried.after().daysAbsent()));
    assertEquals(List.of("出席停止3日（インフルエンザ）"), tried.after().remarks());
    assertEquals(3, tally(fixture).daysAbsent());
    RecodingOutcome done = recodings(fixture).recode(fixture.actor, STUDENT, wanted, false);
    assertEquals(tried.after(), done.after());
    assertEquals(3, tally(fixture).exemptDays());
    assertEquals(1, tally(fixture).lateArrivals());
    assertEquals(
        "医師の判断による",
        fixture
            .host
            .book
            .listHistory(Fixture.SCHOOL, STUDENT, LocalDate.of(2026, 11, 4))
            .get(0)
            .change()
            .reason());
    assertEquals(List.of("register.recode"), fixture.audited);
    assertEquals(
        "NO_ABSENCE", code(() -> recodings(fixture).recode(fixture.actor, STUDENT, wanted, false)));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void lockedMonthsAreTurnedOnlyByThoseWhoMayUnlock(TestDatabases.Named database) {
    Fixture fixture = school(database);
    mark(fixture, "ABSENT_ILLNESS", "", days(10, 28, 30));
    mark(fixture, "ABSENT_ILLNESS", "", days(11, 2, 3));
    RecodingService.Wanted wanted =
        new RecodingService.Wanted(
            new DateRange(LocalDate.of(2026, 10, 28), LocalDate.of(2026, 11, 3)),
            "SUSPENSION_INFECTION",
            "水痘",
            "医師の判断による");
    fixture.denied.add(Privilege.REGISTER_UNLOCK);
    RecodingOutcome tried = recodings(fixture).recode(fixture.actor, STUDENT, wanted, true);
    assertEquals(List.of("2026-10"), tried.lockedMonths());
    assertFalse(tried.mayUnlock());
    int writes = fixture.host.book.writes();
    assertEquals(
        "MONTH_LOCKED",
        code(() -> recodings(fixture).recode(fixture.actor, STUDENT, wanted, false)));
    assertEquals(writes, fixture.host.book.writes());
    fixture.denied.clear();
    RecodingOutcome done = recodings(fixture).recode(fixture.actor, STUDENT, wanted, false);
    assertTrue(done.mayUnlock());
    assertEquals(5, tally(fixture).exemptDays());
    RecodingService.Wanted silent =
        new RecodingService.Wanted(wanted.days(), wanted.code(), "", " ");
    assertEquals(
        "REASON_NEEDED",
        code(() -> recodings(fixture).recode(fixture.actor, STUDENT, silent, false)));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void absencesBecomeOnlyExemptCodesThatOneMayEnter(TestDatabases.Named database) {
    Fixture fixture = school(database);
    mark(fixture, "ABSENT_ILLNESS", "", days(11, 4, 4));
    for (Map.Entry<String, String> one :
        Map.of(
                "LATE", "CODE_UNKNOWN",
                "NOTHING", "CODE_UNKNOWN",
                "CREDITED_PRIVATE", "CODE_UNKNOWN",
                "EXEMPT_CUSTODY", "CODE_ROLE")
            .entrySet()) {
      RecodingService.Wanted wanted =
          new RecodingService.Wanted(
              DateRange.of(LocalDate.of(2026, 11, 4)), one.getKey(), "", "理由");
      assertEquals(
          one.getValue(),
          code(() -> recodings(fixture).recode(fixture.actor, STUDENT, wanted, true)),
          one.getKey());
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aMourningBeyondTheSchoolsLimitIsSaidAndBlocksNothing(TestDatabases.Named database) {
    Fixture fixture = school(database);
    mark(fixture, "BEREAVEMENT", "祖父", days(10, 29, 30));
    mark(fixture, "BEREAVEMENT", "祖父", days(11, 2, 3));
    mark(fixture, "BEREAVEMENT", "祖父", days(11, 12, 13));
    assertEquals(List.of(), exempt(fixture).list(fixture.actor, Fixture.SCHOOL, 2026).mournings());
    fixture.settings.set(
        fixture.actor, Fixture.SCHOOL, Map.of(RegisterSettings.BEREAVEMENT_LIMITS, "父=7、祖父=3"));
    assertEquals(
        List.of("忌引（祖父）が4日です。学校の定めは3日です。日数か続柄を確かめてください。"),
        exempt(fixture).list(fixture.actor, Fixture.SCHOOL, 2026).mournings().stream()
            .map(ExemptDayService.LongMourning::message)
            .toList());
    assertEquals(6, tally(fixture).exemptDays());
  }
}
