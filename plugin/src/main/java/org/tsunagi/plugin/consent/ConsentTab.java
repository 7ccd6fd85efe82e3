// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageNotFound;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.page.StudentTab;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;

/** The tab 同意と提供 in a student's record. */
@Component(service = StudentTab.class)
public final class ConsentTab implements StudentTab {
  private final ConsentFragment fragment;
  private final Gate gate;

  /** Takes what it shows. */
  @Activate
  public ConsentTab(@Reference ConsentFragment fragment, @Reference Gate gate) {
    this.fragment = fragment;
    this.gate = gate;
  }

  @Override
  public String id() {
    return "consent";
  }

  @Override
  public String title(Locale locale) {
    return locale.getLanguage().equals("en") ? "Consent and disclosure" : "同意と提供";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public boolean visible(Actor actor, StudentRecord student) {
    return !student.stays().isEmpty()
        && gate.permits(
            actor, Privilege.CONSENT_READ, new Target.OfStudent(student.id(), student.stays()));
  }

  @Override
  public String render(PageRequest request, StudentRecord student) {
    try {
      return fragment.render(request, student.id(), "");
    } catch (Missing | NotPermitted e) {
      throw new PageNotFound();
    }
  }
}
