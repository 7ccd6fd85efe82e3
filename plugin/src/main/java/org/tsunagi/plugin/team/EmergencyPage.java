// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;

/**
 * The page 緊急の閲覧: a teacher of another class chooses class and child and says why. It names the
 * children of the own school and nothing else of them.
 */
@Component(service = SchoolPage.class)
public final class EmergencyPage implements SchoolPage {
  private final Pages pages;
  private final StudentDirectory directory;
  private final Gate gate;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public EmergencyPage(
      @Reference Pages pages,
      @Reference StudentDirectory directory,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.directory = directory;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "emergency";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Emergency reading" : "緊急の閲覧";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public boolean visible(Actor actor) {
    return school(actor).isPresent();
  }

  private Optional<SchoolId> school(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .flatMap(post -> post.school().stream())
        .filter(id -> gate.permits(actor, Privilege.ACCESS_EMERGENCY, new Target.OfSchool(id)))
        .findFirst();
  }

  @Override
  public String render(PageRequest request) {
    SchoolId school = school(request.actor()).orElseThrow(PageNotFound::new);
    int year = SchoolYear.of(clock.today()).year();
    List<Homeroom> rooms = directory.listHomerooms(school, year);
    Optional<Homeroom> chosen =
        request
            .parameter("homeroom")
            .flatMap(id -> rooms.stream().filter(room -> room.id().value().equals(id)).findFirst());
    PageRequest.Base base = request.base();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "rooms",
        rooms.stream()
            .map(
                room ->
                    Map.of(
                        "name", room.name(),
                        "href", base.self() + "?homeroom=" + encoded(room.id().value()),
                        "current", chosen.filter(room::equals).isPresent()))
            .toList());
    model.put("chosen", chosen.map(Homeroom::name).orElse(""));
    model.put("children", chosen.map(this::children).orElse(List.of()));
    model.put("version", AssetFiles.get().version());
    model.put("base", base(base));
    return pages.render("team/emergency-page.ftlh", request.locale(), model);
  }

  private static Map<String, Object> base(PageRequest.Base base) {
    return Map.of(
        "api", base.api(),
        "assets", base.assets(),
        "students", base.students(),
        "csrfToken", base.csrfToken());
  }

  private List<Map<String, Object>> children(Homeroom room) {
    List<Enrolment> stays =
        new ArrayList<>(directory.listHomeroomEnrolments(room.id(), clock.today(), clock.today()));
    stays.sort(Comparator.comparing(Enrolment::number));
    Set<StudentId> ids = stays.stream().map(Enrolment::student).collect(Collectors.toSet());
    Map<StudentId, String> names =
        directory.listStudents(ids).stream().collect(Collectors.toMap(Student::id, Student::name));
    return stays.stream()
        .map(
            stay ->
                Map.<String, Object>of(
                    "id", stay.student().value(),
                    "number", stay.number(),
                    "name", names.getOrDefault(stay.student(), "")))
        .toList();
  }

  private static String encoded(String id) {
    return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
