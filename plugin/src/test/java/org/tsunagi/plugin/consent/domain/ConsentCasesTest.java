// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.consent.LegalBases;
import org.tsunagi.plugin.consent.domain.Consent.Purpose;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Kind;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Signed;
import org.tsunagi.plugin.shared.Finding;

/** The texts' own cases of handing over, G-002-15 and G-002-16, and the other basis by law. */
class ConsentCasesTest {
  private static final LocalDate ASKED = LocalDate.of(2024, 3, 10);
  private static final Signed BY = new Signed("t", "担任", "学級担任", Instant.EPOCH);
  private static final Recipient SCHOOL = new Recipient("school", "", "みなと高等学校", "public");
  private static final Recipient PRIVATE = new Recipient("school", "", "みどり高等学校", "private");

  private static SharedPart part(String key, String text) {
    SharedPart.Field field = new SharedPart.Field("notes", "特記事項", text);
    return new SharedPart(
        key, key, List.of(new SharedPart.Section("s", "節", "general", List.of(field))));
  }

  /** 共通, A-2024, B-2024 and five 協議シート, as the case shows them. */
  private static List<SharedPart> shown(String common) {
    List<SharedPart> parts =
        new ArrayList<>(List.of(part("common", common), part("a-2024", "A"), part("b-2024", "B")));
    for (int i = 1; i <= 5; i++) {
      parts.add(part("meeting-" + i, "協議" + i));
    }
    return parts;
  }

  private static Consent consent(Recipient recipient, ConsentEvent... events) {
    return new Consent(
        "c",
        new SchoolId("S1"),
        new StudentId("s1"),
        Purpose.HANDING_OVER,
        recipient,
        ItemGroup.of(shown("家")),
        "",
        BY,
        List.of(events));
  }

  private static ConsentEvent event(
      int number, Kind kind, LocalDate on, List<String> items, String hash) {
    return new ConsentEvent(number, kind, on, items, "", Map.of(), hash, BY);
  }

  private static ConsentEvent explained(int number) {
    return event(number, Kind.EXPLAINED, ASKED, ConsentRule.EXPLAINED, "");
  }

  private static ConsentEvent showing(int number, List<SharedPart> parts) {
    List<String> items = ItemGroup.of(parts).stream().map(ItemGroup::text).toList();
    return event(number, Kind.SHOWN, ASKED, items, CanonicalContent.hash(parts));
  }

  private static ConsentRule.Answer agrees(List<ItemGroup> agreed, String hash, String note) {
    return new ConsentRule.Answer(
        true, hash, agreed, note, "水野", "mother", "inPerson", ASKED, Optional.empty());
  }

  private static Set<String> codes(List<Finding> found) {
    return Set.copyOf(found.stream().map(Finding::code).toList());
  }

  @Test
  void theGuardianAgreesToCommonAndAOnlyAndLaterEditsAreShownAgain() {
    List<SharedPart> before = shown("家");
    String hash = CanonicalContent.hash(before);
    Consent asked = consent(SCHOOL, explained(1), showing(2, before));
    List<ItemGroup> some =
        List.of(new ItemGroup("common", "general"), new ItemGroup("a-2024", "general"));
    assertEquals(
        Set.of("NOTE_WHY_NOT_ALL"),
        codes(ConsentRule.checkAnswer(asked, agrees(some, hash, ""), before, ASKED)));
    assertEquals(
        Set.of(),
        codes(ConsentRule.checkAnswer(asked, agrees(some, hash, "協議は家で話す"), before, ASKED)));
    assertEquals(
        Set.of(),
        codes(
            ConsentRule.checkAnswer(asked, agrees(ItemGroup.of(before), hash, ""), before, ASKED)));
    List<SharedPart> agreed = SharedPart.select(before, some);
    Consent given =
        consent(
            SCHOOL,
            explained(1),
            showing(2, before),
            event(
                3,
                Kind.GIVEN,
                ASKED,
                some.stream().map(ItemGroup::text).toList(),
                CanonicalContent.hash(agreed)));
    assertEquals(Standing.ALLOW, ConsentRule.standing(given, before, ASKED));
    assertEquals(List.of("common", "a-2024"), agreed.stream().map(SharedPart::key).toList());
    List<SharedPart> after = shown("家のこと");
    assertEquals(Standing.SHOW_AGAIN, ConsentRule.standing(given, after, ASKED));
    assertEquals(
        Set.of("SHOW_AGAIN"),
        codes(DisclosureRule.check(given, after, ASKED, CanonicalContent.hash(agreed), true)));
    assertTrue(Disclosure.Receipt.NONE.asksMeeting());
  }

  @Test
  void changesOutsideTheAgreedPartsAskForNothing() {
    List<SharedPart> before = shown("家");
    List<String> some = List.of("common:general");
    String hash = CanonicalContent.hash(SharedPart.select(before, ItemGroup.list(some)));
    Consent given = consent(SCHOOL, event(1, Kind.GIVEN, ASKED, some, hash));
    List<SharedPart> after = new ArrayList<>(before);
    after.set(1, part("a-2024", "Aの追記"));
    assertEquals(Standing.ALLOW, ConsentRule.standing(given, after, ASKED));
  }

  @Test
  void aRefusedHandOverStaysPendingAfterTheMoveAndIsAllowedWhenUnderstandingComes() {
    ConsentEvent refused = event(1, Kind.REFUSED, ASKED, List.of(), "");
    List<SharedPart> now = shown("家");
    LocalDate moved = LocalDate.of(2024, 4, 1);
    LocalDate understood = LocalDate.of(2024, 10, 15);
    assertEquals(
        Standing.PENDING_CONSENT, ConsentRule.standing(consent(SCHOOL, refused), now, moved));
    assertEquals("refused", ConsentRule.open(consent(SCHOOL, refused), moved, false));
    ConsentEvent given =
        event(
            2,
            Kind.GIVEN,
            understood,
            ItemGroup.of(now).stream().map(ItemGroup::text).toList(),
            CanonicalContent.hash(now));
    assertEquals(
        Standing.ALLOW, ConsentRule.standing(consent(SCHOOL, refused, given), now, understood));
  }

