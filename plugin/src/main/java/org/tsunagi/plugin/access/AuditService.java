// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.domain.AuditChainRule;
import org.tsunagi.plugin.access.domain.AuditChainRule.Break;
import org.tsunagi.plugin.access.domain.AuditChainRule.Flaw;
import org.tsunagi.plugin.access.domain.AuditHead;
import org.tsunagi.plugin.access.domain.AuditRow;
import org.tsunagi.plugin.access.domain.ReadEntry;
import org.tsunagi.plugin.access.persistence.AuditRows;
import org.tsunagi.plugin.access.persistence.ReadLogRows;
import org.tsunagi.plugin.platform.Transactions;

/** Shows and checks the audit chains and the read log. */
@Component(service = AuditService.class)
public final class AuditService {
  private final Gate gate;
  private final StudentDirectory students;
  private final Transactions transactions;

  /** Makes the service. */
  @Activate
  public AuditService(
      @Reference Gate gate,
      @Reference StudentDirectory students,
      @Reference Transactions transactions) {
    this.gate = gate;
    this.students = students;
    this.transactions = transactions;
  }

  /**
   * How a chain stands.
   *
   * @param chain the chain
   * @param rows how many rows were read
   * @param head its end; write it down elsewhere to prove later that nothing was cut off
   * @param breaks where it is broken, the first hundred at the most; empty when whole
   */
  public record ChainView(String chain, long rows, AuditHead head, List<Break> breaks) {}

  /** Lists rows of a school's chain, or of the installation's, oldest first. */
  public List<AuditRow> list(
      Actor actor, Optional<SchoolId> school, Instant from, long after, int limit) {
    gate.require(actor, Privilege.AUDIT_READ, target(school));
    String chain = AuditRows.chain(school);
    return transactions.runSql(
        connection -> new AuditRows(connection).list(chain, from, after, limit));
  }

  /** Checks a school's chain, or all chains when no school is named. */
  public List<ChainView> verify(Actor actor, Optional<SchoolId> school) {
    gate.require(actor, Privilege.AUDIT_READ, target(school));
    return transactions.runSql(
        connection -> {
          List<String> chains =
              school.isPresent()
                  ? List.of(AuditRows.chain(school))
                  : new AuditRows(connection).listChains();
          return chains.stream().map(chain -> verify(connection, chain)).toList();
        });
  }

  /** Lists who read a student's sheets, newest first. */
  public List<ReadEntry> listReads(Actor actor, StudentId student, int offset, int limit) {
    gate.require(
        actor,
        Privilege.AUDIT_READ,
        new Target.OfStudent(student, students.listEnrolments(student)));
    return transactions.runSql(
        connection -> new ReadLogRows(connection).list(student, offset, limit));
  }

  private static ChainView verify(Connection connection, String chain) {
    AuditRows rows = new AuditRows(connection);
    AuditHead head = rows.head(chain);
    AuditChainRule rule = new AuditChainRule();
    rows.stream(chain, head.seq(), rule::take);
    List<Break> breaks = new ArrayList<>(rule.listBreaks(head));
    if (rows.countBeyondHead(chain) > 0) {
      breaks.add(new Break(head.seq() + 1, Flaw.END));
    }
    return new ChainView(chain, rule.rows(), head, List.copyOf(breaks));
  }

  private static Target target(Optional<SchoolId> school) {
    return school.<Target>map(Target.OfSchool::new).orElseGet(Target.Installation::new);
  }
}
