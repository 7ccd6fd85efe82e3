// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.SharedContent;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.consent.persistence.SheetRowsContent;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.FormAddition;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.testing.TestDatabases;

class FormAdditionTest {
  private static final Actor INTEGRATOR =
      new Actor("service:forms", "様式", List.of(), Set.of("form.write"), false);
  private static final LocalScope SCHOOL = LocalScope.ofSchool("S1");
  private static final String BODY =
      "{\"id\":\"club\",\"label\":\"部活動\",\"class\":\"general\",\"fields\":["
          + "{\"id\":\"name\",\"label\":\"部活動名\",\"type\":\"text\"}]}";

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aSchoolsOwnFieldIsWrittenFromItsDayOnAndStaysWhenItIsWithdrawn(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      FormAdditionService forms =
          new FormAdditionService(sheets.gate, sheets.audit, ground, ground);
      SheetContent own = Sheets.text("o-s-club-name", "美術部");
      assertThrows(
          RefusedException.class,
          () -> sheets.service.save(TEACHER, OneClass.STUDENT, SheetKey.COMMON, 0, own));
      forms.save(INTEGRATOR, version(1, SCHOOL, BODY));
      forms.save(INTEGRATOR, version(1, LocalScope.ofSchool("S2"), BODY.replace("部", "別")));
      assertEquals(
          own, sheets.service.save(TEACHER, OneClass.STUDENT, SheetKey.COMMON, 0, own).content());
      forms.save(INTEGRATOR, version(2, SCHOOL, ""));
      assertEquals(
          SheetContent.EMPTY,
          sheets.service.view(TEACHER, OneClass.STUDENT, SheetKey.COMMON).content());
      forms.save(INTEGRATOR, version(3, SCHOOL, BODY));
      assertEquals(own, sheets.service.view(TEACHER, OneClass.STUDENT, SheetKey.COMMON).content());
      assertEquals(3, forms.list(INTEGRATOR, SCHOOL).size());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whatDoesNotFitTheSchemaOrComesLateIsRefused(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      FormAdditionService forms =
          new FormAdditionService(sheets.gate, sheets.audit, ground, ground);
      String unknown = BODY.replace("\"type\":\"text\"", "\"type\":\"picture\"");
      String reflected = BODY.replace("\"type\":\"text\"", "\"type\":\"reflected\"");
      for (String body : List.of(unknown, reflected, BODY.replace("\"class\"", "\"klass\""))) {
        assertThrows(
            RefusedException.class, () -> forms.save(INTEGRATOR, version(1, SCHOOL, body)));
      }
      assertThrows(Stale.class, () -> forms.save(INTEGRATOR, version(2, SCHOOL, BODY)));
      assertThrows(NotPermitted.class, () -> forms.save(TEACHER, version(1, SCHOOL, BODY)));
      assertEquals(0, ground.count("SELECT count(*) FROM form_addition"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void ownSectionsAreHandedOverWithTheItemGroupOfTheirClass(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      FormAdditionService forms =
          new FormAdditionService(sheets.gate, sheets.audit, ground, ground);
      forms.save(INTEGRATOR, version(1, SCHOOL, BODY.replace("general", "plan")));
      sheets.service.save(
          TEACHER,
          OneClass.STUDENT,
          SheetKey.COMMON,
          0,
          Sheets.text("o-s-club-name", "美術部").with(Sheets.text("remarks", "備考")));
      SharedContent content = new SheetRowsContent(sheets.forms, ground);
      List<SharedPart> parts =
          ground.runSql(connection -> content.list(connection, OneClass.SCHOOL, OneClass.STUDENT));
      assertEquals(
          List.of("common:general", "common:plan"),
          ItemGroup.of(parts).stream().map(ItemGroup::text).toList());
      List<SharedPart> chosen = SharedPart.select(parts, ItemGroup.list(List.of("common:plan")));
      assertEquals(
          List.of(new SharedPart.Field("o-s-club-name", "部活動名", "美術部")),
          chosen.get(0).sections().get(0).fields());
      assertEquals(1, chosen.get(0).sections().size());
      forms.save(INTEGRATOR, version(2, SCHOOL, ""));
      parts =
          ground.runSql(connection -> content.list(connection, OneClass.SCHOOL, OneClass.STUDENT));
      assertEquals(
          List.of("common:general"), ItemGroup.of(parts).stream().map(ItemGroup::text).toList());
    }
  }

  private static FormAddition version(int number, LocalScope scope, String body) {
    LocalDate today = Ground.TODAY;
    return new FormAddition(scope, "club", number, SheetKind.COMMON, today, body);
  }
}
