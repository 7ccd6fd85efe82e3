// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tsunagi.plugin.guidancerecord.domain.SurveyCount.Absences;
import org.tsunagi.plugin.register.domain.LongAbsences;

/**
 * Adds survey numbers up. A student counts once in each grade of each school, so that a school's
 * numbers are the sum of its grades' and the total is the sum of the schools'.
 */
public final class CitySurveyRule {
  private static final List<Integer> NONE = Collections.nCopies(8, 0);

  private CitySurveyRule() {}

  /** Returns the survey's numbers of a grade. */
  public static SurveyCount of(LongAbsences one) {
    return new SurveyCount(
        one.students(),
        absences(one.includingCredited()),
        absences(one.guidanceRecord()),
        one.creditedStudents(),
        one.creditedDays(),
        one.unknownDays());
  }

  private static Absences absences(List<Integer> four) {
    return new Absences(four.get(0), four.get(1), four.get(2), four.get(3));
  }

  /** Adds numbers of different grades or schools. */
  public static SurveyCount sum(Collection<SurveyCount> counts) {
    return new SurveyCount(
        counts.stream().mapToInt(SurveyCount::students).sum(),
        sum(counts, SurveyCount::includingCredited),
        sum(counts, SurveyCount::guidanceRecord),
        rows(counts, SurveyCount::creditedStudents),
        rows(counts, SurveyCount::creditedDays),
        counts.stream().mapToInt(SurveyCount::unknownDays).sum());
  }

  private static Absences sum(Collection<SurveyCount> counts, Function<SurveyCount, Absences> of) {
    return counts.stream()
        .map(of)
        .reduce(
            new Absences(0, 0, 0, 0),
            (a, b) ->
                new Absences(
                    a.absent30() + b.absent30(),
                    a.absent90() + b.absent90(),
                    a.present10() + b.present10(),
                    a.present0() + b.present0()));
  }

  private static List<Integer> rows(
      Collection<SurveyCount> counts, Function<SurveyCount, List<Integer>> of) {
    return counts.stream()
        .map(of)
        .reduce(
            NONE,
            (a, b) -> IntStream.range(0, NONE.size()).mapToObj(i -> a.get(i) + b.get(i)).toList());
  }
}
