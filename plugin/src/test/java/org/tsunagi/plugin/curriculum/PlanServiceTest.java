// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.curriculum.domain.PlanVersion;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.testing.TestDatabases;

/** The life of a stored plan, on both databases. */
class PlanServiceTest {
  private static final SchoolId SCHOOL = new SchoolId("S1");
  private static final SchoolId OTHER = new SchoolId("S2");
  private static final Actor ACTOR =
      new Actor(
          "service:plans",
          "教務",
          List.of(),
          Set.of(
              Privilege.CURRICULUM_READ.code(),
              Privilege.CURRICULUM_WRITE.code(),
              Privilege.CURRICULUM_APPROVE.code()),
          false);

  private static PlanService service(Ground ground) {
    return new PlanService(
        new TableGate(ground), ground, new SqlAuditTrail(ground), ground, new ShippedStandards());
  }

  private static JsonNode plan(String more) {
    try {
      return Json.MAPPER.readTree(
          "{\"stage\":\"JH\",\"grade\":2,\"subjects\":[{\"name\":\"国語\",\"hours\":87.5}]"
              + more
              + "}");
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  private static List<String> refusal(Runnable work) {
    return assertThrows(RefusedException.class, work::run).refusal().findings().stream()
        .map(Finding::code)
        .toList();
  }

  private static PlanCommand.Approving approving(
      PlanView.Saved saved, LocalDate approved, LocalDate effective) {
    return new PlanCommand.Approving(
        saved.version(), saved.revision(), approved, effective, "7文科初第1号");
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void planIsDraftedHandedInApprovedAndChangedByANewVersion(TestDatabases.Named database) {
    try (Ground ground = new Ground(database)) {
      PlanService plans = service(ground);
      PlanView.Saved first =
          plans.add(ACTOR, SCHOOL, new PlanCommand("こもれび分教室", "classGroup", plan("")));
      String id = first.id();
      PlanView.Saved saved =
          plans.save(
              ACTOR, SCHOOL, id, new PlanCommand.Saving(1, 1, plan(",\"declaredTotal\":875")));
      PlanView.Saved applied =
          plans.apply(ACTOR, SCHOOL, id, new PlanCommand.Applying(1, saved.revision()));
      assertEquals(PlanVersion.State.APPLIED, plans.view(ACTOR, SCHOOL, id, 0).version().state());
      PlanView.Saved approved =
          plans.approve(
              ACTOR,
              SCHOOL,
              id,
              approving(applied, Ground.TODAY.minusDays(9), Ground.TODAY.minusDays(1)));
      assertEquals(Optional.of(1), plans.view(ACTOR, SCHOOL, id, 0).inForce());
      assertEquals(
          List.of("APPROVED"),
          refusal(
              () ->
                  plans.save(
                      ACTOR,
                      SCHOOL,
                      id,
                      new PlanCommand.Saving(1, approved.revision(), plan("")))));
      PlanView.Saved second = plans.begin(ACTOR, SCHOOL, id);
      assertEquals(2, second.version());
      assertEquals(List.of("DRAFT_OPEN"), refusal(() -> plans.begin(ACTOR, SCHOOL, id)));
      assertEquals(
          List.of("UNAPPROVED_CHANGE", "EFFECT_ORDER"),
          refusal(
              () ->
                  plans.approve(
                      ACTOR,
                      SCHOOL,
                      id,
                      approving(second, Ground.TODAY, Ground.TODAY.minusDays(1)))));
      plans.approve(ACTOR, SCHOOL, id, approving(second, Ground.TODAY, Ground.TODAY.plusDays(1)));
      PlanView view = plans.view(ACTOR, SCHOOL, id, 0);
      assertEquals(Optional.of(1), view.inForce(), "the second begins tomorrow");
      assertEquals(2, view.stored().versions().size());
      assertEquals("87.5", view.plan().subjects().get(0).hours().orElseThrow().toPlainString());
      assertEquals("875", view.plan().declared().total().orElseThrow().toPlainString());
      assertEquals(1, plans.list(ACTOR, SCHOOL).size());
      assertTrue(plans.list(ACTOR, OTHER).isEmpty());
      assertThrows(Missing.class, () -> plans.view(ACTOR, OTHER, id, 0));
      assertThrows(Missing.class, () -> plans.view(ACTOR, SCHOOL, id, 9));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void secondOfTwoWritersIsShownBothTexts(TestDatabases.Named database) {
    try (Ground ground = new Ground(database)) {
      PlanService plans = service(ground);
      String id = plans.add(ACTOR, SCHOOL, new PlanCommand("案", "school", plan(""))).id();
      PlanCommand.Saving saving = new PlanCommand.Saving(1, 1, plan(",\"declaredTotal\":900"));
      plans.save(ACTOR, SCHOOL, id, saving);
      Stale stale = assertThrows(Stale.class, () -> plans.save(ACTOR, SCHOOL, id, saving));
      JsonNode body = Json.MAPPER.valueToTree(stale.body());
      assertEquals(900, body.at("/yours/declaredTotal").intValue());
      assertEquals(900, body.at("/theirs/plan/declaredTotal").intValue());
      assertEquals(2, body.at("/theirs/version/revision").intValue());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void planForBAloneIsNotHandedInWithoutAReason(TestDatabases.Named database) {
    try (Ground ground = new Ground(database)) {
      PlanService plans = service(ground);
      String id =
          plans.add(ACTOR, SCHOOL, new PlanCommand("案", null, plan(",\"targets\":[\"B\"]"))).id();
      assertEquals(
          List.of("TARGET_B_ALONE"),
          refusal(() -> plans.apply(ACTOR, SCHOOL, id, new PlanCommand.Applying(1, 1))));
      assertEquals(
          List.of("TARGET_B_ALONE", "APPROVED_LATER"),
          refusal(
              () ->
                  plans.approve(
                      ACTOR,
                      SCHOOL,
                      id,
                      new PlanCommand.Approving(
                          1, 1, Ground.TODAY.plusDays(1), Ground.TODAY.plusDays(2), null))));
    }
  }
}
