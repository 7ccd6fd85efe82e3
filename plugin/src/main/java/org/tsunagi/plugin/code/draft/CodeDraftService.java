// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.JsonSchemas;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.RefusedException;

/** Checks changes of codes, shows their effect and puts them in force. */
@Component(service = CodeDraftService.class)
public final class CodeDraftService {
  private final Gate gate;
  private final Transactions transactions;
  private final CodeDrafts drafts;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public CodeDraftService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference CodeDrafts drafts,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.drafts = drafts;
    this.clock = clock;
  }

  /** Shows what a change would do; nothing is written, and what is wrong is told, not refused. */
  public DraftPreview preview(Actor actor, JsonNode document) {
    gate.require(actor, Privilege.CODE_WRITE, new Target.Installation());
    try {
      CodeDraft draft = CodeDraft.read(document, clock.today());
      return transactions.runSql(
          connection ->
              drafts.preview(
                  connection,
                  actor,
                  draft,
                  school ->
                      gate.permits(actor, Privilege.TALLY_READ, new Target.OfSchool(school))));
    } catch (CodeDraft.Unreadable unreadable) {
      return new DraftPreview(
          "",
          clock.today(),
          findings(unreadable),
          List.of(),
          0,
          false,
          0,
          0,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          0);
    }
  }

  /**
   * Puts a change in force.
   *
   * @param document the same as for the preview, with {@code fingerprint} and, where counted days
   *     change, {@code backwardReason}
   * @throws RefusedException where it is wrong, was not looked at, or would change counted days
   *     unasked
   */
  public CodeDrafts.Activated activate(Actor actor, JsonNode document) {
    gate.require(actor, Privilege.CODE_WRITE, new Target.Installation());
    String fingerprint = document.path("fingerprint").asText("");
    JsonNode draft = document.deepCopy();
    if (draft instanceof ObjectNode object) {
      object.remove("fingerprint");
    }
    try {
      CodeDraft wanted = CodeDraft.read(draft, clock.today());
      return transactions.runSql(
          connection -> drafts.activate(connection, actor, wanted, Optional.of(fingerprint)));
    } catch (CodeDraft.Unreadable unreadable) {
      throw new RefusedException(new Decision.Refused(findings(unreadable)));
    }
  }

  private static List<Finding> findings(CodeDraft.Unreadable unreadable) {
    return unreadable.problems().stream().map(CodeDraftService::finding).toList();
  }

  private static Finding finding(JsonSchemas.Problem problem) {
    String where = problem.pointer().isEmpty() ? "" : problem.pointer() + "：";
    return new Finding("SCHEMA", Finding.Severity.ERROR, where + problem.message());
  }
}
