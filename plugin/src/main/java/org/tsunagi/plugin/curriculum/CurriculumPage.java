// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.SchoolPage;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The page 特別の教育課程: a school's plans, and one of them beside the law's standard. */
@Component(service = SchoolPage.class)
public final class CurriculumPage implements SchoolPage {
  private final Pages pages;
  private final PlanService plans;
  private final Gate gate;
  private final SchoolClock clock;

  /** Takes what it shows. */
  @Activate
  public CurriculumPage(
      @Reference Pages pages,
      @Reference PlanService plans,
      @Reference Gate gate,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.plans = plans;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "curricula";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Special curricula" : "特別の教育課程";
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public boolean visible(Actor actor) {
    return school(actor).isPresent();
  }

  private Optional<SchoolId> school(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .flatMap(post -> post.school().stream())
        .filter(id -> gate.permits(actor, Privilege.CURRICULUM_READ, new Target.OfSchool(id)))
        .findFirst();
  }

  @Override
  public String render(PageRequest request) {
    try {
      Actor actor = request.actor();
      SchoolId school =
          request
              .parameter("school")
              .map(SchoolId::new)
              .or(() -> school(actor))
              .orElseThrow(PageNotFound::new);
      List<PlanView.Line> lines = plans.list(actor, school);
      Optional<PlanView> shown =
          request
              .parameter("plan")
              .or(() -> lines.stream().map(PlanView.Line::id).findFirst())
              .map(id -> plans.view(actor, school, id, number(request)));
      CurriculumPageModel model =
          new CurriculumPageModel(
              request,
              school,
              lines,
              shown,
              gate.permits(actor, Privilege.CURRICULUM_WRITE, new Target.OfSchool(school)),
              gate.permits(actor, Privilege.CURRICULUM_APPROVE, new Target.OfSchool(school)),
              clock.today());
      return pages.render("curriculum/page.ftlh", request.locale(), model.toMap());
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }

  private static int number(PageRequest request) {
    String text = request.parameter("version").orElse("0");
    if (!text.matches("[0-9]{1,4}")) {
      throw new PageNotFound();
    }
    return Integer.parseInt(text);
  }
}
