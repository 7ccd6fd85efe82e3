// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An account of the desk.
 *
 * @param id the staff id, or {@code account:} and a random text
 * @param staffId the staff member; empty for one who is not in the roster
 * @param username what is typed at sign-in
 * @param displayName the name to print
 * @param passwordHash the Argon2id hash
 * @param mustChange whether the password was issued and must be changed first
 * @param oneTimeUntil when an issued password stops working
 * @param disabled whether it was shut, here or in the roster
 * @param secondFactor whether a second factor is set and confirmed
 * @param language the chosen language, {@code ja} or {@code en}
 */
public record Account(
    String id,
    Optional<String> staffId,
    String username,
    String displayName,
    String passwordHash,
    boolean mustChange,
    Optional<Instant> oneTimeUntil,
    boolean disabled,
    boolean secondFactor,
    Optional<String> language) {

  /** Returns the form of a user name under which accounts are found. */
  public static String key(String username) {
    return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
