// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.AssetFiles;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.platform.Pages;
import org.tsunagi.plugin.platform.SchoolClock;

/**
 * Draws a student's consents, in the record and, for one who has moved on, on the school's page.
 */
@Component(service = ConsentFragment.class)
public class ConsentFragment {
  private final Pages pages;
  private final ConsentService consents;
  private final Recipients recipients;
  private final LegalBases bases;
  private final SchoolClock clock;
  private final Messages messages = Messages.load();

  /** Takes what it shows. */
  @Activate
  public ConsentFragment(
      @Reference Pages pages,
      @Reference ConsentService consents,
      @Reference Recipients recipients,
      @Reference LegalBases bases,
      @Reference SchoolClock clock) {
    this.pages = pages;
    this.consents = consents;
    this.recipients = recipients;
    this.bases = bases;
    this.clock = clock;
  }

  /**
   * Renders it.
   *
   * @param name the student's name for the head; empty in the record, whose head has it
   */
  public String render(PageRequest request, StudentId student, String name) {
    ConsentService.Overview overview = consents.overview(request.actor(), student);
    Map<String, Object> model =
        new ConsentModel(messages, request, overview)
            .toMap(recipients.list(request.actor()), bases.source());
    model.put("name", name);
    model.put("today", clock.today().toString());
    model.put("base", base(request.base()));
    model.put("version", AssetFiles.get().version());
    model.put("data", Map.of("student", student.value()));
    model.put("path", "/students/" + encoded(student));
    return pages.render("consent/tab.ftlh", request.locale(), model);
  }

  private static String encoded(StudentId student) {
    return java.net.URLEncoder.encode(student.value(), java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  static Map<String, Object> base(PageRequest.Base base) {
    Map<String, Object> map = new HashMap<>();
    map.put("self", base.self());
    map.put("pages", base.pages());
    map.put("students", base.students());
    map.put("api", base.api());
    map.put("assets", base.assets());
    map.put("csrfToken", base.csrfToken());
    return map;
  }
}
