// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.Creditings;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.CountingRules;
import org.tsunagi.plugin.register.domain.CountingTerms;
import org.tsunagi.plugin.register.domain.LocalTerms;
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
  private final Codes codes;

  /** Makes it. */
  @Activate
  public Counting(
      @Reference Codes codes,
      @Reference RegisterFacts facts,
      @Reference Creditings creditings,
      @Reference SchoolClock clock) {
    this.facts = facts;
    this.creditings = creditings;
    this.clock = clock;
    this.codes = codes;
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
  public CodeCatalogue codes(Connection connection) {
    return codes.catalogue(connection);
  }

  /** Returns what counting knows beside the students' own facts. */
  public CountingTerms terms(Connection connection, LoadedFacts loaded, CreditingBook book) {
    Map<SchoolId, LocalTerms> schools = new HashMap<>();
    for (SchoolId school : loaded.query().schools()) {
      IctRules rules = book.ictRules().getOrDefault(school, IctRules.NONE);
      schools.put(school, new LocalTerms(loaded.prefecture(school), rules, Map.of()));
    }
    return new CountingTerms(codes(connection), book.facilities(), LocalTerms.NONE, schools);
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
    return count(connection, loaded, students::contains);
  }

  /** Counts a student's school year; empty when the student has no stay in it. */
  public Optional<Counted> countStudent(
      Connection connection, StudentId student, List<Enrolment> stays, int schoolYear) {
    return query(student, stays, schoolYear).map(query -> count(connection, query));
  }

  /**
   * A student's year as it is and as it would be.
   *
   * @param now the counted stays
   * @param after the counted stays with a changed file of decisions
   */
  public record Compared(List<StayCount> now, List<StayCount> after) {}

  /** Counts a student's year twice: as it is, and with a changed file; nothing is written. */
  public Optional<Compared> compareStudent(
      Connection connection,
      StudentId student,
      List<Enrolment> stays,
      int schoolYear,
      UnaryOperator<CreditingBook> change) {
    return query(student, stays, schoolYear)
        .map(
            query -> {
              LoadedFacts loaded = load(connection, query);
              CreditingBook book = book(connection, query);
              return new Compared(
                  count(connection, loaded, book, one -> true).stays(),
                  count(connection, loaded, change.apply(book), one -> true).stays());
            });
  }

  private static Optional<FactsQuery> query(
      StudentId student, List<Enrolment> stays, int schoolYear) {
    Set<SchoolId> schools = new HashSet<>();
    Set<Grade> grades = new HashSet<>();
    for (Enrolment stay : stays) {
      if (stay.schoolYear() == schoolYear) {
        schools.add(stay.school());
        grades.add(stay.grade());
      }
    }
    return schools.isEmpty()
        ? Optional.empty()
        : Optional.of(FactsQuery.ofYear(schools, schoolYear, grades, Set.of(student)));
  }

  /** Loads and counts. */
  public Counted count(Connection connection, FactsQuery query) {
    return count(connection, load(connection, query), student -> true);
  }

  private Counted count(Connection connection, LoadedFacts loaded, Predicate<StudentId> wanted) {
    return count(connection, loaded, book(connection, loaded.query()), wanted);
  }

  /** Loads what is on file about learning elsewhere of those a query asks for. */
  CreditingBook book(Connection connection, FactsQuery query) {
    return creditings.load(
        connection, query.schools(), query.schoolYear().year(), query.students());
  }

  private Counted count(
      Connection connection, LoadedFacts loaded, CreditingBook book, Predicate<StudentId> wanted) {
    CountingTerms terms = terms(connection, loaded, book);
    List<StudentCount> counts = new ArrayList<>();
    for (StudentYear student : loaded.students(book, clock.today())) {
      if (wanted.test(student.student())) {
        counts.add(CountingRules.count(student, terms));
      }
    }
    return new Counted(loaded, counts);
  }
}
