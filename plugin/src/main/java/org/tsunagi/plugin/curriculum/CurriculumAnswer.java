// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.curriculum.domain.CreditFigures;
import org.tsunagi.plugin.curriculum.domain.CurriculumPlan;
import org.tsunagi.plugin.curriculum.domain.Pattern;
import org.tsunagi.plugin.curriculum.domain.PlanFigures;
import org.tsunagi.plugin.curriculum.domain.PlanRow;
import org.tsunagi.plugin.curriculum.domain.PlanVerdict;
import org.tsunagi.plugin.curriculum.domain.Stage;
import org.tsunagi.plugin.curriculum.domain.Viewpoint;
import org.tsunagi.plugin.shared.Finding;

/**
 * What the rules make of a plan, for integrators.
 *
 * @param category {@code NONE}, {@code A} or {@code B}
 * @param patterns the codes of the patterns
 * @param total the sum of the rows, or the declared total where no rows are given
 * @param declaredTotal the total the paper declares
 * @param standardTotal the law's total of the grade
 * @param difference the declared total, else the sum, minus the standard
 * @param differencePct the same in per cent, with one place
 * @param differencePerSubject units above or below the standard by the row's own name
 * @param minutesPerSubject the same in minutes; empty where the unit is unknown
 * @param annualMinutes minutes of a year
 * @param standardMinutes the standard in minutes of a year
 * @param minutesDifference minutes above or below the standard
 * @param minutesPct the same in per cent, with one place
 * @param equivalentUnits the total in standard units
 * @param subjectsAtZero rows with standard hours and 0 hours
 * @param absentSubjects statutory subjects without a row
 * @param capacity what the week holds; absent where {@code weeklyUnits} is not given
 * @param credits credits of a high school; absent elsewhere
 * @param viewpoints what an application must answer
 * @param flags the codes of the findings
 * @param findings what there is to say, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CurriculumAnswer(
    String category,
    List<String> patterns,
    @Nullable BigDecimal total,
    @Nullable BigDecimal declaredTotal,
    @Nullable BigDecimal standardTotal,
    @Nullable BigDecimal difference,
    @Nullable BigDecimal differencePct,
    Map<String, BigDecimal> differencePerSubject,
    Map<String, BigDecimal> minutesPerSubject,
    @Nullable BigDecimal annualMinutes,
    @Nullable BigDecimal standardMinutes,
    @Nullable BigDecimal minutesDifference,
    @Nullable BigDecimal minutesPct,
    @Nullable BigDecimal equivalentUnits,
    List<String> subjectsAtZero,
    List<String> absentSubjects,
    @Nullable Map<String, Object> capacity,
    @Nullable Map<String, Object> credits,
    List<String> viewpoints,
    List<String> flags,
    List<Finding> findings) {

  /** Tells what the rules make of a plan. */
  public static CurriculumAnswer of(CurriculumPlan plan, PlanVerdict verdict) {
    PlanFigures figures = verdict.figures();
    return new CurriculumAnswer(
        verdict.category().name(),
        verdict.patterns().stream().map(Pattern::code).toList(),
        figures.rows().isEmpty() ? plain(figures.total()) : cells(figures),
        plain(plan.declared().total()),
        plain(figures.standardTotal()),
        plain(figures.difference()),
        plain(figures.differencePercent()),
        differences(figures),
        figures.unitMinutes().isEmpty() ? Map.of() : minutes(figures),
        plain(figures.annualMinutes()),
        plain(figures.standardMinutes()),
        plain(figures.minutesDifference()),
        plain(figures.minutesPercent()),
        plain(figures.equivalentUnits()),
        figures.rows().stream().filter(PlanRow::atZero).map(row -> row.subject().name()).toList(),
        figures.absent(),
        capacity(plan, figures),
        plan.frame().stage() == Stage.HS ? credits(verdict.credits()) : null,
        verdict.viewpoints().stream().map(Viewpoint::title).toList(),
        verdict.flags(),
        verdict.findings());
  }

  private static BigDecimal cells(PlanFigures figures) {
    return PlanJson.plain(
        figures.rows().stream()
            .map(row -> row.subject().countedHours())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static Map<String, BigDecimal> differences(PlanFigures figures) {
    Map<String, BigDecimal> differences = new LinkedHashMap<>();
    for (PlanRow row : figures.rows()) {
      row.difference()
          .ifPresent(units -> differences.put(row.subject().name(), PlanJson.plain(units)));
    }
    return differences;
  }

  /** Returns each row's minutes above or below the standard, which counts its own unit. */
  private static Map<String, BigDecimal> minutes(PlanFigures figures) {
    BigDecimal unit = BigDecimal.valueOf(figures.unitMinutes().orElseThrow());
    BigDecimal standardUnit = BigDecimal.valueOf(figures.standardUnitMinutes());
    Map<String, BigDecimal> minutes = new LinkedHashMap<>();
    for (PlanRow row : figures.rows()) {
      if (row.difference().isPresent()) {
        BigDecimal own = row.subject().countedHours().multiply(unit);
        BigDecimal standard = row.standard().orElse(BigDecimal.ZERO).multiply(standardUnit);
        minutes.put(row.subject().name(), PlanJson.plain(own.subtract(standard)));
      }
    }
    return minutes;
  }

  private static @Nullable Map<String, Object> capacity(CurriculumPlan plan, PlanFigures figures) {
    if (plan.week().units().isEmpty() || figures.total().isEmpty()) {
      return null;
    }
    BigDecimal held = plan.week().units().get().multiply(BigDecimal.valueOf(plan.week().weeks()));
    int sign = held.compareTo(figures.total().get());
    Map<String, Object> capacity = new LinkedHashMap<>();
    capacity.put("weeklyUnits", PlanJson.plain(plan.week().units().get()));
    capacity.put("weeks", plan.week().weeks());
    capacity.put("annualUnits", PlanJson.plain(held));
    capacity.put("fits", sign == 0 ? "exact" : sign < 0 ? "short" : "over");
    return capacity;
  }

  private static Map<String, Object> credits(CreditFigures credits) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("total", PlanJson.plain(credits.total()));
    answer.put("compulsory", PlanJson.plain(credits.compulsory()));
    answer.put("schoolSet", PlanJson.plain(credits.schoolSet()));
    answer.put("homeStudy", PlanJson.plain(credits.homeStudy()));
    answer.put("homeStudyCap", CreditFigures.MOST_HOME_STUDY);
    answer.put("homeStudyFits", credits.homeStudyFits());
    answer.put("outsideLearning", PlanJson.plain(credits.outsideLearning()));
    answer.put("leastForGraduation", CreditFigures.LEAST_FOR_GRADUATION);
    return answer;
  }

  private static @Nullable BigDecimal plain(Optional<BigDecimal> number) {
    return number.map(PlanJson::plain).orElse(null);
  }
}
