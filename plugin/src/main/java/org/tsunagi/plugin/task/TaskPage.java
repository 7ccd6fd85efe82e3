// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.task;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.JapaneseDates;

/** The page きょうすること: what one has to do, the overdue first. */
@Component(service = SchoolPage.class)
public final class TaskPage implements SchoolPage {
  private static final String ALL = "all";

  private final Pages pages;
  private final TaskService tasks;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public TaskPage(
      @Reference Pages pages, @Reference TaskService tasks, @Reference SchoolClock clock) {
    this.pages = pages;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "tasks";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "To do" : "すること";
  }

  @Override
  public int order() {
    return 34;
  }

  @Override
  public boolean visible(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()) && post.school().isPresent())
        .anyMatch(post -> post.role() != HostRole.INTEGRATOR && post.role() != HostRole.OFFICE);
  }

  @Override
  public String render(PageRequest request) {
    if (!visible(request.actor())) {
      throw new PageNotFound();
    }
    boolean everybody = request.parameter("whose").filter(ALL::equals).isPresent();
    List<PersonTask> all = tasks.list(request.actor(), everybody);
    LocalDate today = clock.today();
    Map<String, Object> model = new HashMap<>();
    model.put("base", request.base());
    model.put("version", AssetFiles.get().version());
    model.put("everybody", everybody);
    model.put("late", rows(request, all, PersonTask::late));
    model.put("today", rows(request, all, task -> on(task).equals(today)));
    model.put(
        "week",
        rows(
            request, all, task -> on(task).isAfter(today) && !on(task).isAfter(today.plusDays(7))));
    model.put("later", rows(request, all, task -> on(task).isAfter(today.plusDays(7))));
    return pages.render("task/page.ftlh", request.locale(), model);
  }

  private static LocalDate on(PersonTask task) {
    return task.dueOn().orElse(LocalDate.MAX);
  }

  private static List<Map<String, Object>> rows(
      PageRequest request, List<PersonTask> all, Predicate<PersonTask> wanted) {
    return all.stream().filter(wanted).map(task -> row(request, task)).toList();
  }

  private static Map<String, Object> row(PageRequest request, PersonTask task) {
    Map<String, Object> row = new HashMap<>();
    row.put("kind", task.kind());
    row.put("student", task.student());
    row.put("name", task.name());
    row.put("homeroom", task.homeroom());
    row.put("text", task.text());
    row.put("person", task.person());
    row.put("mine", task.mine());
    row.put(
        "due",
        task.dueOn().map(on -> JapaneseDates.dayAndWeekday(on, request.locale())).orElse(""));
    row.put("late", task.late());
    row.put("part", task.part());
    row.put("row", task.row());
    row.put("version", task.version());
    row.put("href", href(request, task));
    return row;
  }

  private static String href(PageRequest request, PersonTask task) {
    String record =
        request.base().students()
            + "/"
            + URLEncoder.encode(task.student(), StandardCharsets.UTF_8).replace("+", "%20");
    return switch (task.kind()) {
      case "agreement" ->
          record + "/meetings?meeting=" + task.part().substring("meeting-".length());
      case "watch" -> request.base().pages() + "/watch";
      default -> record + "/sheet-b?year=" + task.part().substring("b-".length());
    };
  }
}
