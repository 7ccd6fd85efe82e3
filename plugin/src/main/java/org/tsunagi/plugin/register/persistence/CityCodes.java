// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCount;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.code.domain.DecisionNeed;
import org.tsunagi.plugin.platform.sql.Sql;

/** Puts the catalogue into a work table: a row for each stretch of days on which a code stays. */
final class CityCodes {
  private static final int NO_CODE = -1;

  private final Connection connection;
  private final CityQuery query;

  private CityCodes(Connection connection, CityQuery query) {
    this.connection = connection;
    this.query = query;
  }

  static void fill(Connection connection, CityQuery query) {
    new CityCodes(connection, query).fill();
  }

  private void fill() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    Sql.each(
        connection,
        "SELECT code_no, code_id FROM count_code",
        row -> addCode(rows, row.getInt(1), row.getString(2)));
    Sql.batch(
        connection,
        "INSERT INTO roll_code VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Adds a row for each stretch of the year in which a code stays as it is. */
  private void addCode(List<@Nullable Object[]> rows, int number, String id) {
    int from = query.firstDay();
    Optional<AttendanceCode> held = query.codes().find(id, query.year().first());
    if (held.isEmpty()) {
      rows.add(code(rows.size(), number, from, query.lastDay(), id, null));
      return;
    }
    for (int day = from + 1; day <= query.lastDay(); day++) {
      Optional<AttendanceCode> now = query.codes().find(id, Days.date(day));
      if (!now.equals(held)) {
        rows.add(code(rows.size(), number, from, day - 1, id, held.get()));
        from = day;
        held = now;
      }
    }
    rows.add(code(rows.size(), number, from, query.lastDay(), id, held.orElseThrow()));
  }

  private static @Nullable Object[] code(
      int row, int number, int first, int last, String id, @Nullable AttendanceCode code) {
    if (code == null) {
      return new Object[] {number, first, last, row, id, "", NO_CODE, 0, 0, 0, 0, 0, 0, 0};
    }
    boolean decided =
        code.decisionNeeded() == DecisionNeed.ACCEPTANCE
            || code.decisionNeeded() == DecisionNeed.ORDER;
    return new Object[] {
      number,
      first,
      last,
      row,
      id,
      code.kind(),
      effect(code.effect()),
      code.sheetRow(),
      bit(code.counts().contains(CodeCount.LATE)),
      bit(code.counts().contains(CodeCount.EARLY)),
      bit(code.counts().contains(CodeCount.SEPARATE_ROOM)),
      bit(code.counts().contains(CodeCount.ACTIVITY)),
      bit(code.counts().contains(CodeCount.ICT)),
      bit(decided)
    };
  }

  private static int bit(boolean is) {
    return is ? 1 : 0;
  }

  private static int effect(CodeEffect effect) {
    return switch (effect) {
      case PRESENT -> 0;
      case ABSENT -> 1;
      case ONLINE -> 2;
      case EXEMPT -> 3;
      case CREDITED -> 4;
    };
  }
}
