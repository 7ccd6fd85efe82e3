// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes as they are on a day, and codes that no catalogue may hold. */
class CodesByDateTest {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  /** A code that everything is right with; each test changes one thing. */
  private static final class Draft {
    private String id = "CREDITED_OWN";
    private String label = "出席扱い（市の教室）";
    private String shortLabel = "市";
    private String glyph = "市";
    private CodeEffect effect = CodeEffect.CREDITED;
    private int row = 7;
    private int order = 4;
    private DecisionNeed need = DecisionNeed.CREDITING;
    private int first = 2026;
    private OptionalInt last = OptionalInt.empty();

    private AttendanceCode make() {
      return new AttendanceCode(
          id,
          label,
          shortLabel,
          glyph,
          CodeFamily.CRED,
          "",
          effect,
          row,
          "7",
          Set.of(),
          order,
          "",
          "",
          need,
          List.of(),
          first,
          last,
          false,
          "市の規程");
    }
  }

  private static AttendanceCode code(String id, String label) {
    Draft draft = new Draft();
    draft.id = id;
    draft.label = label;
    return draft.make();
  }

  private static CodeCatalogue dated() {
    return CodeCatalogue.of(
        List.of(
            new CodeCatalogue.Version(OCTOBER, code("A", "新しい名前")),
            new CodeCatalogue.Version(APRIL, code("A", "古い名前")),
            new CodeCatalogue.Version(LocalDate.MIN, code("B", "変わらない名前"))));
  }

