// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.school;

/**
 * A school's identifier, as the host writes it.
 *
 * @param value the host's text, 1–255 characters
 */
public record SchoolId(String value) {
  public SchoolId {
    if (value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException("school id must have 1-255 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
