// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.access.domain.RightsTable;

/** Writes the rights table as docs/rights.md shows it. */
final class RightsDocument {
  private static final Map<Relation, String> SIGNS =
      Map.of(
          Relation.OWN_HOMEROOM, "C",
          Relation.TEAM, "T",
          Relation.EMERGENCY, "E",
          Relation.SCHOOL, "S",
          Relation.BOARD, "B",
          Relation.COMMON, "I");

  private RightsDocument() {}

  static String render(RightsTable table) {
    StringBuilder text = new StringBuilder("| role |");
    for (Privilege privilege : Privilege.values()) {
      text.append(" `").append(privilege.code()).append("` |");
    }
    text.append("\n|---|").append("---|".repeat(Privilege.values().length)).append('\n');
    for (HostRole role : HostRole.values()) {
      text.append("| `").append(role.code()).append("` |");
      for (Privilege privilege : Privilege.values()) {
        Set<Relation> cell =
            table.allowed().getOrDefault(role, Map.of()).getOrDefault(privilege, Set.of());
        String signs = cell.stream().sorted().map(SIGNS::get).collect(Collectors.joining(" "));
        text.append(' ').append(signs.isEmpty() ? "–" : signs).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }
}
