// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.domain.EvidenceRule;
import org.tsunagi.plugin.crediting.domain.StoredIctRule;
import org.tsunagi.plugin.crediting.persistence.IctRuleTable;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;

/**
 * Keeps the establishing bodies' rules by which days of learning at home with ICT become days. None
 * is shipped: the texts leave it to schools and boards.
 */
@Component(service = IctRuleService.class)
public final class IctRuleService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final CreditingPlaces places;
  private final StudentDirectory directory;
  private final IctRuleTable rules;

  /** Makes the service. */
  @Activate
  public IctRuleService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference CreditingPlaces places,
      @Reference StudentDirectory directory,
      @Reference IctRuleTable rules) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.places = places;
    this.directory = directory;
    this.rules = rules;
  }

  /** Lists the rules, voided ones included, newest first. A rule holds no personal data. */
  public List<IctRuleView> list(Actor actor) {
    gate.require(actor, Privilege.FACILITY_READ, new Target.Installation());
    return transactions.runSql(rules::list).stream()
        .map(one -> IctRuleBook.view(one.rule(), one.voidReason()))
        .toList();
  }

  /**
   * Adds a rule; from its first day it takes the place of the one before.
   *
   * @return its id
   */
  public String add(Actor actor, IctRuleCommand command) {
    StoredIctRule rule = command.rule();
    gate.require(actor, Privilege.SETTING_WRITE, target(rule));
    return transactions.runSql(
        connection -> {
          boolean twice =
              rules.list(connection).stream()
                  .anyMatch(
                      one ->
                          one.voidReason().isEmpty()
                              && one.rule().scope().equals(rule.scope())
                              && one.rule().first().equals(rule.first()));
          refuse(check(rule, twice));
          String id = rules.add(connection, rule, places.sign(actor, Optional.empty()));
          audit.record(
              connection, actor, school(rule), "ictRule.add", "ictRule:" + id, facts(rule));
          return id;
        });
  }

  /** Voids a rule; days are counted anew without it. */
  public void voidRule(Actor actor, String id, CreditingCommand.Voiding command) {
    transactions.runSql(
        connection -> {
          IctRuleTable.Kept kept =
              rules.list(connection).stream()
                  .filter(one -> one.rule().id().equals(id))
                  .findFirst()
                  .orElseThrow(Missing::new);
          gate.require(actor, Privilege.SETTING_WRITE, target(kept.rule()));
          refuse(EvidenceRule.checkVoiding(command.why(), kept.voidReason()));
          rules.voidRule(
              connection,
              id,
              actor.name(),
              places.sign(actor, Optional.empty()).at(),
              command.why());
          audit.record(
              connection, actor, school(kept.rule()), "ictRule.void", "ictRule:" + id, Map.of());
          return true;
        });
  }

  private List<Finding> check(StoredIctRule rule, boolean twice) {
    StoredIctRule.Scope scope = rule.scope();
    boolean scoped =
        switch (scope.level()) {
          case "installation" -> true;
          case "municipality" -> !scope.prefecture().isEmpty() && !scope.municipality().isEmpty();
          case "school" ->
              directory.listSchools().stream()
                  .anyMatch(school -> school.id().value().equals(scope.school()));
          default -> false;
        };
    if (!scoped) {
      return List.of(error("SCOPE", "どこの規程かを、全体・市町村（都道府県と市町村名）・学校から選んでください。"));
    }
    if (twice) {
      return List.of(error("RULE_EXISTS", "同じ日から始まる規程があります。先にその規程を取り消すか、ほかの日にしてください。"));
    }
    if (rule.name().isEmpty() || rule.name().length() > 200 || rule.wording().length() > 4000) {
      return List.of(error("NAME_NEEDED", "規程の名前を200字までで入れてください。規程の文は4000字までです。"));
    }
    return List.of();
  }

  private static Target target(StoredIctRule rule) {
    return school(rule).<Target>map(Target.OfSchool::new).orElseGet(Target.Installation::new);
  }

  private static Optional<SchoolId> school(StoredIctRule rule) {
    return rule.scope().level().equals("school") && !rule.scope().school().isEmpty()
        ? Optional.of(new SchoolId(rule.scope().school()))
        : Optional.empty();
  }

  private static Map<String, String> facts(StoredIctRule rule) {
    return Map.of(
        "level", rule.scope().level(),
        "firstOn", rule.first().toString(),
        "basis", rule.rule().basis().code(),
        "visitsPerMonth", Integer.toString(rule.rule().visitsPerMonth()),
        "minutesPerDay", Integer.toString(rule.rule().minutesPerDay()),
        "span", rule.rule().span().code(),
        "rounding", rule.rule().rounding().code());
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
