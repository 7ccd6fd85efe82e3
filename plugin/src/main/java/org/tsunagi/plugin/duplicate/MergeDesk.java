// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.duplicate.domain.Merge;
import org.tsunagi.plugin.duplicate.domain.RowMove;
import org.tsunagi.plugin.duplicate.domain.RowMove.Moves;
import org.tsunagi.plugin.duplicate.persistence.MergeRows;
import org.tsunagi.plugin.duplicate.persistence.MergeTable;
import org.tsunagi.plugin.duplicate.persistence.MergeTable.Moved;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.retention.HeldRegistry;
import org.tsunagi.plugin.retention.domain.HeldDigest;
import org.tsunagi.plugin.retention.domain.HeldTable;
import org.tsunagi.plugin.retention.domain.HeldTable.AtEnd;

/** Moves the rows of two ids, and takes the moves back. It checks no rights. */
@Component(service = MergeDesk.class)
public class MergeDesk {
  private final HeldRegistry held;

  /** Makes it. */
  @Activate
  public MergeDesk(@Reference HeldRegistry held) {
    this.held = held;
  }

  /** The rows of a table that are planned to move. */
  record Planned(HeldTable table, Moves moves) {}

  /** Names the parts of the sheet that both ids have. */
  Set<String> shared(Connection connection, SchoolId school, StudentId from, StudentId into) {
    MergeRows rows = new MergeRows(connection);
    MergeRows.Table sheet = rows.table("sheet");
    return new TreeSet<>(
        RowMove.shared(rows.list(sheet, school, from), rows.list(sheet, school, into)));
  }

  /** Plans a merge. */
  List<Planned> plan(
      Connection connection, SchoolId school, StudentId from, StudentId into, Set<String> taken) {
    MergeRows rows = new MergeRows(connection);
    Set<String> shared = shared(connection, school, from, into);
    List<Planned> planned = new ArrayList<>();
    for (HeldTable table : movable()) {
      MergeRows.Table keys = rows.table(table.name());
      planned.add(
          new Planned(
              table,
              RowMove.plan(
                  rows.list(keys, school, from), rows.list(keys, school, into), shared, taken)));
    }
    return planned;
  }

  /** Lists the tables whose rows name their student; others hang on these. */
  private List<HeldTable> movable() {
    return held.tables().stream()
        .filter(table -> table.atEnd() == AtEnd.DESTROYED)
        .filter(table -> table.condition().equals(HeldTable.BY_ID))
        .filter(table -> !table.kind().equals(HeldMerges.KIND))
        .toList();
  }

  /** Counts what would go, by kind, as {@code sheets=2 consents=1}. */
  static String counts(List<Planned> planned) {
    Map<String, Integer> counts = new TreeMap<>();
    planned.forEach(
        one -> counts.merge(one.table().kind(), one.moves().there().size(), Integer::sum));
    counts.values().removeIf(count -> count == 0);
    return String.join(
        " ", counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  /** Returns the hash over all that is held under both ids. */
  String hash(Connection connection, SchoolId school, StudentId from, StudentId into) {
    List<HeldDigest.Rows> all = new ArrayList<>();
    for (StudentId one : List.of(from, into)) {
      held.readDue(connection, school, one).stream()
          .filter(rows -> !rows.table().kind().equals(HeldMerges.KIND))
          .forEach(all::add);
    }
    return HeldDigest.hash(all);
  }

  /** Does a merge and notes every row that changed its owner. */
  void merge(Connection connection, SchoolId school, Merge one) {
    List<Planned> planned = plan(connection, school, one.from(), one.into(), one.taken());
    MergeRows rows = new MergeRows(connection);
    List<Moved> moved = new ArrayList<>();
    String aside = "merge:" + one.id();
    // What goes back steps aside first, so that no two rows ever claim one place.
    planned.forEach(
        table -> {
          List<Map<String, String>> back = keys(table.moves().back());
          rows.move(table.table().name(), school, one.into().value(), aside, back);
          List<Map<String, String>> there = keys(table.moves().there());
          rows.move(table.table().name(), school, one.from().value(), one.into().value(), there);
          rows.move(table.table().name(), school, aside, one.from().value(), back);
          add(moved, table, there, one.from(), one.into());
          add(moved, table, back, one.into(), one.from());
        });
    new MergeTable(connection).addMoved(school, one.id(), moved);
  }

  /** Takes a merge back; false where a row is not as it was left. */
  boolean undo(Connection connection, SchoolId school, Merge one) {
    MergeRows rows = new MergeRows(connection);
    List<Moved> moved = new ArrayList<>(new MergeTable(connection).listMoved(school, one.id()));
    Collections.reverse(moved);
    String aside = "merge:" + one.id();
    int found = 0;
    for (Moved row : moved) {
      found += rows.move(row.table(), school, row.to(), aside + row.from(), List.of(key(row)));
    }
    for (Moved row : moved) {
      found += rows.move(row.table(), school, aside + row.from(), row.from(), List.of(key(row)));
    }
    return found == 2 * moved.size();
  }

  private static void add(
      List<Moved> moved,
      Planned table,
      List<Map<String, String>> keys,
      StudentId from,
      StudentId to) {
    for (Map<String, String> key : keys) {
      moved.add(new Moved(table.table().name(), json(key), from.value(), to.value()));
    }
  }

  private static List<Map<String, String>> keys(List<RowMove.Row> rows) {
    return rows.stream().map(RowMove.Row::key).toList();
  }

  private static String json(Map<String, String> key) {
    try {
      return Json.MAPPER.writeValueAsString(key);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a key of texts is JSON", e);
    }
  }

  private static Map<String, String> key(Moved row) {
    try {
      return Json.MAPPER.readValue(row.key(), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a noted key can't be read", e);
    }
  }
}
