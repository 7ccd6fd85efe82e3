// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.curriculum.domain.PlanRow;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.Workbooks;

/** Writes the table of a plan (教育課程表) for an application. */
@Component(service = PlanPaperService.class)
public final class PlanPaperService {
  private final Gate gate;
  private final PlanService plans;
  private final Workbooks workbooks;
  private final Transactions transactions;
  private final AuditTrail audit;

  /** Makes the service. */
  @Activate
  public PlanPaperService(
      @Reference Gate gate,
      @Reference PlanService plans,
      @Reference Workbooks workbooks,
      @Reference Transactions transactions,
      @Reference AuditTrail audit) {
    this.gate = gate;
    this.plans = plans;
    this.workbooks = workbooks;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Writes a version as XLSX: the table, the viewpoints, and what stands out. */
  public byte[] table(Actor actor, SchoolId school, String plan, int version) {
    gate.require(actor, Privilege.CURRICULUM_READ, new Target.OfSchool(school));
    PlanView view = plans.view(actor, school, plan, version);
    transactions.runSql(
        connection -> {
          audit.record(
              connection,
              actor,
              Optional.of(school),
              "curriculum.export",
              "curriculumPlan:" + plan,
              Map.of("version", Integer.toString(view.version().number())));
          return true;
        });
    return workbooks.xlsx(List.of(hours(view), viewpoints(view), findings(view)));
  }

  private static Workbooks.Sheet hours(PlanView view) {
    List<List<Object>> rows = new ArrayList<>();
    for (PlanRow row : view.verdict().figures().rows()) {
      rows.add(
          List.of(
              row.subject().name(),
              row.standard().<Object>map(PlanJson::plain).orElse(""),
              row.subject().hours().<Object>map(PlanJson::plain).orElse(""),
              row.difference().<Object>map(PlanJson::plain).orElse(""),
              row.subject().contentPlace(),
              row.subject().aims()));
    }
    rows.add(
        List.of(
            "合計",
            view.verdict().figures().standardTotal().<Object>map(PlanJson::plain).orElse(""),
            view.verdict().figures().total().<Object>map(PlanJson::plain).orElse(""),
            view.verdict().figures().difference().<Object>map(PlanJson::plain).orElse(""),
            "",
            ""));
    return new Workbooks.Sheet(
        "教育課程表",
        PlanTitle.of(view),
        List.of("教科等", "標準", "特例", "差", "0時間のとき内容を扱う所", "新設の目標・内容・必要性"),
        rows);
  }

  private static Workbooks.Sheet viewpoints(PlanView view) {
    List<List<Object>> rows = new ArrayList<>();
    view.verdict()
        .viewpoints()
        .forEach(
            one -> rows.add(List.of(one.title(), view.plan().viewpoints().getOrDefault(one, ""))));
    return new Workbooks.Sheet("審査の観点", PlanTitle.of(view), List.of("観点", "書いたこと"), rows);
  }

  private static Workbooks.Sheet findings(PlanView view) {
    List<List<Object>> rows = new ArrayList<>();
    view.verdict().patterns().forEach(one -> rows.add(List.of("特例", one.name())));
    view.verdict().findings().forEach(one -> rows.add(List.of("確かめること", one.message())));
    view.missing().forEach(one -> rows.add(List.of("これから書くこと", one.message())));
    return new Workbooks.Sheet("確かめること", PlanTitle.of(view), List.of("種類", "内容"), rows);
  }
}
