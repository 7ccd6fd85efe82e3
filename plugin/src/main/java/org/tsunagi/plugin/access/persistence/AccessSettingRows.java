// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.domain.AccessSetting;

/**
 * The versions of the setting of access.
 *
 * @param connection the connection of the command
 */
public record AccessSettingRows(Connection connection) {
  /** Counts what this process wrote. */
  public static final AtomicLong WRITES = new AtomicLong();

  /** Returns the newest version. */
  public AccessSetting newest() {
    String sql =
        "SELECT version, second_factor, reader_names, set_by_name FROM access_setting"
            + " ORDER BY version DESC LIMIT 1";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? new AccessSetting(row.getInt(1), row.getBoolean(2), row.getString(3), row.getString(4))
          : AccessSetting.ORDINARY;
    } catch (SQLException e) {
      throw new IllegalStateException("the setting of access can't be read", e);
    }
  }

  /** Adds a version. */
  public void add(AccessSetting setting, Actor actor, Instant now) {
    String sql =
        "INSERT INTO access_setting (version, second_factor, reader_names, set_by, set_by_name,"
            + " set_at) VALUES (?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setInt(1, setting.version());
      insert.setBoolean(2, setting.secondFactor());
      insert.setString(3, setting.readerNames());
      insert.setString(4, actor.id());
      insert.setString(5, setting.setBy());
      insert.setObject(6, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
      WRITES.incrementAndGet();
    } catch (SQLException e) {
      throw new IllegalStateException("the setting of access can't be written", e);
    }
  }
}
