// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a plan: a subject as the school names it.
 *
 * @param name the name, as written
 * @param hours the units (or, in high school, credits) of a year; empty where the cell is lost
 * @param printedStandard the standard that the school's own table prints beside it
 * @param marks what kind of row it is
 * @param mergedOf the statutory subjects that it unites (統合); empty for none
 * @param insideOf the row that already counts its hours; empty for a row of its own
 * @param contentPlace where the content is handled when there are no hours
 * @param aims aims, content and need of a new subject (目標・内容・必要性)
 */
public record PlanSubject(
    String name,
    Optional<BigDecimal> hours,
    Optional<BigDecimal> printedStandard,
    Set<Mark> marks,
    List<String> mergedOf,
    String insideOf,
    String contentPlace,
    String aims) {
  public PlanSubject {
    marks = Set.copyOf(marks);
    mergedOf = List.copyOf(mergedOf);
  }

  /** What is marked beside a subject. */
  public enum Mark {
    /** 新設 – in high school 学校設定 (※). */
    NEW("new"),
    /** 必履修 (○). */
    COMPULSORY("compulsory"),
    /** 選択 (* or 選). */
    ELECTIVE("elective"),
    /** 自宅学習支援型で履修できる. */
    HOME_STUDY("homeStudy"),
    /** 学校外の学修. */
    OUTSIDE_LEARNING("outsideLearning");

    private final String field;

    Mark(String field) {
      this.field = field;
    }

    /** Returns the field of the JSON shape. */
    public String field() {
      return field;
    }
  }

  /** Returns the row of a statutory subject with the law's hours. */
  public static PlanSubject statutory(String name, BigDecimal hours) {
    return new PlanSubject(
        name, Optional.of(hours), Optional.empty(), Set.of(), List.of(), "", "", "");
  }

  /** Tells whether a mark stands beside it. */
  public boolean has(Mark mark) {
    return marks.contains(mark);
  }

  /** Returns the hours that count for the plan's sum: none inside another row or in a lost cell. */
  public BigDecimal countedHours() {
    return insideOf.isEmpty() ? hours.orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
  }
}
