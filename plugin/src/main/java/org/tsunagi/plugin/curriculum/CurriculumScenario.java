// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.tsunagi.plugin.curriculum.domain.BellRule;
import org.tsunagi.plugin.curriculum.domain.ChildPlanRule;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;
import org.tsunagi.plugin.curriculum.domain.EffectRule;
import org.tsunagi.plugin.curriculum.domain.PlanRule;
import org.tsunagi.plugin.curriculum.domain.PlanVerdict;
import org.tsunagi.plugin.curriculum.domain.Standards;
import org.tsunagi.plugin.platform.Fields;
import org.tsunagi.plugin.shared.Finding;

/**
 * A simulation's request: a plan and, where they are given, the days of approval and effect, bell
 * schedules, and the hours of one child's own curriculum.
 */
final class CurriculumScenario {
  private CurriculumScenario() {}

  static CurriculumAnswer answer(JsonNode node, Standards standards) {
    Fields request = new Fields(node, "教育課程");
    CurriculumPlan plan = PlanReader.read(request);
    PlanVerdict verdict = PlanRule.reckon(plan, standards);
    List<Finding> findings = new ArrayList<>(verdict.findings());
    findings.addAll(EffectRule.findings(request.date("approvedOn"), request.date("effectiveOn")));
    for (Fields schedule : request.objects("bellSchedules")) {
      findings.addAll(BellRule.overlaps(schedule.text("name"), periods(schedule)));
    }
    if (request.has("ownCurriculum")) {
      findings.addAll(ChildPlanRule.findings(own(request)));
    }
    return CurriculumAnswer.of(
        plan,
        new PlanVerdict(
            verdict.figures(),
            verdict.patterns(),
            verdict.category(),
            verdict.viewpoints(),
            verdict.credits(),
            findings));
  }

  private static ChildPlanRule.Hours own(Fields request) {
    Fields own =
        new Fields(request.node().path("ownCurriculum"), request.where() + ".ownCurriculum");
    return new ChildPlanRule.Hours(
        own.decimal("japaneseHours").orElse(BigDecimal.ZERO),
        own.decimal("resourceRoomHours").orElse(BigDecimal.ZERO),
        own.flag("learningOrAttention"));
  }

  private static List<BellRule.Period> periods(Fields schedule) {
    List<BellRule.Period> periods = new ArrayList<>();
    for (Fields one : schedule.objects("periods")) {
      LocalTime start = time(one, "start");
      LocalTime end = time(one, "end");
      if (end.isBefore(start)) {
        throw one.malformed("end", "始まりより後の時刻にしてください");
      }
      periods.add(new BellRule.Period(one.text("label"), start, end));
    }
    return periods;
  }

  private static LocalTime time(Fields one, String field) {
    String text = one.text(field);
    try {
      return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    } catch (DateTimeException broken) {
      throw one.malformed(field, "時刻（09:30 の形）で指定してください");
    }
  }
}
