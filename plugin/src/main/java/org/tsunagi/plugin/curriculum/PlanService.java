// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
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
import org.tsunagi.plugin.curriculum.domain.CompletenessRule;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;
import org.tsunagi.plugin.curriculum.domain.PlanRule;
import org.tsunagi.plugin.curriculum.domain.PlanVerdict;
import org.tsunagi.plugin.curriculum.domain.PlanVersion;
import org.tsunagi.plugin.curriculum.domain.RowRule;
import org.tsunagi.plugin.curriculum.domain.StoredPlan;
import org.tsunagi.plugin.curriculum.domain.VersionRule;
import org.tsunagi.plugin.curriculum.persistence.PlanTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** Keeps curriculum plans: drafts, what is handed in, and the versions that an approval opens. */
@Component(service = PlanService.class)
public final class PlanService {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REFERENCE = 500;

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ShippedStandards standards;

  /** Makes the service. */
  @Activate
  public PlanService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference ShippedStandards standards) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.standards = standards;
  }

  /** Lists the plans of a school. */
  public List<PlanView.Line> list(Actor actor, SchoolId school) {
    gate.require(actor, Privilege.CURRICULUM_READ, new Target.OfSchool(school));
    LocalDate today = clock.today();
    return transactions.runSql(connection -> new PlanTable(connection, school).list()).stream()
        .map(
            one ->
                new PlanView.Line(
                    one.id(),
                    one.name(),
                    one.target().code(),
                    one.newest(),
                    one.inForce(today).map(PlanVersion::number)))
        .toList();
  }

  /** Shows a version of a plan; the newest one for 0. */
  public PlanView view(Actor actor, SchoolId school, String id, int version) {
    gate.require(actor, Privilege.CURRICULUM_READ, new Target.OfSchool(school));
    return transactions.runSql(connection -> view(connection, school, id, version));
  }

  /** Adds a plan with a first draft; without rows it begins with the law's subjects and hours. */
  public PlanView.Saved add(Actor actor, SchoolId school, PlanCommand command) {
    gate.require(actor, Privilege.CURRICULUM_WRITE, new Target.OfSchool(school));
    String name = command.name() == null ? "" : command.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Malformed("name に、教育課程の名前を1〜200字で指定してください。");
    }
    StoredPlan.Target target =
        StoredPlan.Target.find(command.target() == null ? "school" : command.target())
            .orElseThrow(() -> new Malformed("target は school、classGroup、branch、course のどれかです。"));
    CurriculumPlan plan = RowRule.begun(plan(command.plan()), standards.standards());
    PlanView.Saved saved = new PlanView.Saved(UUID.randomUUID().toString(), 1, 1);
    return transactions.runSql(
        connection -> {
          PlanTable table = new PlanTable(connection, school);
          table.add(saved.id(), name, target, actor, clock.now());
          table.addVersion(saved.id(), 1, PlanJson.write(plan), actor, clock.now());
          return record(connection, actor, school, "curriculum.add", saved, Map.of());
        });
  }

  /**
   * Saves a draft; what was handed in becomes a draft again.
   *
   * @throws Stale where somebody else saved it first
   */
  public PlanView.Saved save(Actor actor, SchoolId school, String id, PlanCommand.Saving command) {
    gate.require(actor, Privilege.CURRICULUM_WRITE, new Target.OfSchool(school));
    CurriculumPlan plan = plan(command.plan());
    return transactions.runSql(
        connection -> {
          PlanView seen = view(connection, school, id, command.version());
          require(VersionRule.write(seen.version()));
          if (seen.version().revision() != command.revision()
              || !new PlanTable(connection, school)
                  .save(id, seen.version(), PlanJson.write(plan), actor, clock.now())) {
            throw stale(seen, PlanJson.write(plan));
          }
          return record(connection, actor, school, "curriculum.save", next(seen), Map.of());
        });
  }

  /** Begins the next version as a copy of the newest, which must be approved. */
  public PlanView.Saved begin(Actor actor, SchoolId school, String id) {
    gate.require(actor, Privilege.CURRICULUM_WRITE, new Target.OfSchool(school));
    return transactions.runSql(
        connection -> {
          PlanView newest = view(connection, school, id, 0);
          require(VersionRule.begin(newest.stored()));
          PlanView.Saved saved = new PlanView.Saved(id, newest.version().number() + 1, 1);
          new PlanTable(connection, school)
              .addVersion(id, saved.version(), PlanJson.write(newest.plan()), actor, clock.now());
          return record(connection, actor, school, "curriculum.begin", saved, Map.of());
        });
  }

  /** Notes that a version was handed in. */
  public PlanView.Saved apply(
      Actor actor, SchoolId school, String id, PlanCommand.Applying command) {
    gate.require(actor, Privilege.CURRICULUM_WRITE, new Target.OfSchool(school));
    return transactions.runSql(
        connection -> {
          PlanView seen = seen(connection, school, id, command.version(), command.revision());
          require(VersionRule.apply(seen.version(), seen.verdict()));
          move(connection, school, seen, PlanVersion.State.APPLIED, null);
          return record(connection, actor, school, "curriculum.apply", next(seen), Map.of());
        });
  }

  /** Notes an approval; the version is read-only from then on. */
  public PlanView.Saved approve(
      Actor actor, SchoolId school, String id, PlanCommand.Approving command) {
    gate.require(actor, Privilege.CURRICULUM_APPROVE, new Target.OfSchool(school));
    if (command.approvedOn() == null || command.effectiveOn() == null) {
      throw new Malformed("approvedOn に承認の日、effectiveOn に始める日を指定してください。");
    }
    String reference = command.reference() == null ? "" : command.reference().strip();
    if (reference.length() > LONGEST_REFERENCE) {
      throw new Malformed("reference は500字までです。");
    }
    PlanVersion.Approval approval =
        new PlanVersion.Approval(command.approvedOn(), command.effectiveOn(), reference);
    return transactions.runSql(
        connection -> {
          PlanView seen = seen(connection, school, id, command.version(), command.revision());
          require(
              VersionRule.approve(
                  seen.stored(), seen.version(), seen.verdict(), approval, clock.today()));
          move(connection, school, seen, PlanVersion.State.APPROVED, approval);
          return record(
              connection,
              actor,
              school,
              "curriculum.approve",
              next(seen),
              Map.of(
                  "approvedOn", approval.approvedOn().toString(),
                  "effectiveOn", approval.effectiveOn().toString()));
        });
  }

  private PlanView view(Connection connection, SchoolId school, String id, int number) {
    PlanTable table = new PlanTable(connection, school);
    StoredPlan stored = table.find(id).orElseThrow(Missing::new);
    PlanVersion version =
        number == 0 ? stored.newest() : stored.find(number).orElseThrow(Missing::new);
    CurriculumPlan plan =
        PlanReader.read(table.findContent(id, version.number()).orElseThrow(Missing::new));
    PlanVerdict verdict = PlanRule.reckon(plan, standards.standards());
    return new PlanView(
        stored,
        version,
        stored.inForce(clock.today()).map(PlanVersion::number),
        plan,
        verdict,
        CompletenessRule.missing(plan, verdict));
  }

  private PlanView seen(
      Connection connection, SchoolId school, String id, int version, int revision) {
    PlanView seen = view(connection, school, id, version);
    if (seen.version().revision() != revision) {
      throw stale(seen, Map.of());
    }
    return seen;
  }

  private static void move(
      Connection connection,
      SchoolId school,
      PlanView seen,
      PlanVersion.State state,
      PlanVersion.@Nullable Approval approval) {
    if (!new PlanTable(connection, school).move(seen.id(), seen.version(), state, approval)) {
      throw stale(seen, Map.of());
    }
  }

  private PlanView.Saved record(
      Connection connection,
      Actor actor,
      SchoolId school,
      String action,
      PlanView.Saved saved,
      Map<String, String> facts) {
    Map<String, String> all = new TreeMap<>(facts);
    all.put("version", Integer.toString(saved.version()));
    all.put("revision", Integer.toString(saved.revision()));
    audit.record(
        connection, actor, Optional.of(school), action, "curriculumPlan:" + saved.id(), all);
    return saved;
  }

  private static PlanView.Saved next(PlanView seen) {
    return new PlanView.Saved(seen.id(), seen.version().number(), seen.version().revision() + 1);
  }

  private static CurriculumPlan plan(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      throw new Malformed("plan に教育課程表を指定してください。");
    }
    return PlanReader.read(node);
  }

  private static void require(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      throw new RefusedException(refused);
    }
  }

  private static Stale stale(PlanView theirs, Map<String, Object> yours) {
    return new Stale(
        Map.of(
            "error",
            "STALE",
            "message",
            theirs.version().savedBy() + "さんが先に保存しました。開き直して、書いたものと比べてください。",
            "yours",
            yours,
            "theirs",
            theirs.export()));
  }
}
