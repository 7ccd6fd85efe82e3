// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.domain;

/** The attendance codes that a file of marks may name. */
@FunctionalInterface
public interface MarkCodes {
  /**
   * Tells whether a code may be used in a school year.
   *
   * @param code the id, for example {@code ABSENT_ILLNESS}
   */
  boolean validIn(String code, int schoolYear);
}
