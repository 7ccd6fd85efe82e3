// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.school;

/**
 * A homeroom class's identifier, as the host writes it; a homeroom belongs to one school year.
 *
 * @param value the host's text, 1–255 characters
 */
public record HomeroomId(String value) {
  public HomeroomId {
    InvalidId.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
