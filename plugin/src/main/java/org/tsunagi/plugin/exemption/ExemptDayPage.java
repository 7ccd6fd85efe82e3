// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import java.util.List;
import java.util.Locale;
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
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;

/** The page of exempt days (出席停止・忌引など): a school, or a teacher's own homeroom. */
@Component(service = SchoolPage.class)
public final class ExemptDayPage implements SchoolPage {
  private final Pages pages;
  private final Gate gate;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final ExemptDayService exempt;

  /** Takes what it shows. */
  @Activate
  public ExemptDayPage(
      @Reference Pages pages,
      @Reference Gate gate,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference ExemptDayService exempt) {
    this.pages = pages;
    this.gate = gate;
    this.clock = clock;
    this.directory = directory;
    this.exempt = exempt;
  }

  @Override
  public String id() {
    return "exempt-days";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Exempt days" : "出席停止・忌引など";
  }

  @Override
  public int order() {
    return 24;
  }

  @Override
  public boolean visible(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .anyMatch(post -> post.homeroom().isPresent() || reads(actor, post));
  }

  private boolean reads(Actor actor, Post post) {
    Target target =
        post.school().<Target>map(Target.OfSchool::new).orElseGet(Target.Installation::new);
    return gate.permits(actor, Privilege.TALLY_READ, target);
  }

  @Override
  public String render(PageRequest request) {
    Actor actor = request.actor();
    List<School> schools = directory.listSchools();
    List<School> readable =
        schools.stream()
            .filter(one -> gate.permits(actor, Privilege.TALLY_READ, new Target.OfSchool(one.id())))
            .toList();
    Optional<HomeroomId> own = own(actor);
    Optional<School> school =
        readable.stream()
            .filter(
                one ->
                    request.parameter("school").map(id -> one.id().value().equals(id)).orElse(true))
            .findFirst();
    if (school.isPresent()) {
      return ofSchool(request, readable, school.get());
    }
    Homeroom room = own.flatMap(directory::findHomeroom).orElseThrow(PageNotFound::new);
    if (!gate.permits(actor, Privilege.TALLY_READ, new Target.OfHomeroom(room))) {
      throw new PageNotFound();
    }
    return render(
        request,
        List.of(),
        schools.stream().filter(one -> one.id().equals(room.school())).findFirst(),
        room.schoolYear(),
        List.of(room),
        exempt.list(actor, room.id()));
  }

  private String ofSchool(PageRequest request, List<School> readable, School school) {
    int year =
        request
            .parameter("year")
            .map(ExemptDayPage::year)
            .orElseGet(() -> SchoolYear.of(clock.today()).year());
    return render(
        request,
        readable,
        Optional.of(school),
        year,
        directory.listHomerooms(school.id(), year),
        exempt.list(request.actor(), school.id(), year));
  }

  private String render(
      PageRequest request,
      List<School> schools,
      Optional<School> school,
      int year,
      List<Homeroom> rooms,
      ExemptDayService.ExemptDays days) {
    Actor actor = request.actor();
    Set<StudentId> ids =
        days.periods().stream().map(one -> one.student()).collect(Collectors.toSet());
    days.mournings().forEach(one -> ids.add(new StudentId(one.studentId())));
    SchoolId id = school.map(School::id).orElseThrow(PageNotFound::new);
    ExemptDayPageModel model =
        new ExemptDayPageModel(
            request,
            schools,
            school.get(),
            year,
            rooms,
            days,
            ids.isEmpty() ? List.of() : directory.listStudents(ids),
            gate.permits(actor, Privilege.ACCEPTANCE_DECIDE, new Target.OfSchool(id)),
            writes(actor, id, rooms),
            gate.permits(actor, Privilege.SETTING_WRITE, new Target.OfSchool(id)),
            clock.today());
    return pages.render("exemption/page.ftlh", request.locale(), model.toMap());
  }

  private boolean writes(Actor actor, SchoolId school, List<Homeroom> rooms) {
    return gate.permits(actor, Privilege.REGISTER_WRITE, new Target.OfSchool(school))
        || rooms.stream()
            .anyMatch(
                room -> gate.permits(actor, Privilege.REGISTER_WRITE, new Target.OfHomeroom(room)));
  }

  private Optional<HomeroomId> own(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .map(Post::homeroom)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static int year(String text) {
    if (!text.matches("20[0-9]{2}")) {
      throw new PageNotFound();
    }
    return Integer.parseInt(text);
  }
}
