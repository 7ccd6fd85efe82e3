// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.OneClass.STUDENT;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.testing.TestDatabases;

/** Steps with one click, and days as people write them, on both databases. */
class PlanStepTest {
  private static final SheetKey MEETING = SheetKey.meeting("m");
  private static final SheetKey B = SheetKey.b(2026);

  private interface Story {
    void tell(Sheets sheets, PlanStepService steps) throws Exception;
  }

  private static void onBoth(Story story) throws Exception {
    for (TestDatabases.Named database : TestDatabases.both().toList()) {
      try (Ground ground = new Ground(database)) {
        Sheets sheets = new Sheets(ground);
        story.tell(
            sheets,
            new PlanStepService(sheets.gate, ground, sheets.places, sheets.service, ground));
      }
    }
  }

  private static SheetContent meeting() {
    return new SheetContent(
        Map.of("heldOn", "R8.11.12", "guardianIntention", "急がないでほしい"),
        Map.of(
            "agreements",
            List.of(
                new Row("r1", Map.of("text", "朝の電話", "person", "養護教諭", "dueOn", "12/1")),
                new Row("r2", Map.of("text", "席を窓側に")))));
  }

  @Test
  void anAgreementBecomesAMeasureWithPersonPeriodAndReviewOnce() throws Exception {
    onBoth(
        (sheets, steps) -> {
          sheets.service.save(TEACHER, STUDENT, MEETING, 0, meeting());
          sheets.service.save(TEACHER, STUDENT, B, 0, Sheets.text("yearGoal", "目標"));
          SheetView view = steps.adopt(TEACHER, STUDENT, MEETING, "r1", 1);
          assertEquals("added", view.content().row("agreements", "r1").orElseThrow().cell("plan"));
          assertEquals("急がないでほしい", view.content().text("guardianIntention"));
          SheetView plan = sheets.service.view(TEACHER, STUDENT, B);
          assertEquals("目標", plan.content().text("yearGoal"));
          assertEquals(
              Map.of(
                  "measure", "朝の電話",
                  "person", "養護教諭",
                  "firstOn", "2026-11-12",
                  "nextReviewOn", "2026-12-01"),
              plan.content().rows("measures").get(0).cells());
          steps.adopt(TEACHER, STUDENT, MEETING, "r1", view.version());
          assertEquals(
              1, sheets.service.view(TEACHER, STUDENT, B).content().rows("measures").size());
          assertThrows(Stale.class, () -> steps.adopt(TEACHER, STUDENT, MEETING, "r2", 1));
          assertEquals(
              1, sheets.service.view(TEACHER, STUDENT, B).content().rows("measures").size());
          assertThrows(Missing.class, () -> steps.adopt(TEACHER, STUDENT, MEETING, "r9", 2));
        });
  }

  @Test
  void whatIsDoneIsNotedWithTheDayAndAReviewedMeasureGoesOn() throws Exception {
    onBoth(
        (sheets, steps) -> {
          sheets.service.save(TEACHER, STUDENT, MEETING, 0, meeting());
          SheetView done = steps.finish(TEACHER, STUDENT, MEETING, "r2", 1);
          assertEquals(
              Ground.TODAY.toString(),
              done.content().row("agreements", "r2").orElseThrow().cell("doneOn"));
          assertThrows(Stale.class, () -> steps.finish(TEACHER, STUDENT, MEETING, "r1", 1));
          SheetContent plan = Sheets.rows("measures", new Row("m1", Map.of("measure", "朝の電話")));
          sheets.service.save(TEACHER, STUDENT, B, 0, plan);
          Row reviewed =
              steps
                  .finish(TEACHER, STUDENT, B, "m1", 1)
                  .content()
                  .row("measures", "m1")
                  .orElseThrow();
          assertEquals("goOn", reviewed.cell("outcome"));
          assertEquals(Ground.TODAY.plusWeeks(4).toString(), reviewed.cell("nextReviewOn"));
        });
  }

  @Test
  void daysThatAreNoneAreRefusedWithTheReasonAndOthersAreKeptAsIso() throws Exception {
    onBoth(
        (sheets, steps) -> {
          SheetView kept =
              sheets.service.save(
                  TEACHER, STUDENT, MEETING, 0, Sheets.text("heldOn", "令和8年11月12日"));
          assertEquals("2026-11-12", kept.content().text("heldOn"));
          for (String bad : List.of("2026-02-30", "平成31年5月1日", "来週の金曜")) {
            RefusedException refused =
                assertThrows(
                    RefusedException.class,
                    () ->
                        sheets.service.save(
                            TEACHER, STUDENT, MEETING, 1, Sheets.text("heldOn", bad)));
            String message = refused.refusal().findings().get(0).message();
            assertTrue(message.startsWith("日付"), message);
          }
        });
  }
}
