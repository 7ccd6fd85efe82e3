// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.calendar.Term;

/**
 * How many terms the plan has: as many as the school decided, else as its calendar lists, three
 * where neither says anything. The form itself prints three. A line in which something is written
 * stays, so that another number of terms hides nothing.
 */
public final class TermRule {
  private static final List<Words> HALVES =
      List.of(new Words("前期", "First half"), new Words("後期", "Second half"));

  private TermRule() {}

  /** Tells whether a field's lines are terms. */
  public static boolean follows(FormField field) {
    return field.id().equals("termPlans");
  }

  /**
   * Returns the field with the lines of a year's terms, under the calendar's names.
   *
   * @param terms the calendar's terms; none where it lists none
   * @param decided how many the school decided; empty where the calendar decides
   * @param written the ids of the rows in which something is written
   */
  public static FormField fit(
      FormField field, List<Term> terms, Optional<Integer> decided, Set<String> written) {
    FormTable table = field.table().orElseThrow();
    boolean named = decided.map(number -> number == terms.size()).orElse(!terms.isEmpty());
    List<Term> names = named ? terms : List.of();
    List<FormTable.Line> lines =
        table.lines().stream()
            .filter(line -> shown(line, names, decided) || written.contains(line.id()))
            .map(line -> named(line, names, decided))
            .toList();
    return lines.isEmpty() ? field : field.withTable(table.withLines(lines));
  }

  private static boolean shown(FormTable.Line line, List<Term> names, Optional<Integer> decided) {
    return decided.isPresent()
        ? number(line) <= decided.get()
        : names.isEmpty() || names.stream().anyMatch(term -> term.number() == number(line));
  }

  private static FormTable.Line named(
      FormTable.Line line, List<Term> names, Optional<Integer> decided) {
    return new FormTable.Line(
        line.id(),
        line.label(),
        group(line, names, decided),
        line.reflected(),
        line.printsZero(),
        line.struck());
  }

  private static Words group(FormTable.Line line, List<Term> names, Optional<Integer> decided) {
    Optional<Term> term = names.stream().filter(one -> one.number() == number(line)).findFirst();
    if (term.isPresent()) {
      String title = term.get().title();
      return title.isBlank() ? line.group() : new Words(title, line.group().en());
    }
    boolean half = decided.filter(number -> number == HALVES.size()).isPresent();
    return half && number(line) <= HALVES.size() ? HALVES.get(number(line) - 1) : line.group();
  }

  /** Returns the number of a line's term: lines are {@code t1-school}, {@code t2-agencies} … */
  private static int number(FormTable.Line line) {
    return Character.digit(line.id().charAt(1), 10);
  }
}
