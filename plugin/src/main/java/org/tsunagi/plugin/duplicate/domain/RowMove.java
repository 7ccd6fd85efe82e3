// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rows of one table and which of them change their owner. A part of the sheet goes with everything
 * that hangs on it; of anything else, what the staying id has already stays where it is, so that
 * nothing is overwritten and nothing is lost.
 */
public final class RowMove {
  private RowMove() {}

  /**
   * A row as far as merging looks at it.
   *
   * @param key the columns that name it, without the student
   * @param part the part of the sheet on which it hangs; empty for none
   * @param unique what no two rows of one student may share
   */
  public record Row(Map<String, String> key, String part, Set<Map<String, String>> unique) {
    /** Copies key and set. */
    public Row {
      key = new TreeMap<>(key);
      unique = Set.copyOf(unique);
    }
  }

  /**
   * What becomes of a table.
   *
   * @param there the rows of the id given up that go to the one that stays
   * @param back the rows of the one that stays that go to the one given up: parts not chosen
   * @param staying how many rows stay under the id given up
   */
  public record Moves(List<Row> there, List<Row> back, int staying) {
    /** Copies the lists. */
    public Moves {
      there = List.copyOf(there);
      back = List.copyOf(back);
    }
  }

  /** Lists the parts of the sheet that both have. */
  public static Set<String> shared(List<Row> from, List<Row> into) {
    Set<String> there = into.stream().map(Row::part).collect(Collectors.toSet());
    return from.stream().map(Row::part).filter(there::contains).collect(Collectors.toSet());
  }

  /**
   * Plans a table.
   *
   * @param from the rows of the id given up
   * @param into the rows of the id that stays
   * @param shared the parts of the sheet that both have
   * @param taken of these, the ones where the part of the id given up goes on
   */
  public static Moves plan(List<Row> from, List<Row> into, Set<String> shared, Set<String> taken) {
    List<Row> back = into.stream().filter(row -> taken.contains(row.part())).toList();
    List<Row> left = into.stream().filter(row -> !taken.contains(row.part())).toList();
    List<Row> there = new ArrayList<>();
    for (Row row : from) {
      boolean stays = shared.contains(row.part()) && !taken.contains(row.part());
      if (!stays && clash(row, left).isEmpty()) {
        there.add(row);
      }
    }
    return new Moves(there, back, from.size() - there.size());
  }

  private static Optional<Row> clash(Row row, List<Row> others) {
    return others.stream()
        .filter(other -> row.unique().stream().anyMatch(other.unique()::contains))
        .findFirst();
  }
}
