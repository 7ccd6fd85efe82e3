// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;
import org.tsunagi.plugin.curriculum.domain.PlanSubject;

/** Writes a plan in the shape that {@link PlanReader} reads; nothing is lost on the way. */
public final class PlanJson {
  private PlanJson() {}

  /** Returns the plan as maps and lists; what is absent or empty is left out. */
  public static Map<String, Object> write(CurriculumPlan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stage", plan.frame().stage().name());
    number(json, "grade", plan.frame().grade());
    number(json, "schoolYear", plan.frame().schoolYear());
    text(json, "variant", plan.frame().variant());
    number(json, "unitMinutes", plan.units().minutes());
    json.put("unitBasis", plan.units().basis().name());
    decimal(json, "declaredTotal", plan.declared().total());
    decimal(json, "declaredStandardTotal", plan.declared().standardTotal());
    decimal(json, "declaredReduction", plan.declared().reduction());
    decimal(json, "declaredReductionPercent", plan.declared().reductionPercent());
    json.put("eventHoursOutside", plain(plan.declared().eventHoursOutside()));
    json.put("weeks", plan.week().weeks());
    decimal(json, "weeklyUnits", plan.week().units());
    json.put("subjects", plan.subjects().stream().map(PlanJson::subject).toList());
    ledgers(plan, json);
    list(json, "patterns", plan.patterns());
    list(json, "targets", plan.aim().targets());
    text(json, "targetBReason", plan.aim().reasonForB());
    text(json, "circumstances", plan.aim().circumstances());
    text(json, "assessment", plan.aim().assessment());
    Map<String, String> viewpoints = new LinkedHashMap<>();
    plan.viewpoints().forEach((one, text) -> viewpoints.put(one.name(), text));
    json.put("viewpoints", viewpoints);
    return json;
  }

  private static Map<String, Object> subject(PlanSubject subject) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", subject.name());
    decimal(json, "hours", subject.hours());
    decimal(json, "standard", subject.printedStandard());
    for (PlanSubject.Mark mark : PlanSubject.Mark.values()) {
      if (subject.has(mark)) {
        json.put(mark.field(), true);
      }
    }
    list(json, "mergedOf", subject.mergedOf());
    text(json, "insideOf", subject.insideOf());
    text(json, "contentPlace", subject.contentPlace());
    text(json, "aims", subject.aims());
    return json;
  }

  private static void ledgers(CurriculumPlan plan, Map<String, Object> json) {
    List<Map<String, Object>> moves = new ArrayList<>();
    for (CurriculumPlan.ContentMove one : plan.moves()) {
      moves.add(
          Map.of(
              "subject", one.subject(),
              "fromGrade", one.fromGrade(),
              "toGrade", one.toGrade(),
              "content", one.content()));
    }
    json.put("contentMoves", moves);
    List<Map<String, Object>> transfers = new ArrayList<>();
    for (CurriculumPlan.HourTransfer one : plan.transfers()) {
      transfers.add(Map.of("from", one.from(), "to", one.to(), "hours", plain(one.hours())));
    }
    json.put("transfers", transfers);
  }

  private static void number(Map<String, Object> json, String field, OptionalInt number) {
    number.ifPresent(value -> json.put(field, value));
  }

  private static void decimal(Map<String, Object> json, String field, Optional<BigDecimal> number) {
    number.ifPresent(value -> json.put(field, plain(value)));
  }

  private static void text(Map<String, Object> json, String field, String text) {
    if (!text.isEmpty()) {
      json.put(field, text);
    }
  }

  private static void list(Map<String, Object> json, String field, List<String> texts) {
    if (!texts.isEmpty()) {
      json.put(field, texts);
    }
  }

  /** Returns a number without needless zeros, never with an exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
