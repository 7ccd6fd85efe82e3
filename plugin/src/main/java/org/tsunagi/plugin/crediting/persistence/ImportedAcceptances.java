// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.tsunagi.plugin.crediting.CreditingIntake;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;

/** Acceptances as imports bring them. */
final class ImportedAcceptances {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private record Kept(String id, boolean same) {}

  JobCounts write(
      Connection connection, CreditingIntake.Accepted one, Signature by, String replaced) {
    List<Kept> there =
        Sql.list(
            connection,
            "SELECT acceptance_id, outcome, reason, decided_by_name FROM acceptance"
                + " WHERE school_id = ? AND student_id = ? AND code_id = ? AND first_on = ?"
                + " AND last_on = ? AND voided_at IS NULL",
            row ->
                new Kept(
                    row.getString(1),
                    row.getString(2).equals(one.outcome().code())
                        && row.getString(3).equals(one.reason())
                        && (one.decidedBy().isEmpty() || row.getString(4).equals(one.decidedBy()))),
            one.school().value(),
            one.student().value(),
            one.code(),
            one.period().first(),
            one.period().last());
    if (there.stream().anyMatch(Kept::same)) {
      return new JobCounts(0, 0, 1, 0, 0);
    }
    there.forEach(kept -> voidOne(connection, one, kept, by, replaced));
    add(connection, one, by);
    return there.isEmpty() ? new JobCounts(1, 0, 0, 0, 0) : new JobCounts(0, 1, 0, 0, 0);
  }

  private static void voidOne(
      Connection connection,
      CreditingIntake.Accepted one,
      Kept kept,
      Signature by,
      String replaced) {
    Sql.update(
        connection,
        "UPDATE acceptance SET voided_by = ?, voided_at = ?, void_reason = ?"
            + " WHERE school_id = ? AND acceptance_id = ?",
        by.by(),
        by.at(),
        replaced,
        one.school().value(),
        kept.id());
  }

  private static void add(Connection connection, CreditingIntake.Accepted one, Signature by) {
    Instant at = one.decidedOn().map(day -> day.atStartOfDay(JAPAN).toInstant()).orElse(by.at());
    Sql.update(
        connection,
        "INSERT INTO acceptance (school_id, acceptance_id, student_id, code_id, first_on, last_on,"
            + " outcome, reason, decided_by, decided_by_name, decided_by_title, decided_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        one.school().value(),
        UUID.randomUUID().toString(),
        one.student().value(),
        one.code(),
        one.period().first(),
        one.period().last(),
        one.outcome().code(),
        one.reason(),
        by.by(),
        one.decidedBy().isEmpty() ? by.name() : one.decidedBy(),
        "",
        at);
  }
}
