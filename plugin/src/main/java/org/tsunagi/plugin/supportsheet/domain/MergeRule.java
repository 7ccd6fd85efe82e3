// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;

/**
 * Puts two writers' contents together, by field and by cell of each row. Where only one of them
 * changed a place, that change stands; where both did, the two are a conflict, and both texts are
 * kept until a person has chosen.
 */
public final class MergeRule {
  private final FormPart part;
  private final List<Conflict> conflicts = new ArrayList<>();

  private MergeRule(FormPart part) {
    this.part = part;
  }

  /**
   * What putting together came to.
   *
   * @param content the content with both writers' changes; a conflict's place holds {@code both}
   * @param conflicts the places that both changed in different ways
   */
  public record Merged(SheetContent content, List<Conflict> conflicts) {
    public Merged {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * A place that both changed.
   *
   * @param field the field's or table's id
   * @param row the row's id; empty for a field
   * @param column the column's id; empty for a field
   * @param before what stood there when both began
   * @param yours what the one who is asked wrote
   * @param theirs what was saved meanwhile
   * @param both the two together; of a day or a choice, which can't be two, what was saved
   */
  public record Conflict(
      String field,
      String row,
      String column,
      String before,
      String yours,
      String theirs,
      String both) {}

  /** Puts together what two writers made of the same content. */
  public static Merged merge(
      FormPart part, SheetContent base, SheetContent yours, SheetContent theirs) {
    MergeRule rule = new MergeRule(part);
    Map<String, String> texts = new HashMap<>();
    Set<String> fields = new LinkedHashSet<>(yours.texts().keySet());
    fields.addAll(theirs.texts().keySet());
    for (String id : fields) {
      FieldType type = part.field(id).map(FormField::type).orElse(FieldType.PROSE);
      Place place = new Place(id, "", "", type);
      texts.put(id, rule.settle(place, base.text(id), yours.text(id), theirs.text(id)));
    }
    Map<String, List<Row>> tables = new HashMap<>();
    Set<String> names = new LinkedHashSet<>(yours.tables().keySet());
    names.addAll(theirs.tables().keySet());
    for (String id : names) {
      tables.put(id, rule.rows(id, base, yours, theirs));
    }
    return new Merged(new SheetContent(texts, tables), rule.conflicts);
  }

  private record Place(String field, String row, String column, FieldType type) {}

  private List<Row> rows(String table, SheetContent base, SheetContent yours, SheetContent theirs) {
    Map<String, Row> rows = new LinkedHashMap<>();
    theirs.rows(table).forEach(row -> rows.put(row.id(), row));
    yours.rows(table).forEach(row -> rows.putIfAbsent(row.id(), row));
    List<Row> merged = new ArrayList<>();
    for (String id : rows.keySet()) {
      Optional<Row> before = base.row(table, id);
      Optional<Row> mine = yours.row(table, id);
      Optional<Row> other = theirs.row(table, id);
      if (mine.isPresent() && other.isPresent()) {
        merged.add(cells(table, before.orElse(new Row(id, Map.of())), mine.get(), other.get()));
      } else {
        // A row that one took away is gone, unless the other has written in it since.
        Row left = mine.or(() -> other).orElseThrow();
        if (!before.equals(Optional.of(left))) {
          merged.add(left);
        }
      }
    }
    return merged;
  }

  private Row cells(String table, Row before, Row mine, Row other) {
    Map<String, String> cells = new HashMap<>();
    Set<String> columns = new LinkedHashSet<>(mine.cells().keySet());
    columns.addAll(other.cells().keySet());
    for (String column : columns) {
      FieldType type =
          part.field(table)
              .flatMap(FormField::table)
              .flatMap(shape -> shape.column(column))
              .map(FormTable.Column::type)
              .orElse(FieldType.TEXT);
      Place place = new Place(table, mine.id(), column, type);
      cells.put(column, settle(place, before.cell(column), mine.cell(column), other.cell(column)));
    }
    return new Row(mine.id(), cells);
  }

  private String settle(Place place, String before, String yours, String theirs) {
    if (yours.equals(theirs) || yours.equals(before)) {
      return theirs;
    }
    if (theirs.equals(before)) {
      return yours;
    }
    String both = both(place.type(), yours, theirs);
    conflicts.add(
        new Conflict(place.field(), place.row(), place.column(), before, yours, theirs, both));
    return both;
  }

  /** Returns a text in which every line of both stands. */
  private static String both(FieldType type, String yours, String theirs) {
    if (type == FieldType.DATE || type == FieldType.CHOICE) {
      return theirs.isEmpty() ? yours : theirs;
    }
    if (theirs.isEmpty() || yours.contains(theirs)) {
      return yours;
    }
    if (yours.isEmpty() || theirs.contains(yours)) {
      return theirs;
    }
    if (type != FieldType.PROSE) {
      return theirs + "／" + yours;
    }
    Set<String> lines = new LinkedHashSet<>(List.of(theirs.split("\n", -1)));
    StringBuilder text = new StringBuilder(theirs);
    for (String line : yours.split("\n", -1)) {
      if (!lines.contains(line)) {
        text.append('\n').append(line);
      }
    }
    return text.toString();
  }
}
