// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.duplicate.domain.Merge;
import org.tsunagi.plugin.duplicate.domain.MergeRule;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The page 二重登録: what waits for the second person, what was done, and a new proposal. */
@Component(service = SchoolPage.class)
public final class DuplicatePage implements SchoolPage {
  private final Pages pages;
  private final MergeService merges;
  private final StudentDirectory directory;
  private final Gate gate;
  private final SchoolClock clock;
  private final Messages messages = Messages.load();

  /** Takes what it shows. */
  @Activate
  public DuplicatePage(
      @Reference Pages pages,
      @Reference MergeService merges,
      @Reference StudentDirectory directory,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.merges = merges;
    this.directory = directory;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "duplicates";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Duplicate records" : "二重登録";
  }

  @Override
  public int order() {
    return 96;
  }

  @Override
  public boolean visible(Actor actor) {
    return school(actor).isPresent();
  }

  private Optional<SchoolId> school(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .flatMap(post -> post.school().stream())
        .filter(id -> gate.permits(actor, Privilege.STUDENT_MERGE, new Target.OfSchool(id)))
        .findFirst();
  }

  @Override
  public String render(PageRequest request) {
    try {
      SchoolId school =
          request
              .parameter("school")
              .map(SchoolId::new)
              .or(() -> school(request.actor()))
              .orElseThrow(PageNotFound::new);
      return render(request, school, merges.list(request.actor(), school));
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private String render(PageRequest request, SchoolId school, List<Merge> all) {
    Set<StudentId> ids = new HashSet<>();
    all.forEach(one -> ids.addAll(List.of(one.from(), one.into())));
    Map<StudentId, String> names =
        directory.listStudents(ids).stream().collect(Collectors.toMap(Student::id, Student::name));
    PageRequest.Base base = request.base();
    Map<String, Object> model = new HashMap<>();
    model.put("merges", all.stream().map(one -> row(one, names, request)).toList());
    model.put("undoDays", MergeRule.UNDO_DAYS);
    model.put("school", school.value());
    model.put("version", AssetFiles.get().version());
    model.put(
        "base",
        Map.of(
            "api", base.api(),
            "assets", base.assets(),
            "students", base.students(),
            "csrfToken", base.csrfToken()));
    return pages.render("duplicate/page.ftlh", request.locale(), model);
  }

  private Map<String, Object> row(Merge one, Map<StudentId, String> names, PageRequest request) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", one.id());
    row.put("from", one.from().value());
    row.put("into", one.into().value());
    row.put("fromName", names.getOrDefault(one.from(), ""));
    row.put("intoName", names.getOrDefault(one.into(), ""));
    row.put("state", one.state());
    row.put("reason", one.reason());
    row.put("counts", counts(one.counts(), request.locale()));
    row.put("proposer", one.proposerName());
    row.put("doer", one.doerName());
    row.put("own", one.proposer().equals(request.actor().id()));
    row.put("undoable", MergeRule.checkUndoing(one.doneAt(), clock.now()).isEmpty());
    return row;
  }

  private String counts(String counts, Locale locale) {
    return Arrays.stream(counts.split(" "))
        .filter(one -> one.contains("="))
        .map(one -> one.split("=", 2))
        .map(two -> messages.text(locale, "retention.kind." + two[0]) + " " + two[1])
        .collect(Collectors.joining("、"));
  }
}
