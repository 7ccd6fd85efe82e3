// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of docs/rights.md, read as words, against which the rules are compared. */
public final class RightsWords {
  private RightsWords() {}

  /** Reads the first table: role, privilege, signs. */
  public static Map<String, Map<String, Set<String>>> roles() throws Exception {
    List<String[]> rows = rows("| role |");
    Map<String, Map<String, Set<String>>> roles = new HashMap<>();
    for (String[] row : rows.subList(2, rows.size())) {
      Map<String, Set<String>> cells = new HashMap<>();
      for (int i = 2; i < row.length; i++) {
        cells.put(word(rows.get(0)[i]), new HashSet<>(Arrays.asList(row[i].strip().split(" "))));
      }
      roles.put(word(row[1]), cells);
    }
    return roles;
  }

  /** Reads the second table: action, class and stage, privileges. */
  public static Map<String, Set<String>> sections() throws Exception {
    List<String[]> rows = rows("| action |");
    Map<String, Set<String>> cells = new HashMap<>();
    for (String[] row : rows.subList(2, rows.size())) {
      for (int i = 3; i < row.length; i++) {
        Set<String> asked = new HashSet<>();
        for (String name : row[i].strip().split(" ")) {
          if (!name.equals("–")) {
            asked.add(word(name));
          }
        }
        cells.put(word(row[1]) + " " + word(row[2]) + " " + word(rows.get(0)[i]), asked);
      }
    }
    return cells;
  }

  private static List<String[]> rows(String head) throws Exception {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "rights.md"));
    return lines.stream()
        .dropWhile(line -> !line.startsWith(head))
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|"))
        .toList();
  }

  private static String word(String cell) {
    return cell.strip().replace("`", "");
  }
}
