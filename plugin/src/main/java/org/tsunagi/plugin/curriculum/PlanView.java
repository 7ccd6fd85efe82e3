// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;
import org.tsunagi.plugin.curriculum.domain.PlanVerdict;
import org.tsunagi.plugin.curriculum.domain.PlanVersion;
import org.tsunagi.plugin.curriculum.domain.StoredPlan;
import org.tsunagi.plugin.shared.Finding;

/**
 * A version of a stored plan with what the rules make of it.
 *
 * @param stored the plan's name, target and versions
 * @param version the version shown
 * @param inForce the number of the version in force today; empty for none
 * @param plan the content
 * @param verdict what the rules make of it
 * @param missing what is still to be written before it is handed in
 */
public record PlanView(
    StoredPlan stored,
    PlanVersion version,
    Optional<Integer> inForce,
    CurriculumPlan plan,
    PlanVerdict verdict,
    List<Finding> missing) {
  public PlanView {
    missing = List.copyOf(missing);
  }

  /**
   * A plan in the list.
   *
   * @param id its id
   * @param name its name
   * @param target what is designated
   * @param newest the newest version
   * @param inForce the number of the version in force today; empty for none
   */
  public record Line(
      String id, String name, String target, PlanVersion newest, Optional<Integer> inForce) {}

  /**
   * Where a change has led.
   *
   * @param id the plan's id
   * @param version the version's number
   * @param revision its revision now
   */
  public record Saved(String id, int version, int revision) {}

  /** Returns the plan's id. */
  public String id() {
    return stored.id();
  }

  /** Returns the plan as integrators send it, with what the rules make of it. */
  public Map<String, Object> export() {
    return Map.of(
        "id", stored.id(),
        "name", stored.name(),
        "target", stored.target().code(),
        "version", version,
        "versions", stored.versions(),
        "inForce", inForce,
        "plan", PlanJson.write(plan),
        "answer", CurriculumAnswer.of(plan, verdict),
        "missing", missing);
  }
}
