// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

/**
 * To whom something may go.
 *
 * @param kind {@code own} (the school itself, for making the sheet), {@code school} or {@code
 *     facility} (a place of the list of facilities, public or private)
 * @param id the facility's id; empty for others
 * @param name the name
 * @param body the establishing body: {@code public}, {@code national}, {@code private}, {@code
 *     corporate}; empty when unknown
 */
public record Recipient(String kind, String id, String name, String body) {
  /** The school itself. */
  public static final Recipient OWN = new Recipient("own", "", "", "");

  /** Tells whether its duty of secrecy has to be confirmed before anything goes there. */
  public boolean outside() {
    return kind.equals("facility");
  }
}
