// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.school;

/**
 * A school's identifier, as the host writes it.
 *
 * @param value the host's text, 1–255 characters
 */
public record SchoolId(String value) {
  public SchoolId {
    InvalidId.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
