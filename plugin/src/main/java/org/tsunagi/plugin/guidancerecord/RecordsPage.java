// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The page 指導要録の数: figures of a class or grade, what stops the closing, the closing. */
@Component(service = SchoolPage.class)
public final class RecordsPage implements SchoolPage {
  private final Pages pages;
  private final ClassRecordService classes;
  private final StudentDirectory directory;
  private final Gate gate;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public RecordsPage(
      @Reference Pages pages,
      @Reference ClassRecordService classes,
      @Reference StudentDirectory directory,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.classes = classes;
    this.directory = directory;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "records";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Record figures" : "指導要録の数";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public boolean visible(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .anyMatch(
            post ->
                post.homeroom().isPresent()
                    || post.school().isEmpty()
                    || gate.permits(
                        actor, Privilege.RECORD_READ, new Target.OfSchool(post.school().get())));
  }

  @Override
  public String render(PageRequest request) {
    try {
      return renderChosen(request);
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private String renderChosen(PageRequest request) {
    Actor actor = request.actor();
    int year = yearOf(request);
    List<School> all = directory.listSchools();
    List<School> schools = all.stream().filter(one -> reaches(actor, one.id())).toList();
    School school =
        request
            .parameter("school")
            .flatMap(id -> schools.stream().filter(one -> one.id().value().equals(id)).findFirst())
            .or(() -> schools.stream().findFirst())
            .orElseThrow(PageNotFound::new);
    boolean whole = gate.permits(actor, Privilege.RECORD_READ, new Target.OfSchool(school.id()));
    List<Homeroom> rooms = directory.listHomerooms(school.id(), year);
    List<Homeroom> readable =
        rooms.stream()
            .filter(room -> gate.permits(actor, Privilege.RECORD_READ, new Target.OfHomeroom(room)))
            .toList();
    Map<String, Object> model = frame(request, year, school, schools, readable);
    model.put("whole", whole);
    model.put("closer", permits(actor, Privilege.RECORD_CLOSE, school));
    model.put("surveyor", permits(actor, Privilege.SURVEY_READ, school));
    model.put("city", countsMany(actor, schools));
    chosen(request, readable, whole)
        .ifPresent(
            choice ->
                choose(
                    model,
                    classes.list(actor, choice.query(school.id(), year), rooms, school.name()),
                    choice));
    return pages.render("guidancerecord/records.ftlh", request.locale(), model);
  }

  private record Choice(Optional<Grade> grade, Optional<HomeroomId> homeroom) {
    ClassRecordService.Query query(SchoolId school, int year) {
      return new ClassRecordService.Query(school, year, grade, homeroom);
    }
  }

  private static void choose(Map<String, Object> model, ClassRecords records, Choice choice) {
    model.put("place", records.place());
    model.put("records", RecordsModel.lines(records));
    model.put("open", RecordsModel.open(records));
    model.put("openForAll", RecordsModel.openForAll(records));
    model.put("grade", choice.grade().map(Grade::name).orElse(""));
    model.put("homeroom", choice.homeroom().map(HomeroomId::value).orElse(""));
  }

  /** Returns the grade or homeroom asked for, else the first homeroom that may be read. */
  private static Optional<Choice> chosen(PageRequest request, List<Homeroom> rooms, boolean whole) {
    Optional<String> grade = request.parameter("grade");
    if (grade.isPresent() && whole) {
      return Optional.of(
          new Choice(
              Optional.of(Grade.find(grade.get()).orElseThrow(PageNotFound::new)),
              Optional.empty()));
    }
    Optional<String> asked = request.parameter("homeroom");
    if (asked.isPresent()) {
      return Optional.of(new Choice(Optional.empty(), asked.map(HomeroomId::new)));
    }
    return rooms.stream()
        .findFirst()
        .map(room -> new Choice(Optional.empty(), Optional.of(room.id())));
  }

  private Map<String, Object> frame(
      PageRequest request, int year, School school, List<School> schools, List<Homeroom> rooms) {
    PageRequest.Base base = request.base();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "base", Map.of("api", base.api(), "assets", base.assets(), "csrfToken", base.csrfToken()));
    model.put("self", base.self());
    model.put("students", base.students());
    model.put("register", base.pages() + "/register");
    model.put("version", AssetFiles.get().version());
    model.put("schoolYear", year);
    model.put("yearLabel", JapaneseDates.schoolYear(year, request.locale()));
    int present = SchoolYear.of(clock.today()).year();
    model.put(
        "years",
        IntStream.rangeClosed(present - 2, present)
            .mapToObj(
                one ->
                    Map.of("year", one, "label", JapaneseDates.schoolYear(one, request.locale())))
            .toList());
    model.put("school", school);
    model.put("schools", schools);
    model.put(
        "rooms",
        rooms.stream().map(room -> Map.of("id", room.id().value(), "name", room.name())).toList());
    model.put(
        "grades",
        rooms.stream()
            .map(Homeroom::grade)
            .distinct()
            .sorted()
            .map(grade -> Map.of("code", grade.name(), "label", grade.label()))
            .toList());
    model.put("place", "");
    model.put("records", List.of());
    model.put("open", List.of());
    model.put("openForAll", "");
    model.put("grade", "");
    model.put("homeroom", "");
    return model;
  }

  private int yearOf(PageRequest request) {
    Optional<String> asked = request.parameter("year");
    if (asked.isPresent() && !asked.get().matches("(19|2\\d)\\d\\d")) {
      throw new PageNotFound();
    }
    return asked.map(Integer::parseInt).orElse(SchoolYear.of(clock.today()).year());
  }

  private boolean permits(Actor actor, Privilege privilege, School school) {
    return gate.permits(actor, privilege, new Target.OfSchool(school.id()));
  }

  /** Tells whether the actor may have more than one school counted at once. */
  private boolean countsMany(Actor actor, List<School> schools) {
    return schools.stream()
            .filter(one -> permits(actor, Privilege.TALLY_READ, one))
            .filter(one -> permits(actor, Privilege.SURVEY_READ, one))
            .limit(2)
            .count()
        > 1;
  }

  /** Tells whether the actor has a post at the school, or reads records or surveys there. */
  private boolean reaches(Actor actor, SchoolId school) {
    Target target = new Target.OfSchool(school);
    return gate.permits(actor, Privilege.RECORD_READ, target)
        || gate.permits(actor, Privilege.SURVEY_READ, target)
        || actor.posts().stream()
            .filter(post -> post.heldOn(clock.today()))
            .anyMatch(
                post -> post.homeroom().isPresent() && post.school().equals(Optional.of(school)));
  }
}
