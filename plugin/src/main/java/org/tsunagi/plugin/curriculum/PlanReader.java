// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan.Basis;
import org.tsunagi.plugin.curriculum.domain.PlanSubject;
import org.tsunagi.plugin.curriculum.domain.Stage;
import org.tsunagi.plugin.curriculum.domain.Standards;
import org.tsunagi.plugin.curriculum.domain.SubjectName;
import org.tsunagi.plugin.curriculum.domain.Viewpoint;
import org.tsunagi.plugin.platform.Fields;

/** Reads a plan from the one JSON shape of simulations, imports and stored versions. */
public final class PlanReader {
  private static final int MOST_ROWS = 100;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 10_000;

  private final Fields request;
  private final Stage stage;

  private PlanReader(Fields request) {
    this.request = request;
    stage =
        Stage.find(request.text("stage"))
            .orElseThrow(() -> request.malformed("stage", " PRIMARY、JH、HS のどれかです"));
  }

  /**
   * Reads a plan.
   *
   * @throws org.tsunagi.plugin.shared.Malformed where something can't be understood, saying where
   */
  public static CurriculumPlan read(JsonNode node) {
    return read(new Fields(node, "教育課程"));
  }

  /** Reads a plan from an object whose place is known. */
  public static CurriculumPlan read(Fields request) {
    return new PlanReader(request).plan();
  }

  private CurriculumPlan plan() {
    OptionalInt grade = request.number("grade", 1, stage.grades());
    return new CurriculumPlan(
        new CurriculumPlan.Frame(
            stage, grade, request.number("schoolYear", 2000, 2099), name(request, "variant")),
        new CurriculumPlan.Units(request.number("unitMinutes", 5, 120), basis()),
        declared(),
        new CurriculumPlan.Week(
            request.number("weeks", 1, 53).orElseGet(() -> Standards.weeks(stage, grade)),
            request.decimal("weeklyUnits")),
        subjects(),
        moves(),
        transfers(),
        request.texts("patterns"),
        new CurriculumPlan.Aim(
            targets(),
            prose(request, "targetBReason"),
            prose(request, "circumstances"),
            prose(request, "assessment")),
        viewpoints());
  }

  private Basis basis() {
    return switch (request.text("unitBasis")) {
      case "" -> Basis.UNKNOWN;
      case "RAW" -> Basis.RAW;
      case "UNKNOWN" -> Basis.UNKNOWN;
      case "CONVERTED" -> Basis.CONVERTED;
      default -> throw request.malformed("unitBasis", " RAW か CONVERTED です");
    };
  }

  private CurriculumPlan.Declared declared() {
    return new CurriculumPlan.Declared(
        request.decimal("declaredTotal"),
        request.decimal("declaredStandardTotal"),
        request.signedDecimal("declaredReduction"),
        request.signedDecimal("declaredReductionPercent"),
        request.decimal("eventHoursOutside").orElse(BigDecimal.ZERO));
  }

  private List<PlanSubject> subjects() {
    List<PlanSubject> subjects = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Fields one : request.objects("subjects")) {
      PlanSubject subject = subject(one);
      if (!names.add(SubjectName.plain(subject.name()))) {
        throw one.malformed("name", "同じ表の中で、行ごとに違う名前にしてください（" + subject.name() + "）");
      }
      subjects.add(subject);
    }
    if (subjects.size() > MOST_ROWS) {
      throw request.malformed("subjects", MOST_ROWS + "行までです");
    }
    for (int i = 0; i < subjects.size(); i++) {
      String inside = subjects.get(i).insideOf();
      if (!inside.isEmpty() && !names.contains(SubjectName.plain(inside))) {
        throw request.malformed(
            "subjects[" + i + "].insideOf", "同じ表にある名前で指定してください（" + inside + "）");
      }
    }
    return subjects;
  }

  private PlanSubject subject(Fields one) {
    one.need("name");
    Set<PlanSubject.Mark> marks = new HashSet<>();
    for (PlanSubject.Mark mark : PlanSubject.Mark.values()) {
      if (one.flag(mark.field())) {
        marks.add(mark);
      }
    }
    return new PlanSubject(
        name(one, "name"),
        one.decimal("hours").or(() -> one.decimal("credits")),
        one.decimal("standard"),
        marks,
        one.texts("mergedOf"),
        name(one, "insideOf"),
        prose(one, "contentPlace"),
        prose(one, "aims"));
  }

  private List<CurriculumPlan.ContentMove> moves() {
    List<CurriculumPlan.ContentMove> moves = new ArrayList<>();
    for (Fields one : request.objects("contentMoves")) {
      one.need("subject");
      moves.add(
          new CurriculumPlan.ContentMove(
              name(one, "subject"),
              grade(one, "fromGrade"),
              grade(one, "toGrade"),
              prose(one, "content")));
    }
    return moves;
  }

  private int grade(Fields one, String field) {
    one.need(field);
    return one.number(field, 1, stage.grades()).orElseThrow();
  }

  private List<CurriculumPlan.HourTransfer> transfers() {
    List<CurriculumPlan.HourTransfer> transfers = new ArrayList<>();
    for (Fields one : request.objects("transfers")) {
      one.need("hours");
      transfers.add(
          new CurriculumPlan.HourTransfer(
              name(one, "from"), name(one, "to"), one.decimal("hours").orElseThrow()));
    }
    return transfers;
  }

  private List<String> targets() {
    List<String> targets = request.texts("targets").stream().distinct().sorted().toList();
    if (!List.of("A", "B").containsAll(targets)) {
      throw request.malformed("targets", " A（不登校状態）と B（不登校傾向）から選んでください");
    }
    return targets;
  }

  private Map<Viewpoint, String> viewpoints() {
    Map<Viewpoint, String> texts = new EnumMap<>(Viewpoint.class);
    JsonNode node = request.node().path("viewpoints");
    if (node.isMissingNode() || node.isNull()) {
      return texts;
    }
    Fields fields = new Fields(node, request.where() + ".viewpoints");
    node.fieldNames()
        .forEachRemaining(
            code ->
                texts.put(
                    Viewpoint.find(code)
                        .orElseThrow(() -> fields.malformed(code, " A1〜A5、B1〜B7 のどれかです")),
                    prose(fields, code)));
    return texts;
  }

  private static String name(Fields one, String field) {
    return text(one, field, LONGEST_NAME);
  }

  private static String prose(Fields one, String field) {
    return text(one, field, LONGEST_TEXT);
  }

  private static String text(Fields one, String field, int longest) {
    String text = one.text(field);
    if (text.length() > longest) {
      throw one.malformed(field, longest + "字までです");
    }
    return text;
  }
}
