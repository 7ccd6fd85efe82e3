// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;

/** The desk's settings for sign-in; read again after half a minute, so that all nodes follow. */
@Component(service = SecuritySettings.class)
public final class SecuritySettings {
  private static final long KEEP_SECONDS = 30;

  private final Sql sql;
  private final Store store;
  private final DeskClock clock;
  private volatile Kept kept = new Kept(Instant.MIN, Map.of());

  /** Takes the database and the clock. */
  @Activate
  public SecuritySettings(@Reference Store store, @Reference DeskClock clock) {
    this.store = store;
    this.sql = new Sql(store);
    this.clock = clock;
  }

  private record Kept(Instant at, Map<String, String> values) {}

  /** A setting: its stored key, its value when nothing was chosen, and its range. */
  public enum Key {
    /** Whether everyone must use a second factor; 0 or 1. */
    SECOND_FACTOR_REQUIRED("secondFactorRequired", 0, 0, 1),
    /** Failures in a row after which a name is locked. */
    FAILURES_UNTIL_LOCK("failuresUntilLock", 10, 3, 100),
    /** Minutes for which a name is locked. */
    LOCK_MINUTES("lockMinutes", 15, 1, 1440),
    /** Failures from one address within a quarter of an hour after which it must wait. */
    FAILURES_PER_ADDRESS("failuresPerAddress", 60, 5, 10_000),
    /** Minutes without a request after which a session ends. */
    IDLE_MINUTES("idleMinutes", 30, 5, 480),
    /** Hours after which a session ends in any case. */
    SESSION_HOURS("sessionHours", 12, 1, 24),
    /** Sessions that one account may have open. */
    SESSIONS_PER_ACCOUNT("sessionsPerAccount", 5, 1, 50);

    private final String code;
    private final int ordinary;
    private final int least;
    private final int most;

    Key(String code, int ordinary, int least, int most) {
      this.code = code;
      this.ordinary = ordinary;
      this.least = least;
      this.most = most;
    }

    /** Returns the stored key. */
    public String code() {
      return code;
    }

    /** Returns the smallest value. */
    public int least() {
      return least;
    }

    /** Returns the largest value. */
    public int most() {
      return most;
    }

    /** Tells whether a value may be chosen. */
    public boolean allows(int value) {
      return value >= least && value <= most;
    }
  }

  /** Returns a setting's value. */
  public int get(Key key) {
    String value = values().get(key.code);
    return value == null ? key.ordinary : Integer.parseInt(value);
  }

  /** Sets a value. */
  public void set(Key key, int value, String by) {
    if (!key.allows(value)) {
      throw new IllegalArgumentException("setting outside its range");
    }
    String text = Integer.toString(value);
    store.transact(
        connection -> {
          int changed =
              sql.update(
                  "UPDATE desk_security_setting SET setting_value = ?, changed_by = ?, changed_at = ?"
                      + " WHERE setting_key = ?",
                  text,
                  by,
                  clock.now(),
                  key.code);
          if (changed == 0) {
            sql.update(
                "INSERT INTO desk_security_setting (setting_key, setting_value, changed_by, changed_at)"
                    + " VALUES (?, ?, ?, ?)",
                key.code,
                text,
                by,
                clock.now());
          }
          return changed;
        });
    kept = new Kept(Instant.MIN, Map.of());
  }

  private Map<String, String> values() {
    Kept now = kept;
    if (now.at.equals(Instant.MIN) || clock.now().isAfter(now.at.plusSeconds(KEEP_SECONDS))) {
      Map<String, String> values = new LinkedHashMap<>();
      sql.list(
          "SELECT setting_key, setting_value FROM desk_security_setting",
          row -> values.put(row.getString(1), row.getString(2)));
      now = new Kept(clock.now(), values);
      kept = now;
    }
    return now.values;
  }
}
