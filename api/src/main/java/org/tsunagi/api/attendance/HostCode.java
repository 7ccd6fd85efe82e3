// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.attendance;

/**
 * An attendance code as the host shall know it.
 *
 * @param id the extension's id of the code
 * @param shortName at most ten characters, unique in a school year
 * @param title the name
 * @param state how a host with a simple model shall count it
 */
public record HostCode(String id, String shortName, String title, State state) {
  /** How a host with a simple model counts a day. */
  public enum State {
    PRESENT,
    ABSENT
  }
}
