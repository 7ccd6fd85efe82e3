// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.code.CatalogueJson;
import org.tsunagi.plugin.code.domain.CodeVersion;
import org.tsunagi.plugin.code.domain.RemarkSetting;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.shared.LocalScope;

/** Versions of codes and local words of 備考 in tables, whose rows are only added. */
public final class CodeTable {
  /** Returns how often codes or words of 備考 were changed. */
  public long changes(Connection connection) {
    return Sql.find(
            connection,
            "SELECT changes FROM change_count WHERE name = 'code'",
            row -> row.getLong(1))
        .orElse(0L);
  }

  /** Keeps two writers apart until the transaction ends, and returns the number of changes. */
  public long hold(Connection connection) {
    return Sql.find(
            connection,
            "SELECT changes FROM change_count WHERE name = 'code' FOR UPDATE",
            row -> row.getLong(1))
        .orElseThrow();
  }

  /**
   * Notes that something was changed, so that every node reads anew. It is the last statement of a
   * write: what is read between it and the commit must not be kept.
   */
  public void noteChange(Connection connection) {
    Sql.update(connection, "UPDATE change_count SET changes = changes + 1 WHERE name = 'code'");
  }

  /** Lists the versions of all codes, oldest first. */
  public List<CodeVersion> listVersions(Connection connection) {
    return Sql.list(
        connection,
        "SELECT body, version_number, first_on, origin, note, backward_reason, activated_by,"
            + " activated_by_name, activated_at FROM code_version"
            + " ORDER BY activated_at, code_id, version_number",
        CodeTable::version);
  }

  private static CodeVersion version(ResultSet row) throws SQLException {
    try {
      return new CodeVersion(
          CatalogueJson.read(Json.MAPPER.readTree(row.getString(1))),
          row.getInt(2),
          row.getObject(3, LocalDate.class),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getString(7),
          row.getString(8),
          row.getObject(9, OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a stored code is no JSON", broken);
    }
  }

  /** Adds a version. */
  public void add(Connection connection, CodeVersion version) {
    Sql.update(
        connection,
        "INSERT INTO code_version (code_id, version_number, first_on, body, origin, note,"
            + " backward_reason, activated_by, activated_by_name, activated_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        version.code().id(),
        version.number(),
        version.first(),
        CatalogueJson.write(version.code()).toString(),
        version.origin(),
        version.note(),
        version.backwardReason(),
        version.by(),
        version.byName(),
        version.at());
  }

  /** Lists what was set for 備考, oldest first. */
  public List<RemarkSetting> listRemarks(Connection connection) {
    return Sql.list(
        connection,
        "SELECT scope_kind, scope_id, code_id, version_number, first_on, template, note,"
            + " set_by_name, set_at FROM remark_template"
            + " ORDER BY set_at, scope_kind, scope_id, code_id, version_number",
        row ->
            new RemarkSetting(
                new LocalScope(
                    LocalScope.Kind.find(row.getString(1)).orElseThrow(), row.getString(2)),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, LocalDate.class),
                Optional.ofNullable(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant()));
  }

  /** Adds a setting of 備考. */
  public void add(Connection connection, RemarkSetting setting, String by) {
    Sql.update(
        connection,
        "INSERT INTO remark_template (scope_kind, scope_id, code_id, version_number, first_on,"
            + " template, note, set_by, set_by_name, set_at)"
            + " VALUES (?, ?, ?, ?, ?, NULLIF(CAST(? AS varchar(200)), ''), ?, ?, ?, ?)",
        setting.scope().kind().code(),
        setting.scope().id(),
        setting.codeId(),
        setting.number(),
        setting.first(),
        setting.template().orElse(""),
        setting.note(),
        by,
        setting.byName(),
        setting.at());
  }
}
