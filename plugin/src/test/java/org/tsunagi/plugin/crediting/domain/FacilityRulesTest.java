// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.shared.Finding;

/** What may be written about a facility. */
class FacilityRulesTest {
  @ParameterizedTest
  @CsvSource({
    "f-1.a_B, 1, 1, 20, 60, 300, 255, 200, ''",
    "F, 8, 200, 0, 0, 0, 0, 0, ''",
    "-f, 1, 1, 0, 0, 0, 0, 0, FACILITY_ID",
    "f/1, 1, 1, 0, 0, 0, 0, 0, FACILITY_ID",
    "f, 1, 0, 0, 0, 0, 0, 0, NAME_NEEDED",
    "f, 9, 1, 0, 0, 0, 0, 0, KIND",
    "f, 0, 1, 0, 0, 0, 0, 0, KIND",
    "f, 1, 201, 0, 0, 0, 0, 0, TOO_LONG",
    "f, 1, 1, 21, 0, 0, 0, 0, TOO_LONG",
    "f, 1, 1, 0, 61, 0, 0, 0, TOO_LONG",
    "f, 1, 1, 0, 0, 301, 0, 0, TOO_LONG",
    "f, 1, 1, 0, 0, 0, 256, 0, TOO_LONG",
    "f, 1, 1, 0, 0, 0, 0, 201, TOO_LONG"
  })
  void eachTextHasItsLimit(
      String id,
      String kind,
      int name,
      int prefecture,
      int municipality,
      int address,
      int phone,
      int contact,
      String expected) {
    FacilityEntry entry =
        new FacilityEntry(
            new Facility(id, kind, text(prefecture), text(municipality), text(name)),
            true,
            false,
            false,
            text(address),
            text(phone),
            text(contact),
            false,
            Optional.empty());
    List<Finding> findings = FacilityRules.check(entry);
    assertEquals(expected, String.join(",", findings.stream().map(Finding::code).toList()));
    assertEquals(true, findings.stream().noneMatch(one -> one.message().isBlank()));
  }

  private static String text(int length) {
    return "字".repeat(length);
  }

  @Test
  void aTableOfFacilitiesChangesNothingThatItDoesNotTell() {
    Facility place = new Facility("f", "1", "栃木県", "□□町", "教室");
    FacilityEntry before =
        new FacilityEntry(
            place, true, true, true, "旧", "1", "佐藤", true, Optional.of(LocalDate.of(2026, 4, 1)));
    FacilityEntry table =
        new FacilityEntry(place, false, false, false, "新", "2", "鈴木", false, Optional.empty());
    assertEquals(
        new FacilityEntry(
            place, false, true, true, "新", "2", "鈴木", true, Optional.of(LocalDate.of(2026, 4, 1))),
        table.keeping(before));
  }

  @Test
  void itemsOfTheGuidelineAreThoseThatSpeakOfTheFacility() {
    List<AssessmentItem> items =
        List.of(item("1", ""), item("2", "residential"), item("3", "counselling"));
    assertEquals("1", ids(AssessmentItem.of(items, false, false)));
    assertEquals("12", ids(AssessmentItem.of(items, true, false)));
    assertEquals("13", ids(AssessmentItem.of(items, false, true)));
    assertEquals("123", ids(AssessmentItem.of(items, true, true)));
  }

  private static AssessmentItem item(String id, String only) {
    return new AssessmentItem(id, id, "", "", only);
  }

  private static String ids(List<AssessmentItem> items) {
    return String.join("", items.stream().map(AssessmentItem::id).toList());
  }
}
