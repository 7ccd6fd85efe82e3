// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

/** What a consent allows today. */
public enum Standing {
  /** Not asked to the end, or refused: it stays open, also after the child has moved on. */
  PENDING_CONSENT,
  /** Given, and what was shown is what is written now. */
  ALLOW,
  /** Given, but what is written has changed since: show it again and ask again. */
  SHOW_AGAIN,
  /** Given for a time that is over. */
  EXPIRED,
  /** Withdrawn. */
  WITHDRAWN,
  /** Not given, but another basis by law is written down. */
  ALLOW_BY_LAW
}
