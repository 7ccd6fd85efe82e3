// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.COLLEAGUE;
import static org.tsunagi.plugin.supportsheet.Sheets.PRINCIPAL;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.domain.ChildGrants;
import org.tsunagi.plugin.access.domain.ChildGrants.Grant;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.Need;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/** The kind of need that belongs to class I, on both databases. */
class NeedSecrecyTest {
  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aDisabilityIsSeenAndSetByReadersOfClassOneOnlyAndOthersNeverDropIt(
      TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      sheets.grants =
          new ChildGrants(Set.of(new Grant(Relation.TEAM, OneClass.STUDENT, OneClass.SCHOOL)));
      NeedService needs =
          new NeedService(sheets.gate, sheets.audit, ground, sheets.places, sheets.rights, ground);
      needs.set(PRINCIPAL, OneClass.STUDENT, 0, Set.of(Need.DISABILITY, Need.ABSENCE));
      assertEquals(List.of("absence"), needs.find(COLLEAGUE, OneClass.STUDENT).kinds());
      OpenPart open =
          sheets.service.open(
              COLLEAGUE, sheets.host.findRecord(OneClass.STUDENT).orElseThrow(), SheetKey.COMMON);
      assertFalse(open.needs().contains(Need.DISABILITY));
      assertFalse(open.view().needs().contains("disability"));
      assertFalse(open.needSetting().kinds().contains("disability"));
      Stale stale =
          assertThrows(
              Stale.class, () -> needs.set(COLLEAGUE, OneClass.STUDENT, 0, Set.of(Need.JAPANESE)));
      assertFalse(stale.body().toString().contains("disability"));
      assertThrows(
          RefusedException.class,
          () -> needs.set(COLLEAGUE, OneClass.STUDENT, 1, Set.of(Need.DISABILITY)));
      assertEquals(
          List.of("japanese"),
          needs.set(COLLEAGUE, OneClass.STUDENT, 1, Set.of(Need.JAPANESE)).kinds());
      assertEquals(
          List.of("disability", "japanese"), needs.find(PRINCIPAL, OneClass.STUDENT).kinds());
      sheets.strong = false;
      assertEquals(List.of("japanese"), needs.find(PRINCIPAL, OneClass.STUDENT).kinds());
      assertEquals(
          0, ground.count("SELECT count(*) FROM audit_row WHERE facts LIKE '%disability%'"));
      assertTrue(ground.count("SELECT count(*) FROM student_need") == 2);
    }
  }
}
