// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The page of what was noticed (気づきの一覧): first whom nobody takes care of, then what to do next. */
@Component(service = SchoolPage.class)
public final class WatchPage implements SchoolPage {
  private final Pages pages;
  private final WatchService watch;
  private final StudentDirectory directory;
  private final Gate gate;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public WatchPage(
      @Reference Pages pages,
      @Reference WatchService watch,
      @Reference StudentDirectory directory,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.watch = watch;
    this.directory = directory;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "watch";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Noticed" : "気づきの一覧";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public boolean visible(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .anyMatch(
            post ->
                post.homeroom().isPresent()
                    || post.school().filter(id -> seesWhole(actor, id)).isPresent()
                    || (post.school().isEmpty()
                        && gate.permits(actor, Privilege.WATCH_READ, new Target.Installation())));
  }

  /** Lists the schools all of whose children the actor may see. */
  private List<School> schools(Actor actor) {
    return directory.listSchools().stream().filter(one -> seesWhole(actor, one.id())).toList();
  }

  /** Returns the school asked for; for somebody without a school of their own the first one. */
  private Optional<SchoolId> school(PageRequest request, List<School> schools) {
    boolean own =
        request.actor().posts().stream()
            .anyMatch(post -> post.heldOn(clock.today()) && post.school().isPresent());
    return request
        .parameter("school")
        .map(SchoolId::new)
        .or(() -> own ? Optional.empty() : schools.stream().findFirst().map(School::id));
  }

  private boolean seesWhole(Actor actor, SchoolId school) {
    return gate.permits(actor, Privilege.WATCH_READ, new Target.OfSchool(school));
  }

  @Override
  public String render(PageRequest request) {
    try {
      Actor actor = request.actor();
      List<School> schools = schools(actor);
      WatchBoard board = watch.board(actor, school(request, schools), Optional.empty());
      WatchPageModel.View view = WatchPageModel.View.of(request);
      List<WatchChild> shown = view.list(board);
      Map<StudentId, Student> names =
          directory
              .listStudents(
                  shown.stream().map(WatchChild::student).collect(Collectors.toUnmodifiableSet()))
              .stream()
              .collect(Collectors.toMap(Student::id, Function.identity()));
      boolean writes = writes(actor, board);
      WatchPageModel model =
          new WatchPageModel(board, view, shown, names, writes, schools, request);
      return pages.render("watch/page.ftlh", request.locale(), model.toMap());
    } catch (Missing | NotPermitted | Malformed e) {
      throw new PageNotFound();
    }
  }

  private boolean writes(Actor actor, WatchBoard board) {
    return gate.permits(actor, Privilege.WATCH_WRITE, new Target.OfSchool(board.school()))
        || board.homerooms().stream()
            .anyMatch(
                room -> gate.permits(actor, Privilege.WATCH_WRITE, new Target.OfHomeroom(room)));
  }
}
