// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.persistence.ClosureTable;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;

/** Records closures of a school, a grade, a homeroom or a group, and voids them. */
@Component(service = ClosureService.class)
public final class ClosureService {
  private static final Set<String> SCOPES = Set.of("school", "grade", "homeroom", "group");
  private static final Set<String> BASES = Set.of("ART20", "ART63", "STAGGERED");

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final ClosureTable closures;

  /** Makes the service. */
  @Activate
  public ClosureService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference ClosureTable closures) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.closures = closures;
  }

  /** Lists the closures of a school year, voided ones included, by first day. */
  public List<ClosureView> list(Actor actor, SchoolId school, int schoolYear) {
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfSchool(school));
    SchoolYear year = new SchoolYear(schoolYear);
    return transactions.runSql(
        connection -> closures.list(connection, school, year.first(), year.last()));
  }

  /**
   * Records a closure.
   *
   * @return its id
   * @throws RefusedException where it does not make sense, or the same one holds already
   */
  public String add(Actor actor, ClosureIntake.Row closure) {
    gate.require(actor, Privilege.CLOSURE_WRITE, new Target.OfSchool(closure.school()));
    refuse(check(closure));
    return transactions.runSql(
        connection -> {
          if (closures.find(connection, closure).isPresent()) {
            refuse(
                List.of(error("CLOSURE_EXISTS", "同じ休業がすでに記録されています。内容を変えるときは、先にその休業を取り消してください。")));
          }
          String id = closures.add(connection, closure, actor.id());
          audit.record(
              connection,
              actor,
              Optional.of(closure.school()),
              "closure.add",
              "closure:" + id,
              Map.of(
                  "firstOn", closure.first().toString(),
                  "lastOn", closure.last().toString(),
                  "scope", closure.scope(),
                  "target", closure.target(),
                  "basis", closure.basis()));
          return id;
        });
  }

  /** Voids a closure; it stays in the list with the reason. */
  public void voidClosure(Actor actor, SchoolId school, String id, String reason) {
    gate.require(actor, Privilege.CLOSURE_WRITE, new Target.OfSchool(school));
    if (reason.isBlank()) {
      refuse(List.of(error("REASON_NEEDED", "取り消す理由を入れてください。")));
    }
    transactions.runSql(
        connection -> {
          if (!closures.voidClosure(connection, school, id, actor.id(), reason.strip())) {
            throw new Missing();
          }
          audit.record(
              connection, actor, Optional.of(school), "closure.void", "closure:" + id, Map.of());
          return true;
        });
  }

  private static List<Finding> check(ClosureIntake.Row closure) {
    List<Finding> findings = new ArrayList<>();
    if (!SCOPES.contains(closure.scope())) {
      findings.add(error("SCOPE", "scope は school・grade・homeroom・group のどれかにしてください。"));
    }
    if (!BASES.contains(closure.basis())) {
      findings.add(error("BASIS", "basis は ART20・ART63・STAGGERED のどれかにしてください。"));
    }
    if (closure.last().isBefore(closure.first())) {
      findings.add(error("DATES", "lastOn が firstOn より前です。日付を入れかえてください。"));
    } else if (!SchoolYear.of(closure.first()).equals(SchoolYear.of(closure.last()))) {
      findings.add(error("DATES", "休業は年度ごとに分けて記録してください（4月1日で区切ります）。"));
    }
    if (closure.scope().equals("school") != closure.target().isEmpty()) {
      findings.add(error("TARGET", "target は学校全体のとき空に、それ以外のときは対象を入れてください。"));
    } else if (closure.scope().equals("grade") && Grade.find(closure.target()).isEmpty()) {
      findings.add(error("TARGET", "target の学年は P1〜P6・J1〜J3・H1〜H4 で書いてください。"));
    }
    if (closure.reason().length() > 1000
        || closure.target().length() > 255
        || closure.authority().length() > 255
        || closure.reportedTo().length() > 255) {
      findings.add(error("TOO_LONG", "文字が多すぎます。理由は1000字、ほかの欄は255字までです。"));
    }
    return findings;
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
