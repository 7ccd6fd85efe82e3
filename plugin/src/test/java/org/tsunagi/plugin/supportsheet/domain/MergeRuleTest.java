// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.supportsheet.domain.MergeRule.Merged;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;

class MergeRuleTest {
  private static final FormPart PART =
      new FormPart(
          SheetKind.COMMON,
          new Words("試験", ""),
          List.of(
              new FormSection(
                  "s",
                  Words.NONE,
                  SectionClass.GENERAL,
                  false,
                  false,
                  "form",
                  List.of(
                      field("long", FieldType.PROSE),
                      field("short", FieldType.TEXT),
                      field("day", FieldType.DATE)))));

  private static FormField field(String id, FieldType type) {
    return new FormField(
        id,
        Words.NONE,
        Words.NONE,
        type,
        20_000,
        java.util.Set.of(),
        "",
        false,
        false,
        false,
        "",
        12,
        List.of(),
        Optional.empty());
  }

  private static SheetContent of(String field, String text) {
    return new SheetContent(Map.of(field, text == null ? "" : text), Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "long,  もと, もと,   相手,   相手,           0",
    "long,  もと, わたし, もと,   わたし,         0",
    "long,  もと, 同じ,   同じ,   同じ,           0",
    "long,  もと, ,       もと,   ,               0",
    "long,  もと, わたし, 相手,   相手|わたし,    1",
    "long,  もと, もと二, もと三, もと三|もと二,  1",
    "long,  もと, ,       相手,   相手,           1",
    "long,  ,     長い文, 長い,   長い文,         1",
    "short, もと, 甲,     乙,     乙／甲,         1",
    "day,   ,     2026-01-01, 2026-01-02, 2026-01-02, 1",
  })
  void ofEachPlaceTheOneChangeStandsAndTwoChangesAreBothKept(
      String field, String base, String yours, String theirs, String merged, int conflicts) {
    Merged both = MergeRule.merge(PART, of(field, base), of(field, yours), of(field, theirs));
    String wanted = merged == null ? "" : merged.replace('|', '\n');
    assertEquals(wanted, both.content().text(field));
    assertEquals(conflicts, both.conflicts().size());
  }

  @Test
  void rowsOfBothStandAndCellsArePutTogetherOneByOne() {
    SheetContent base = rows(row("a", "x", "1"), row("gone", "x", "1"));
    SheetContent yours = rows(row("a", "y", "1"), row("mine", "x", "2"));
    SheetContent theirs = rows(row("a", "x", "3"), row("gone", "x", "1"), row("theirs", "x", "4"));
    Merged both = MergeRule.merge(PART, base, yours, theirs);
    assertEquals(List.of(), both.conflicts());
    assertEquals(
        rows(row("a", "y", "3"), row("theirs", "x", "4"), row("mine", "x", "2")), both.content());
  }

  @Test
  void aRowThatOneTookAwayAndTheOtherWroteInIsKept() {
    SheetContent base = rows(row("a", "x", "1"));
    SheetContent theirs = rows(row("a", "x", "2"));
    Merged both = MergeRule.merge(PART, base, SheetContent.EMPTY, theirs);
    assertEquals(theirs, both.content());
  }

  /** Whatever two people write, every line that either added stands in what is put together. */
  @Test
  void noLineThatEitherAddedIsEverLost() {
    Random random = new Random(20261120);
    for (int i = 0; i < 2_000; i++) {
      List<String> base = lines(random, "base");
      String before = String.join("\n", base);
      List<String> mine = changed(random, base, "mine" + i);
      List<String> other = changed(random, base, "theirs" + i);
      Merged both =
          MergeRule.merge(
              PART,
              of("long", before),
              of("long", String.join("\n", mine)),
              of("long", String.join("\n", other)));
      String text = both.content().text("long");
      for (List<String> side : List.of(mine, other)) {
        for (String line : side) {
          assertTrue(base.contains(line) || text.contains(line), line + " is lost in " + text);
        }
      }
    }
  }

  private static List<String> lines(Random random, String word) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      lines.add(word + i);
    }
    return lines;
  }

  private static List<String> changed(Random random, List<String> base, String word) {
    List<String> lines = new ArrayList<>(base);
    if (random.nextBoolean()) {
      lines.remove(random.nextInt(lines.size()));
    }
    if (random.nextBoolean()) {
      lines.add(random.nextInt(lines.size() + 1), word);
    }
    return lines;
  }

  private static SheetContent rows(Row... rows) {
    return new SheetContent(Map.of(), Map.of("t", List.of(rows)));
  }

  private static Row row(String id, String x, String y) {
    return new Row(id, Map.of("x", x, "y", y));
  }
}
