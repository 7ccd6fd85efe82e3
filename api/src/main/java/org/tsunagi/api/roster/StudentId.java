// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.roster;

import org.tsunagi.api.school.InvalidId;

/**
 * A student's identifier, as the host writes it; the same in every school year.
 *
 * @param value the host's text, 1–255 characters
 */
public record StudentId(String value) {
  public StudentId {
    InvalidId.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
