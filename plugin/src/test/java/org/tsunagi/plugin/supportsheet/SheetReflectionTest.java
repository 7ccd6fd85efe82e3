// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;
import static org.tsunagi.plugin.supportsheet.Sheets.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormTable;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.domain.TermRule;
import org.tsunagi.testing.TestDatabases;

/** G-002-01 and G-002-13: what is reflected, where it comes from, and when it stays as it was. */
class SheetReflectionTest {
  private static final StudentId STUDENT = OneClass.STUDENT;
  private static final FormCatalogue FORMS = new FormCatalogue(new EmptyCalendar(List.of()));

  @Test
  void eighteenCellsOfThePaperFormAreReadOnly() {
    List<String> reflected = new ArrayList<>();
    for (SheetKind kind : SheetKind.values()) {
      for (FormField field : FORMS.shipped(kind).fields()) {
        if (field.printsZero()) {
          reflected.add(kind.code() + "." + field.id());
          assertFalse(field.writable(), field.id());
        }
        for (FormTable.Line line : field.table().map(FormTable::lines).orElse(List.of())) {
          for (String column : line.printsZero()) {
            reflected.add(kind.code() + "." + field.id() + "." + line.id() + "." + column);
            assertFalse(line.writable(column), column);
          }
        }
      }
    }
    assertEquals(18, reflected.size(), reflected.toString());
    assertEquals(1, reflected.stream().filter(one -> one.startsWith("common.")).count());
    assertEquals(5, reflected.stream().filter(one -> one.startsWith("a.")).count());
    assertEquals(9, reflected.stream().filter(one -> one.startsWith("b.")).count());
    assertEquals(3, reflected.stream().filter(one -> one.startsWith("meeting.")).count());
    assertFalse(
        FORMS
            .shipped(SheetKind.YEAR_A)
            .field("supportOrganizations")
            .orElseThrow()
            .table()
            .orElseThrow()
            .line("home")
            .orElseThrow()
            .writable("organizationName"));
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyPartShowsWhatItsSourcesHave(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      sheets.service.save(TEACHER, STUDENT, SheetKey.a(2026), 0, text("absenceReasons", "理由"));
      Map<String, String> cover = values(sheets, SheetKey.COVER);
      assertEquals("試験市立試験中学校", cover.get("schoolNameJuniorHigh"));
      assertEquals("", cover.get("schoolNameElementary"));
      assertEquals("髙﨑　𠮷男", values(sheets, SheetKey.COMMON).get("studentName"));
      Map<String, String> a = values(sheets, SheetKey.a(2026));
      assertEquals("試験市立試験中学校", a.get("supportOrganizations/school/organizationName"));
      assertEquals("000-0000-0001", a.get("supportOrganizations/home/phone"));
      assertEquals("髙﨑　試", a.get("supportOrganizations/home/contactPerson"));
      Map<String, String> b = values(sheets, SheetKey.b(2026));
      assertEquals(a.get("createdOn"), b.get("createdOn"));
      assertEquals("2026-11-20", b.get("createdOn"));
      assertEquals("試験　t1", b.get("createdByName"));
      assertEquals("担任　花子", b.get("homeroomTeacherName"));
      assertEquals("校長　一郎", b.get("administratorName"));
      assertEquals("2年1組", b.get("className"));
      assertEquals("中2", b.get("grade"));
      assertEquals("male", b.get("sex"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void anotherNameShowsOnOpenSheetsAndNotOnThoseOfAYearThatIsOver(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      for (SheetKey key : List.of(SheetKey.COMMON, SheetKey.a(2025), SheetKey.a(2026))) {
        sheets.service.save(TEACHER, STUDENT, key, 0, written(key));
      }
      sheets.host.familyName = "新姓";
      assertEquals("新姓　𠮷男", values(sheets, SheetKey.COMMON).get("studentName"));
      assertEquals("新姓　𠮷男", values(sheets, SheetKey.a(2026)).get("studentName"));
      assertEquals("新姓　𠮷男", values(sheets, SheetKey.meeting("m1")).get("studentName"));
      assertEquals("髙﨑　𠮷男", values(sheets, SheetKey.a(2025)).get("studentName"));
      assertEquals("中1", values(sheets, SheetKey.a(2025)).get("grade"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aMeetingMayComeBeforeAllOtherSheetsAndKeepsWordsAsTheyWereSaid(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      SheetContent said =
          new SheetContent(
              Map.of(
                  "heldOn", "2025-05-10",
                  "recorderName", "○○",
                  "recorderRole", "生徒指導主事",
                  "studentIntention", "なんとなく教室に入りたくない"),
              Map.of(
                  "participants",
                  List.of(
                      new Row("r1", Map.of("role", "担任")),
                      new Row("r2", Map.of("role", "養護教諭")),
                      new Row("r3", Map.of("role", "SC"))),
                  "agreements",
                  List.of(new Row("r4", Map.of("text", "別室を使う")))));
      SheetKey key = SheetKey.meeting("first");
      SheetView saved = sheets.service.save(TEACHER, STUDENT, key, 0, said);
      assertEquals(1, saved.version());
      assertEquals("なんとなく教室に入りたくない", saved.content().text("studentIntention"));
      assertEquals("中1", saved.reflected().get("grade").value());
      assertEquals("2年1組", saved.reflected().get("className").value());
      sheets.service.save(TEACHER, STUDENT, SheetKey.COMMON, 0, written(SheetKey.COMMON));
      assertTrue(
          sheets.service.list(TEACHER, STUDENT).stream()
              .anyMatch(
                  line -> line.key().equals("meeting-first") && line.on().equals("2025-05-10")));
    }
  }

  @Test
  void aYearOfTwoTermsHasTwoTermsOfPlans() {
    FormField plans = FORMS.shipped(SheetKind.YEAR_B).field("termPlans").orElseThrow();
    assertEquals(6, plans.table().orElseThrow().lines().size());
    LocalDate day = LocalDate.of(2026, 4, 1);
    List<Term> two = List.of(new Term(1, "前期", day, day), new Term(2, "後期", day, day));
    FormTable fitted = fitted(plans, two, Optional.empty());
    assertEquals(4, fitted.lines().size());
    assertEquals("前期", fitted.lines().get(0).group().ja());
    assertEquals(3, fitted.columns().size());
  }

  @Test
  void theSchoolsDecisionOnTermsStandsBeforeTheCalendarAndHidesNothingWritten() {
    FormField plans = FORMS.shipped(SheetKind.YEAR_B).field("termPlans").orElseThrow();
    LocalDate day = LocalDate.of(2026, 4, 1);
    List<Term> named = List.of(new Term(1, "前学期", day, day), new Term(2, "後学期", day, day));
    assertEquals(List.of("1学期", "2学期", "3学期"), groups(fitted(plans, List.of(), Optional.empty())));
    assertEquals(List.of("前期", "後期"), groups(fitted(plans, List.of(), Optional.of(2))));
    assertEquals(List.of("前学期", "後学期"), groups(fitted(plans, named, Optional.of(2))));
    assertEquals(List.of("1学期", "2学期", "3学期"), groups(fitted(plans, named, Optional.of(3))));
    FormTable kept =
        TermRule.fit(plans, List.of(), Optional.of(2), Set.of("t3-school")).table().orElseThrow();
    assertEquals(5, kept.lines().size());
    assertEquals(List.of("前期", "後期", "3学期"), groups(kept));
  }

  private static FormTable fitted(FormField plans, List<Term> terms, Optional<Integer> decided) {
    return TermRule.fit(plans, terms, decided, Set.of()).table().orElseThrow();
  }

  private static List<String> groups(FormTable table) {
    return table.lines().stream().map(line -> line.group().ja()).distinct().toList();
  }

  private static SheetContent written(SheetKey key) {
    return text(key.kind() == SheetKind.COMMON ? "remarks" : "absenceReasons", "書いた文");
  }

  private static Map<String, String> values(Sheets sheets, SheetKey key) {
    Map<String, String> values = new java.util.HashMap<>();
    sheets
        .service
        .view(TEACHER, STUDENT, key)
        .reflected()
        .forEach((place, cell) -> values.put(place, cell.value()));
    return values;
  }
}
