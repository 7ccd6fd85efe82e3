// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Columns of one row, by name. */
public final class Columns {
  private final ResultSet rows;

  Columns(ResultSet rows) {
    this.rows = rows;
  }

  /** Returns a text; a null is the empty text. */
  public String text(String column) throws SQLException {
    String value = rows.getString(column);
    return value == null ? "" : value;
  }

  /** Returns a text that may be null. */
  public Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(rows.getString(column));
  }

  /** Returns a whole number. */
  public int number(String column) throws SQLException {
    return rows.getInt(column);
  }

  /** Returns a whole number that may be null. */
  public OptionalInt optionalNumber(String column) throws SQLException {
    int value = rows.getInt(column);
    return rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Returns a truth value. */
  public boolean flag(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  /** Returns a truth value that may be null. */
  public Optional<Boolean> optionalFlag(String column) throws SQLException {
    boolean value = rows.getBoolean(column);
    return rows.wasNull() ? Optional.empty() : Optional.of(value);
  }

  /** Returns a date. */
  public LocalDate date(String column) throws SQLException {
    return Objects.requireNonNull(rows.getObject(column, LocalDate.class), column);
  }

  /** Returns a date that may be null. */
  public Optional<LocalDate> optionalDate(String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, LocalDate.class));
  }

  /** Returns an instant. */
  public Instant instant(String column) throws SQLException {
    return Objects.requireNonNull(rows.getObject(column, OffsetDateTime.class), column).toInstant();
  }
}
