// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * Credits (単位) of a high-school plan.
 *
 * @param total the credits of all rows
 * @param compulsory those marked 必履修
 * @param schoolSet those of subjects the school sets itself (学校設定)
 * @param homeStudy those that can be earned by home study
 * @param outsideLearning those of learning outside school
 */
public record CreditFigures(
    BigDecimal total,
    BigDecimal compulsory,
    BigDecimal schoolSet,
    BigDecimal homeStudy,
    BigDecimal outsideLearning) {
  /** The most credits of home study in three years. Basis: 自宅学習支援型（一部通信制）. */
  public static final BigDecimal MOST_HOME_STUDY = BigDecimal.valueOf(35);

  /** The least credits for graduation (卒業に必要な単位数). Basis: 高等学校学習指導要領 第1章総則. */
  public static final BigDecimal LEAST_FOR_GRADUATION = BigDecimal.valueOf(74);

  /** Adds up the rows of a plan; rows inside another do not count. */
  public static CreditFigures of(List<PlanSubject> subjects) {
    return new CreditFigures(
        subjects.stream().map(PlanSubject::countedHours).reduce(BigDecimal.ZERO, BigDecimal::add),
        marked(subjects, PlanSubject.Mark.COMPULSORY),
        marked(subjects, PlanSubject.Mark.NEW),
        marked(subjects, PlanSubject.Mark.HOME_STUDY),
        marked(subjects, PlanSubject.Mark.OUTSIDE_LEARNING));
  }

  /** Tells whether home study stays within its cap. */
  public boolean homeStudyFits() {
    return homeStudy.compareTo(MOST_HOME_STUDY) <= 0;
  }

  private static BigDecimal marked(List<PlanSubject> subjects, PlanSubject.Mark mark) {
    return subjects.stream()
        .filter(subject -> subject.has(mark))
        .map(PlanSubject::countedHours)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
