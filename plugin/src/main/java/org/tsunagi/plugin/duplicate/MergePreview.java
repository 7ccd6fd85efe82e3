// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate;

import java.util.List;

/**
 * What a merge would do.
 *
 * @param from the id that is given up
 * @param fromName its name
 * @param into the id that stays
 * @param intoName its name
 * @param kinds what goes where, by kind
 * @param parts the parts of the sheet that both have; for each somebody has to choose
 */
public record MergePreview(
    String from,
    String fromName,
    String into,
    String intoName,
    List<Kind> kinds,
    List<String> parts) {
  /** Copies the lists. */
  public MergePreview {
    kinds = List.copyOf(kinds);
    parts = List.copyOf(parts);
  }

  /**
   * Rows of a kind.
   *
   * @param kind the kind, for example {@code sheets}
   * @param going how many go to the id that stays
   * @param staying how many stay under the id given up, because the other one has the like
   */
  public record Kind(String kind, int going, int staying) {}
}
