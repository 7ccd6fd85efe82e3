// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.consent.ConsentDesk.PRINCIPAL;
import static org.tsunagi.plugin.consent.ConsentDesk.STUDENT;
import static org.tsunagi.plugin.consent.ConsentDesk.TEACHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.consent.domain.ConsentRule;
import org.tsunagi.plugin.consent.domain.Standing;
import org.tsunagi.plugin.platform.Fragment;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Gone;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

/** From asking to a copy that is closed, on both databases. */
class ConsentStoryTest {
  private static final String SECRET = "家庭のことの目印";

  private static List<String> codes(Executable refused) {
    RefusedException e = assertThrows(RefusedException.class, refused);
    return e.refusal().findings().stream().map(Finding::code).toList();
  }

  private static String askFacility(ConsentDesk desk) {
    return desk.consents.ask(
        TEACHER,
        STUDENT,
        new ConsentCommand.Ask(
            "handingOver", "facility", "f1", null, null, List.of("common:general"), null));
  }

  private static ConsentCommand.Answering answer(int version, boolean given, String hash) {
    return new ConsentCommand.Answering(
        version, given, hash, null, null, "水野", "mother", "inPerson", null, null);
  }

  private static ConsentView view(ConsentDesk desk, String id) {
    return desk.consents.overview(PRINCIPAL, STUDENT).consents().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Explains, shows and writes consent down; returns the version after it. */
  private static int agree(ConsentDesk desk, String id) {
    int version = view(desk, id).version();
    List<String> items = view(desk, id).toExplain();
    desk.steps.explain(
        TEACHER, STUDENT, id, new ConsentCommand.Explaining(version, items, null, "水野"));
    desk.steps.show(TEACHER, STUDENT, id, new ConsentCommand.Showing(version + 1));
    String hash = view(desk, id).shown().orElseThrow().hash();
    desk.steps.answer(TEACHER, STUDENT, id, answer(version + 2, true, hash));
    return version + 3;
  }

  private static String send(ConsentDesk desk, String id) {
    String hash = view(desk, id).sending().map(ConsentView.Content::hash).orElse("");
    return desk.disclosures.disclose(
        PRINCIPAL, STUDENT, new DisclosureCommand(id, hash, "paper", "水野", null));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aCopyHoldsExactlyWhatWasAgreedAndClosesWithTheWithdrawal(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      ConsentDesk desk = new ConsentDesk(ground);
      desk.write("落ち着いて話せる", SECRET);
      String id = askFacility(desk);
      assertEquals(
          List.of("EXPLAIN_FIRST", "SHOW_FIRST"),
          codes(() -> desk.steps.answer(TEACHER, STUDENT, id, answer(0, true, ""))));
      assertEquals(List.of("PENDING_CONSENT", "SECRECY_FIRST"), codes(() -> send(desk, id)));
      int version = agree(desk, id);
      assertEquals(List.of("SECRECY_FIRST"), codes(() -> send(desk, id)));
      desk.facility(1, true);
      String line = send(desk, id);
      DisclosureService.Copy copy = desk.disclosures.copy(PRINCIPAL, STUDENT, line);
      assertTrue(copy.parts().toString().contains("落ち着いて話せる"));
      assertFalse(copy.parts().toString().contains(SECRET));
      desk.steps.withdraw(TEACHER, STUDENT, id, answer(version, false, ""));
      Gone gone = assertThrows(Gone.class, () -> desk.disclosures.copy(PRINCIPAL, STUDENT, line));
      assertEquals("CONSENT_WITHDRAWN", gone.finding().code());
      assertEquals(List.of("CONSENT_WITHDRAWN"), codes(() -> send(desk, id)));
      assertEquals(Standing.WITHDRAWN, view(desk, id).standing());
      assertEquals(
          0, ground.count("SELECT count(*) FROM consent_content WHERE content LIKE '%目印%'"));
      assertEquals(
          6,
          ground.count(
              "SELECT count(*) FROM audit_row WHERE action LIKE 'consent.%'"
                  + " OR action LIKE 'disclosure.%'"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void anEditAsksToShowAgainAndTheCopyOfBeforeStays(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      ConsentDesk desk = new ConsentDesk(ground);
      desk.write("前", SECRET);
      desk.facility(1, true);
      String id = askFacility(desk);
      agree(desk, id);
      String line = send(desk, id);
      desk.write("前", "家庭のことは変わってもよい");
      assertEquals(Standing.ALLOW, view(desk, id).standing());
      desk.write("後", SECRET);
      assertEquals(Standing.SHOW_AGAIN, view(desk, id).standing());
      assertEquals(List.of("SHOW_AGAIN"), codes(() -> send(desk, id)));
      assertTrue(desk.disclosures.copy(PRINCIPAL, STUDENT, line).parts().toString().contains("前"));
      int version = view(desk, id).version();
      desk.steps.show(TEACHER, STUDENT, id, new ConsentCommand.Showing(version));
      String hash = view(desk, id).shown().orElseThrow().hash();
      desk.steps.answer(TEACHER, STUDENT, id, answer(version + 1, true, hash));
      assertEquals(Standing.ALLOW, view(desk, id).standing());
      desk.facility(2, false);
      assertEquals(
          "SECRECY_FIRST",
          assertThrows(Gone.class, () -> desk.disclosures.copy(PRINCIPAL, STUDENT, line))
              .finding()
              .code());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void ofTwoWritersTheSecondIsTold(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      ConsentDesk desk = new ConsentDesk(ground);
      desk.write("一", SECRET);
      String id = askFacility(desk);
      ConsentCommand.Talking talk =
          new ConsentCommand.Talking(0, List.of("reasonHeard"), null, "水野", "聞いた");
      desk.steps.talk(TEACHER, STUDENT, id, talk);
      assertThrows(Stale.class, () -> desk.steps.talk(PRINCIPAL, STUDENT, id, talk));
      assertEquals(1, ground.count("SELECT count(*) FROM consent_event"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void onlyThoseWhoMayReadAndAbsentAndSecretLookAlike(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      ConsentDesk desk = new ConsentDesk(ground);
      desk.write("一", SECRET);
      String id = askFacility(desk);
      assertThrows(
          NotPermitted.class, () -> desk.consents.overview(ConsentDesk.COLLEAGUE, STUDENT));
      assertThrows(Missing.class, () -> desk.consents.overview(ConsentDesk.STRANGER, STUDENT));
      assertThrows(
          Missing.class,
          () ->
              desk.consents.overview(
                  ConsentDesk.STRANGER, new org.tsunagi.api.roster.StudentId("nobody")));
      assertThrows(
          NotPermitted.class,
          () ->
              desk.disclosures.disclose(
                  TEACHER, STUDENT, new DisclosureCommand(id, "", "paper", "", null)));
      assertThrows(
          NotPermitted.class,
          () ->
              desk.steps.base(
                  TEACHER,
                  STUDENT,
                  id,
                  new ConsentCommand.Basing(0, "P2", null, null, null, null, null, null, null)));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void theSchoolBeforeStillAsksAndTheNextSchoolSeesNothingOfIt(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      ConsentDesk desk = new ConsentDesk(ground);
      desk.write("一", SECRET);
      desk.facility(1, true);
      String id =
          desk.consents.ask(
              TEACHER,
              STUDENT,
              new ConsentCommand.Ask("handingOver", "school", null, "次の学校", "public", null, null));
      desk.steps.answer(TEACHER, STUDENT, id, answer(0, false, ""));
      LocalDate last = Ground.TODAY.minusDays(10);
      desk.stays(
          ConsentDesk.stay("S1", LocalDate.of(2026, 4, 1), Optional.of(last)),
          ConsentDesk.stay("S2", last.plusDays(1), Optional.empty()));
      assertEquals(Standing.PENDING_CONSENT, view(desk, id).standing());
      assertEquals(
          List.of("refused"),
          desk.consents.listOpen(PRINCIPAL, ConsentDesk.SCHOOL).stream()
              .map(ConsentService.Open::open)
              .toList());
      assertEquals(List.of(), desk.consents.overview(ConsentDesk.STRANGER, STUDENT).consents());
      List<String> items = ConsentRule.EXPLAINED;
      desk.steps.explain(
          PRINCIPAL, STUDENT, id, new ConsentCommand.Explaining(1, items, null, "水野"));
      desk.steps.show(PRINCIPAL, STUDENT, id, new ConsentCommand.Showing(2));
      String hash = view(desk, id).shown().orElseThrow().hash();
      desk.steps.answer(PRINCIPAL, STUDENT, id, answer(3, true, hash));
      String line = send(desk, id);
      assertTrue(
          desk.disclosures.copy(PRINCIPAL, STUDENT, line).parts().toString().contains(SECRET));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aBasisByLawWaitsForEffortsAndThenOpensItsRangeOnly(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      ConsentDesk desk = new ConsentDesk(ground);
      desk.write("一", SECRET);
      desk.facility(1, true);
      String id = askFacility(desk);
      ConsentCommand.Basing basing =
          new ConsentCommand.Basing(
              0,
              "P2",
              "noContact",
              "安全のため",
              List.of("common:general"),
              true,
              "校内で協議",
              Ground.TODAY,
              "指導主事");
      assertEquals(
          List.of("EFFORT_FIRST"), codes(() -> desk.steps.base(PRINCIPAL, STUDENT, id, basing)));
      desk.steps.talk(
          TEACHER,
          STUDENT,
          id,
          new ConsentCommand.Talking(0, List.of("contactTried"), null, "", "電話に出ない"));
      desk.steps.base(
          PRINCIPAL,
          STUDENT,
          id,
          new ConsentCommand.Basing(
              1,
              "P2",
              "noContact",
              "安全のため",
              List.of("common:general"),
              true,
              "校内で協議",
              Ground.TODAY,
              "指導主事"));
      assertEquals(Standing.ALLOW_BY_LAW, view(desk, id).standing());
      String line = send(desk, id);
      DisclosureService.Copy copy = desk.disclosures.copy(PRINCIPAL, STUDENT, line);
      assertEquals("P2", copy.disclosure().ground().rule());
      assertFalse(copy.parts().toString().contains(SECRET));
      desk.steps.answer(TEACHER, STUDENT, id, answer(2, false, ""));
      assertThrows(Gone.class, () -> desk.disclosures.copy(PRINCIPAL, STUDENT, line));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void theFragmentDrawsEveryStateAndIsAGuestInItsHost(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      ConsentDesk desk = new ConsentDesk(ground);
      desk.write("一 <b>", SECRET);
      desk.facility(1, true);
      ConsentFragment fragment =
          new ConsentFragment(
              new FreeMarkerPages(), desk.consents, desk.recipients, new LegalBases(), ground);
      String id = askFacility(desk);
      desk.consents.ask(
          TEACHER, STUDENT, new ConsentCommand.Ask("making", null, null, null, null, null, null));
      for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
        new Fragment(fragment.render(request(locale), STUDENT, "")).isSelfContained();
      }
      agree(desk, id);
      send(desk, id);
      new Fragment(fragment.render(request(Locale.JAPANESE), STUDENT, ""))
          .isSelfContained()
          .has("同意あり", "一 &lt;b&gt;", "写しを印刷する", "情報を交換する機会")
          .lacks(SECRET, "<b>一");
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void withoutTheSecondFactorClassOneIsVeiledAndItsCopyStaysShut(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      ConsentDesk desk = new ConsentDesk(ground);
      desk.write("一", SECRET);
      String id =
          desk.consents.ask(
              TEACHER,
              STUDENT,
              new ConsentCommand.Ask("handingOver", "school", null, "次の学校", "public", null, null));
      agree(desk, id);
      String line = send(desk, id);
      assertTrue(desk.consents.overview(PRINCIPAL, STUDENT).toString().contains(SECRET));
      String hash = view(desk, id).sending().orElseThrow().hash();
      desk.strong = false;
      String veiled = desk.consents.overview(PRINCIPAL, STUDENT).toString();
      assertFalse(veiled.contains(SECRET));
      assertTrue(veiled.contains("ワンタイムコード") && veiled.contains("text=一"), veiled);
      assertEquals(hash, view(desk, id).sending().orElseThrow().hash());
      assertEquals(
          List.of("SECOND_FACTOR"), codes(() -> desk.disclosures.copy(PRINCIPAL, STUDENT, line)));
      assertEquals(Standing.ALLOW, view(desk, id).standing());
    }
  }

  private static PageRequest request(Locale locale) {
    return new PageRequest(
        PRINCIPAL,
        locale,
        Map.of(),
        new PageRequest.Base("/self", "/pages", "/students", "/api/v1", "/assets", "token"));
  }
}
