// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import java.util.Comparator;
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
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;

/** The tab 協議 in a student's record: the meetings, and one of them. */
@Component(service = StudentTab.class)
public final class MeetingsTab implements StudentTab {
  private static final String NEW = "new";

  private final SheetPages pages;
  private final Pages templates;
  private final SheetService sheets;
  private final SheetTaskService tasks;
  private final SheetDraftService drafts;

  /** Takes what it shows. */
  @Activate
  public MeetingsTab(
      @Reference SheetPages pages,
      @Reference Pages templates,
      @Reference SheetService sheets,
      @Reference SheetTaskService tasks,
      @Reference SheetDraftService drafts) {
    this.pages = pages;
    this.templates = templates;
    this.sheets = sheets;
    this.tasks = tasks;
    this.drafts = drafts;
  }

  @Override
  public String id() {
    return "meetings";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Meetings" : "協議シート";
  }

  @Override
  public int order() {
    return 24;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    return pages.visible(actor, student);
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    Optional<String> meeting = request.parameter("meeting");
    return meeting.isPresent() ? one(request, student, meeting.get()) : list(request, student);
  }

  private String one(PageRequest request, StudentRecord student, String asked) {
    String id = asked.equals(NEW) ? FieldModel.newId() : asked;
    SheetKey key =
        SheetKey.find(SheetKind.MEETING.code() + "-" + id).orElseThrow(PageNotFound::new);
    return pages.render(
        request,
        student,
        key,
        (open, model) -> {
          if (open.newest().isEmpty() && !asked.equals(NEW) && !open.view().canWrite()) {
            throw new PageNotFound();
          }
          model.put("agreed", agreed(open));
          boolean english = request.locale().getLanguage().equals("en");
          model.put(
              "years",
              List.of(
                  Map.of(
                      "label",
                      english ? "All meetings" : "会議の一覧",
                      "current",
                      false,
                      "href",
                      request.base().self())));
        });
  }

  /** Lists the saved agreements that could become measures; none where the actor can't write. */
  private static List<Map<String, Object>> agreed(OpenPart open) {
    return !open.writable().holds("agreements")
        ? List.of()
        : open.view().content().rows("agreements").stream()
            .filter(row -> !row.cell("text").isEmpty())
            .map(
                row ->
                    Map.<String, Object>of(
                        "row", row.id(),
                        "text", row.cell("text"),
                        "person", row.cell("person"),
                        "added", row.cell("plan").equals("added")))
            .toList();
  }

  private String list(PageRequest request, StudentRecord student) {
    try {
      List<Map<String, Object>> meetings =
          sheets.list(request.actor(), student).stream()
              .filter(line -> line.key().startsWith(SheetKind.MEETING.code() + "-"))
              .sorted(Comparator.comparing(SheetView.Line::on).reversed())
              .map(line -> line(request, line))
              .toList();
      Map<String, Object> model = new HashMap<>();
      PageRequest.Base base = request.base();
      model.put(
          "base",
          Map.of(
              "api",
              base.api(),
              "assets",
              base.assets(),
              "csrfToken",
              base.csrfToken(),
              "students",
              base.students(),
              "self",
              base.self()));
      model.put("version", AssetFiles.get().version());
      model.put("studentId", student.id().value());
      model.put("meetings", meetings);
      model.put("drafts", drafts(request, student, meetings));
      model.put("writable", pages.writable(request.actor(), student));
      model.put(
          "tasks", new TaskModel(student.id(), request).list(tasks.list(request.actor(), student)));
      return templates.render("supportsheet/meetings.ftlh", request.locale(), model);
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  /** Lists the addresses of meetings that the actor has begun and not saved yet. */
  private List<String> drafts(
      PageRequest request, StudentRecord student, List<Map<String, Object>> saved) {
    return drafts.listOwn(request.actor(), student).stream()
        .filter(key -> key.kind() == SheetKind.MEETING)
        .map(key -> request.base().self() + "?meeting=" + key.meeting())
        .filter(href -> saved.stream().noneMatch(one -> href.equals(one.get("href"))))
        .toList();
  }

  private static Map<String, Object> line(PageRequest request, SheetView.Line line) {
    String id = line.key().substring(SheetKind.MEETING.code().length() + 1);
    String day =
        line.on().isEmpty() ? "" : JapaneseDates.full(LocalDate.parse(line.on()), request.locale());
    return Map.of(
        "href", request.base().self() + "?meeting=" + id,
        "on", day,
        "state", line.state(),
        "version", line.version(),
        "savedBy", line.savedBy());
  }
}
