// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import java.time.LocalDate;
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
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Destruction;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Hold;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The page 保存と廃棄: who is due, what is kept back, what waits for the second person. */
@Component(service = SchoolPage.class)
public final class RetentionPage implements SchoolPage {
  private static final int SHOWN = 100;

  private final Pages pages;
  private final RetentionService retention;
  private final StudentDirectory directory;
  private final Gate gate;
  private final SchoolClock clock;
  private final Messages messages = Messages.load();

  /** Takes what it shows. */
  @Activate
  public RetentionPage(
      @Reference Pages pages,
      @Reference RetentionService retention,
      @Reference StudentDirectory directory,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.retention = retention;
    this.directory = directory;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "retention";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Keeping and disposal" : "保存と廃棄";
  }

  @Override
  public int order() {
    return 95;
  }

  @Override
  public boolean visible(Actor actor) {
    return school(actor).isPresent();
  }

  private Optional<SchoolId> school(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .flatMap(post -> post.school().stream())
        .filter(id -> gate.permits(actor, Privilege.RETENTION_READ, new Target.OfSchool(id)))
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
      return render(request, school, retention.review(request.actor(), school));
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private String render(PageRequest request, SchoolId school, RetentionReview review) {
    Target.OfSchool target = new Target.OfSchool(school);
    List<RetentionReview.Child> shown = review.children().stream().limit(SHOWN).toList();
    Map<StudentId, String> names = names(shown, review);
    Locale locale = request.locale();
    Map<String, Object> model = new HashMap<>();
    model.put("mayWrite", gate.permits(request.actor(), Privilege.RETENTION_WRITE, target));
    model.put("mayDestroy", gate.permits(request.actor(), Privilege.RETENTION_DESTROY, target));
    model.put("years", review.years());
    model.put("basis", review.basis());
    model.put("settingVersion", review.version());
    model.put("children", shown.stream().map(one -> child(one, names, locale)).toList());
    model.put("more", review.children().size() - shown.size());
    model.put("holds", review.holds().stream().map(one -> hold(one, names)).toList());
    model.put(
        "destructions",
        review.destructions().stream().limit(SHOWN).map(d -> line(d, names, request)).toList());
    model.put("path", "/schools/" + encoded(school.value()) + "/retention");
    model.put("base", base(request.base()));
    model.put("version", AssetFiles.get().version());
    return pages.render("retention/page.ftlh", locale, model);
  }

  private Map<StudentId, String> names(List<RetentionReview.Child> shown, RetentionReview review) {
    Set<StudentId> ids = new HashSet<>();
    shown.forEach(one -> ids.add(new StudentId(one.student())));
    review.holds().forEach(one -> ids.add(one.student()));
    review.destructions().stream().limit(SHOWN).forEach(one -> ids.add(one.student()));
    return directory.listStudents(ids).stream()
        .collect(Collectors.toMap(Student::id, Student::name));
  }

  private static Map<String, Object> child(
      RetentionReview.Child one, Map<StudentId, String> names, Locale locale) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", one.student());
    row.put("href", "/students/" + encoded(one.student()) + "/held");
    row.put("name", names.getOrDefault(new StudentId(one.student()), one.student()));
    row.put("leftOn", day(one.leftOn(), locale));
    row.put("until", day(one.until(), locale));
    row.put("due", one.due());
    row.put("held", one.held());
    row.put("proposed", one.proposed());
    return row;
  }

  private static Map<String, Object> hold(Hold one, Map<StudentId, String> names) {
    return Map.of(
        "id", one.id(),
        "name", names.getOrDefault(one.student(), one.student().value()),
        "reason", one.reason(),
        "by", one.byName());
  }

  private Map<String, Object> line(
      Destruction one, Map<StudentId, String> names, PageRequest request) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", one.id());
    row.put("name", names.getOrDefault(one.student(), one.student().value()));
    row.put("state", one.state());
    row.put("stateLabel", messages.text(request.locale(), "retention.state." + one.state()));
    row.put("reason", one.reason());
    row.put("counts", counts(one.counts(), request.locale()));
    row.put("hash", one.hash().substring(0, 16));
    row.put("proposer", one.proposerName());
    row.put("closer", one.closerName());
    row.put("own", one.proposer().equals(request.actor().id()));
    return row;
  }

  private String counts(String counts, Locale locale) {
    return Arrays.stream(counts.split(" "))
        .filter(one -> one.contains("="))
        .map(
            one -> {
              String[] parts = one.split("=", 2);
              return messages.text(locale, "retention.kind." + parts[0]) + " " + parts[1];
            })
        .collect(Collectors.joining("、"));
  }

  private static String day(LocalDate date, Locale locale) {
    return JapaneseDates.full(date, locale);
  }

  private static String encoded(String id) {
    return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  private static Map<String, Object> base(PageRequest.Base base) {
    return Map.of(
        "self", base.self(),
        "pages", base.pages(),
        "students", base.students(),
        "api", base.api(),
        "assets", base.assets(),
        "csrfToken", base.csrfToken());
  }
}
