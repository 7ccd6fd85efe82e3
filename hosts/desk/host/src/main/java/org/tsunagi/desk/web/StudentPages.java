// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.api.operation.StudentScopes.Reach;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentQuery;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/**
 * The list of students, by name, reading or number, grade and homeroom.
 *
 * <p>What is searched for travels in the body of a form, never in an address, because it may be a
 * name; grade and homeroom may stand in the address.
 */
final class StudentPages {
  static final int PAGE = 50;

  private final StudentDirectory directory;
  private final Contributions contributions;
  private final Schools schools;

  StudentPages(StudentDirectory directory, Contributions contributions, Schools schools) {
    this.directory = directory;
    this.contributions = contributions;
    this.schools = schools;
  }

  void route(Router router) {
    router.get(Frame.STUDENTS, Router.Entry.FULL, visit -> list(visit, ""));
    router.post(Frame.STUDENTS, Router.Entry.FULL, this::search);
  }

  private Reply search(Visit visit) {
    String text = visit.field("q");
    return list(visit, text.length() > 100 ? text.substring(0, 100) : text);
  }

  private Reply list(Visit visit, String text) {
    List<Reach> reaches = contributions.reach(visit.actor());
    List<Reach> chosen = choose(reaches, visit.field("school"));
    Optional<Grade> grade = Grade.find(visit.field("grade"));
    List<Homeroom> homerooms = homerooms(chosen);
    String homeroom = visit.field("homeroom");
    int page = Math.max(1, number(visit.field("page")));
    Optional<StudentQuery> query =
        query(chosen, text, grade, homerooms, homeroom, (page - 1) * PAGE);
    int count = query.map(directory::count).orElse(0);
    List<StudentDirectory.Listed> found =
        count == 0 ? List.of() : directory.list(query.orElseThrow());
    Map<String, Object> model = new HashMap<>();
    model.put("q", text);
    model.put("grade", grade.map(Enum::name).orElse(""));
    model.put("homeroom", homeroom);
    model.put("school", chosen.size() == 1 ? chosen.get(0).school().value() : "");
    model.put("count", count);
    model.put("page", page);
    model.put("last", Math.max(1, (count + PAGE - 1) / PAGE));
    model.put("grades", grades(homerooms));
    model.put(
        "homerooms", homerooms.stream().filter(h -> fits(h, grade)).map(this::option).toList());
    model.put("schools", reaches.stream().map(reach -> option(reach.school())).toList());
    model.put("everywhere", reaches.stream().allMatch(Reach::whole));
    model.put("rows", found.stream().map(row -> row(row, chosen.size() > 1)).toList());
    model.put("roster", !schools.list().isEmpty());
    model.put("reached", !reaches.isEmpty());
    return Reply.page("students.ftlh", model);
  }

  /** Returns the part of the reach that is listed: one school, or all when all are whole. */
  static List<Reach> choose(List<Reach> reaches, String school) {
    List<Reach> wanted =
        reaches.stream().filter(reach -> reach.school().value().equals(school)).toList();
    if (!wanted.isEmpty()) {
      return wanted.subList(0, 1);
    }
    boolean whole = reaches.stream().allMatch(Reach::whole);
    return whole || reaches.isEmpty() ? reaches : reaches.subList(0, 1);
  }

  private Optional<StudentQuery> query(
      List<Reach> chosen,
      String text,
      Optional<Grade> grade,
      List<Homeroom> homerooms,
      String homeroom,
      int offset) {
    Set<SchoolId> ids = chosen.stream().map(Reach::school).collect(Collectors.toSet());
    Set<HomeroomId> allowed = new HashSet<>();
    Set<StudentId> named = new HashSet<>();
    boolean whole = chosen.stream().allMatch(Reach::whole);
    if (!whole) {
      allowed.addAll(chosen.get(0).homerooms());
      named.addAll(chosen.get(0).students());
    }
    if (!homeroom.isEmpty()) {
      Set<HomeroomId> one =
          homerooms.stream()
              .map(Homeroom::id)
              .filter(id -> id.value().equals(homeroom))
              .collect(Collectors.toSet());
      allowed = one;
      named.clear();
      whole = false;
    }
    if (ids.isEmpty() || (!whole && allowed.isEmpty() && named.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new StudentQuery(ids, schools.today(), text, grade, allowed, named, offset, PAGE));
  }

  /** Lists the homerooms to choose from: those of the one chosen school that are reached. */
  private List<Homeroom> homerooms(List<Reach> chosen) {
    if (chosen.size() != 1) {
      return List.of();
    }
    Reach reach = chosen.get(0);
    return directory.listHomerooms(reach.school(), schools.year().year()).stream()
        .filter(homeroom -> reach.whole() || reach.homerooms().contains(homeroom.id()))
        .toList();
  }

  private static boolean fits(Homeroom homeroom, Optional<Grade> grade) {
    return grade.isEmpty() || homeroom.grade() == grade.get();
  }

  private static List<Map<String, Object>> grades(List<Homeroom> homerooms) {
    List<Grade> grades =
        homerooms.isEmpty()
            ? List.of(Grade.values())
            : homerooms.stream().map(Homeroom::grade).distinct().sorted().toList();
    List<Map<String, Object>> options = new ArrayList<>();
    grades.forEach(grade -> options.add(Map.of("value", grade.name(), "label", grade.label())));
    return options;
  }

  private Map<String, Object> option(Homeroom homeroom) {
    return Map.of(
        "value", homeroom.id().value(), "label", className(homeroom.grade(), homeroom.name()));
  }

  private Map<String, Object> option(SchoolId school) {
    return Map.of("value", school.value(), "label", schools.name(school));
  }

  private Map<String, Object> row(StudentDirectory.Listed listed, boolean withSchool) {
    return Map.of(
        "href", Frame.STUDENTS + "/" + Reply.part(listed.student().id().value()),
        "name", listed.student().name(),
        "kana", listed.student().kana(),
        "number", listed.student().number(),
        "grade", listed.enrolment().grade().label(),
        "homeroom", listed.homeroomName(),
        "seat", listed.enrolment().number() == 0 ? "" : listed.enrolment().number(),
        "school", withSchool ? schools.name(listed.enrolment().school()) : "");
  }

  /** Returns grade and class, without saying the grade twice where the class's name has it. */
  static String className(Grade grade, String homeroom) {
    String year = grade.number() + "年";
    return homeroom.startsWith(year) || homeroom.startsWith(grade.label())
        ? homeroom
        : grade.label() + " " + homeroom;
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
  }
}
