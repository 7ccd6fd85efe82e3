// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.Creditings;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.CountingRules;
import org.tsunagi.plugin.register.domain.CountingTerms;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.register.domain.StudentYear;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.LoadedFacts;
import org.tsunagi.plugin.register.persistence.RegisterFacts;

/** Loads facts from the counting copy and counts them with the one engine. */
@Component(service = Counting.class)
public final class Counting {
  private final RegisterFacts facts;
  private final Creditings creditings;
  private final SchoolClock clock;
  private final CountingTerms terms;

  /** Makes it. */
  @Activate
  public Counting(
      @Reference ShippedCodes codes,
      @Reference RegisterFacts facts,
      @Reference Creditings creditings,
      @Reference SchoolClock clock) {
    this.facts = facts;
    this.creditings = creditings;
    this.clock = clock;
    this.terms = new CountingTerms(codes.catalogue(), Map.of(), "", Optional.empty());
  }

  /**
   * Facts and what they come to.
   *
   * @param facts the facts
   * @param students the count of each student of the query, by student
   */
  public record Counted(LoadedFacts facts, List<StudentCount> students) {
    /** Copies the list. */
    public Counted {
      students = List.copyOf(students);
    }

    /** Lists the counted stays of all students; of the one student where one was asked for. */
    public List<StayCount> stays() {
      return students.stream().flatMap(one -> one.stays().stream()).toList();
    }
  }

  /** Returns the catalogue of codes by which is counted. */
  public CodeCatalogue codes() {
    return terms.codes();
  }

  /** Returns what counting knows beside the students' own facts. */
  public CountingTerms terms() {
    return terms;
  }

  /** Loads the facts of a query without counting them. */
  public LoadedFacts load(Connection connection, FactsQuery query) {
    return facts.load(connection, query);
  }

  /** Loads the facts of a query and counts those students only who are in a homeroom. */
  public Counted countHomeroom(Connection connection, FactsQuery query, HomeroomId homeroom) {
    LoadedFacts loaded = load(connection, query);
    Set<StudentId> students = new HashSet<>();
    loaded.inHomeroom(homeroom).forEach(stay -> students.add(stay.student()));
    return count(loaded, query, students::contains);
  }

  /** Counts a student's school year; empty when the student has no stay in it. */
  public Optional<Counted> countStudent(
      Connection connection, StudentId student, List<Enrolment> stays, int schoolYear) {
    Set<SchoolId> schools = new HashSet<>();
    Set<Grade> grades = new HashSet<>();
    for (Enrolment stay : stays) {
      if (stay.schoolYear() == schoolYear) {
        schools.add(stay.school());
        grades.add(stay.grade());
      }
    }
    if (schools.isEmpty()) {
      return Optional.empty();
    }
    FactsQuery query = FactsQuery.ofYear(schools, schoolYear, grades, Set.of(student));
    return Optional.of(count(connection, query));
  }

  /** Loads and counts. */
  public Counted count(Connection connection, FactsQuery query) {
    return count(load(connection, query), query, student -> true);
  }

  private Counted count(LoadedFacts loaded, FactsQuery query, Predicate<StudentId> wanted) {
    Map<StudentId, List<CreditingDecision>> decisions =
        creditings.list(query.schools(), query.schoolYear().year());
    List<StudentCount> counts = new ArrayList<>();
    for (StudentYear student : loaded.students(decisions, clock.today())) {
      if (wanted.test(student.student())) {
        counts.add(CountingRules.count(student, terms));
      }
    }
    return new Counted(loaded, counts);
  }
}
