// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.tsunagi.plugin.access.Privilege.CONSENT_READ;
import static org.tsunagi.plugin.access.Privilege.CONSENT_WRITE;
import static org.tsunagi.plugin.access.Privilege.DISCLOSURE_WRITE;
import static org.tsunagi.plugin.access.Privilege.RETENTION_READ;
import static org.tsunagi.plugin.access.Privilege.RETENTION_WRITE;

import java.util.ArrayList;
import java.util.List;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.consent.ConsentCommand;
import org.tsunagi.plugin.consent.ConsentService;
import org.tsunagi.plugin.consent.ConsentStepService;
import org.tsunagi.plugin.consent.DisclosureCommand;
import org.tsunagi.plugin.consent.DisclosureService;
import org.tsunagi.plugin.register.GuardedCalls.About;
import org.tsunagi.plugin.register.GuardedCalls.Call;
import org.tsunagi.plugin.register.GuardedCalls.Guard;
import org.tsunagi.plugin.register.GuardedCalls.Work;
import org.tsunagi.plugin.retention.RetentionCommand;
import org.tsunagi.plugin.retention.RetentionService;

/** The operations on consent, disclosure and keeping, for {@link GuardedCalls}. */
final class GuardedConsent {
  static final ConsentCommand.Ask ASK =
      new ConsentCommand.Ask("handingOver", "school", null, "次の学校", "public", null, null);

  private final List<Call> calls = new ArrayList<>();

  private GuardedConsent() {
    consents();
    steps();
    disclosures();
    keeping();
  }

  static List<Call> all() {
    return new GuardedConsent().calls;
  }

  private void add(Class<?> service, String method, int parameters, Privilege needed, Work work) {
    add(service, method, parameters, needed, About.STUDENT, work);
  }

  private void add(
      Class<?> service, String method, int parameters, Privilege needed, About about, Work work) {
    List<Guard> guards = List.of(new Guard(needed, about));
    calls.add(new Call(service.getSimpleName(), method, parameters, guards, work));
  }

  private void consents() {
    Class<ConsentService> at = ConsentService.class;
    add(at, "overview", 2, CONSENT_READ, (s, who, to) -> s.get(at).overview(who, to.student()));
    add(at, "ask", 3, CONSENT_WRITE, (s, who, to) -> s.get(at).ask(who, to.student(), ASK));
    add(
        at,
        "listOpen",
        2,
        CONSENT_READ,
        About.SCHOOL,
        (s, who, to) -> s.get(at).listOpen(who, to.school()));
  }

  private void steps() {
    Class<ConsentStepService> at = ConsentStepService.class;
    ConsentCommand.Explaining explaining =
        new ConsentCommand.Explaining(0, List.of("notForGrades"), null, "水野");
    ConsentCommand.Talking talking =
        new ConsentCommand.Talking(0, List.of("reasonHeard"), null, "水野", "聞いた");
    ConsentCommand.Answering answering =
        new ConsentCommand.Answering(
            0, false, "", null, null, "水野", "mother", "inPerson", null, null);
    ConsentCommand.Basing basing =
        new ConsentCommand.Basing(0, "P2", null, null, null, null, null, null, null);
    add(
        at,
        "explain",
        4,
        CONSENT_WRITE,
        (s, who, to) -> s.get(at).explain(who, to.student(), to.file().consent(), explaining));
    add(
        at,
        "show",
        4,
        CONSENT_WRITE,
        (s, who, to) ->
            s.get(at).show(who, to.student(), to.file().consent(), new ConsentCommand.Showing(0)));
    add(
        at,
        "talk",
        4,
        CONSENT_WRITE,
        (s, who, to) -> s.get(at).talk(who, to.student(), to.file().consent(), talking));
    add(
        at,
        "answer",
        4,
        CONSENT_WRITE,
        (s, who, to) -> s.get(at).answer(who, to.student(), to.file().consent(), answering));
    add(
        at,
        "withdraw",
        4,
        CONSENT_WRITE,
        (s, who, to) -> s.get(at).withdraw(who, to.student(), to.file().consent(), answering));
    add(
        at,
        "base",
        4,
        DISCLOSURE_WRITE,
        (s, who, to) -> s.get(at).base(who, to.student(), to.file().consent(), basing));
  }

  private void disclosures() {
    Class<DisclosureService> at = DisclosureService.class;
    add(at, "list", 2, CONSENT_READ, (s, who, to) -> s.get(at).list(who, to.student()));
    add(
        at,
        "disclose",
        3,
        DISCLOSURE_WRITE,
        (s, who, to) ->
            s.get(at)
                .disclose(
                    who,
                    to.student(),
                    new DisclosureCommand(to.file().consent(), "", "paper", "水野", null)));
  }

  private void keeping() {
    Class<RetentionService> at = RetentionService.class;
    add(
        at,
        "review",
        2,
        RETENTION_READ,
        About.SCHOOL,
        (s, who, to) -> s.get(at).review(who, to.school()));
    add(
        at,
        "set",
        3,
        RETENTION_WRITE,
        About.SCHOOL,
        (s, who, to) ->
            s.get(at).set(who, to.school(), new RetentionCommand.Setting(0, 10, "市の規程")));
    RetentionCommand.Reasoned nobody = new RetentionCommand.Reasoned("", "理由");
    add(
        at,
        "keepBack",
        3,
        RETENTION_WRITE,
        About.SCHOOL,
        (s, who, to) -> s.get(at).keepBack(who, to.school(), nobody));
    add(
        at,
        "propose",
        3,
        RETENTION_WRITE,
        About.SCHOOL,
        (s, who, to) -> s.get(at).propose(who, to.school(), nobody));
  }
}
