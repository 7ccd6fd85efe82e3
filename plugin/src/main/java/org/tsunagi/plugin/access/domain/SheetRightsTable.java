// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.util.Map;
import java.util.Set;
import org.tsunagi.plugin.access.Privilege;

/**
 * Which privileges an action on a section asks for, all of them at once. A cell that is not named
 * is denied to everybody.
 *
 * @param cells the privileges of each cell
 */
public record SheetRightsTable(Map<Cell, Set<Privilege>> cells) {
  public SheetRightsTable {
    cells = Map.copyOf(cells);
  }

  /**
   * One cell of the table.
   *
   * @param action what is done
   * @param section the section's class
   * @param stage where the part stands
   */
  public record Cell(SheetAction action, SectionClass section, SheetStage stage) {}

  /** Returns the privileges asked for; empty where nobody may. */
  public Set<Privilege> asked(SheetAction action, SectionClass section, SheetStage stage) {
    return cells.getOrDefault(new Cell(action, section, stage), Set.of());
  }
}
