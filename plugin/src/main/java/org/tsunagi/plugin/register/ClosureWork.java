// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.ClosureEffect;
import org.tsunagi.plugin.register.persistence.ClosureChangeTable;

/** A change of closures in the making: watched, then kept with its effect unless it is a trial. */
final class ClosureWork {
  private final ClosureEffects effects;
  private final ClosureChangeTable changes;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final Asked asked;
  private final boolean dryRun;

  ClosureWork(
      ClosureEffects effects,
      ClosureChangeTable changes,
      AuditTrail audit,
      SchoolClock clock,
      Asked asked,
      boolean dryRun) {
    this.effects = effects;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
    this.asked = asked;
    this.dryRun = dryRun;
  }

  /**
   * What is asked for.
   *
   * @param actor who asks
   * @param school the school
   * @param action {@code add}, {@code change} or {@code void}
   * @param reason why; empty for a new closure
   * @param facts what the audit trail keeps of it
   */
  record Asked(
      Actor actor, SchoolId school, String action, String reason, Map<String, String> facts) {}

  ClosureOutcome run(
      Connection connection,
      int schoolYear,
      Set<Grade> grades,
      Optional<String> replaces,
      Supplier<String> write) {
    ClosureEffects.Watched done =
        effects.watch(connection, asked.school(), schoolYear, grades, dryRun, write);
    if (!dryRun) {
      keep(connection, done, replaces);
    }
    return new ClosureOutcome(done.id(), dryRun, done.effect());
  }

  private void keep(Connection connection, ClosureEffects.Watched done, Optional<String> replaces) {
    changes.add(
        connection,
        asked.school(),
        done.id(),
        replaces,
        asked.action(),
        asked.reason(),
        json(done.effect()),
        RoleTitles.author(asked.actor(), asked.school(), clock.today()));
    Map<String, String> told = new TreeMap<>(asked.facts());
    told.put("students", Integer.toString(done.effect().students()));
    replaces.ifPresent(id -> told.put("replaces", id));
    audit.record(
        connection,
        asked.actor(),
        Optional.of(asked.school()),
        "closure." + asked.action(),
        "closure:" + done.id(),
        told);
  }

  private static String json(ClosureEffect effect) {
    try {
      return Json.MAPPER.writeValueAsString(effect);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
