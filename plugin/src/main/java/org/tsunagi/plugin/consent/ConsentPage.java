// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

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
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The school's list of consents that are open; a child who has moved on is reached from here. */
@Component(service = SchoolPage.class)
public final class ConsentPage implements SchoolPage {
  private final Pages pages;
  private final ConsentService consents;
  private final ConsentFragment fragment;
  private final StudentDirectory directory;
  private final Gate gate;
  private final SchoolClock clock;
  private final Messages messages = Messages.load();

  /** Takes what it shows. */
  @Activate
  public ConsentPage(
      @Reference Pages pages,
      @Reference ConsentService consents,
      @Reference ConsentFragment fragment,
      @Reference StudentDirectory directory,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.consents = consents;
    this.fragment = fragment;
    this.directory = directory;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "consents";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Open consents" : "同意の確認";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public boolean visible(Actor actor) {
    return school(actor).isPresent();
  }

  private Optional<SchoolId> school(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .flatMap(post -> post.school().stream())
        .filter(id -> gate.permits(actor, Privilege.CONSENT_READ, new Target.OfSchool(id)))
        .findFirst();
  }

  @Override
  public String render(PageRequest request) {
    try {
      Optional<StudentId> student = request.parameter("student").map(StudentId::new);
      return student.isPresent() ? one(request, student.get()) : list(request);
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private String one(PageRequest request, StudentId student) {
    String name = directory.find(student).map(Student::name).orElseThrow(PageNotFound::new);
    return fragment.render(request, student, name);
  }

  private String list(PageRequest request) {
    SchoolId school =
        request
            .parameter("school")
            .map(SchoolId::new)
            .or(() -> school(request.actor()))
            .orElseThrow(PageNotFound::new);
    List<ConsentService.Open> open = consents.listOpen(request.actor(), school);
    Set<StudentId> ids =
        open.stream().map(ConsentService.Open::student).collect(Collectors.toUnmodifiableSet());
    Map<StudentId, String> names =
        directory.listStudents(ids).stream().collect(Collectors.toMap(Student::id, Student::name));
    Map<String, Object> model = new HashMap<>();
    model.put("rows", open.stream().map(one -> row(request, one, names)).toList());
    model.put("base", ConsentFragment.base(request.base()));
    model.put("version", AssetFiles.get().version());
    return pages.render("consent/page.ftlh", request.locale(), model);
  }

  private Map<String, Object> row(
      PageRequest request, ConsentService.Open one, Map<StudentId, String> names) {
    Locale locale = request.locale();
    ConsentView consent = one.consent();
    Map<String, Object> row = new HashMap<>();
    row.put("name", names.getOrDefault(one.student(), one.student().value()));
    row.put(
        "href",
        request.base().self()
            + "?student="
            + java.net.URLEncoder.encode(
                one.student().value(), java.nio.charset.StandardCharsets.UTF_8));
    row.put("purpose", messages.text(locale, "consent.purpose." + consent.purpose()));
    row.put("recipient", consent.recipient().name());
    row.put("open", messages.text(locale, "consent.open." + one.open()));
    row.put(
        "last",
        consent.events().isEmpty()
            ? ""
            : JapaneseDates.full(consent.events().get(consent.events().size() - 1).on(), locale));
    return row;
  }
}
