// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.School;
import org.tsunagi.plugin.consent.domain.Disclosure;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.platform.PrintLine;
import org.tsunagi.plugin.platform.Prints;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.JapaneseDates;

/** The papers of disclosures: the limited copy and the ledger. It checks no rights. */
@Component(service = DisclosurePapers.class)
public class DisclosurePapers {
  private static final Locale JA = Locale.JAPANESE;

  private final Prints prints;
  private final StudentDirectory directory;
  private final SchoolClock clock;
  private final Messages messages = Messages.load();

  /** Makes it. */
  @Activate
  public DisclosurePapers(
      @Reference Prints prints,
      @Reference StudentDirectory directory,
      @Reference SchoolClock clock) {
    this.prints = prints;
    this.directory = directory;
    this.clock = clock;
  }

  /** Prints a limited copy. */
  public byte[] copy(Actor actor, DisclosureService.Copy copy) {
    Disclosure line = copy.disclosure();
    Map<String, Object> model = model(actor, line.student());
    model.put("school", schoolName(line));
    model.put("recipient", line.recipient().name());
    model.put("handedOn", JapaneseDates.full(line.handedOn(), JA));
    model.put("ground", messages.text(JA, "consent.ground." + line.ground().code()));
    model.put("hash", line.hash());
    model.put("parts", ConsentModel.parts(copy.parts()));
    return prints.pdf("consent/print-copy.ftlh", JA, model);
  }

  /** Prints the ledger of a student. */
  public byte[] ledger(Actor actor, StudentId student, List<Disclosure> lines) {
    Map<String, Object> model = model(actor, student);
    model.put("lines", lines.stream().map(this::line).toList());
    return prints.pdf("consent/print-ledger.ftlh", JA, model);
  }

  private Map<String, Object> model(Actor actor, StudentId student) {
    Map<String, Object> model = new HashMap<>();
    model.put("printed", PrintLine.of(clock.now(), actor.name(), JA));
    model.put("student", directory.find(student).map(Student::name).orElse(""));
    return model;
  }

  private String schoolName(Disclosure line) {
    return directory.listSchools().stream()
        .filter(school -> school.id().equals(line.school()))
        .map(School::name)
        .findFirst()
        .orElse("");
  }

  private Map<String, Object> line(Disclosure line) {
    Map<String, Object> row = new HashMap<>();
    row.put("handedOn", JapaneseDates.full(line.handedOn(), JA));
    row.put("recipient", line.recipient().name());
    row.put("scope", ConsentModel.scope(messages, JA, line.scope(), Map.of()));
    row.put("ground", messages.text(JA, "consent.ground." + line.ground().code()));
    row.put("rule", line.ground().rule());
    row.put("manner", messages.text(JA, "consent.manner." + line.manner()));
    row.put("by", line.by().title() + "　" + line.by().name());
    row.put(
        "received",
        line.receipt().receivedOn().map(on -> JapaneseDates.full(on, JA)).orElse("")
            + "　"
            + line.receipt().receivedBy());
    row.put(
        "meeting",
        line.receipt()
            .meetingOn()
            .map(on -> JapaneseDates.full(on, JA))
            .orElse(line.receipt().noMeetingReason()));
    row.put("hash", line.hash().substring(0, 16));
    return row;
  }
}
