// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.CreditingService;
import org.tsunagi.plugin.crediting.FacilityService;
import org.tsunagi.plugin.crediting.LearningResultService;
import org.tsunagi.plugin.crediting.StudentCreditings;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The tab 出席扱い in a student's record. */
@Component(service = StudentTab.class)
public final class CreditingTab implements StudentTab {
  private final Pages pages;
  private final CreditingService creditings;
  private final LearningResultService results;
  private final FacilityService facilities;
  private final StaffDirectory staff;
  private final Gate gate;
  private final SchoolClock clock;
  private final Messages messages = Messages.load();

  /** Takes what it shows. */
  @Activate
  public CreditingTab(
      @Reference Pages pages,
      @Reference CreditingService creditings,
      @Reference LearningResultService results,
      @Reference FacilityService facilities,
      @Reference StaffDirectory staff,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.creditings = creditings;
    this.results = results;
    this.facilities = facilities;
    this.staff = staff;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "crediting";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Crediting" : "出席扱い";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    return !student.stays().isEmpty() && permits(actor, Privilege.CREDITING_READ, student);
  }

  private boolean permits(Actor actor, Privilege privilege, StudentRecord student) {
    return gate.permits(actor, privilege, new Target.OfStudent(student.id(), student.stays()));
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    try {
      return pages.render("crediting/tab.ftlh", request.locale(), model(request, student));
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private Map<String, Object> model(PageRequest request, StudentRecord student) {
    Actor actor = request.actor();
    boolean mayApply = permits(actor, Privilege.CREDITING_WRITE, student);
    boolean isNew = mayApply && request.parameter("new").isPresent();
    StudentCreditings own =
        creditings.open(actor, student, rows -> isNew ? Optional.empty() : chosen(request, rows));
    Optional<String> chosen = own.shown().map(view -> view.row().id());
    Texts texts = new Texts(messages, request.locale());
    TabModel tab = new TabModel(texts, request, clock.today(), own.rows(), chosen);
    Map<String, Object> model = new HashMap<>(tab.toMap());
    model.put("version", AssetFiles.get().version());
    model.put("mayApply", mayApply);
    model.put("isNew", isNew);
    model.put(
        "results",
        tab.results(
            results.list(
                actor, student.id(), student.stays(), SchoolYear.of(clock.today()).year())));
    Map<String, Object> data = new HashMap<>();
    data.put("student", student.id().value());
    data.put("self", request.base().self());
    if (isNew) {
      boolean openly = permits(actor, Privilege.RESTRICTED_READ, student);
      model.putAll(tab.newForm(facilities.list(actor), openly));
    }
    own.shown().ifPresent(view -> putApplication(model, data, texts, request, view));
    model.put("data", data);
    return model;
  }

  private void putApplication(
      Map<String, Object> model,
      Map<String, Object> data,
      Texts texts,
      PageRequest request,
      ApplicationView view) {
    boolean decides = view.mayDecide();
    String principal =
        decides ? request.actor().name() : principal(new SchoolId(view.row().school()));
    ApplicationModel application =
        new ApplicationModel(texts, view, request.base(), clock.today(), principal);
    model.put("app", application.toMap());
    data.putAll(application.data());
  }

  private String principal(SchoolId school) {
    return staff.listByRole(school, HostRole.PRINCIPAL, clock.today()).stream()
        .map(StaffMember::name)
        .findFirst()
        .orElse("");
  }

  /** Returns the application asked for, else one that waits, else the newest. */
  private static Optional<String> chosen(PageRequest request, List<ApplicationView.Row> rows) {
    Optional<String> asked = request.parameter("application");
    if (asked.isPresent()) {
      return Optional.of(
          rows.stream()
              .map(ApplicationView.Row::id)
              .filter(asked.get()::equals)
              .findFirst()
              .orElseThrow(PageNotFound::new));
    }
    return rows.stream()
        .filter(row -> row.state().equals("applied") || row.state().equals("waiting"))
        .findFirst()
        .or(() -> rows.stream().findFirst())
        .map(ApplicationView.Row::id);
  }
}
