// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.CreditingCommand;
import org.tsunagi.plugin.crediting.PreviewView;
import org.tsunagi.plugin.crediting.page.LetterService;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.Prints;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.testing.TestDatabases;

/** What 出席扱い tells of custody and protection, to readers with and without the right. */
class RestrictedCreditingTest {
  private static final String MARKER = "しるし7Q4Xの場所";
  private static final List<String> WORDS = List.of(MARKER, "一時保護", "鑑別所", "PROTECTION");
  private static final Prints AS_TEXT =
      new Prints() {
        @Override
        public byte[] pdf(String template, Locale locale, Map<String, Object> model) {
          return model.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] join(List<String> names, List<byte[]> papers) {
          throw new AssertionError("a letter is one paper");
        }
      };

  /** A decided application for a facility, and one for protection, beside days in custody. */
  private record Case(CreditingSchool school, String open, String hidden, LetterService letters) {
    static Case on(TestDatabases.Named database) {
      CreditingSchool school = new CreditingSchool(database);
      Fixture fixture = school.fixture;
      school.facility("F1", "1", true);
      school.mark("A", "CREDITED_SUPPORT_CENTER", "F1", 6, 1, 2);
      custody(fixture, LocalDate.of(2026, 6, 8));
      String open = school.apply("1", "F1");
      school.confirmAll(open, Set.of());
      school.desk.decisions.decide(
          school.principal, open, school.decision(open, "granted", "2026-06-01", "2026-06-01"));
      LetterService letters =
          new LetterService(
              fixture,
              fixture.transactions,
              fixture,
              school.desk.creditings,
              fixture.host,
              AS_TEXT,
              fixture);
      return new Case(school, open, school.apply(protection()), letters);
    }

    private static CreditingCommand.Application protection() {
      return new CreditingCommand.Application(
          null,
          "CREDITED_PROTECTION",
          null,
          null,
          MARKER,
          null,
          null,
          LocalDate.of(2026, 6, 1),
          LocalDate.of(2026, 6, 30),
          MARKER,
          "");
    }

    private static void custody(Fixture fixture, LocalDate date) {
      AttendanceMark mark =
          new AttendanceMark(
              Fixture.SCHOOL,
              CreditingSchool.CHILD,
              date,
              "EXEMPT_CUSTODY",
              MARKER,
              "",
              "",
              false,
              false,
              OptionalInt.empty(),
              Optional.empty(),
              "");
      fixture.host.book.write(
          List.of(
              new MarkChange(
                  Fixture.SCHOOL,
                  CreditingSchool.CHILD,
                  date,
                  Optional.of(mark),
                  new MarkChange.Author("p", "校長", "校長"),
                  "",
                  fixture.now())));
    }

    PreviewView preview(String id, CreditingCommand.Decision decision) {
      return school.desk.decisions.preview(school.fixture.actor, id, decision);
    }

    List<ApplicationView.Row> list() {
      return school.desk.creditings.list(
          school.fixture.actor, 2026, Optional.of(Fixture.SCHOOL), Optional.empty());
    }

    String everything() throws Exception {
      Map<String, Object> told =
          Map.of(
              "preview",
              preview(open, school.decision(open, "granted", "2026-06-01", "2026-06-30")),
              "view",
              school.view(open),
              "own",
              school.desk.creditings.listOf(school.fixture.actor, CreditingSchool.CHILD),
              "list",
              list(),
              "letter",
              new String(
                  letters.letter(school.fixture.actor, open, OptionalInt.empty(), Locale.JAPANESE),
                  StandardCharsets.UTF_8));
      return Json.MAPPER.writeValueAsString(told);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void withoutTheRightNothingOfARestrictedCauseIsTold(TestDatabases.Named database)
      throws Exception {
    Case one = Case.on(database);
    CreditingCommand.Decision decision = one.school.decision(one.hidden, "refused");
    one.school.fixture.denied.add(Privilege.RESTRICTED_READ);
    String told = one.everything();
    WORDS.forEach(word -> assertFalse(told.contains(word), word + " in " + told));
    assertTrue(told.contains("出席停止等1日（理由は限られた人が見られます）"), told);
    assertEquals(1, one.list().size());
    CreditingSchool school = one.school;
    for (Runnable hidden :
        List.<Runnable>of(
            () -> school.view(one.hidden),
            () -> one.preview(one.hidden, decision),
            () -> school.confirmAll(one.hidden, Set.of()),
            () ->
                one.letters.letter(
                    school.fixture.actor, one.hidden, OptionalInt.empty(), Locale.JAPANESE),
            () ->
                school.desk.conditions.consult(
                    school.fixture.actor,
                    one.hidden,
                    new CreditingCommand.Talk(LocalDate.of(2026, 6, 1), "課", "電話", "話")))) {
      assertThrows(Missing.class, hidden::run);
    }
    assertThrows(NotPermitted.class, () -> school.apply(Case.protection()));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void withTheRightItIsTold(TestDatabases.Named database) throws Exception {
    Case one = Case.on(database);
    String told = one.everything();
    assertTrue(told.contains("出席停止等1日（" + MARKER), told);
    assertTrue(told.contains("CREDITED_PROTECTION"), told);
    assertEquals(2, one.list().size());
    assertEquals(MARKER, one.school.view(one.hidden).row().provider());
  }
}
