// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.curriculum.domain.StoredPlan;
import org.tsunagi.plugin.platform.FastWorkbooks;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.JsonSchemas;
import org.tsunagi.testing.TestDatabases;

/** The page of special curricula and the workbook it exports. */
class CurriculumPageTest {
  private static final SchoolId SCHOOL = new SchoolId("S1");

  private Ground ground;
  private PlanService plans;
  private TableGate gate;

  @BeforeEach
  void open() {
    ground = new Ground(new TestDatabases.Named("h2", TestDatabases.h2()));
    gate = new TableGate(ground);
    plans =
        new PlanService(gate, ground, new SqlAuditTrail(ground), ground, new ShippedStandards());
  }

  @AfterEach
  void close() {
    ground.close();
  }

  private static Actor actor(HostRole role) {
    return new Actor(
        role.code(),
        "中谷 薫",
        List.of(
            new Post(
                role,
                Optional.of(SCHOOL),
                Optional.empty(),
                LocalDate.of(2026, 4, 1),
                Optional.empty())),
        Set.of(),
        false);
  }

  private String render(HostRole role, Locale locale, Map<String, List<String>> parameters) {
    CurriculumPage page = new CurriculumPage(new FreeMarkerPages(), plans, gate, ground);
    return page.render(
        new PageRequest(
            actor(role),
            locale,
            parameters,
            new PageRequest.Base("/pages/curricula", "/pages", "/students", "/api/v1", "/a", "t")));
  }

  private String add() {
    for (JsonNode school : CurriculumCases.read("published-curricula")) {
      if (school.path("id").asText().equals("SOJUN")) {
        ObjectNode request =
            new CurriculumCasesTest.Printed(school, "中2", school.at("/annual_hours/中2")).request();
        return plans
            .add(actor(HostRole.PRINCIPAL), SCHOOL, new PlanCommand("草潤<中>2年", "school", request))
            .id();
      }
    }
    throw new AssertionError("the school is not there");
  }

  @Test
  void emptySchoolIsOfferedToBegin() {
    String page = render(HostRole.PRINCIPAL, Locale.JAPANESE, Map.of());
    assertTrue(page.contains("この学校の教育課程は、まだありません。"));
    assertTrue(page.contains("data-act=\"add\""));
    assertFalse(render(HostRole.TEACHER, Locale.JAPANESE, Map.of()).contains("data-act="));
  }

  @Test
  void planStandsBesideTheStandardWithWhatIsStillToBeWritten() {
    add();
    String page = render(HostRole.PRINCIPAL, Locale.JAPANESE, Map.of());
    assertTrue(page.contains("草潤&lt;中&gt;2年"), page);
    assertTrue(page.contains("区分B") && page.contains("④") && page.contains("②"));
    assertTrue(page.contains("−245"));
    assertTrue(page.contains("審査の観点「B⑦転出入への配慮」を書いてください。"));
    assertTrue(page.contains("data-viewpoint=\"B7\"") && page.contains("data-act=\"approve\""));
    String seen = render(HostRole.TEACHER, Locale.ENGLISH, Map.of());
    assertFalse(seen.contains("data-act=") || seen.contains("<input"), seen);
    assertTrue(seen.contains("Category B"));
  }

  @Test
  void rolesWithoutTheRightAndUnknownPlansFindNoPage() {
    add();
    assertThrows(PageNotFound.class, () -> render(HostRole.AUDITOR, Locale.JAPANESE, Map.of()));
    assertThrows(
        PageNotFound.class,
        () -> render(HostRole.PRINCIPAL, Locale.JAPANESE, Map.of("plan", List.of("none"))));
    assertThrows(
        PageNotFound.class,
        () -> render(HostRole.PRINCIPAL, Locale.JAPANESE, Map.of("version", List.of("x"))));
  }

  @Test
  void newPlanBeginsWithTheSubjectsAndHoursOfTheLaw() {
    ObjectNode frame = Json.MAPPER.createObjectNode().put("stage", "PRIMARY").put("grade", 1);
    String id =
        plans.add(actor(HostRole.PRINCIPAL), SCHOOL, new PlanCommand("小1", "school", frame)).id();
    PlanView view = plans.view(actor(HostRole.PRINCIPAL), SCHOOL, id, 0);
    assertEquals(8, view.plan().subjects().size());
    assertEquals(List.of("NO_CHANGE"), view.verdict().flags());
  }

  @Test
  void workbookHoldsTableViewpointsAndFindings() throws IOException {
    String id = add();
    PlanPaperService papers =
        new PlanPaperService(gate, plans, new FastWorkbooks(), ground, new SqlAuditTrail(ground));
    byte[] file = papers.table(actor(HostRole.TEACHER), SCHOOL, id, 0);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertEquals(
          List.of("教育課程表", "審査の観点", "確かめること"),
          workbook.getSheets().map(sheet -> sheet.getName()).toList());
      List<Row> rows = workbook.getFirstSheet().read();
      assertEquals("草潤<中>2年　中2　1単位50分・換算なし　第1版", rows.get(0).getCellText(0));
      assertEquals(
          List.of("国語", "140", "105", "-35"),
          rows.get(2).stream().limit(4).map(cell -> cell.getText()).toList());
      assertEquals(
          List.of("合計", "1015", "770", "-245"),
          rows.get(rows.size() - 1).stream().limit(4).map(cell -> cell.getText()).toList());
    }
  }

  @Test
  void publishedSchoolsFitThePublishedSchemaOfTheImport() throws IOException {
    ObjectNode file = Json.MAPPER.createObjectNode();
    CurriculumCasesTest.grades()
        .forEach(
            one -> {
              ObjectNode entry = file.withArray("plans").addObject();
              entry.put("schoolSourcedId", "S1").put("name", one.toString());
              entry.set("plan", one.request());
              ObjectNode again = file.withArray("plans").addObject();
              again.put("schoolSourcedId", "S1").put("name", one + " 2");
              again.set(
                  "plan", Json.MAPPER.valueToTree(PlanJson.write(PlanReader.read(one.request()))));
            });
    assertEquals(
        List.of(), JsonSchemas.check("curriculum-plans.json", Json.MAPPER.writeValueAsBytes(file)));
  }

  @Test
  void importTwiceChangesNothing() {
    PlanIntake intake = new PlanIntake(ground);
    List<CurriculumCasesTest.Printed> grades = CurriculumCasesTest.grades().toList();
    for (PlanIntake.Outcome expected :
        List.of(PlanIntake.Outcome.ADDED, PlanIntake.Outcome.UNCHANGED)) {
      for (CurriculumCasesTest.Printed one : grades.subList(0, 12)) {
        assertEquals(expected, ground.runSql(connection -> take(intake, connection, one)));
      }
    }
  }

  private static PlanIntake.Outcome take(
      PlanIntake intake, Connection connection, CurriculumCasesTest.Printed one) {
    return intake.take(
        connection,
        actor(HostRole.PRINCIPAL),
        SCHOOL,
        one.toString(),
        StoredPlan.Target.SCHOOL,
        PlanReader.read(one.request()));
  }
}
