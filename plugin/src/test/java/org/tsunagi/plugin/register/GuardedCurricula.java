// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.tsunagi.plugin.access.Privilege.CURRICULUM_APPROVE;
import static org.tsunagi.plugin.access.Privilege.CURRICULUM_READ;
import static org.tsunagi.plugin.access.Privilege.CURRICULUM_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.curriculum.PlanCommand;
import org.tsunagi.plugin.curriculum.PlanPaperService;
import org.tsunagi.plugin.curriculum.PlanService;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.register.GuardedCalls.About;
import org.tsunagi.plugin.register.GuardedCalls.Call;
import org.tsunagi.plugin.register.GuardedCalls.Guard;
import org.tsunagi.plugin.register.GuardedCalls.Work;

/** The operations on curriculum plans, for {@link GuardedCalls}. */
final class GuardedCurricula {
  private static final Map<SchoolId, String> PLANS = new HashMap<>();

  private final List<Call> calls = new ArrayList<>();

  private GuardedCurricula() {
    reading();
    writing();
  }

  static List<Call> all() {
    return new GuardedCurricula().calls;
  }

  /** Lays out a plan with one draft for a school. */
  static void lay(Assembly services, Actor by, SchoolId school) {
    PLANS.put(
        school,
        services
            .get(PlanService.class)
            .add(by, school, new PlanCommand("こもれび", "classGroup", plan()))
            .id());
  }

  private static JsonNode plan() {
    ObjectNode plan = Json.MAPPER.createObjectNode();
    plan.put("stage", "JH");
    plan.put("grade", 2);
    plan.withArray("subjects").addObject().put("name", "国語").put("hours", 105);
    return plan;
  }

  private static String of(GuardedPlace place) {
    return PLANS.getOrDefault(place.school(), "");
  }

  private void add(Class<?> service, String method, int parameters, Privilege needed, Work work) {
    List<Guard> guards = List.of(new Guard(needed, About.SCHOOL));
    calls.add(new Call(service.getSimpleName(), method, parameters, guards, work));
  }

  private void reading() {
    Class<PlanService> at = PlanService.class;
    Class<PlanPaperService> papers = PlanPaperService.class;
    add(at, "list", 2, CURRICULUM_READ, (s, who, to) -> s.get(at).list(who, to.school()));
    add(
        at,
        "view",
        4,
        CURRICULUM_READ,
        (s, who, to) -> s.get(at).view(who, to.school(), of(to), 1));
    add(
        papers,
        "table",
        4,
        CURRICULUM_READ,
        (s, who, to) -> s.get(papers).table(who, to.school(), of(to), 1));
  }

  private void writing() {
    Class<PlanService> at = PlanService.class;
    PlanCommand command = new PlanCommand("別の案", "school", plan());
    PlanCommand.Saving saving = new PlanCommand.Saving(1, 1, plan());
    PlanCommand.Applying applying = new PlanCommand.Applying(1, 1);
    PlanCommand.Approving approving =
        new PlanCommand.Approving(1, 1, GuardedPlace.DAY, GuardedPlace.DAY.plusDays(9), "");
    add(at, "add", 3, CURRICULUM_WRITE, (s, who, to) -> s.get(at).add(who, to.school(), command));
    add(
        at,
        "save",
        4,
        CURRICULUM_WRITE,
        (s, who, to) -> s.get(at).save(who, to.school(), of(to), saving));
    add(
        at,
        "begin",
        3,
        CURRICULUM_WRITE,
        (s, who, to) -> s.get(at).begin(who, to.school(), of(to)));
    add(
        at,
        "apply",
        4,
        CURRICULUM_WRITE,
        (s, who, to) -> s.get(at).apply(who, to.school(), of(to), applying));
    add(
        at,
        "approve",
        4,
        CURRICULUM_APPROVE,
        (s, who, to) -> s.get(at).approve(who, to.school(), of(to), approving));
  }
}
