// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.crediting.domain.StoredIctRule;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;

/** The table of day-conversion rules. Rows are added and voided, never rewritten. */
@Component(service = IctRuleTable.class)
public class IctRuleTable {
  private static final String COLUMNS =
      "SELECT rule_id, scope, school_id, prefecture, municipality, first_on, basis,"
          + " visits_per_month, minutes_per_day, span, rounding, name, wording, void_reason"
          + " FROM ict_rule";

  /**
   * A rule as it is kept.
   *
   * @param rule the rule
   * @param voidReason why it was voided; empty while it holds
   */
  public record Kept(StoredIctRule rule, String voidReason) {}

  /** Lists the rules, voided ones included, newest first. */
  public List<Kept> list(Connection connection) {
    return Sql.list(
        connection,
        COLUMNS + " ORDER BY first_on DESC, noted_at DESC, rule_id",
        row -> new Kept(rule(row), row.getString(14)));
  }

  /** Lists the rules in force that reach a school, of every level. */
  public List<StoredIctRule> reaching(Connection connection, SchoolId school) {
    return Sql.list(
        connection,
        "SELECT r.rule_id, r.scope, r.school_id, r.prefecture, r.municipality, r.first_on, r.basis,"
            + " r.visits_per_month, r.minutes_per_day, r.span, r.rounding, r.name, r.wording"
            + " FROM ict_rule r LEFT JOIN school_profile p ON p.school_id = ?"
            + " WHERE r.voided_at IS NULL AND (r.scope = 'installation'"
            + " OR (r.scope = 'school' AND r.school_id = ?) OR (r.scope = 'municipality'"
            + " AND r.prefecture = p.prefecture AND r.municipality = p.municipality))",
        IctRuleTable::rule,
        school.value(),
        school.value());
  }

  /** Adds a rule; its id is given here. */
  public String add(Connection connection, StoredIctRule rule, Signature by) {
    String id = UUID.randomUUID().toString();
    Sql.update(
        connection,
        "INSERT INTO ict_rule (rule_id, scope, school_id, prefecture, municipality, first_on,"
            + " basis, visits_per_month, minutes_per_day, span, rounding, name, wording, noted_by,"
            + " noted_by_name, noted_at, voided_by_name, void_reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
        id,
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
        by.by(),
        by.name(),
        by.at());
    return id;
  }

  /** Voids a rule that holds; tells whether it did. */
  public boolean voidRule(
      Connection connection, String id, String byName, Instant at, String reason) {
    return Sql.update(
            connection,
            "UPDATE ict_rule SET voided_by_name = ?, voided_at = ?, void_reason = ?"
                + " WHERE rule_id = ? AND voided_at IS NULL",
            byName,
            at,
            reason,
            id)
        == 1;
  }

  private static StoredIctRule rule(ResultSet row) throws SQLException {
    return new StoredIctRule(
        row.getString(1),
        new StoredIctRule.Scope(
            row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
        row.getObject(6, LocalDate.class),
        new IctRule(
            IctRule.Basis.find(row.getString(7)).orElseThrow(),
            row.getInt(8),
            row.getInt(9),
            IctRule.Span.find(row.getString(10)).orElseThrow(),
            IctRule.Rounding.find(row.getString(11)).orElseThrow()),
        row.getString(12),
        row.getString(13));
  }
}
