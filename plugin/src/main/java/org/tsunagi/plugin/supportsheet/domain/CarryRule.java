// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;

/**
 * What a new school year's sheet begins with: who supports the child goes on, measures whose goal
 * was not reached go on as open points, and so do the plan of teaching Japanese and the wishes. The
 * year's goal, the terms' plans, the reasons of absence and the hand-over notes begin blank,
 * because they are the year's own; they stay on last year's sheet, one click away.
 */
public final class CarryRule {
  private static final Set<String> TABLES_AS_THEY_ARE = Set.of("supportOrganizations", "wishes");
  private static final Set<String> TEXTS_AS_THEY_ARE =
      Set.of("japaneseGoals", "japaneseContents", "learningSituation", "healthSituation");
  private static final Set<String> OVER = Set.of("reached", "ended");
  private static final Set<String> LASTING = Set.of("goal", "measure", "person");

  private CarryRule() {}

  /** Returns what of last year's part is carried into the new one. */
  public static SheetContent carry(SheetContent last) {
    Map<String, List<Row>> tables = new HashMap<>();
    TABLES_AS_THEY_ARE.forEach(table -> tables.put(table, last.rows(table)));
    List<Row> open = new ArrayList<>();
    for (Row row : last.rows("measures")) {
      if (!OVER.contains(row.cell("outcome"))) {
        Map<String, String> cells = new HashMap<>(row.cells());
        cells.keySet().retainAll(LASTING);
        open.add(new Row(row.id(), cells));
      }
    }
    tables.put("measures", open);
    Map<String, String> texts = new HashMap<>(last.texts());
    texts.keySet().retainAll(TEXTS_AS_THEY_ARE);
    return new SheetContent(texts, tables);
  }
}
