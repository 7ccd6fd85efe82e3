// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

/**
 * A condition (要件) of crediting, one sentence of a notice.
 *
 * @param id its id, for example {@code B2-3}
 * @param number the number as the notice prints it, for example {@code (3)}
 * @param text the sentence
 * @param required whether crediting needs it; a statement of what is good is not required
 * @param forAssessment whether it speaks of grading only
 * @param hint what would close it; may be empty
 * @param appliesTo for whom it holds: empty for all, {@code public} or {@code private} by the body
 *     that runs the facility, {@code any:x} where one of those with the same x is enough, {@code
 *     monthly:visit} where each month is looked at, {@code principle} where the text says 基本的に
 */
public record Condition(
    String id,
    String number,
    String text,
    boolean required,
    boolean forAssessment,
    String hint,
    String appliesTo) {
  /**
   * Tells whether the text asks for it in principle only (基本的に): it has to be looked at, and where
   * it is not so the principal is warned and decides.
   */
  public boolean principle() {
    return appliesTo.equals("principle");
  }
}
