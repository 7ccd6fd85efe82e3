// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.JsonSchemas;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Finding.Severity;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.FormAddition;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.persistence.AdditionTable;

/** Keeps the sections that a school, a municipality or the installation adds to the form. */
@Component(service = FormAdditionService.class)
public final class FormAdditionService {
  private static final Set<String> WRITABLE = Set.of("text", "prose", "date", "choice", "table");
  private static final int LONGEST = 20_000;

  private final Gate gate;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public FormAdditionService(
      @Reference Gate gate,
      @Reference AuditTrail audit,
      @Reference Transactions transactions,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A version of an added section.
   *
   * @param section the section's id
   * @param version its number
   * @param part the part to which it is added
   * @param firstOn the first day on which it holds
   * @param body the section; null where it is withdrawn
   */
  public record View(
      String section, int version, String part, LocalDate firstOn, @Nullable JsonNode body) {
    static View of(FormAddition one) {
      return new View(
          one.section(), one.version(), one.part().code(), one.first(), FormJson.body(one));
    }
  }

  /** Lists all versions of a scope's sections. */
  public List<View> list(Actor actor, LocalScope scope) {
    gate.require(actor, Privilege.FORM_WRITE, target(scope));
    return transactions.runSql(
        connection -> new AdditionTable(connection).list(scope).stream().map(View::of).toList());
  }

  /**
   * Adds a version of a section.
   *
   * @param addition the version; its number is the one after the version that was seen
   * @throws Stale where somebody added another version meanwhile
   * @throws RefusedException where the section does not fit the published schema
   */
  public List<View> save(Actor actor, FormAddition addition) {
    gate.require(actor, Privilege.FORM_WRITE, target(addition.scope()));
    check(addition);
    transactions.runSql(
        connection -> {
          AdditionTable table = new AdditionTable(connection);
          int newest =
              table.list(addition.scope()).stream()
                  .filter(one -> one.section().equals(addition.section()))
                  .mapToInt(FormAddition::version)
                  .max()
                  .orElse(0);
          if (newest + 1 != addition.version()) {
            throw new Stale(Map.of("version", newest));
          }
          table.add(addition, actor, clock.now());
          audit.record(
              connection,
              actor,
              school(addition.scope()),
              "form.save",
              "form:" + addition.origin() + "/" + addition.section(),
              Map.of(
                  "part", addition.part().code(),
                  "firstOn", addition.first().toString(),
                  "version", Integer.toString(addition.version())));
          return true;
        });
    return list(actor, addition.scope());
  }

  private void check(FormAddition addition) {
    List<Finding> findings = new ArrayList<>();
    if (addition.first().isBefore(clock.today())) {
      add(findings, "FIRST_ON", "始まりの日は、今日から先の日にしてください。");
    }
    JsonNode body = FormJson.body(addition);
    if (body != null) {
      for (JsonSchemas.Problem problem :
          JsonSchemas.check("support-sheet-form.json", form(addition.part(), body))) {
        add(findings, "SCHEMA", FormPlace.words(problem.pointer(), body) + problem.message());
      }
      for (JsonNode field : body.path("fields")) {
        if (!WRITABLE.contains(field.path("type").asText())) {
          add(findings, "TYPE", "足せる欄の種類は text、prose、date、choice、table です。");
        }
      }
      if (addition.body().length() > LONGEST) {
        add(findings, "TOO_LONG", "欄が多すぎます。2つに分けてください。");
      }
    }
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }

  private static JsonNode form(SheetKind part, JsonNode section) {
    ObjectNode form = Json.MAPPER.createObjectNode().put("form", "support-sheet").put("version", 1);
    form.withArray("parts")
        .addObject()
        .put("id", part.code())
        .put("label", part.code())
        .withArray("sections")
        .add(section);
    return form;
  }

  private static void add(List<Finding> findings, String code, String message) {
    findings.add(new Finding(code, Severity.ERROR, message));
  }

  private static Optional<SchoolId> school(LocalScope scope) {
    return scope.kind() == LocalScope.Kind.SCHOOL
        ? Optional.of(new SchoolId(scope.id()))
        : Optional.empty();
  }

  private static Target target(LocalScope scope) {
    Optional<Target> ofSchool = school(scope).map(Target.OfSchool::new);
    return ofSchool.orElseGet(Target.Installation::new);
  }
}
