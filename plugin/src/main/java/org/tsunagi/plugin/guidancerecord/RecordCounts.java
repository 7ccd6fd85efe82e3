// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.guidancerecord.domain.ClosedRow;
import org.tsunagi.plugin.guidancerecord.domain.DayLine;
import org.tsunagi.plugin.guidancerecord.domain.RecordRow;
import org.tsunagi.plugin.guidancerecord.domain.RecordRowRule;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;

/**
 * Asks the register's one engine for the counted stays of students and schools. It checks no
 * rights.
 */
@Component(service = RecordCounts.class)
public final class RecordCounts {
  private final Counting counting;

  /** Makes it. */
  @Activate
  public RecordCounts(@Reference Counting counting) {
    this.counting = counting;
  }

  /** Counts a student's school year; empty where the student was at no school. */
  List<StayCount> student(Connection connection, StudentRecord student, int schoolYear) {
    return counting
        .countStudent(connection, student.id(), student.stays(), schoolYear)
        .map(Counting.Counted::stays)
        .orElse(List.of());
  }

  /** Counts a school's year in one pass; an empty set of grades means all of them. */
  Counting.Counted school(
      Connection connection, SchoolId school, int schoolYear, Set<Grade> grades) {
    return counting.countSchool(connection, school, schoolYear, grades);
  }

  /**
   * Returns the names of codes by their ids; a restricted one has no name for those without the
   * right.
   */
  UnaryOperator<String> codeNames(Connection connection, boolean openly) {
    CodeCatalogue codes = counting.codes(connection);
    return id ->
        codes
            .find(id)
            .map(code -> code.restricted() && !openly ? "理由は限られた人が見られます" : code.label())
            .orElse(id);
  }

  /** Makes the rows that a closing keeps. */
  static List<ClosedRow> closedRows(int schoolYear, List<StudentCount> students) {
    return students.stream()
        .flatMap(
            one ->
                RecordRowRule.rows(schoolYear, one.stays()).stream()
                    .map(row -> closedRow(one.student(), row, one.stays())))
        .toList();
  }

  private static ClosedRow closedRow(StudentId student, RecordRow row, List<StayCount> stays) {
    List<DayVerdict> days =
        stays.stream()
            .filter(stay -> stay.stay().grade().calendar().school().equals(row.school()))
            .filter(stay -> stay.stay().grade().calendar().grade() == row.grade())
            .flatMap(stay -> stay.days().stream())
            .toList();
    return new ClosedRow(
        student, row.grade(), Figure.all(row.tally()), row.remarks(), DayLine.write(days));
  }
}
