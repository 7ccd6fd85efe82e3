// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.guidancerecord.domain.CanonicalClosing;
import org.tsunagi.plugin.guidancerecord.domain.ClosedRow;
import org.tsunagi.plugin.guidancerecord.domain.Closing;
import org.tsunagi.plugin.guidancerecord.persistence.ClosingTable;
import org.tsunagi.plugin.platform.SchoolClock;

/** Puts a signature and a hash under figures and keeps them. It checks no rights. */
@Component(service = ClosingSigner.class)
public final class ClosingSigner {
  private final ClosingTable closings;
  private final AuditTrail audit;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public ClosingSigner(
      @Reference ClosingTable closings, @Reference AuditTrail audit, @Reference SchoolClock clock) {
    this.closings = closings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is to be signed.
   *
   * @param school the school
   * @param schoolYear the school year
   * @param number the number it gets
   * @param previousHash the hash of the number before
   * @param note the note or the reason
   * @param waitingConfirmed why waiting days are closed as absent
   */
  record Draft(
      SchoolId school,
      int schoolYear,
      int number,
      String previousHash,
      String note,
      String waitingConfirmed) {}

  /** Adds a closing with its hash and its audit row. */
  void sign(Connection connection, Actor actor, Draft draft, List<ClosedRow> rows) {
    Closing unsigned =
        new Closing(
            draft.school(),
            draft.schoolYear(),
            draft.number(),
            new Closing.Signature(actor.id(), actor.name(), title(actor, draft.school())),
            clock.now(),
            draft.note().strip(),
            draft.waitingConfirmed(),
            rows.size(),
            draft.previousHash(),
            "");
    Closing closing = unsigned.withHash(CanonicalClosing.hash(unsigned, rows));
    closings.add(connection, closing, rows);
    audit.record(
        connection,
        actor,
        Optional.of(draft.school()),
        draft.number() == 1 ? "record.close" : "record.amend",
        "record:" + draft.schoolYear() + ":" + draft.number(),
        Map.of("students", Integer.toString(rows.size()), "hash", closing.hash()));
  }

  private String title(Actor actor, SchoolId school) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .filter(post -> post.school().map(school::equals).orElse(true))
        .map(post -> post.role())
        .sorted()
        .findFirst()
        .map(role -> role.code())
        .orElse("service");
  }
}
