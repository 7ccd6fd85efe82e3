// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.school;

/** Says that a text can't be an identifier of the host; nothing with that id exists. */
public class InvalidId extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Makes one; the text itself is not told, as it may be personal. */
  public InvalidId(String message) {
    super(message);
  }

  /**
   * Returns the text when it can be an identifier: 1-255 characters, not blank, none of them NUL.
   *
   * @throws InvalidId where it can't
   */
  public static String check(String value) {
    if (value.isBlank() || value.length() > 255 || value.indexOf(0) >= 0) {
      throw new InvalidId("an id must have 1-255 characters");
    }
    return value;
  }
}
