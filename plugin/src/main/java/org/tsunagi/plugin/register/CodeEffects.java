// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.register.domain.PeriodCount;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.LoadedFacts;
import org.tsunagi.plugin.register.persistence.MarkUse;
import org.tsunagi.plugin.shared.DateRange;

/** Counts what another state of the codes would change in the figures of a school. */
@Component(service = CodeEffects.class)
public final class CodeEffects {
  private final Counting counting;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public CodeEffects(@Reference Counting counting, @Reference SchoolClock clock) {
    this.counting = counting;
    this.clock = clock;
  }

  /**
   * What changes at one school.
   *
   * @param marks how many marks of the codes there are in the range
   * @param marksBeforeToday whether one of them is on a day before today
   * @param students the students whose figures change
   * @param remarkStudents the students of whom only 備考 changes
   * @param before the sums of figures that change, over those students, as they are
   * @param after the same as they would be
   * @param months the months that change, beside the year as a whole
   * @param lockedMonths those of them that are locked
   */
  public record Effect(
      int marks,
      boolean marksBeforeToday,
      int students,
      int remarkStudents,
      Map<Figure, Integer> before,
      Map<Figure, Integer> after,
      Set<YearMonth> months,
      Set<YearMonth> lockedMonths) {}

  /**
   * Compares a school's figures by two states of the codes.
   *
   * @param now the codes as they are
   * @param then the codes as they would be
   * @param codes the ids of those that differ
   * @param range the days on which they differ; those after today count nothing
   * @param figures whether figures are counted, or the use of the codes alone is told
   */
  public Effect compare(
      Connection connection,
      SchoolId school,
      CodesInForce now,
      CodesInForce then,
      Collection<String> codes,
      DateRange range,
      boolean figures) {
    List<MarkUse.Row> use = MarkUse.list(connection, school, codes, range);
    Sums sums = new Sums();
    sums.marks = use.stream().mapToInt(MarkUse.Row::marks).sum();
    sums.past = use.stream().anyMatch(row -> row.first().isBefore(clock.today()));
    Map<Integer, Set<StudentId>> years =
        use.stream()
            .collect(
                Collectors.groupingBy(
                    MarkUse.Row::schoolYear,
                    TreeMap::new,
                    Collectors.mapping(MarkUse.Row::student, Collectors.toSet())));
    if (figures) {
      years.forEach(
          (year, students) ->
              count(
                  connection,
                  FactsQuery.ofYear(Set.of(school), year, Set.of(), students),
                  List.of(now, then),
                  sums));
    }
    return sums.effect();
  }

  private void count(Connection connection, FactsQuery query, List<CodesInForce> both, Sums sums) {
    LoadedFacts facts = counting.load(connection, query);
    List<List<StudentCount>> counts = counting.countBy(connection, facts, both);
    sums.add(counts.get(0), counts.get(1));
    SchoolId school = query.schools().iterator().next();
    sums.months.stream()
        .filter(month -> facts.locked(school, month, clock.today()))
        .forEach(sums.locked::add);
  }

  /** The sums of a school in the making. */
  private static final class Sums {
    private final Map<Figure, Integer> before = new TreeMap<>();
    private final Map<Figure, Integer> after = new TreeMap<>();
    private final Set<YearMonth> months = new TreeSet<>();
    private final Set<YearMonth> locked = new TreeSet<>();
    private final Set<StudentId> students = new HashSet<>();
    private final Set<StudentId> remarkStudents = new HashSet<>();
    private int marks;
    private boolean past;

    private void add(List<StudentCount> now, List<StudentCount> then) {
      for (int i = 0; i < now.size(); i++) {
        StudentId student = now.get(i).student();
        List<StayCount> stays = now.get(i).stays();
        for (int j = 0; j < stays.size(); j++) {
          add(student, stays.get(j), then.get(i).stays().get(j));
        }
      }
    }

    private void add(StudentId student, StayCount now, StayCount then) {
      now.months()
          .forEach(
              (month, count) -> {
                PeriodCount other = then.months().get(month);
                if (!count.equals(other)) {
                  months.add(month);
                }
              });
      if (!now.year().tally().equals(then.year().tally())) {
        students.add(student);
        for (Figure figure : Figure.values()) {
          before.merge(figure, figure.of(now.year().tally()), Integer::sum);
          after.merge(figure, figure.of(then.year().tally()), Integer::sum);
        }
      } else if (!now.year().equals(then.year())) {
        remarkStudents.add(student);
      }
    }

    private Effect effect() {
      remarkStudents.removeAll(students);
      Set<Figure> changed =
          before.keySet().stream()
              .filter(figure -> !Objects.equals(before.get(figure), after.get(figure)))
              .collect(Collectors.toSet());
      before.keySet().retainAll(changed);
      after.keySet().retainAll(changed);
      return new Effect(
          marks,
          past,
          students.size(),
          remarkStudents.size(),
          Map.copyOf(before),
          Map.copyOf(after),
          Set.copyOf(months),
          Set.copyOf(locked));
    }
  }
}
