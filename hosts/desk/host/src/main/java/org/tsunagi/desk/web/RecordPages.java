// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.School;

/** A student's record with its tabs, and the school pages: the frames around fragments. */
final class RecordPages {
  private final StudentDirectory directory;
  private final Contributions contributions;
  private final Schools schools;
  private final Frame frame;

  RecordPages(
      StudentDirectory directory, Contributions contributions, Schools schools, Frame frame) {
    this.directory = directory;
    this.contributions = contributions;
    this.schools = schools;
    this.frame = frame;
  }

  void route(Router router) {
    router.get(Frame.STUDENTS + "/*", Router.Entry.FULL, this::record);
    router.get(Frame.STUDENTS + "/*/*", Router.Entry.FULL, this::tab);
    router.get(Frame.PAGES + "/*", Router.Entry.FULL, this::page);
  }

  private Reply record(Visit visit) {
    StudentRecord student = student(visit);
    List<StudentTab> tabs = contributions.listTabs(visit.actor(), student);
    if (tabs.isEmpty()) {
      return Reply.page("record.ftlh", model(visit, student, tabs, Optional.empty()));
    }
    return new Reply.Redirect(address(student.id(), tabs.get(0)));
  }

  private Reply tab(Visit visit) {
    StudentRecord student = student(visit);
    List<StudentTab> tabs = contributions.listTabs(visit.actor(), student);
    StudentTab tab =
        tabs.stream()
            .filter(one -> one.id().equals(visit.part(2)))
            .findFirst()
            .orElseThrow(PageNotFound::new);
    Map<String, Object> model = model(visit, student, tabs, Optional.of(tab));
    String html = tab.render(frame.request(visit, address(student.id(), tab)), student);
    model.put("fragment", Templates.markup(html));
    return Reply.page("record.ftlh", model);
  }

  private Reply page(Visit visit) {
    SchoolPage page = contributions.findPage(visit.part(1)).orElseThrow(PageNotFound::new);
    String self = Frame.PAGES + "/" + Reply.part(page.id());
    String html = page.render(frame.request(visit, self));
    return Reply.page(
        "page.ftlh",
        Map.of("title", page.title(visit.locale()), "fragment", Templates.markup(html)));
  }

  /** Reads the student once; tabs and surroundings are given what was read. */
  private StudentRecord student(Visit visit) {
    if (visit.part(1).isBlank() || visit.part(1).length() > 255) {
      throw new PageNotFound();
    }
    return directory
        .findRecord(new StudentId(visit.part(1)))
        .filter(student -> contributions.permits(visit.actor(), student))
        .orElseThrow(PageNotFound::new);
  }

  private Map<String, Object> model(
      Visit visit, StudentRecord record, List<StudentTab> tabs, Optional<StudentTab> current) {
    Student student = record.student();
    Map<String, Object> model = new HashMap<>();
    model.put("familyName", student.familyName());
    model.put("familyKana", student.familyKana());
    model.put("givenName", student.givenName());
    model.put("givenKana", student.givenKana());
    model.put("name", student.name());
    model.put("number", student.number());
    model.put("place", place(record));
    model.put("title", current.map(tab -> tab.title(visit.locale())).orElse(""));
    model.put(
        "tabs",
        tabs.stream()
            .map(
                tab ->
                    Map.of(
                        "href", address(record.id(), tab),
                        "title", tab.title(visit.locale()),
                        "current", current.filter(tab::equals).isPresent()))
            .toList());
    return model;
  }

  /** Returns school, class and number of today's stay, or of the last one with its end. */
  private Map<String, Object> place(StudentRecord record) {
    LocalDate today = schools.today();
    List<Enrolment> stays = record.stays();
    Optional<Enrolment> stay =
        stays.stream()
            .filter(one -> one.covers(today))
            .findFirst()
            .or(() -> stays.stream().max(Comparator.comparing(Enrolment::first)));
    if (stay.isEmpty()) {
      return Map.of("school", "", "homeroom", "", "seat", "", "left", "");
    }
    Enrolment found = stay.get();
    String homeroom = found.homeroom().flatMap(record::homeroom).map(Homeroom::name).orElse("");
    return Map.of(
        "school",
        record.school(found.school()).map(School::name).orElse(""),
        "homeroom",
        StudentPages.className(found.grade(), homeroom).strip(),
        "seat",
        found.number() == 0 ? "" : found.number(),
        "left",
        found.covers(today) ? "" : found.last().map(LocalDate::toString).orElse(""));
  }

  private static String address(StudentId student, StudentTab tab) {
    return Frame.STUDENTS + "/" + Reply.part(student.value()) + "/" + Reply.part(tab.id());
  }
}
