// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.RegisterSettings;

/** Which months of a homeroom's register were opened again, and a school's register settings. */
@Component(service = RegisterLocks.class)
public final class RegisterLocks {
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public RegisterLocks(@Reference SchoolClock clock) {
    this.clock = clock;
  }

  /** Keeps two writers of one homeroom's register apart until the transaction ends. */
  public void hold(Connection connection, Homeroom room) {
    Sql.list(
        connection,
        "SELECT homeroom_no FROM count_homeroom WHERE homeroom_id = ? FOR UPDATE",
        row -> row.getInt(1),
        room.id().value());
  }

  /** Lists the months that are open although they ended. */
  public Set<YearMonth> listUnlocked(Connection connection, Homeroom room) {
    return new HashSet<>(
        Sql.list(
            connection,
            "SELECT month_first_on FROM register_unlock"
                + " WHERE school_id = ? AND homeroom_id = ? AND locked_at IS NULL",
            row -> YearMonth.from(row.getObject(1, LocalDate.class)),
            room.school().value(),
            room.id().value()));
  }

  /** Opens a month. */
  public void unlock(
      Connection connection,
      Homeroom room,
      YearMonth month,
      MarkChange.Author author,
      String reason) {
    Sql.update(
        connection,
        "INSERT INTO register_unlock (school_id, homeroom_id, month_first_on, unlocked_at,"
            + " unlocked_by, unlocked_by_name, unlocked_by_title, reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        room.school().value(),
        room.id().value(),
        month.atDay(1),
        clock.now(),
        author.id(),
        author.name(),
        author.title(),
        reason);
  }

  /** Closes a month that was opened. */
  public void lock(
      Connection connection, Homeroom room, YearMonth month, MarkChange.Author author) {
    Sql.update(
        connection,
        "UPDATE register_unlock SET locked_at = ?, locked_by = ? WHERE school_id = ?"
            + " AND homeroom_id = ? AND month_first_on = ? AND locked_at IS NULL",
        clock.now(),
        author.id(),
        room.school().value(),
        room.id().value(),
        month.atDay(1));
  }

  /** Returns a school's settings; what is not set has its default. */
  public RegisterSettings settings(Connection connection, SchoolId school) {
    return read(connection, school);
  }

  /** Reads a school's settings, with one statement. */
  public static RegisterSettings read(Connection connection, SchoolId school) {
    Map<String, String> settings = new HashMap<>();
    Sql.each(
        connection,
        "SELECT name, setting FROM register_setting WHERE school_id = ?",
        row -> settings.put(row.getString(1), row.getString(2)),
        school.value());
    return RegisterSettings.of(settings);
  }

  /** Sets one setting of a school. */
  public void set(Connection connection, SchoolId school, String name, String setting) {
    Object[] values = {setting, school.value(), name};
    if (Sql.update(
            connection,
            "UPDATE register_setting SET setting = ? WHERE school_id = ? AND name = ?",
            values)
        == 0) {
      Sql.update(
          connection,
          "INSERT INTO register_setting (setting, school_id, name) VALUES (?, ?, ?)",
          values);
    }
  }
}