  @Test
  void nothingIsAgreedToThatWasNotExplainedAndShownAsItIs() {
    List<SharedPart> now = shown("家");
    ConsentRule.Answer all = agrees(ItemGroup.of(now), CanonicalContent.hash(now), "");
    assertEquals(
        Set.of("EXPLAIN_FIRST", "SHOW_FIRST"),
        codes(ConsentRule.checkAnswer(consent(SCHOOL), all, now, ASKED)));
    Consent asked = consent(SCHOOL, explained(1), showing(2, now));
    assertEquals(
        Set.of("CONTENT_CHANGED"),
        codes(ConsentRule.checkAnswer(asked, all, shown("変わった"), ASKED)));
    assertEquals(
        Set.of("DAY"), codes(ConsentRule.checkAnswer(asked, all, now, ASKED.minusDays(1))));
  }

  @Test
  void aDayAfterItsLastDayItAllowsNothing() {
    List<SharedPart> now = shown("家");
    ConsentEvent given =
        new ConsentEvent(
            1,
            Kind.GIVEN,
            ASKED,
            ItemGroup.of(now).stream().map(ItemGroup::text).toList(),
            "",
            Map.of("until", "2024-03-31"),
            CanonicalContent.hash(now),
            BY);
    Consent one = consent(SCHOOL, given);
    assertEquals(Standing.ALLOW, ConsentRule.standing(one, now, LocalDate.of(2024, 3, 31)));
    assertEquals(Standing.EXPIRED, ConsentRule.standing(one, now, LocalDate.of(2024, 4, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "public, school, public, P1",
    "public, school, national, P1",
    "public, facility, public, P1",
    "public, school, private, P2",
    "public, school, corporate, P2",
    "public, facility, private, P2",
    "national, school, public, S1",
    "national, school, private, S1",
    "private, school, public, S1",
    "corporate, facility, private, S1",
    "'', school, public, ''",
  })
  void theBasisFollowsTheEstablishingBodies(String own, String kind, String body, String rule) {
    List<LegalBasis> found =
        LegalBasis.listSuiting(
            new LegalBases().rows(),
            own,
            new Recipient(kind, "", "", body),
            LocalDate.of(2026, 11, 20));
    assertEquals(
        rule.isEmpty() ? List.of() : List.of(rule), found.stream().map(LegalBasis::id).toList());
  }

  @Test
  void theOldOrdinancesAreNoBasisAndTodaysArticlesAre() {
    LegalBases bases = new LegalBases();
    assertEquals(
        List.of("69条2項3号", "69条2項4号", "27条1項3号"),
        bases.rows().stream().map(LegalBasis::article).toList());
    LocalDate old = LocalDate.of(2023, 3, 31);
    assertEquals(List.of(), LegalBasis.listSuiting(bases.rows(), "public", SCHOOL, old));
  }

  @Test
  void withoutConsentEffortsHarmAndTheBoardComeFirst() {
    LegalBasis basis = new LegalBases().find("P2", LocalDate.of(2026, 11, 20)).orElseThrow();
    LocalDate today = LocalDate.of(2026, 11, 20);
    List<ItemGroup> all = ItemGroup.of(shown("家"));
    List<ItemGroup> some = List.of(new ItemGroup("common", "general"));
    Consent refused = consent(PRIVATE, event(1, Kind.REFUSED, ASKED, List.of(), ""));
    BasisRule.Wanted bare =
        new BasisRule.Wanted("refused", "", List.of(), false, "", Optional.empty(), "");
    assertEquals(
        Set.of("EFFORT_FIRST", "REASON", "SCOPE", "HARM", "BOARD_FIRST"),
        codes(BasisRule.check(basis, refused, "public", bare, all, today)));
    Consent tried =
        consent(
            PRIVATE,
            event(1, Kind.REFUSED, ASKED, List.of(), ""),
            event(
                2,
                Kind.TALK,
                ASKED,
                List.of("reasonHeard", "benefitExplained", "rangeDiscussed"),
                ""));
    BasisRule.Wanted full =
        new BasisRule.Wanted("refused", "安全のため", some, true, "校内で協議", Optional.of(today), "指導主事");
    assertEquals(Set.of(), codes(BasisRule.check(basis, tried, "public", full, all, today)));
    assertEquals(
        Set.of("RULE_NOT_HERE"), codes(BasisRule.check(basis, tried, "private", full, all, today)));
    BasisRule.Wanted harmful =
        new BasisRule.Wanted("refused", "安全のため", some, false, "", Optional.of(today), "指導主事");
    assertEquals(
        Set.of("HARM"), codes(BasisRule.check(basis, tried, "public", harmful, all, today)));
  }

  @Test
  void aLaterRefusalEndsABasis() {
    ConsentEvent basis = event(2, Kind.BASIS, ASKED, List.of("common:general"), "");
    ConsentEvent first = event(1, Kind.REFUSED, ASKED, List.of(), "");
    Consent open = consent(PRIVATE, first, basis);
    assertEquals(Standing.ALLOW_BY_LAW, ConsentRule.standing(open, shown("家"), ASKED));
    Consent over = consent(PRIVATE, first, basis, event(3, Kind.REFUSED, ASKED, List.of(), ""));
    assertEquals(Standing.PENDING_CONSENT, ConsentRule.standing(over, shown("家"), ASKED));
  }
}
