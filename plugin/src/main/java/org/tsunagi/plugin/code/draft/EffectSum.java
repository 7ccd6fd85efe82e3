// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.draft;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.register.CodeEffects;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.shared.DateRange;

/** The effect of a change, summed school by school. */
final class EffectSum {
  private final CodeEffects effects;
  private final LocalDate today;
  private final Map<Figure, int[]> figures = new EnumMap<>(Figure.class);
  final List<DraftPreview.TouchedSchool> schools = new ArrayList<>();
  final Set<YearMonth> months = new TreeSet<>();
  final Set<YearMonth> locked = new TreeSet<>();
  final Set<Integer> earlierYears = new TreeSet<>();
  int marks;
  boolean backwards;
  int students;
  int remarkStudents;
  int notShown;

  EffectSum(CodeEffects effects, LocalDate today) {
    this.effects = effects;
    this.today = today;
  }

  /**
   * Two states of the codes and where they differ.
   *
   * @param now the codes as they are
   * @param then the codes as they would be
   * @param codes the ids of those that differ
   * @param first the first day on which they differ
   */
  record Change(CodesInForce now, CodesInForce then, Set<String> codes, LocalDate first) {}

  /**
   * Adds a school.
   *
   * @param readable tells whose figures may be shown; of the others only the use is asked
   */
  void add(Connection connection, School school, Change change, Predicate<SchoolId> readable) {
    if (change.codes().isEmpty() || change.first().isAfter(today)) {
      return;
    }
    boolean shown = readable.test(school.id());
    CodeEffects.Effect effect =
        effects.compare(
            connection,
            school.id(),
            change.now(),
            change.then(),
            change.codes(),
            new DateRange(change.first(), today),
            shown);
    if (effect.marks() == 0) {
      return;
    }
    backwards |= effect.marksBeforeToday();
    if (shown) {
      add(school, effect);
    } else {
      notShown++;
    }
  }

  private void add(School school, CodeEffects.Effect effect) {
    marks += effect.marks();
    students += effect.students();
    remarkStudents += effect.remarkStudents();
    months.addAll(effect.months());
    locked.addAll(effect.lockedMonths());
    effect.before().forEach((figure, days) -> sum(figure)[0] += days);
    effect.after().forEach((figure, days) -> sum(figure)[1] += days);
    int thisYear = SchoolYear.of(today).year();
    effect.months().stream()
        .map(month -> SchoolYear.of(month.atDay(1)).year())
        .filter(year -> year < thisYear)
        .forEach(earlierYears::add);
    schools.add(
        new DraftPreview.TouchedSchool(
            school.id().value(),
            school.name(),
            effect.marks(),
            effect.students(),
            effect.remarkStudents()));
  }

  private int[] sum(Figure figure) {
    return figures.computeIfAbsent(figure, one -> new int[2]);
  }

  /** Lists the figures that change in sum, in the order of the columns. */
  List<DraftPreview.ChangedFigure> figures() {
    List<DraftPreview.ChangedFigure> changed = new ArrayList<>();
    figures.forEach(
        (figure, sums) ->
            changed.add(
                new DraftPreview.ChangedFigure(figure.code(), figure.label(), sums[0], sums[1])));
    return changed;
  }
}
