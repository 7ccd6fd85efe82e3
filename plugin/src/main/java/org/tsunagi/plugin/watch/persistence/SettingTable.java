// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.platform.sql.SqlException;
import org.tsunagi.plugin.watch.domain.SettingVersion;
import org.tsunagi.plugin.watch.domain.SettingsInForce;
import org.tsunagi.plugin.watch.domain.SettingsPart;
import org.tsunagi.plugin.watch.domain.WatchSettings;

/** Settings of the board, of districts and of schools; no version is ever rewritten. */
@Component(service = SettingTable.class)
public final class SettingTable {
  /** The scopes, the nearest to a child first. */
  public static final List<String> SCOPES = List.of("school", "district", "board");

  private static final String COLUMNS =
      "s.scope, s.target, s.version, s.name, s.first_on, s.content, s.recorded_by,"
          + " s.recorded_by_name, s.recorded_at";

  /**
   * Returns what holds for a school on a day: the school's own over its district's over the
   * board's.
   */
  public SettingsInForce inForce(Connection connection, SchoolId school, LocalDate on) {
    Map<String, SettingVersion> newest = new TreeMap<>();
    Map<String, Boolean> member = new HashMap<>();
    Sql.each(
        connection,
        "SELECT "
            + COLUMNS
            + ", CASE WHEN m.school_id IS NULL THEN 0 ELSE 1 END FROM watch_setting s"
            + " LEFT JOIN watch_setting_school m ON m.school_id = ? AND m.target = s.target"
            + " AND m.version = s.version WHERE s.first_on <= ?"
            + " AND (s.scope <> 'school' OR s.target = ?) ORDER BY s.first_on, s.version",
        row -> {
          String key = row.getString(1) + "/" + row.getString(2);
          newest.put(key, read(row, List.of()));
          member.put(key, !row.getString(1).equals("district") || row.getInt(10) == 1);
        },
        school.value(),
        on,
        school.value());
    newest.keySet().removeIf(key -> !Boolean.TRUE.equals(member.get(key)));
    return join(newest.values());
  }

  /** Returns what holds for each of many schools on a day, by the same rule. */
  public Map<SchoolId, SettingsInForce> inForce(
      Connection connection, List<SchoolId> schools, LocalDate on) {
    Map<String, SettingVersion> newest = new TreeMap<>();
    for (SettingVersion one : list(connection)) {
      if (!one.firstOn().isAfter(on)) {
        newest.merge(one.scope() + "/" + one.target(), one, SettingTable::later);
      }
    }
    Map<SchoolId, SettingsInForce> inForce = new HashMap<>();
    for (SchoolId school : schools) {
      inForce.put(
          school, join(newest.values().stream().filter(one -> holdsFor(one, school)).toList()));
    }
    return inForce;
  }

  /** Lays the nearer scopes over the wider ones; of several districts the first by id counts. */
  private static SettingsInForce join(Collection<SettingVersion> holding) {
    WatchSettings settings = WatchSettings.DEFAULT;
    String nearest = "";
    for (int i = SCOPES.size() - 1; i >= 0; i--) {
      String scope = SCOPES.get(i);
      Optional<SettingVersion> decided =
          holding.stream().filter(one -> one.scope().equals(scope)).findFirst();
      if (decided.isPresent()) {
        settings = decided.get().settings().over(settings);
        nearest = scope;
      }
    }
    return new SettingsInForce(settings, nearest);
  }

  private static SettingVersion later(SettingVersion one, SettingVersion other) {
    return Comparator.comparing(SettingVersion::firstOn)
                .thenComparing(SettingVersion::version)
                .compare(one, other)
            > 0
        ? one
        : other;
  }

  private static boolean holdsFor(SettingVersion version, SchoolId school) {
    return switch (version.scope()) {
      case "school" -> version.target().equals(school.value());
      case "district" -> version.schools().contains(school);
      default -> true;
    };
  }

  /** Lists every version, the newest of each target first. */
  public List<SettingVersion> list(Connection connection) {
    Map<String, List<SchoolId>> schools = new HashMap<>();
    Sql.each(
        connection,
        "SELECT target, version, school_id FROM watch_setting_school ORDER BY school_id",
        row ->
            schools
                .computeIfAbsent(row.getString(1) + "/" + row.getInt(2), key -> new ArrayList<>())
                .add(new SchoolId(row.getString(3))));
    return Sql.list(
        connection,
        "SELECT " + COLUMNS + " FROM watch_setting s ORDER BY s.scope, s.target, s.version DESC",
        row -> read(row, schools.getOrDefault(row.getString(2) + "/" + row.getInt(3), List.of())));
  }

  /**
   * Adds a version.
   *
   * @throws SqlException where somebody added the same version first
   */
  public void add(Connection connection, SettingVersion row) {
    Sql.update(
        connection,
        "INSERT INTO watch_setting (scope, target, version, name, first_on, content, recorded_by,"
            + " recorded_by_name, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.scope(),
        row.target(),
        row.version(),
        row.name(),
        row.firstOn(),
        write(row.settings()),
        row.by(),
        row.byName(),
        row.at());
    Sql.batch(
        connection,
        "INSERT INTO watch_setting_school (school_id, target, version) VALUES (?, ?, ?)",
        row.schools().stream()
            .map(school -> new Object[] {school.value(), row.target(), row.version()})
            .toList());
  }

  private static String write(SettingsPart settings) {
    try {
      return Json.MAPPER.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SettingVersion read(ResultSet row, List<SchoolId> schools) throws SQLException {
    try {
      return new SettingVersion(
          row.getString(1),
          row.getString(2),
          row.getInt(3),
          row.getString(4),
          row.getObject(5, LocalDate.class),
          Json.MAPPER.readValue(row.getString(6), SettingsPart.class),
          schools,
          row.getString(7),
          row.getString(8),
          row.getObject(9, OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
