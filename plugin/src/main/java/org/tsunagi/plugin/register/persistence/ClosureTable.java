// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.ClosureIntake;
import org.tsunagi.plugin.register.ClosureView;

/** The table of closures. A correction voids a row and adds another, so nothing is lost. */
@Component(service = {ClosureTable.class, ClosureIntake.class})
public final class ClosureTable implements ClosureIntake {
  private static final String IMPORTED = "import";
  private static final String REPLACED = "取込で置きかえ";
  private static final String COLUMNS =
      "SELECT closure_id, first_on, last_on, scope, target, basis, reason, online_lessons,"
          + " authority, reported_to, reported_on, recorded_by, recorded_at, voided_by, voided_at,"
          + " void_reason FROM closure";

  private final SchoolClock clock;

  /** Makes the table. */
  @Activate
  public ClosureTable(@Reference SchoolClock clock) {
    this.clock = clock;
  }

  /** Lists the closures of a school that touch a range, voided ones included, by first day. */
  public List<ClosureView> list(
      Connection connection, SchoolId school, LocalDate first, LocalDate last) {
    return Sql.list(
        connection,
        COLUMNS
            + " WHERE school_id = ? AND first_on <= ? AND last_on >= ?"
            + " ORDER BY first_on, scope, target, recorded_at, closure_id",
        ClosureTable::view,
        school.value(),
        last,
        first);
  }

  /** Adds a closure and returns its id. */
  public String add(Connection connection, Row closure, String recordedBy) {
    String id = UUID.randomUUID().toString();
    Sql.update(
        connection,
        "INSERT INTO closure (school_id, closure_id, first_on, last_on, scope, target, basis,"
            + " reason, online_lessons, authority, reported_to, reported_on, recorded_by,"
            + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        closure.school().value(),
        id,
        closure.first(),
        closure.last(),
        closure.scope(),
        closure.target(),
        closure.basis(),
        closure.reason(),
        closure.onlineLessons(),
        closure.authority(),
        closure.reportedTo(),
        closure.reportedOn().orElse(null),
        recordedBy,
        clock.now());
    return id;
  }

  /** Voids a closure that holds; tells whether there was one. */
  public boolean voidClosure(
      Connection connection, SchoolId school, String id, String by, String reason) {
    return Sql.update(
            connection,
            "UPDATE closure SET voided_by = ?, voided_at = ?, void_reason = ?"
                + " WHERE school_id = ? AND closure_id = ? AND voided_at IS NULL",
            by,
            clock.now(),
            reason,
            school.value(),
            id)
        == 1;
  }

  @Override
  public Written write(Connection connection, List<Row> closures) {
    Map<List<Object>, ClosureView> there = holding(connection, closures);
    int added = 0;
    int changed = 0;
    for (Row closure : closures) {
      ClosureView old = there.get(key(closure));
      if (old == null) {
        added++;
      } else if (same(old, closure)) {
        continue;
      } else {
        changed++;
        voidClosure(connection, closure.school(), old.id(), IMPORTED, REPLACED);
      }
      add(connection, closure, IMPORTED);
    }
    return new Written(added, changed, closures.size() - added - changed);
  }

  /** Finds a closure by its id, also a voided one. */
  public Optional<ClosureView> find(Connection connection, SchoolId school, String id) {
    return Sql.list(
            connection,
            COLUMNS + " WHERE school_id = ? AND closure_id = ?",
            ClosureTable::view,
            school.value(),
            id)
        .stream()
        .findFirst();
  }

  /** Finds the closure that holds under the key of a row. */
  public Optional<ClosureView> find(Connection connection, Row closure) {
    return Optional.ofNullable(holding(connection, List.of(closure)).get(key(closure)));
  }

  private Map<List<Object>, ClosureView> holding(Connection connection, List<Row> closures) {
    Map<SchoolId, List<Row>> bySchool = new HashMap<>();
    for (Row closure : closures) {
      bySchool.computeIfAbsent(closure.school(), school -> new ArrayList<>()).add(closure);
    }
    Map<List<Object>, ClosureView> there = new HashMap<>();
    bySchool.forEach(
        (school, rows) -> {
          LocalDate first = rows.stream().map(Row::first).min(LocalDate::compareTo).orElseThrow();
          LocalDate last = rows.stream().map(Row::last).max(LocalDate::compareTo).orElseThrow();
          for (ClosureView view : list(connection, school, first, last)) {
            if (view.voidedAt().isEmpty()) {
              there.put(key(school, view), view);
            }
          }
        });
    return there;
  }

  private static List<Object> key(Row row) {
    return List.of(row.school(), row.first(), row.last(), row.scope(), row.target(), row.basis());
  }

  private static List<Object> key(SchoolId school, ClosureView view) {
    return List.of(
        school, view.firstOn(), view.lastOn(), view.scope(), view.target(), view.basis());
  }

  private static boolean same(ClosureView view, Row row) {
    return view.reason().equals(row.reason())
        && view.onlineLessons() == row.onlineLessons()
        && view.authority().equals(row.authority())
        && view.reportedTo().equals(row.reportedTo())
        && view.reportedOn().equals(row.reportedOn());
  }

  private static ClosureView view(ResultSet row) throws SQLException {
    return new ClosureView(
        row.getString(1),
        row.getObject(2, LocalDate.class),
        row.getObject(3, LocalDate.class),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getBoolean(8),
        row.getString(9),
        row.getString(10),
        Optional.ofNullable(row.getObject(11, LocalDate.class)),
        row.getString(12),
        row.getObject(13, OffsetDateTime.class).toInstant(),
        text(row.getString(14)),
        Optional.ofNullable(row.getObject(15, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        text(row.getString(16)));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
