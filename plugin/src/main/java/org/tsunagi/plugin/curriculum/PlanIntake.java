// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;
import org.tsunagi.plugin.curriculum.domain.StoredPlan;
import org.tsunagi.plugin.curriculum.persistence.PlanTable;
import org.tsunagi.plugin.platform.SchoolClock;

/** Takes plans from an import, in its transaction; a plan is known by its name in its school. */
@Component(service = PlanIntake.class)
public final class PlanIntake {
  private final SchoolClock clock;

  /** Makes the intake. */
  @Activate
  public PlanIntake(@Reference SchoolClock clock) {
    this.clock = clock;
  }

  /** What became of a plan. */
  public enum Outcome {
    ADDED,
    CHANGED,
    UNCHANGED
  }

  /**
   * Takes a plan as a draft: a new plan, the open draft rewritten, or the version after an approved
   * one. What is the same stays untouched.
   */
  public Outcome take(
      Connection connection,
      Actor actor,
      SchoolId school,
      String name,
      StoredPlan.Target target,
      CurriculumPlan plan) {
    PlanTable table = new PlanTable(connection, school);
    Optional<StoredPlan> stored =
        table.list().stream().filter(one -> one.name().equals(name)).findFirst();
    if (stored.isEmpty()) {
      String id = UUID.randomUUID().toString();
      table.add(id, name, target, actor, clock.now());
      table.addVersion(id, 1, PlanJson.write(plan), actor, clock.now());
      return Outcome.ADDED;
    }
    StoredPlan known = stored.get();
    Optional<JsonNode> content = table.findContent(known.id(), known.newest().number());
    if (content.map(PlanReader::read).filter(plan::equals).isPresent()) {
      return Outcome.UNCHANGED;
    }
    if (known.newest().open()) {
      table.save(known.id(), known.newest(), PlanJson.write(plan), actor, clock.now());
    } else {
      table.addVersion(
          known.id(), known.newest().number() + 1, PlanJson.write(plan), actor, clock.now());
    }
    return Outcome.CHANGED;
  }
}
