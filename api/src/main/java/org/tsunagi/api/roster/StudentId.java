// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.roster;

/**
 * A student's identifier, as the host writes it; the same in every school year.
 *
 * @param value the host's text, 1–255 characters
 */
public record StudentId(String value) {
  public StudentId {
    if (value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException("student id must have 1-255 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
