// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.platform.jobs.JobFindings;

/** The first line of a table, checked against its columns. */
final class Header {
  private final Map<String, List<Integer>> places;
  private final int width;

  private Header(Map<String, List<Integer>> places, int width) {
    this.places = places;
    this.width = width;
  }

  int width() {
    return width;
  }

  /** Returns where a column stands, the spelling that counts first; empty when it is missing. */
  List<Integer> places(Column column) {
    return places.getOrDefault(column.name(), List.of());
  }

  /** Reads a header; empty when it can't be used. */
  static Optional<Header> read(
      List<String> cells, String file, TableSpec spec, JobFindings findings) {
    Map<String, Integer> index = new HashMap<>();
    boolean usable = true;
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).strip();
      if (name.isEmpty()) {
        findings.add(
            Complaints.error(
                "EMPTY_COLUMN_NAME", file, 1, "", (i + 1) + "列目の見出しが空です。列の名前を書くか、列を消してください。", ""));
        usable = false;
      } else if (index.putIfAbsent(name, i) != null) {
        findings.add(
            Complaints.error("DUPLICATE_COLUMN", file, 1, name, "同じ見出しの列が2つあります。1つにしてください。", name));
        usable = false;
      }
    }
    sayUnknown(index.keySet(), file, spec, findings);
    Map<String, List<Integer>> places = new HashMap<>();
    for (Column column : spec.columns()) {
      List<Integer> found =
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of(column.name()), column.aliases().stream())
              .filter(index::containsKey)
              .map(index::get)
              .toList();
      places.put(column.name(), found);
      if (found.isEmpty() && column.required()) {
        findings.add(
            Complaints.error(
                "MISSING_COLUMN",
                file,
                1,
                column.name(),
                "必要な列「"
                    + column.name()
                    + "」がありません。1行目の見出しに加えてください。必要な列は "
                    + spec.requiredNames()
                    + " です。",
                ""));
        usable = false;
      }
    }
    return usable ? Optional.of(new Header(places, cells.size())) : Optional.empty();
  }

  private static void sayUnknown(
      Set<String> names, String file, TableSpec spec, JobFindings findings) {
    Set<String> known = new HashSet<>(spec.ignored());
    for (Column column : spec.columns()) {
      known.add(column.name());
      known.addAll(column.aliases());
    }
    names.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(
            name ->
                findings.addOnce(
                    file + ":" + name,
                    Complaints.notice(
                        "UNKNOWN_COLUMN", file, 1, name, "この列は使いません。読みとばしました。", name)));
  }
}
