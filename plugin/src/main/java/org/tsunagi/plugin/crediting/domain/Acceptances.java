// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.List;

/**
 * A student's acceptances, and whether an exempt mark needs one.
 *
 * <p>Basis: 30文科初第1845号 別紙1 (校長が出席しなくてもよいと認めた日数).
 *
 * @param asked whether a mark without a granted acceptance counts as absent; where it is not asked
 *     for, the mark alone is enough unless it was refused
 * @param list the acceptances on file, in any order
 */
public record Acceptances(boolean asked, List<Acceptance> list) {
  /** None on file and none asked for. */
  public static final Acceptances NONE = new Acceptances(false, List.of());

  /** Copies the list. */
  public Acceptances {
    list = List.copyOf(list);
  }
}
