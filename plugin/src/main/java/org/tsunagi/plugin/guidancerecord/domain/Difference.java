// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.LocalDate;
import java.util.List;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;

/**
 * How a student's row of today differs from the one that was closed.
 *
 * @param student the student
 * @param grade the grade
 * @param figures the figures that differ
 * @param days the days that count otherwise now, by date
 * @param remarks whether 備考 differs
 */
public record Difference(
    StudentId student, Grade grade, List<Changed> figures, List<ChangedDay> days, boolean remarks) {
  /** Copies the lists. */
  public Difference {
    figures = List.copyOf(figures);
    days = List.copyOf(days);
  }

  /**
   * A figure.
   *
   * @param figure its name in formats
   * @param label the form's word
   * @param closed the closed value
   * @param now the value of today
   */
  public record Changed(String figure, String label, int closed, int now) {}

  /**
   * A day.
   *
   * @param date the day
   * @param closed what it counted as, in words
   * @param now what it counts as today
   */
  public record ChangedDay(LocalDate date, String closed, String now) {}
}
