// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.staff;

import org.tsunagi.api.school.InvalidId;

/**
 * A staff member's identifier that stays the same from year to year (the user name in hosts that
 * renumber yearly).
 *
 * @param value the host's text, 1–255 characters
 */
public record StaffId(String value) {
  public StaffId {
    InvalidId.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
