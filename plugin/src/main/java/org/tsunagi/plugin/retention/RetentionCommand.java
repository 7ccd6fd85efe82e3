// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import org.jspecify.annotations.Nullable;

/** What people send about keeping and destroying. */
public final class RetentionCommand {
  private RetentionCommand() {}

  /**
   * How long things are kept.
   *
   * @param version the version seen; 0 for the default
   * @param years how many years
   * @param basis by what rule
   */
  public record Setting(
      @Nullable Integer version, @Nullable Integer years, @Nullable String basis) {}

  /**
   * A student with a reason: a hold, or a proposal to destroy.
   *
   * @param student the student
   * @param reason why
   */
  public record Reasoned(@Nullable String student, @Nullable String reason) {}

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
