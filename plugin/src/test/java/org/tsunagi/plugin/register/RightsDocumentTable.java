// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.plugin.access.Privilege;

/** The table of docs/rights.md as a reader takes it: the signs of a role and a privilege. */
final class RightsDocumentTable {
  private final Map<String, Map<String, String>> cells = new HashMap<>();

  RightsDocumentTable() {
    List<String> privileges = new ArrayList<>();
    for (String line : lines()) {
      if (!line.startsWith("|")) {
        // The next table is about something else, until its head says otherwise.
        privileges.clear();
        continue;
      }
      String[] cell = line.substring(1).split("\\|");
      String first = cell[0].strip();
      if (first.equals("role")) {
        for (int i = 1; i < cell.length; i++) {
          privileges.add(cell[i].strip().replace("`", ""));
        }
      } else if (first.startsWith("`") && !privileges.isEmpty()) {
        Map<String, String> row = new HashMap<>();
        for (int i = 1; i < cell.length; i++) {
          row.put(privileges.get(i - 1), cell[i].strip());
        }
        cells.put(first.replace("`", ""), row);
      }
    }
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("..", "docs", "rights.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int roles() {
    return cells.size();
  }

  /** Tells whether a cell has a sign: one of {@code C T E S B I}. */
  boolean has(HostRole role, Privilege privilege, String sign) {
    return List.of(cells.get(role.code()).get(privilege.code()).split(" ")).contains(sign);
  }
}
