// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes.Leaving;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes.OnlineText;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;

/** What may be typed beside the figures. */
class RecordNotesRuleTest {
  private static String codes(RecordNotes notes) {
    return RecordNotesRule.check(notes) instanceof Decision.Refused refused
        ? String.join(",", refused.findings().stream().map(Finding::code).toList())
        : "";
  }

  private static RecordNotes of(Leaving leaving) {
    return new RecordNotes(Optional.empty(), "", List.of(), leaving, "");
  }

  /** Makes notes with one text of a length. */
  private static RecordNotes with(String place, int length) {
    String text = "字".repeat(length);
    return switch (place) {
      case "excerpt" -> new RecordNotes(Optional.empty(), text, List.of(), Leaving.NONE, "");
      case "repeat" -> new RecordNotes(Optional.empty(), "", List.of(), Leaving.NONE, text);
      case "carried" ->
          new RecordNotes(Optional.of(List.of(text)), "", List.of(), Leaving.NONE, "");
      case "method" -> online(new OnlineText("", text, ""));
      case "other" -> online(new OnlineText("", "", text));
      case "cause" -> online(new OnlineText(text, "", ""));
      default -> of(leaving(place, text));
    };
  }

  private static RecordNotes online(OnlineText... texts) {
    return new RecordNotes(Optional.empty(), "", List.of(texts), Leaving.NONE, "");
  }

  private static Leaving leaving(String place, String text) {
    return new Leaving(
        false,
        0,
        Optional.empty(),
        Optional.empty(),
        place.equals("school") ? text : "",
        place.equals("grade") ? text : "",
        place.equals("address") ? text : "",
        place.equals("from") ? text : "",
        place.equals("reason") ? text : "",
        false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"excerpt", "repeat", "method", "other"})
  void longTextsEndAt2000(String place) {
    assertEquals("", codes(with(place, 2000)));
    assertEquals("TOO_LONG", codes(with(place, 2001)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "grade", "address", "from", "reason", "cause", "carried"})
  void shortTextsEndAt1020(String place) {
    assertEquals("", codes(with(place, 1020)));
    assertEquals("TOO_LONG", codes(with(place, 1021)));
  }

  @Test
  void theAnnexEndsAt100Rows() {
    List<OnlineText> most = Collections.nCopies(100, new OnlineText("a", "", ""));
    assertEquals("", codes(online(most.toArray(new OnlineText[0]))));
    OnlineText[] more = Collections.nCopies(101, most.get(0)).toArray(new OnlineText[0]);
    assertEquals("TOO_LONG", codes(online(more)));
  }

  @ParameterizedTest
  @CsvSource({"-1, MOVING_DAYS", "0, ''", "366, ''", "367, MOVING_DAYS"})
  void aMoveTakesUpToAYear(int days, String expected) {
    Leaving leaving =
        new Leaving(false, days, Optional.empty(), Optional.empty(), "", "", "", "", "", false);
    assertEquals(expected, codes(of(leaving)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-15, 2026-10-18, ''",
    "2026-10-17, 2026-10-18, ''",
    "2026-10-18, 2026-10-18, TRANSFER_DATES",
    "2026-10-19, 2026-10-18, TRANSFER_DATES",
    ", 2026-10-18, ''",
    "2026-10-19, , ''"
  })
  void theOldSchoolEndsBeforeTheNewOneBegins(LocalDate last, LocalDate accepted, String expected) {
    Leaving leaving =
        new Leaving(
            false,
            0,
            Optional.ofNullable(last),
            Optional.ofNullable(accepted),
            "",
            "",
            "",
            "",
            "",
            false);
    assertEquals(expected, codes(of(leaving)));
  }

  @Test
  void refusalsSayHowToMendThem() {
    Decision said = RecordNotesRule.check(with("school", 1021));
    assertEquals(true, said.toString().contains("1000字までにしてください"), said.toString());
  }

  @Test
  void textsOfTheAnnexAreFoundByTheirReason() {
    RecordNotes notes = online(new OnlineText("a", "同時双方向", ""), new OnlineText("b", "課題", "x"));
    assertEquals(new OnlineText("b", "課題", "x"), notes.textOf("b"));
    assertEquals(new OnlineText("c", "", ""), notes.textOf("c"));
  }
}
