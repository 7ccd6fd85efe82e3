// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the rows of a plan beside the law's standard. */
public final class RowRule {
  private final CurriculumPlan plan;
  private final Standards standards;
  private final Map<String, BigDecimal> hours;
  private final Set<String> taken = new HashSet<>();

  private RowRule(CurriculumPlan plan, Standards standards) {
    this.plan = plan;
    this.standards = standards;
    hours = standard(plan, standards);
  }

  /** Returns the standard of the plan's grade by subject; empty without a grade or a table. */
  public static Map<String, BigDecimal> standard(CurriculumPlan plan, Standards standards) {
    CurriculumPlan.Frame frame = plan.frame();
    return frame.grade().isEmpty()
        ? Map.of()
        : standards
            .find(frame.stage(), frame.schoolYear())
            .map(table -> table.of(frame.grade().getAsInt()))
            .orElse(Map.of());
  }

  /** Returns a plan without rows as one that begins with the law's subjects and hours. */
  public static CurriculumPlan begun(CurriculumPlan plan, Standards standards) {
    if (!plan.subjects().isEmpty() || plan.declared().total().isPresent()) {
      return plan;
    }
    List<PlanSubject> subjects = new ArrayList<>();
    standard(plan, standards)
        .forEach((name, hours) -> subjects.add(PlanSubject.statutory(name, hours)));
    return new CurriculumPlan(
        plan.frame(),
        plan.units(),
        plan.declared(),
        plan.week(),
        subjects,
        plan.moves(),
        plan.transfers(),
        plan.patterns(),
        plan.aim(),
        plan.viewpoints());
  }

  /** Returns the rows, in the plan's order. */
  public static List<PlanRow> rows(CurriculumPlan plan, Standards standards) {
    RowRule rule = new RowRule(plan, standards);
    rule.takeNamed();
    return plan.subjects().stream().map(rule::row).toList();
  }

  /** Lists the subjects with standard hours that no row stands for, in the table's order. */
  public static List<String> absent(CurriculumPlan plan, List<PlanRow> rows, Standards standards) {
    Set<String> there = new HashSet<>();
    rows.forEach(row -> there.addAll(row.statutory()));
    return standard(plan, standards).keySet().stream()
        .filter(name -> !rows.isEmpty() && !there.contains(name))
        .toList();
  }

  /** Notes the subjects with a row of their own, whose standard no merged row may take. */
  private void takeNamed() {
    for (PlanSubject subject : plan.subjects()) {
      if (subject.mergedOf().isEmpty() && !subject.has(PlanSubject.Mark.NEW)) {
        find(subject.name()).ifPresent(one -> taken.add(one.name()));
      }
    }
  }

  private PlanRow row(PlanSubject subject) {
    if (!subject.mergedOf().isEmpty()) {
      List<String> names = new ArrayList<>();
      for (String part : subject.mergedOf()) {
        find(part).map(SubjectName::name).filter(taken::add).ifPresent(names::add);
      }
      return new PlanRow(subject, names, standardOf(subject, names), false);
    }
    Optional<SubjectName> name =
        subject.has(PlanSubject.Mark.NEW) ? Optional.empty() : find(subject.name());
    boolean abbreviated = name.map(one -> !one.isCalled(subject.name())).orElse(false);
    List<String> names = name.map(one -> List.of(one.name())).orElse(List.of());
    return new PlanRow(subject, names, standardOf(subject, names), abbreviated);
  }

  /** Returns the law's hours; for a fragment without a grade the printed ones are all there is. */
  private Optional<BigDecimal> standardOf(PlanSubject subject, List<String> names) {
    if (plan.frame().grade().isEmpty()) {
      return names.isEmpty() && plan.frame().stage().compulsory()
          ? Optional.of(subject.printedStandard().orElse(BigDecimal.ZERO))
          : subject.printedStandard();
    }
    return plan.frame().stage().compulsory()
        ? Optional.of(
            names.stream()
                .map(name -> hours.getOrDefault(name, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        : Optional.empty();
  }

  private Optional<SubjectName> find(String written) {
    return standards.findSubject(plan.frame().stage(), written);
  }
}
