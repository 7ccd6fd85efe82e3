// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.plugin.access.Privilege;

/**
 * The rights table (権限表): which role may do what, through which relation. What it does not name is
 * denied.
 *
 * @param allowed the relations through which a role has a privilege
 */
public record RightsTable(Map<HostRole, Map<Privilege, Set<Relation>>> allowed) {
  public RightsTable {
    Map<HostRole, Map<Privilege, Set<Relation>>> copy = new EnumMap<>(HostRole.class);
    allowed.forEach((role, cells) -> copy.put(role, Map.copyOf(cells)));
    allowed = Map.copyOf(copy);
  }

  /** Tells whether a role has a privilege through a relation. */
  public boolean allows(HostRole role, Privilege privilege, Relation relation) {
    return allowed
        .getOrDefault(role, Map.of())
        .getOrDefault(privilege, Set.of())
        .contains(relation);
  }
}
