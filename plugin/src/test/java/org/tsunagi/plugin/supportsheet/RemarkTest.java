// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.supportsheet.domain.FieldType;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/** Remarks beside reflected cells, on both databases. */
class RemarkTest {
  private static final SheetKey COMMON = SheetKey.COMMON;

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aRemarkStandsBesideWhatIsReflectedAndInEveryVersion(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      String field = reflected(sheets);
      SheetContent first = Sheets.text(field + "~", "戸籍では「髙﨑」");
      SheetView saved = sheets.service.save(TEACHER, OneClass.STUDENT, COMMON, 0, first);
      assertEquals(first, saved.content());
      assertTrue(saved.reflected().containsKey(field));
      sheets.service.save(TEACHER, OneClass.STUDENT, COMMON, 1, Sheets.text("remarks", "備考"));
      assertEquals(
          List.of(field + "~"),
          sheets.service.difference(TEACHER, OneClass.STUDENT, COMMON, 0, 1).places().stream()
              .map(one -> one.field())
              .toList());
      assertEquals(
          first,
          sheets.service.listVersions(TEACHER, OneClass.STUDENT, COMMON, 1, 1).get(0).content());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void nothingIsTypedOverAndNoRemarkStandsBesideAWrittenField(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      String field = reflected(sheets);
      for (SheetContent content :
          List.of(
              Sheets.text(field, "上書き"),
              Sheets.text("remarks~", "注"),
              Sheets.text("nothing~", "注"),
              Sheets.text(field + "/x/y~", "注"))) {
        assertEquals("UNKNOWN_FIELD", refused(sheets, content));
      }
      assertEquals("TOO_LONG", refused(sheets, Sheets.text(field + "~", "あ".repeat(201))));
    }
  }

  private static String refused(Sheets sheets, SheetContent content) {
    return assertThrows(
            RefusedException.class,
            () -> sheets.service.save(TEACHER, OneClass.STUDENT, COMMON, 0, content))
        .refusal()
        .findings()
        .stream()
        .map(Finding::code)
        .findFirst()
        .orElseThrow();
  }

  /** Returns a reflected field of a section that the teacher reads, which nobody may type in. */
  private static String reflected(Sheets sheets) {
    return sheets.forms.shipped(COMMON.kind()).sections().stream()
        .filter(section -> section.sharing().code().equals("general"))
        .flatMap(section -> section.fields().stream())
        .filter(one -> one.type() == FieldType.REFLECTED && !one.fallback())
        .map(FormField::id)
        .findFirst()
        .orElseThrow();
  }
}
