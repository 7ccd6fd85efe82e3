// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A plan of a special curriculum (教育課程表) for one grade or one course of it.
 *
 * @param frame which grade of which stage and year
 * @param units how its hours are counted
 * @param declared what the paper says of its own figures
 * @param week the week that is to hold the hours
 * @param subjects the rows, in printed order
 * @param moves content taught in another grade (③)
 * @param transfers hours moved from subject to subject
 * @param patterns codes of patterns that a table can't show
 * @param aim for whom it is and why
 * @param viewpoints the text per viewpoint of the examination
 */
public record CurriculumPlan(
    Frame frame,
    Units units,
    Declared declared,
    Week week,
    List<PlanSubject> subjects,
    List<ContentMove> moves,
    List<HourTransfer> transfers,
    List<String> patterns,
    Aim aim,
    Map<Viewpoint, String> viewpoints) {
  public CurriculumPlan {
    subjects = List.copyOf(subjects);
    moves = List.copyOf(moves);
    transfers = List.copyOf(transfers);
    patterns = List.copyOf(patterns);
    viewpoints = Collections.unmodifiableMap(new LinkedHashMap<>(viewpoints));
  }

  /**
   * Where a plan stands.
   *
   * @param stage the stage
   * @param grade the grade, counted from 1 in its stage; empty for a fragment or a high school
   * @param schoolYear the school year whose table of the law holds; empty for the newest
   * @param variant the course that pupils choose, for example {@code B}; empty for none
   */
  public record Frame(Stage stage, OptionalInt grade, OptionalInt schoolYear, String variant) {}

  /**
   * How hours are counted.
   *
   * @param minutes the unit in minutes, 5–120; empty where it is unknown
   * @param basis whether hours are in these units or converted to the standard's
   */
  public record Units(OptionalInt minutes, Basis basis) {}

  /** What an hour of the table is. */
  public enum Basis {
    /** One lesson, however short. */
    RAW,
    /** A standard unit; lessons are already converted. */
    CONVERTED,
    /** Nobody says. */
    UNKNOWN
  }

  /**
   * What the paper says of itself; each may be absent.
   *
   * @param total the total in units
   * @param standardTotal the total of the printed standards
   * @param reduction how many units are cut
   * @param reductionPercent how much is cut, in per cent
   * @param eventHoursOutside units of events that the table leaves out
   */
  public record Declared(
      Optional<BigDecimal> total,
      Optional<BigDecimal> standardTotal,
      Optional<BigDecimal> reduction,
      Optional<BigDecimal> reductionPercent,
      BigDecimal eventHoursOutside) {}

  /**
   * The week.
   *
   * @param weeks the weeks of a year, 1–53
   * @param units the units of a week, modules included; empty where it is unknown
   */
  public record Week(int weeks, Optional<BigDecimal> units) {}

  /**
   * Content that is taught in another grade (異学年への移行).
   *
   * @param subject the subject
   * @param fromGrade the grade of the standard
   * @param toGrade the grade in which it is taught
   * @param content what
   */
  public record ContentMove(String subject, int fromGrade, int toGrade, String content) {}

  /**
   * Hours moved between subjects.
   *
   * @param from the row that gives; empty where the total grows
   * @param to the row that takes; empty where the total shrinks
   * @param hours how many units, more than 0
   */
  public record HourTransfer(String from, String to, BigDecimal hours) {}

  /**
   * For whom a plan is and why.
   *
   * @param targets {@code A} 不登校状態, {@code B} 不登校傾向
   * @param reasonForB why the plan is for B alone; empty for none
   * @param circumstances the special circumstances (特別な事情) for a cut
   * @param assessment how learning is assessed, and since when families know
   */
  public record Aim(
      List<String> targets, String reasonForB, String circumstances, String assessment) {
    public Aim {
      targets = List.copyOf(targets);
    }
  }
}
