// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.team.domain.Notice;

/** The page お知らせ: what one was told, the unseen first. */
@Component(service = SchoolPage.class)
public final class NoticePage implements SchoolPage {
  private final Pages pages;
  private final NoticeService notices;
  private final StudentDirectory directory;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public NoticePage(
      @Reference Pages pages,
      @Reference NoticeService notices,
      @Reference StudentDirectory directory,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.notices = notices;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "notices";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Notices" : "お知らせ";
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  public boolean visible(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()) && post.school().isPresent())
        .anyMatch(post -> post.role() != HostRole.INTEGRATOR && post.role() != HostRole.OFFICE);
  }

  @Override
  public String render(PageRequest request) {
    List<Notice> told = notices.list(request.actor());
    Map<StudentId, Student> names =
        directory
            .listStudents(
                told.stream().map(Notice::student).collect(Collectors.toUnmodifiableSet()))
            .stream()
            .collect(Collectors.toMap(Student::id, Function.identity()));
    PageRequest.Base base = request.base();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "base",
        Map.of(
            "api", base.api(),
            "assets", base.assets(),
            "csrfToken", base.csrfToken(),
            "pages", base.pages(),
            "students", base.students()));
    model.put("version", AssetFiles.get().version());
    model.put("notices", told.stream().map(one -> row(one, names, request.locale())).toList());
    return pages.render("team/notices.ftlh", request.locale(), model);
  }

  private static Map<String, Object> row(
      Notice notice, Map<StudentId, Student> names, Locale locale) {
    Student student = names.get(notice.student());
    Map<String, Object> row = new HashMap<>();
    row.put("id", notice.id());
    row.put("kind", notice.kind());
    row.put("student", notice.student().value());
    row.put("name", student == null ? "" : Objects.requireNonNull(student).name());
    row.put("by", notice.actorName());
    row.put("reason", notice.reason());
    row.put("at", TeamRows.moment(notice.toldAt(), locale));
    row.put("seen", notice.seenAt().isPresent());
    return row;
  }
}