  /** Before its first version a code is as in that one. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 古い名前",
    "2026-04-01, 古い名前",
    "2026-09-30, 古い名前",
    "2026-10-01, 新しい名前",
    "2027-03-31, 新しい名前"
  })
  void dayIsReadByTheCodeAsItWasThatDay(LocalDate date, String label) {
    assertEquals(label, dated().get("A", date).label());
    assertEquals(Optional.of(label), dated().find("A", date).map(AttendanceCode::label));
  }

  @Test
  void withoutADayTheNewestVersionIsMeant() {
    assertEquals("新しい名前", dated().get("A").label());
    assertEquals("変わらない名前", dated().find("B").orElseThrow().label());
    assertEquals(
        List.of("新しい名前", "変わらない名前"), dated().list().stream().map(AttendanceCode::label).toList());
  }

  @Test
  void codeThatIsNotThereIsNotFound() {
    assertEquals(Optional.empty(), dated().find("C"));
    assertEquals(Optional.empty(), dated().find("C", OCTOBER));
    assertThrows(IllegalArgumentException.class, () -> dated().get("C"));
    assertThrows(IllegalArgumentException.class, () -> dated().get("C", OCTOBER));
  }

  @Test
  void codeStandsOncePerDay() {
    AttendanceCode code = code("A", "名前");
    assertThrows(IllegalArgumentException.class, () -> new CodeCatalogue(List.of(code, code)));
    CodeCatalogue.Version version = new CodeCatalogue.Version(APRIL, code);
    assertThrows(IllegalArgumentException.class, () -> CodeCatalogue.of(List.of(version, version)));
    assertEquals(1, new CodeCatalogue(List.of(code)).list().size());
  }

  @ParameterizedTest
  @CsvSource({"2025, false", "2026, true", "2028, true", "2029, false"})
  void codeIsValidFromItsFirstToItsLastSchoolYear(int year, boolean valid) {
    Draft draft = new Draft();
    draft.last = OptionalInt.of(2028);
    assertEquals(valid, draft.make().validIn(year));
    CodeCatalogue catalogue = new CodeCatalogue(List.of(draft.make()));
    assertEquals(valid ? 1 : 0, catalogue.list(year).size());
  }

  @Test
  void codeWithoutALastYearStaysValid() {
    assertTrue(new Draft().make().validIn(2999));
  }

  /** A decision names the row of the sheet or the code. */
  @ParameterizedTest
  @CsvSource({"7, true", "CREDITED_OWN, true", "6, false", "CREDITED_PRIVATE, false"})
  void decisionSpeaksOfTheRowOrTheCode(String kind, boolean wanted) {
    assertEquals(wanted, new Draft().make().isOfKind(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "credited", "1A", "A-B", "_A"})
  void idIsCapitalsDigitsUnderlinesAndPoints(String id) {
    assertThrows(IllegalArgumentException.class, () -> code(id, "名前"));
  }

  @Test
  void idHasSixtyFourCharactersAtMost() {
    assertEquals(64, code("A".repeat(64), "名前").id().length());
    assertThrows(IllegalArgumentException.class, () -> code("A".repeat(65), "名前"));
  }

  @Test
  void codeNeedsItsNamesAndItsSign() {
    Draft label = new Draft();
    label.label = " ";
    assertThrows(IllegalArgumentException.class, label::make);
    Draft brief = new Draft();
    brief.shortLabel = "";
    assertThrows(IllegalArgumentException.class, brief::make);
    Draft glyph = new Draft();
    glyph.glyph = "";
    assertThrows(IllegalArgumentException.class, glyph::make);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1, true", "8, true", "9, false"})
  void rowIsOneOfTheSheetsEightOrNone(int row, boolean allowed) {
    Draft draft = new Draft();
    draft.row = row;
    assertAllowed(allowed, draft);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "5, true", "6, false"})
  void placeOfTheRemarkIsOneToFive(int order, boolean allowed) {
    Draft draft = new Draft();
    draft.order = order;
    assertAllowed(allowed, draft);
  }

  /** Basis: 元文科初第698号 別記1・別記2: no day is credited without the principal's decision. */
  @ParameterizedTest
  @CsvSource({
    "CREDITED, CREDITING, true",
    "CREDITED, NONE, false",
    "CREDITED, ACCEPTANCE, false",
    "EXEMPT, CREDITING, false",
    "EXEMPT, ACCEPTANCE, true",
    "ABSENT, NONE, true"
  })
  void creditedCodeNeedsACreditingDecisionAndNoOtherDoes(
      CodeEffect effect, DecisionNeed need, boolean allowed) {
    Draft draft = new Draft();
    draft.effect = effect;
    draft.need = need;
    assertAllowed(allowed, draft);
  }

  @ParameterizedTest
  @CsvSource({"2025, false", "2026, true", "2027, true"})
  void codeDoesNotEndBeforeItBegins(int last, boolean allowed) {
    Draft draft = new Draft();
    draft.last = OptionalInt.of(last);
    assertAllowed(allowed, draft);
  }

  private static void assertAllowed(boolean allowed, Draft draft) {
    if (allowed) {
      assertEquals(draft.id, draft.make().id());
    } else {
      assertThrows(IllegalArgumentException.class, draft::make);
    }
  }

  /** The words of formats, which may not change. */
  @Test
  void namesInFormatsAreRead() {
    for (CodeEffect one : CodeEffect.values()) {
      assertEquals(Optional.of(one), CodeEffect.find(one.code()));
    }
    for (CodeFamily one : CodeFamily.values()) {
      assertEquals(Optional.of(one), CodeFamily.find(one.code()));
    }
    for (CodeCount one : CodeCount.values()) {
      assertEquals(Optional.of(one), CodeCount.find(one.code()));
    }
    for (DecisionNeed one : DecisionNeed.values()) {
      assertEquals(Optional.of(one), DecisionNeed.find(one.code()));
    }
    assertEquals(Optional.empty(), CodeEffect.find("EXEMPT"));
    assertEquals(Optional.empty(), CodeFamily.find(""));
    assertEquals(Optional.empty(), CodeCount.find("room"));
    assertEquals(Optional.empty(), DecisionNeed.find("principal"));
    assertEquals("separateRoom", CodeCount.SEPARATE_ROOM.code());
    assertEquals("acceptance", DecisionNeed.ACCEPTANCE.code());
    assertEquals("online", CodeEffect.ONLINE.code());
    assertEquals("partr", CodeFamily.PARTR.code());
  }
}
