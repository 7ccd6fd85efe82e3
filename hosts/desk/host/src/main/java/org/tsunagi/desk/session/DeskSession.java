// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.session;

import java.time.Instant;
import org.tsunagi.desk.account.Account;

/**
 * An open session and the account it belongs to.
 *
 * @param key the public key, for the list of sessions
 * @param account the account
 * @param stage how far the sign-in has come
 * @param secondFactor whether a second factor was given
 * @param startedAt when the password was given
 * @param seenAt the last request, to the minute
 * @param address from where
 * @param browser a short name of the browser
 */
public record DeskSession(
    String key,
    Account account,
    Stage stage,
    boolean secondFactor,
    Instant startedAt,
    Instant seenAt,
    String address,
    String browser) {}
