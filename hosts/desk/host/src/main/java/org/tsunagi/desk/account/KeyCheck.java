// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;

/** The check that a desk has the key under which its database was sealed. */
@Component(service = KeyCheck.class)
public final class KeyCheck {
  private static final String KEY = "keyFingerprint";

  private final Store store;
  private final Sql sql;
  private final SecretBox box;
  private final DeskClock clock;

  /** Takes the database, the key and the clock. */
  @Activate
  public KeyCheck(@Reference Store store, @Reference SecretBox box, @Reference DeskClock clock) {
    this.store = store;
    this.sql = new Sql(store);
    this.box = box;
    this.clock = clock;
  }

  /** Tells whether this key is the first one that this database saw, and keeps the first one. */
  public boolean passes() {
    return store.transact(
        connection -> {
          Optional<String> known =
              sql.find(
                  "SELECT setting_value FROM desk_security_setting WHERE setting_key = ?",
                  row -> row.getString(1),
                  KEY);
          if (known.isPresent()) {
            return known.get().equals(box.fingerprint());
          }
          sql.update(
              "INSERT INTO desk_security_setting (setting_key, setting_value, changed_by,"
                  + " changed_at) VALUES (?, ?, 'desk', ?)",
              KEY,
              box.fingerprint(),
              clock.now());
          return true;
        });
  }
}
