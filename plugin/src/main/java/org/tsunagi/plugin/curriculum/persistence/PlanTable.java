// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.curriculum.domain.PlanVersion;
import org.tsunagi.plugin.curriculum.domain.StoredPlan;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.sql.Sql;

/**
 * The curriculum plans of a school.
 *
 * @param connection the connection of the command
 * @param school the school
 */
public record PlanTable(Connection connection, SchoolId school) {
  private static final String VERSION =
      "v.version, v.state, v.revision, v.saved_by_name, v.saved_at, v.approved_on,"
          + " v.effective_on, v.approval_reference";

  /** Lists the plans with their versions, without content, in one statement. */
  public List<StoredPlan> list() {
    return plans(
        "SELECT p.plan_id, p.name, p.target, "
            + VERSION
            + " FROM curriculum_plan p JOIN curriculum_plan_version v"
            + " ON v.school_id = p.school_id AND v.plan_id = p.plan_id"
            + " WHERE p.school_id = ? ORDER BY p.name, p.plan_id, v.version DESC",
        school.value());
  }

  /** Finds a plan with its versions, without content. */
  public Optional<StoredPlan> find(String id) {
    return plans(
            "SELECT p.plan_id, p.name, p.target, "
                + VERSION
                + " FROM curriculum_plan p JOIN curriculum_plan_version v"
                + " ON v.school_id = p.school_id AND v.plan_id = p.plan_id"
                + " WHERE p.school_id = ? AND p.plan_id = ? ORDER BY v.version DESC",
            school.value(),
            id)
        .stream()
        .findFirst();
  }

  /** Reads the content of a version. */
  public Optional<JsonNode> findContent(String id, int version) {
    return Sql.list(
            connection,
            "SELECT content FROM curriculum_plan_version"
                + " WHERE school_id = ? AND plan_id = ? AND version = ?",
            row -> tree(row.getString(1)),
            school.value(),
            id,
            version)
        .stream()
        .findFirst();
  }

  /** Adds a plan without a version. */
  public void add(String id, String name, StoredPlan.Target target, Actor actor, Instant now) {
    Sql.update(
        connection,
        "INSERT INTO curriculum_plan (school_id, plan_id, name, target, created_by,"
            + " created_by_name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        id,
        name,
        target.code(),
        actor.id(),
        actor.name(),
        now);
  }

  /** Adds a draft as a version. */
  public void addVersion(String id, int version, Object content, Actor actor, Instant now) {
    Sql.update(
        connection,
        "INSERT INTO curriculum_plan_version (school_id, plan_id, version, state, revision,"
            + " content, saved_by, saved_by_name, saved_at, approval_reference)"
            + " VALUES (?, ?, ?, 'draft', 1, ?, ?, ?, ?, '')",
        school.value(),
        id,
        version,
        text(content),
        actor.id(),
        actor.name(),
        now);
  }

  /** Rewrites a version that is not approved; false where somebody else saved it first. */
  public boolean save(String id, PlanVersion seen, Object content, Actor actor, Instant now) {
    return Sql.update(
            connection,
            "UPDATE curriculum_plan_version SET content = ?, state = 'draft', revision = ?,"
                + " saved_by = ?, saved_by_name = ?, saved_at = ? WHERE school_id = ?"
                + " AND plan_id = ? AND version = ? AND revision = ? AND state <> 'approved'",
            text(content),
            seen.revision() + 1,
            actor.id(),
            actor.name(),
            now,
            school.value(),
            id,
            seen.number(),
            seen.revision())
        == 1;
  }

  /** Moves a version on; false where somebody else changed it first. */
  public boolean move(
      String id,
      PlanVersion seen,
      PlanVersion.State state,
      PlanVersion.@Nullable Approval approval) {
    return Sql.update(
            connection,
            "UPDATE curriculum_plan_version SET state = ?, revision = ?, approved_on = ?,"
                + " effective_on = ?, approval_reference = ? WHERE school_id = ?"
                + " AND plan_id = ? AND version = ? AND revision = ? AND state <> 'approved'",
            state.code(),
            seen.revision() + 1,
            approval == null ? null : approval.approvedOn(),
            approval == null ? null : approval.effectiveOn(),
            approval == null ? "" : approval.reference(),
            school.value(),
            id,
            seen.number(),
            seen.revision())
        == 1;
  }

  private List<StoredPlan> plans(String sql, Object... values) {
    Map<String, StoredPlan> heads = new LinkedHashMap<>();
    Map<String, List<PlanVersion>> versions = new LinkedHashMap<>();
    Sql.each(
        connection,
        sql,
        row -> {
          String id = row.getString(1);
          heads.put(
              id,
              new StoredPlan(
                  id,
                  row.getString(2),
                  StoredPlan.Target.find(row.getString(3)).orElseThrow(),
                  List.of()));
          versions.computeIfAbsent(id, any -> new ArrayList<>()).add(version(row));
        },
        values);
    return heads.values().stream()
        .map(
            one ->
                new StoredPlan(
                    one.id(), one.name(), one.target(), versions.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static PlanVersion version(ResultSet row) throws SQLException {
    LocalDate approvedOn = row.getObject(9, LocalDate.class);
    return new PlanVersion(
        row.getInt(4),
        PlanVersion.State.find(row.getString(5)).orElseThrow(),
        row.getInt(6),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        approvedOn == null
            ? Optional.empty()
            : Optional.of(
                new PlanVersion.Approval(
                    approvedOn, row.getObject(10, LocalDate.class), row.getString(11))));
  }

  private static String text(Object content) {
    try {
      return Json.MAPPER.writeValueAsString(content);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static JsonNode tree(String content) {
    try {
      return Json.MAPPER.readTree(content);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
