// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.IctRuleLevels;
import org.tsunagi.plugin.crediting.domain.StoredIctRule;
import org.tsunagi.plugin.crediting.persistence.IctRuleTable;

/** The day-conversion rule that holds for a school. */
@Component(service = IctRuleBook.class)
public class IctRuleBook {
  private final IctRuleTable rules;

  /** Makes it. */
  @Activate
  public IctRuleBook(@Reference IctRuleTable rules) {
    this.rules = rules;
  }

  /** Finds the rule in force at a school on a day; empty where its establishing body has none. */
  Optional<IctRuleView> on(Connection connection, SchoolId school, LocalDate date) {
    return IctRuleLevels.on(IctRuleLevels.join(rules.reaching(connection, school)), date)
        .map(rule -> view(rule, ""));
  }

  static IctRuleView view(StoredIctRule rule, String voidReason) {
    return new IctRuleView(
        rule.id(),
        rule.scope().level(),
        rule.scope().school(),
        rule.scope().prefecture(),
        rule.scope().municipality(),
        rule.first(),
        rule.rule().basis().code(),
        rule.rule().visitsPerMonth(),
        rule.rule().minutesPerDay(),
        rule.rule().span().code(),
        rule.rule().rounding().code(),
        rule.name(),
        rule.wording(),
        voidReason);
  }
}
