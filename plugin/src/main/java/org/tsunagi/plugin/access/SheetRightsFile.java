// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.access.domain.SectionClass;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.access.domain.SheetRightsTable;
import org.tsunagi.plugin.access.domain.SheetRightsTable.Cell;
import org.tsunagi.plugin.access.domain.SheetStage;

/** Reads the table that is shipped as {@code access/sheet-rights.json}. */
final class SheetRightsFile {
  private SheetRightsFile() {}

  /** Reads the shipped table. */
  static SheetRightsTable read() {
    try (InputStream file =
        SheetRightsFile.class.getClassLoader().getResourceAsStream("access/sheet-rights.json")) {
      if (file == null) {
        throw new IllegalStateException("access/sheet-rights.json is not in the bundle");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a table; an unknown word is an error, not a silent denial. */
  static SheetRightsTable read(InputStream file) throws IOException {
    Map<Cell, Set<Privilege>> cells = new HashMap<>();
    for (Map.Entry<String, JsonNode> action :
        new ObjectMapper().readTree(file).path("actions").properties()) {
      for (Map.Entry<String, JsonNode> section : action.getValue().properties()) {
        for (Map.Entry<String, JsonNode> stage : section.getValue().properties()) {
          Cell cell =
              new Cell(
                  known(SheetAction.find(action.getKey()), action.getKey()),
                  known(SectionClass.find(section.getKey()), section.getKey()),
                  known(SheetStage.find(stage.getKey()), stage.getKey()));
          cells.put(cell, privileges(stage.getValue()));
        }
      }
    }
    return new SheetRightsTable(cells);
  }

  private static Set<Privilege> privileges(JsonNode names) {
    Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
    names.forEach(name -> privileges.add(known(Privilege.find(name.asText()), name.asText())));
    if (privileges.isEmpty()) {
      throw new IllegalStateException("a cell names a privilege or is left out");
    }
    return privileges;
  }

  private static <T> T known(Optional<T> found, String word) {
    return found.orElseThrow(() -> new IllegalStateException("unknown word " + word));
  }
}
