// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.Explanation;
import org.tsunagi.plugin.register.domain.SheetExplanation;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.shared.Missing;

/** Tallies and days, counted from the copy when they are asked for. */
@Component(service = TallyService.class)
public final class TallyService {
  private final Gate gate;
  private final Transactions transactions;
  private final StudentDirectory directory;
  private final Counting counting;

  /** Makes the service. */
  @Activate
  public TallyService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference StudentDirectory directory,
      @Reference Counting counting) {
    this.gate = gate;
    this.transactions = transactions;
    this.directory = directory;
    this.counting = counting;
  }

  /** Tallies that the actor may read, counted school by school while they are handed out. */
  @FunctionalInterface
  public interface Tallies {
    /** Hands every row to the consumer, by school, grade, student, stay and month. */
    void each(Consumer<TallyRow> consumer);
  }

  /**
   * A day of a student with the school in whose register it stands.
   *
   * @param school the school
   * @param verdict what the day is, and why
   */
  public record SchoolVerdict(SchoolId school, DayVerdict verdict) {}

  /** Finds out what the actor may read of a query; nothing is counted yet. */
  public Tallies open(Actor actor, TallyQuery query) {
    if (query.student().isPresent()) {
      StudentId student = query.student().get();
      List<Enrolment> stays = stays(student);
      gate.require(actor, Privilege.TALLY_READ, new Target.OfStudent(student, stays));
      Set<SchoolId> schools = schools(stays, query.schoolYear());
      boolean openly = openly(actor, student, stays);
      return consumer -> rows(query, schools, query.school(), openly, consumer);
    }
    List<SchoolId> schools = schools(actor, query.school());
    if (schools.isEmpty()) {
      gate.require(actor, Privilege.TALLY_READ, new Target.Installation());
    }
    schools.forEach(
        school -> gate.require(actor, Privilege.TALLY_READ, new Target.OfSchool(school)));
    Set<SchoolId> open =
        schools.stream()
            .filter(
                school ->
                    gate.permits(actor, Privilege.RESTRICTED_READ, new Target.OfSchool(school)))
            .collect(Collectors.toSet());
    return consumer ->
        schools.forEach(
            school ->
                rows(query, Set.of(school), Optional.of(school), open.contains(school), consumer));
  }

  /** Lists the days of a student's school year up to today, with the facts behind each. */
  public List<SchoolVerdict> listDays(Actor actor, StudentId student, int schoolYear) {
    List<Enrolment> stays = stays(student);
    gate.require(actor, Privilege.TALLY_READ, new Target.OfStudent(student, stays));
    return counted(actor, student, stays, schoolYear).stream()
        .flatMap(
            stay ->
                stay.days().stream()
                    .map(day -> new SchoolVerdict(stay.stay().grade().calendar().school(), day)))
        .sorted(Comparator.comparing(day -> day.verdict().date()))
        .toList();
  }

  /**
   * Explains a figure of a student's school year.
   *
   * @param month the month; empty for the year
   * @param figure the figure's name, as the columns and the sheet's rows have it
   * @throws Missing where there is no such figure, or the student was at no school then
   */
  public Explanation explain(
      Actor actor, StudentId student, int schoolYear, Optional<YearMonth> month, String figure) {
    List<Enrolment> stays = stays(student);
    gate.require(actor, Privilege.TALLY_READ, new Target.OfStudent(student, stays));
    List<StayCount> counts = counted(actor, student, stays, schoolYear);
    return SheetExplanation.explain(counts, month, figure).orElseThrow(Missing::new);
  }

  private List<StayCount> counted(
      Actor actor, StudentId student, List<Enrolment> stays, int schoolYear) {
    List<StayCount> counts =
        transactions.runSql(
            connection ->
                counting
                    .countStudent(connection, student, stays, schoolYear)
                    .map(Counting.Counted::stays)
                    .orElse(List.of()));
    return openly(actor, student, stays) ? counts : counts.stream().map(StayCount::masked).toList();
  }

  private boolean openly(Actor actor, StudentId student, List<Enrolment> stays) {
    return gate.permits(actor, Privilege.RESTRICTED_READ, new Target.OfStudent(student, stays));
  }

  private List<SchoolId> schools(Actor actor, Optional<SchoolId> only) {
    return only.map(List::of)
        .orElseGet(
            () ->
                directory.listSchools().stream()
                    .map(School::id)
                    .filter(
                        school ->
                            gate.permits(actor, Privilege.TALLY_READ, new Target.OfSchool(school)))
                    .sorted(Comparator.comparing(SchoolId::value))
                    .toList());
  }

  private static Set<SchoolId> schools(List<Enrolment> stays, int schoolYear) {
    Set<SchoolId> schools = new HashSet<>();
    for (Enrolment stay : stays) {
      if (stay.schoolYear() == schoolYear) {
        schools.add(stay.school());
      }
    }
    return schools;
  }

  private List<Enrolment> stays(StudentId student) {
    return directory.listEnrolments(student);
  }

  private void rows(
      TallyQuery query,
      Set<SchoolId> schools,
      Optional<SchoolId> only,
      boolean openly,
      Consumer<TallyRow> consumer) {
    if (schools.isEmpty()) {
      return;
    }
    Set<StudentId> students = query.student().map(Set::of).orElse(Set.of());
    FactsQuery facts = FactsQuery.ofYear(schools, query.schoolYear(), Set.of(), students);
    List<StudentCount> counts =
        transactions.runSql(connection -> counting.count(connection, facts).students());
    counts.stream()
        .map(one -> openly ? one : one.masked())
        .flatMap(one -> one.stays().stream().map(stay -> new Counted(one.student(), stay)))
        .filter(one -> only.map(one.school()::equals).orElse(true))
        .filter(one -> query.grade().map(one.grade()::equals).orElse(true))
        .sorted(
            Comparator.comparing((Counted one) -> one.school().value())
                .thenComparing(Counted::grade)
                .thenComparing(one -> one.student().value())
                .thenComparing(one -> one.stay().stay().period().first()))
        .forEach(one -> one.rows(query, consumer));
  }

  /** A counted stay of a student. */
  private record Counted(StudentId student, StayCount stay) {
    SchoolId school() {
      return stay.stay().grade().calendar().school();
    }

    Grade grade() {
      return stay.stay().grade().calendar().grade();
    }

    void rows(TallyQuery query, Consumer<TallyRow> consumer) {
      String at = school().value();
      if (!query.monthly()) {
        consumer.accept(new TallyRow(query.schoolYear(), "", at, student.value(), stay.year()));
        return;
      }
      stay.months()
          .forEach(
              (month, count) ->
                  consumer.accept(
                      new TallyRow(
                          query.schoolYear(), month.toString(), at, student.value(), count)));
    }
  }
}
