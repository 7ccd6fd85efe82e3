// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.access.domain.RightsTable;

/** Reads the rights table that is shipped as {@code access/rights.json}. */
final class RightsFile {
  private RightsFile() {}

  /** Reads the shipped table. */
  static RightsTable read() {
    try (InputStream file =
        RightsFile.class.getClassLoader().getResourceAsStream("access/rights.json")) {
      if (file == null) {
        throw new IllegalStateException("access/rights.json is not in the bundle");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a table; an unknown role, privilege or relation is an error, not a silent denial. */
  static RightsTable read(InputStream file) throws IOException {
    JsonNode roles = new ObjectMapper().readTree(file).path("roles");
    Map<HostRole, Map<Privilege, Set<Relation>>> allowed = new EnumMap<>(HostRole.class);
    for (Map.Entry<String, JsonNode> role : roles.properties()) {
      HostRole name =
          HostRole.find(role.getKey())
              .orElseThrow(() -> new IllegalStateException("unknown role " + role.getKey()));
      allowed.put(name, cells(role.getValue()));
    }
    return new RightsTable(allowed);
  }

  private static Map<Privilege, Set<Relation>> cells(JsonNode role) {
    Map<Privilege, Set<Relation>> cells = new EnumMap<>(Privilege.class);
    for (Map.Entry<String, JsonNode> cell : role.properties()) {
      Set<Relation> relations = EnumSet.noneOf(Relation.class);
      cell.getValue().forEach(relation -> relations.add(Relation.valueOf(relation.asText())));
      Privilege privilege =
          Privilege.find(cell.getKey())
              .orElseThrow(() -> new IllegalStateException("unknown privilege " + cell.getKey()));
      cells.put(privilege, relations);
    }
    return cells;
  }
}
