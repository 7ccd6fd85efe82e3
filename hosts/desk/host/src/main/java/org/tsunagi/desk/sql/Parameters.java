// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.sql;

import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters of one statement, set in the order of its question marks. */
public final class Parameters {
  private final PreparedStatement statement;
  private int position;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  /** Sets a text. */
  public Parameters text(String value) throws SQLException {
    statement.setString(++position, value);
    return this;
  }

  /** Sets a text; the empty text is stored as null. */
  public Parameters textOrNull(@Nullable String value) throws SQLException {
    statement.setString(++position, value == null || value.isEmpty() ? null : value);
    return this;
  }

  /** Sets a whole number. */
  public Parameters number(int value) throws SQLException {
    statement.setInt(++position, value);
    return this;
  }

  /** Sets a whole number or null. */
  public Parameters number(@Nullable Integer value) throws SQLException {
    if (value == null) {
      statement.setNull(++position, Types.INTEGER);
      return this;
    }
    return number(value.intValue());
  }

  /** Sets a truth value. */
  public Parameters flag(boolean value) throws SQLException {
    statement.setBoolean(++position, value);
    return this;
  }

  /** Sets a truth value or null. */
  public Parameters flag(Optional<Boolean> value) throws SQLException {
    if (value.isEmpty()) {
      statement.setNull(++position, Types.BOOLEAN);
      return this;
    }
    return flag(value.get().booleanValue());
  }

  /** Sets a date. */
  public Parameters date(LocalDate value) throws SQLException {
    statement.setObject(++position, value);
    return this;
  }

  /** Sets a date or null. */
  public Parameters date(Optional<LocalDate> value) throws SQLException {
    if (value.isEmpty()) {
      statement.setNull(++position, Types.DATE);
      return this;
    }
    return date(value.get());
  }

  /** Sets an instant. */
  public Parameters instant(Instant value) throws SQLException {
    statement.setObject(++position, value.atOffset(ZoneOffset.UTC));
    return this;
  }

  /** Sets an instant, or null. */
  public Parameters instantOrNull(@Nullable Instant value) throws SQLException {
    if (value == null) {
      statement.setNull(++position, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
      return this;
    }
    return instant(value);
  }

  /** Sets an array of texts. */
  public Parameters texts(Collection<String> values) throws SQLException {
    return array("varchar", values.toArray());
  }

  /** Sets an array of whole numbers. */
  public Parameters numbers(Collection<Integer> values) throws SQLException {
    return array("int4", values.toArray());
  }

  /** Sets an array of dates. */
  public Parameters dates(Collection<LocalDate> values) throws SQLException {
    return array("date", values.stream().map(Date::valueOf).toArray());
  }

  private Parameters array(String type, Object[] values) throws SQLException {
    Array array = statement.getConnection().createArrayOf(type, values);
    statement.setArray(++position, array);
    return this;
  }

  void addBatch() throws SQLException {
    statement.addBatch();
    position = 0;
  }
}
