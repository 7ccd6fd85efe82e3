// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.List;
import org.tsunagi.api.calendar.Term;

/**
 * How many terms the plan has: as many as the school's calendar, three where it says nothing. The
 * form itself prints three.
 */
public final class TermRule {
  private TermRule() {}

  /** Tells whether a field's lines are terms. */
  public static boolean follows(FormField field) {
    return field.id().equals("termPlans");
  }

  /** Returns the field with the lines of a year's terms, under the calendar's names. */
  public static FormField fit(FormField field, List<Term> terms) {
    FormTable table = field.table().orElseThrow();
    if (terms.isEmpty()) {
      return field;
    }
    List<FormTable.Line> lines =
        table.lines().stream()
            .filter(line -> terms.stream().anyMatch(term -> of(line, term)))
            .map(line -> named(line, terms))
            .toList();
    return lines.isEmpty() ? field : field.withTable(table.withLines(lines));
  }

  private static FormTable.Line named(FormTable.Line line, List<Term> terms) {
    Term term = terms.stream().filter(one -> of(line, one)).findFirst().orElseThrow();
    Words group =
        term.title().isBlank() ? line.group() : new Words(term.title(), line.group().en());
    return new FormTable.Line(
        line.id(), line.label(), group, line.reflected(), line.printsZero(), line.struck());
  }

  private static boolean of(FormTable.Line line, Term term) {
    return line.id().startsWith("t" + term.number() + "-");
  }
}
