// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

/**
 * Something a rule or an import has to say.
 *
 * @param code a stable code in capitals, for example {@code CREDITING_NOT_DECIDED}
 * @param severity how much it matters
 * @param message plain Japanese: what, where, and how to mend it
 */
public record Finding(String code, Severity severity, String message) {
  /** How much a finding matters. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTICE
  }
}
