// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.List;
import java.util.Optional;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.register.YearColumnService;
import org.tsunagi.plugin.register.domain.YearTable;

/** The counted tables of the form; without the right to count they are blank. */
public interface Figures {
  /** Counts the table 月別欠席状況等 of a school year. */
  Optional<YearTable> months(Actor actor, StudentRecord student, int schoolYear);

  /** Counts the columns of 学年別欠席日数等. */
  List<YearColumnService.Column> years(Actor actor, StudentRecord student);
}
