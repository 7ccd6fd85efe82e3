// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.rules.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.ShippedConditions;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.crediting.domain.ConditionLists;
import org.tsunagi.plugin.crediting.rules.ConditionListJson;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.shared.LocalScope;

/** Condition lists in a table, whose rows are only added, before the shipped ones. */
@Component(service = {ConditionLists.class, ConditionListTable.class})
public class ConditionListTable implements ConditionLists {
  private static final String FIELDS =
      "SELECT l.scope_kind, l.scope_id, l.list_id, l.version_number, l.first_on, l.body, l.note,"
          + " l.set_by_name, l.set_at";
  private static final String COLUMNS = FIELDS + " FROM condition_list l";
  private static final Comparator<Row> STANDS_LAST =
      Comparator.comparing(Row::scope)
          .reversed()
          .thenComparing(Row::first)
          .thenComparingInt(Row::number);

  private final List<ConditionList> shipped;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public ConditionListTable(@Reference ShippedConditions shipped, @Reference SchoolClock clock) {
    this.shipped = shipped.lists();
    this.clock = clock;
  }

  /**
   * A list that was set.
   *
   * @param scope for whom
   * @param listId the list
   * @param number the number among those of the same scope and list, from 1 on
   * @param first the first day
   * @param list the list; empty where nothing is set from this day on
   * @param note what for; may be empty
   * @param byName who set it
   * @param at when
   */
  public record Row(
      LocalScope scope,
      String listId,
      int number,
      LocalDate first,
      Optional<ConditionList> list,
      String note,
      String byName,
      Instant at) {}

  /** Lists the shipped ones. */
  public List<ConditionList> shipped() {
    return shipped;
  }

  /** Lists all that were set, oldest first. */
  public List<Row> listRows(Connection connection) {
    return Sql.list(
        connection, COLUMNS + " ORDER BY l.set_at, l.version_number", ConditionListTable::row);
  }

  private static Row row(java.sql.ResultSet rows) throws SQLException {
    return new Row(
        new LocalScope(LocalScope.Kind.find(rows.getString(1)).orElseThrow(), rows.getString(2)),
        rows.getString(3),
        rows.getInt(4),
        rows.getObject(5, LocalDate.class),
        Optional.ofNullable(rows.getString(6)).map(ConditionListJson::read),
        rows.getString(7),
        rows.getString(8),
        rows.getObject(9, OffsetDateTime.class).toInstant());
  }

  /** Adds a list that is set. */
  public void add(Connection connection, Row row, String by) {
    Sql.update(
        connection,
        "INSERT INTO condition_list (scope_kind, scope_id, list_id, version_number, first_on,"
            + " body, note, set_by, set_by_name, set_at)"
            + " VALUES (?, ?, ?, ?, ?, NULLIF(CAST(? AS varchar(200000)), ''), ?, ?, ?, ?)",
        row.scope().kind().code(),
        row.scope().id(),
        row.listId(),
        row.number(),
        row.first(),
        row.list().map(list -> ConditionListJson.write(list).toString()).orElse(""),
        row.note(),
        by,
        row.byName(),
        row.at());
  }

  @Override
  public Map<SchoolId, List<ConditionList>> list(Connection connection, Set<SchoolId> schools) {
    Map<SchoolId, List<Row>> set = new HashMap<>();
    schools.forEach(school -> set.put(school, new ArrayList<>()));
    if (!schools.isEmpty()) {
      Sql.list(
          connection,
          FIELDS
              + ", k.id FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
              + " LEFT JOIN school_profile p ON p.school_id = k.id"
              + " JOIN condition_list l ON l.first_on <= ? AND (l.scope_kind = 'installation'"
              + " OR (l.scope_kind = 'school' AND l.scope_id = k.id)"
              + " OR (l.scope_kind = 'municipality' AND l.scope_id = p.municipality))",
          row ->
              set.computeIfAbsent(new SchoolId(row.getString(10)), id -> new ArrayList<>())
                  .add(row(row)),
          array(connection, schools),
          clock.today());
    }
    Map<SchoolId, List<ConditionList>> lists = new HashMap<>();
    set.forEach((school, rows) -> lists.put(school, join(rows)));
    return lists;
  }

  private static Array array(Connection connection, Set<SchoolId> schools) {
    try {
      return connection.createArrayOf("varchar", schools.stream().map(SchoolId::value).toArray());
    } catch (SQLException failure) {
      throw new IllegalStateException("no array", failure);
    }
  }

  /** Joins what is set for one school with what is shipped; the rows are all of days gone by. */
  private List<ConditionList> join(List<Row> rows) {
    Map<String, Map<LocalScope, Optional<ConditionList>>> newest = new HashMap<>();
    rows.stream()
        .sorted(STANDS_LAST)
        .forEach(
            row ->
                newest
                    .computeIfAbsent(row.listId(), id -> new java.util.TreeMap<>())
                    .put(row.scope(), row.list()));
    Map<String, ConditionList> set = new HashMap<>();
    newest.forEach(
        (id, scopes) ->
            scopes.values().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(list -> set.put(id, list)));
    List<ConditionList> lists = new ArrayList<>();
    for (ConditionList one : shipped) {
      ConditionList own = set.remove(one.id());
      lists.add(own == null ? one : own);
    }
    set.values().stream().sorted(Comparator.comparing(ConditionList::id)).forEach(lists::add);
    return lists;
  }
}
