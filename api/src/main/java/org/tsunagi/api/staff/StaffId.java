// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.staff;

/**
 * A staff member's identifier that stays the same from year to year (the user name in hosts that
 * renumber yearly).
 *
 * @param value the host's text, 1–255 characters
 */
public record StaffId(String value) {
  public StaffId {
    if (value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException("staff id must have 1-255 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
