// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;

/** A closing is written in one way only, and its hash tells of every change. */
class CanonicalClosingTest {
  private static final ClosedRow ROW =
      row("A", "0406P", new RemarkItem("忌引2日（祖父）", false), new RemarkItem("a\"\\\u0001", true));

  private static ClosedRow row(String student, String days, RemarkItem... remarks) {
    return new ClosedRow(
        new StudentId(student),
        Grade.J2,
        Map.of("schoolDays", 201, "daysAbsent", 3),
        List.of(remarks),
        days);
  }

  @Test
  void aRowIsWrittenWithSortedNamesAndEscapes() {
    assertEquals(
        "{\"days\":\"0406P\",\"figures\":{\"daysAbsent\":3,\"schoolDays\":201},\"remarks\":["
            + "{\"restricted\":false,\"text\":\"忌引2日（祖父）\"},"
            + "{\"restricted\":true,\"text\":\"a\\\"\\\\\\u0001\"}]}",
        CanonicalClosing.content(ROW));
    assertEquals(
        "{\"days\":\"  \",\"figures\":{\"daysAbsent\":3,\"schoolDays\":201},\"remarks\":[]}",
        CanonicalClosing.content(row("A", "  ")));
  }

  private static Closing closing(String school, String note) {
    return new Closing(
        new SchoolId(school),
        2026,
        1,
        new Closing.Signature("p1", "大野", "校長"),
        Instant.EPOCH,
        note,
        "",
        1,
        "",
        "");
  }

  @Test
  void theHashIsThatOfTheWrittenTextWhateverTheOrderOfTheRows() {
    ClosedRow other = row("B", "0406A");
    String hash = CanonicalClosing.hash(closing("S1", ""), List.of(ROW, other));
    assertTrue(hash.matches("[0-9a-f]{64}"), hash);
    assertEquals(hash, CanonicalClosing.hash(closing("S1", ""), List.of(other, ROW)));
    assertEquals(
        hash, CanonicalClosing.hash(closing("S1", "").withHash(hash), List.of(ROW, other)));
    assertNotEquals(hash, CanonicalClosing.hash(closing("S2", ""), List.of(ROW, other)));
    assertNotEquals(hash, CanonicalClosing.hash(closing("S1", "x"), List.of(ROW, other)));
    assertNotEquals(hash, CanonicalClosing.hash(closing("S1", ""), List.of(ROW)));
    assertNotEquals(
        hash, CanonicalClosing.hash(closing("S1", ""), List.of(ROW, row("B", "0406P"))));
    assertNotEquals(
        hash, CanonicalClosing.hash(closing("S1", ""), List.of(ROW, row("C", "0406A"))));
  }

  /** The form is fixed: signed years of the past must keep their hash. */
  @Test
  void theHashOfAKnownClosingNeverChanges() {
    assertEquals(
        "51d28dbfd655361992300498f8eb609b8d1877552292103b272381402d402fda",
        CanonicalClosing.hash(closing("S1", "x"), List.of(ROW)));
  }

  @Test
  void aMaskedRowKeepsItsFiguresAndOpenRemarks() {
    ClosedRow masked =
        row("A", "0406P", new RemarkItem("忌引2日（祖父）", false), new RemarkItem("出席停止等3日（保護）", true))
            .masked();
    assertEquals(
        List.of("忌引2日（祖父）", "出席停止等3日（理由は限られた人が見られます）"),
        masked.remarks().stream().map(RemarkItem::text).toList());
    assertEquals(ROW.figures(), masked.figures());
    assertEquals("0406P", masked.days());
  }
}
