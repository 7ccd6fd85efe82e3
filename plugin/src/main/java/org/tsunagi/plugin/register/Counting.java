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
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.code.domain.DatedTemplate;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.Creditings;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.CountingRules;
import org.tsunagi.plugin.register.domain.CountingTerms;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.LocalTerms;
import org.tsunagi.plugin.register.domain.RegisterSettings;
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
   * @param terms the codes, facilities and rules by which was counted
   */
  public record Counted(LoadedFacts facts, List<StudentCount> students, CountingTerms terms) {
    /** Copies the list. */
    public Counted {
      students = List.copyOf(students);
    }

    /** Returns the codes by which was counted. */
    public CodeCatalogue codes() {
      return terms.codes();
    }

    /** Lists the counted stays of all students; of the one student where one was asked for. */
    public List<StayCount> stays() {
      return students.stream().flatMap(one -> one.stays().stream()).toList();
    }

    /** Lists the roster's stays behind the counts, by school, student and first day. */
    public List<Enrolment> enrolments() {
      return facts.enrolments();
    }
  }

  /**
   * The counts of a school's year and what the school decides where the texts are silent.
   *
   * @param settings the school's settings
   * @param students the counts
   */
  public record CountedSchool(RegisterSettings settings, List<StudentCount> students) {
    /** Copies the list. */
    public CountedSchool {
      students = List.copyOf(students);
    }
  }

  /** Counts a school's year. */
  public CountedSchool countSchool(Connection connection, SchoolId school, int schoolYear) {
    FactsQuery query = FactsQuery.ofYear(Set.of(school), schoolYear, Set.of(), Set.of());
    Counted counted = count(connection, query);
    return new CountedSchool(counted.facts().settings(school), counted.students());
  }

  /** Counts the school year of a homeroom's students. */
  public CountedSchool countRoom(Connection connection, Homeroom room) {
    SchoolYear year = new SchoolYear(room.schoolYear());
    FactsQuery query = MarkSaving.query(room, year.first(), year.last());
    Counted counted = countHomeroom(connection, query, room.id());
    return new CountedSchool(counted.facts().settings(room.school()), counted.students());
  }

  /** Counts a student's school year as it would be with other marks. */
  Counted countWith(Connection connection, FactsQuery query, UnaryOperator<List<DayMark>> changed) {
    LoadedFacts loaded = load(connection, query);
    CreditingBook book =
        creditings.load(connection, query.schools(), query.schoolYear().year(), query.students());
    CountingTerms terms = terms(connection, loaded, book);
    List<StudentCount> counts = new ArrayList<>();
    for (StudentYear student : loaded.students(book, clock.today())) {
      counts.add(CountingRules.count(student.withMarks(changed.apply(student.marks())), terms));
    }
    return new Counted(loaded, counts, terms);
  }

  /** Returns the catalogue of codes by which is counted. */
  public CodeCatalogue codes(Connection connection) {
    return codes.catalogue(connection);
  }

  /** Returns what counting knows beside the students' own facts. */
  public CountingTerms terms(Connection connection, LoadedFacts loaded, CreditingBook book) {
    return terms(codes.inForce(connection), loaded, book);
  }

  private static CountingTerms terms(CodesInForce inForce, LoadedFacts loaded, CreditingBook book) {
    Map<SchoolId, LocalTerms> schools = new HashMap<>();
    for (SchoolId school : loaded.query().schools()) {
      IctRules rules = book.ictRules().getOrDefault(school, IctRules.NONE);
      Map<String, DatedTemplate> remarks =
          inForce.remarks(loaded.municipality(school), school.value());
      schools.put(school, new LocalTerms(loaded.prefecture(school), rules, remarks));
    }
    return new CountingTerms(
        inForce.catalogue(), book.facilities(), LocalTerms.NONE, schools, true);
  }

  /** Returns every facility by its id. */
  Map<String, Facility> facilities(Connection connection) {
    int year = SchoolYear.of(clock.today()).year();
    return creditings.load(connection, Set.of(), year, Set.of()).facilities();
  }

  /** Finds the name of a facility. */
  Optional<String> facility(Connection connection, LoadedFacts loaded, String id) {
    return Optional.ofNullable(book(connection, loaded.query()).facilities().get(id))
        .map(Facility::name);
  }

  /** Lists a student's marks of a school year at one school, by day. */
  public List<DayMark> listMarks(
      Connection connection, SchoolId school, StudentId student, int schoolYear) {
    return facts.listMarks(
        connection, FactsQuery.ofYear(Set.of(school), schoolYear, Set.of(), Set.of(student)));
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

  /** Counts a school's year; an empty set of grades means all of them. */
  public Counted countSchool(
      Connection connection, SchoolId school, int schoolYear, Set<Grade> grades) {
    return count(connection, FactsQuery.ofYear(Set.of(school), schoolYear, grades, Set.of()));
  }

  /** Loads and counts. */
  public Counted count(Connection connection, FactsQuery query) {
    return count(connection, load(connection, query), student -> true);
  }

  /** Counts the same facts once by each of several states of the codes, in their order. */
  List<List<StudentCount>> countBy(
      Connection connection, LoadedFacts loaded, List<CodesInForce> states) {
    CreditingBook book = book(connection, loaded.query());
    return states.stream()
        .map(state -> count(loaded, book, terms(state, loaded, book), student -> true))
        .toList();
  }

  private Counted count(Connection connection, LoadedFacts loaded, Predicate<StudentId> wanted) {
    return count(connection, loaded, book(connection, loaded.query()), wanted);
  }

  private Counted count(
      Connection connection, LoadedFacts loaded, CreditingBook book, Predicate<StudentId> wanted) {
    CountingTerms terms = terms(connection, loaded, book);
    return new Counted(loaded, count(loaded, book, terms, wanted), terms);
  }

  /** Loads what is on file about learning elsewhere of those a query asks for. */
  CreditingBook book(Connection connection, FactsQuery query) {
    return creditings.load(
        connection, query.schools(), query.schoolYear().year(), query.students());
  }

  private List<StudentCount> count(
      LoadedFacts loaded, CreditingBook book, CountingTerms terms, Predicate<StudentId> wanted) {
    List<StudentCount> counts = new ArrayList<>();
    for (StudentYear student : loaded.students(book, clock.today())) {
      if (wanted.test(student.student())) {
        counts.add(CountingRules.count(student, terms));
      }
    }
    return counts;
  }
}
