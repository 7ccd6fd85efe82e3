// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A restricted note to write.
 *
 * @param kind what it is about
 * @param on the day it is about; today where it is left out
 * @param roles the codes of the roles that may open it
 * @param staff the ids of the people who may open it
 * @param content the content
 */
public record NoteCommand(
    @Nullable String kind,
    @Nullable LocalDate on,
    @Nullable List<String> roles,
    @Nullable List<String> staff,
    @Nullable String content) {
  /**
   * A concern to hand in.
   *
   * @param on the day it is about; today where it is left out
   * @param content what was noticed
   */
  public record Concern(@Nullable LocalDate on, @Nullable String content) {}
}
