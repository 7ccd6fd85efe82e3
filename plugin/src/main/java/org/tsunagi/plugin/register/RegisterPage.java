// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The page of the class register (出席簿): one homeroom, one month. */
@Component(service = SchoolPage.class)
public final class RegisterPage implements SchoolPage {
  private final Pages pages;
  private final RegisterService register;
  private final StudentDirectory directory;
  private final Gate gate;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public RegisterPage(
      @Reference Pages pages,
      @Reference RegisterService register,
      @Reference StudentDirectory directory,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.register = register;
    this.directory = directory;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "register";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Register" : "出席簿";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public boolean visible(Actor actor) {
    return actor.posts().stream().anyMatch(post -> post.heldOn(clock.today()));
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
    LocalDate today = clock.today();
    Optional<Homeroom> asked =
        request
            .parameter("homeroom")
            .map(id -> directory.findHomeroom(new HomeroomId(id)).orElseThrow(PageNotFound::new));
    List<Homeroom> rooms = listRooms(request.actor(), asked, today);
    Optional<Homeroom> room = asked.or(() -> ownOrFirst(request.actor(), rooms, today));
    Map<String, Object> model = new HashMap<>();
    room.ifPresentOrElse(
        chosen -> {
          YearMonth month = monthOf(request, chosen, today);
          RegisterView view = register.month(request.actor(), chosen, month);
          boolean editable =
              gate.permits(
                  request.actor(), Privilege.REGISTER_WRITE, new Target.OfHomeroom(chosen));
          model.putAll(new RegisterPageModel(view, request, rooms, editable).toMap());
        },
        () -> model.putAll(RegisterPageModel.empty(request)));
    return pages.render("register/page.ftlh", request.locale(), model);
  }

  private List<Homeroom> listRooms(Actor actor, Optional<Homeroom> asked, LocalDate today) {
    int year = asked.map(Homeroom::schoolYear).orElse(SchoolYear.of(today).year());
    Optional<SchoolId> school = asked.map(Homeroom::school).or(() -> schoolOf(actor, today));
    return school.map(id -> directory.listHomerooms(id, year)).orElse(List.of()).stream()
        .filter(room -> gate.permits(actor, Privilege.REGISTER_READ, new Target.OfHomeroom(room)))
        .toList();
  }

  private Optional<SchoolId> schoolOf(Actor actor, LocalDate today) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(today))
        .flatMap(post -> post.school().stream())
        .findFirst()
        .or(() -> directory.listSchools().stream().map(school -> school.id()).findFirst());
  }

  private static Optional<Homeroom> ownOrFirst(Actor actor, List<Homeroom> rooms, LocalDate today) {
    List<HomeroomId> own =
        actor.posts().stream()
            .filter(post -> post.heldOn(today))
            .map(Post::homeroom)
            .flatMap(Optional::stream)
            .toList();
    return rooms.stream()
        .filter(room -> own.contains(room.id()))
        .findFirst()
        .or(() -> rooms.stream().findFirst());
  }

  /** Returns the month asked for, else today's, else the last one of the homeroom's year. */
  private static YearMonth monthOf(PageRequest request, Homeroom room, LocalDate today) {
    SchoolYear year = new SchoolYear(room.schoolYear());
    return request
        .parameter("month")
        .map(RegisterPage::parseMonth)
        .filter(month -> year.contains(month.atDay(1)))
        .orElseGet(
            () -> year.contains(today) ? YearMonth.from(today) : YearMonth.from(year.last()));
  }

  private static YearMonth parseMonth(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw new PageNotFound();
    }
  }
}
