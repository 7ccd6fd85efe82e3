// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.crediting.domain.ConditionListRule;
import org.tsunagi.plugin.crediting.rules.persistence.ConditionListTable;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.JsonSchemas;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** Shows condition lists and sets them for the installation, a municipality or a school. */
@Component(service = ConditionListService.class)
public final class ConditionListService {
  private final Gate gate;
  private final Transactions transactions;
  private final ConditionListTable table;
  private final StudentDirectory directory;
  private final AuditTrail audit;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public ConditionListService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference ConditionListTable table,
      @Reference StudentDirectory directory,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.table = table;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A list to set.
   *
   * @param firstOn the first day; today where it is left out
   * @param version the number of the newest one of the same scope this is based on; 0 for none
   * @param list the list in the shape of the schema; null to set nothing from that day on
   * @param note what for
   */
  public record Command(
      @Nullable LocalDate firstOn,
      @Nullable Integer version,
      @Nullable JsonNode list,
      @Nullable String note) {}

  /**
   * A list as it holds.
   *
   * @param list the list
   * @param version the number of the newest one that is set for the scope asked for; 0 for none
   * @param findings what there is to say about it
   */
  public record View(ConditionList list, int version, List<Finding> findings) {}

  /** Lists the shipped lists. */
  public List<ConditionList> list(Actor actor) {
    gate.require(actor, Privilege.CODE_READ, new Target.Installation());
    return table.shipped();
  }

  /** Lists all that were set, oldest first. */
  public List<ConditionListTable.Row> listSet(Actor actor) {
    gate.require(actor, Privilege.CODE_READ, new Target.Installation());
    return transactions.runSql(table::listRows);
  }

  /**
   * Finds a list as it holds today for a scope.
   *
   * @throws Missing where there is none
   */
  public View get(Actor actor, String id, LocalScope scope) {
    gate.require(actor, Privilege.CODE_READ, new Target.Installation());
    return transactions.runSql(
        connection -> {
          ConditionList held = held(connection, id, scope).orElseThrow(Missing::new);
          return new View(held, newest(connection, id, scope), ConditionListRule.check(held));
        });
  }

  private Optional<ConditionList> held(Connection connection, String id, LocalScope scope) {
    if (scope.kind() == LocalScope.Kind.SCHOOL) {
      return table.list(connection, new SchoolId(scope.id())).stream()
          .filter(one -> one.id().equals(id))
          .findFirst();
    }
    Optional<ConditionList> set =
        table.listRows(connection).stream()
            .filter(row -> row.listId().equals(id) && row.scope().equals(scope))
            .filter(row -> !row.first().isAfter(clock.today()))
            .max(
                java.util.Comparator.comparing(ConditionListTable.Row::first)
                    .thenComparingInt(ConditionListTable.Row::number))
            .flatMap(ConditionListTable.Row::list);
    if (set.isPresent()) {
      return set;
    }
    return scope.kind() == LocalScope.Kind.MUNICIPALITY
        ? held(connection, id, LocalScope.INSTALLATION)
        : table.shipped().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private int newest(Connection connection, String id, LocalScope scope) {
    return table.listRows(connection).stream()
        .filter(row -> row.listId().equals(id) && row.scope().equals(scope))
        .mapToInt(ConditionListTable.Row::number)
        .max()
        .orElse(0);
  }

  /** Says what there is to say about a list; nothing is written. */
  public List<Finding> check(Actor actor, String id, Command command) {
    gate.require(actor, Privilege.CODE_WRITE, new Target.Installation());
    return command.list() == null ? List.of() : judge(id, command.list());
  }

  /**
   * Sets a list from a day on.
   *
   * @return what there is to say about it
   * @throws RefusedException where it is not in the shape of the schema
   * @throws Stale where another one was set for the scope meanwhile
   */
  public List<Finding> set(Actor actor, String id, LocalScope scope, Command command) {
    gate.require(actor, Privilege.CODE_WRITE, new Target.Installation());
    checkScope(scope);
    List<Finding> findings = command.list() == null ? List.of() : judge(id, command.list());
    if (findings.stream().anyMatch(one -> one.severity() == Finding.Severity.ERROR)) {
      throw new RefusedException(new Decision.Refused(findings));
    }
    Optional<ConditionList> list = Optional.ofNullable(command.list()).map(ConditionListJson::read);
    LocalDate first = command.firstOn() == null ? clock.today() : command.firstOn();
    String note = command.note() == null ? "" : command.note().strip();
    transactions.runSql(
        connection -> {
          int newest = newest(connection, id, scope);
          if (command.version() != null && command.version() != newest) {
            throw stale(connection, id, scope, command);
          }
          ConditionListTable.Row row =
              new ConditionListTable.Row(
                  scope, id, newest + 1, first, list, note, actor.name(), clock.now());
          write(connection, actor, row);
          return true;
        });
    return findings;
  }

  private void write(Connection connection, Actor actor, ConditionListTable.Row row) {
    table.add(connection, row, actor.id());
    audit.record(
        connection,
        actor,
        Optional.empty(),
        "condition-list.set",
        "condition-list:" + row.listId(),
        Map.of(
            "scope", row.scope().kind().code(),
            "scopeId", row.scope().id(),
            "version", Integer.toString(row.number()),
            "firstOn", row.first().toString(),
            "set", String.valueOf(row.list().isPresent())));
  }

  private Stale stale(Connection connection, String id, LocalScope scope, Command command) {
    return new Stale(
        Map.of(
            "error",
            "STALE",
            "message",
            "ほかの人が先にこの一覧を変えました。両方を見比べて、もう一度保存してください。",
            "yours",
            String.valueOf(command.list()),
            "theirs",
            held(connection, id, scope)
                .map(ConditionListJson::write)
                .map(String::valueOf)
                .orElse("")));
  }

  private void checkScope(LocalScope scope) {
    boolean unknown =
        scope.kind() == LocalScope.Kind.SCHOOL
            && directory.listSchools().stream()
                .noneMatch(one -> one.id().value().equals(scope.id()));
    if (unknown) {
      throw new Malformed("school は名簿にある学校の番号にしてください。");
    }
  }

  private static List<Finding> judge(String id, JsonNode list) {
    var document = Json.MAPPER.createObjectNode();
    document.putArray("lists").add(list);
    List<Finding> findings =
        JsonSchemas.check("condition-lists.json", document).stream()
            .map(ConditionListService::finding)
            .toList();
    if (!findings.isEmpty()) {
      return findings;
    }
    if (!list.path("id").asText().equals(id)) {
      return List.of(error("LIST_ID", "/id：アドレスの一覧の番号（" + id + "）と同じにしてください。"));
    }
    try {
      return ConditionListRule.check(ConditionListJson.read(list));
    } catch (IllegalArgumentException twice) {
      return List.of(error("CONDITION_TWICE", "/conditions：同じ番号（id）の要件が2つあります。1つにしてください。"));
    }
  }

  private static Finding finding(JsonSchemas.Problem problem) {
    String pointer = problem.pointer().replaceFirst("^/lists/0", "");
    return error("SCHEMA", (pointer.isEmpty() ? "" : pointer + "：") + problem.message());
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
