// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.tsunagi.plugin.access.Privilege.ACCESS_EMERGENCY;
import static org.tsunagi.plugin.access.Privilege.ACCESS_OVERSEE;
import static org.tsunagi.plugin.access.Privilege.AUDIT_READ;
import static org.tsunagi.plugin.access.Privilege.FORM_WRITE;
import static org.tsunagi.plugin.access.Privilege.NOTE_READ;
import static org.tsunagi.plugin.access.Privilege.NOTE_REPORT;
import static org.tsunagi.plugin.access.Privilege.NOTE_WRITE;
import static org.tsunagi.plugin.access.Privilege.SETTING_WRITE;
import static org.tsunagi.plugin.access.Privilege.SHEET_APPROVE;
import static org.tsunagi.plugin.access.Privilege.SHEET_READ;
import static org.tsunagi.plugin.access.Privilege.SHEET_UNLOCK;
import static org.tsunagi.plugin.access.Privilege.SHEET_VOID;
import static org.tsunagi.plugin.access.Privilege.SHEET_WRITE;
import static org.tsunagi.plugin.access.Privilege.TEAM_WRITE;
import static org.tsunagi.plugin.register.GuardedFile.DRAFT;
import static org.tsunagi.plugin.register.GuardedFile.FINAL;
import static org.tsunagi.plugin.register.GuardedFile.REVIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.AccessSettingService;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.ReadLogService;
import org.tsunagi.plugin.register.GuardedCalls.About;
import org.tsunagi.plugin.register.GuardedCalls.Call;
import org.tsunagi.plugin.register.GuardedCalls.Guard;
import org.tsunagi.plugin.register.GuardedCalls.Work;
import org.tsunagi.plugin.restrictednote.NoteCommand;
import org.tsunagi.plugin.restrictednote.NoteService;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.supportcourse.SupportCourseService;
import org.tsunagi.plugin.supportsheet.FormAdditionService;
import org.tsunagi.plugin.supportsheet.NeedService;
import org.tsunagi.plugin.supportsheet.SheetDraftService;
import org.tsunagi.plugin.supportsheet.SheetLifeService;
import org.tsunagi.plugin.supportsheet.SheetService;
import org.tsunagi.plugin.supportsheet.SheetTaskService;
import org.tsunagi.plugin.supportsheet.SheetYearService;
import org.tsunagi.plugin.supportsheet.domain.FormAddition;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.Need;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.team.AcknowledgementService;
import org.tsunagi.plugin.team.EmergencyService;
import org.tsunagi.plugin.team.TeamCommand;
import org.tsunagi.plugin.team.TeamService;

/** The operations on sheets, teams, notes and access, for {@link GuardedCalls}. */
final class GuardedSupport {
  private static final NoteCommand NOTE =
      new NoteCommand("other", null, List.of("principal"), null, "内容");
  private static final NoteCommand.Concern CONCERN = new NoteCommand.Concern(null, "気になること");
  private static final SheetContent MORE = GuardedFile.text("remarks", "備考のつづき");
  private static final String SECTION =
      "{\"id\":\"club\",\"label\":\"部活動\",\"class\":\"general\",\"fields\":["
          + "{\"id\":\"name\",\"label\":\"部活動名\",\"type\":\"text\"}]}";

  private final List<Call> calls = new ArrayList<>();

  private GuardedSupport() {
    access();
    notes();
    team();
    sheets();
    life();
    plans();
  }

  static List<Call> all() {
    return new GuardedSupport().calls;
  }

  private void add(Class<?> service, String method, int parameters, Privilege needed, Work work) {
    add(service, method, parameters, needed, About.STUDENT, work);
  }

  private void add(
      Class<?> service, String method, int parameters, Privilege needed, About about, Work work) {
    add(service, method, parameters, List.of(new Guard(needed, about)), work);
  }

  private void add(Class<?> service, String method, int parameters, List<Guard> guards, Work work) {
    calls.add(new Call(service.getSimpleName(), method, parameters, guards, work));
  }

  private static FormAddition section(LocalScope scope) {
    return new FormAddition(scope, "club", 1, SheetKind.COMMON, RightsGround.TODAY, SECTION);
  }

  /** Lists steps; whoever can take none is refused as at the first of them. */
  private static void listPossible(Assembly services, Actor who, GuardedPlace at) {
    if (services.get(SheetLifeService.class).listPossible(who, at.file().draft()).isEmpty()) {
      services.get(Gate.class).require(who, SHEET_WRITE, at.file().draft().place().target());
      throw new AssertionError("a step that may be taken is not shown");
    }
  }

  private void access() {
    add(
        AccessSettingService.class,
        "inForce",
        1,
        SETTING_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(AccessSettingService.class).inForce(who));
    add(
        AccessSettingService.class,
        "set",
        4,
        SETTING_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(AccessSettingService.class).set(who, 0, true, "title"));
    add(
        ReadLogService.class,
        "list",
        2,
        AUDIT_READ,
        (s, who, at) -> s.get(ReadLogService.class).list(who, at.file().record()));
    add(
        ReadLogService.class,
        "forFamily",
        2,
        AUDIT_READ,
        (s, who, at) -> s.get(ReadLogService.class).forFamily(who, at.student()));
  }

  private void notes() {
    add(
        NoteService.class,
        "view",
        2,
        NOTE_READ,
        (s, who, at) -> s.get(NoteService.class).view(who, at.student()));
    add(
        NoteService.class,
        "view",
        2,
        NOTE_READ,
        (s, who, at) -> s.get(NoteService.class).view(who, at.file().record()));
    add(
        NoteService.class,
        "open",
        4,
        NOTE_READ,
        (s, who, at) -> s.get(NoteService.class).open(who, at.student(), at.file().note(), "面談の前"));
    add(
        NoteService.class,
        "write",
        3,
        NOTE_WRITE,
        (s, who, at) -> s.get(NoteService.class).write(who, at.student(), NOTE));
    add(
        NoteService.class,
        "report",
        3,
        NOTE_REPORT,
        (s, who, at) -> s.get(NoteService.class).report(who, at.student(), CONCERN));
    add(
        NoteService.class,
        "voidNote",
        4,
        NOTE_WRITE,
        (s, who, at) ->
            s.get(NoteService.class).voidNote(who, at.student(), at.file().note(), "誤り"));
  }

  private void team() {
    add(
        TeamService.class,
        "view",
        2,
        SHEET_READ,
        (s, who, at) -> s.get(TeamService.class).view(who, at.student()));
    add(
        TeamService.class,
        "view",
        2,
        SHEET_READ,
        (s, who, at) -> s.get(TeamService.class).view(who, at.file().record()));
    add(
        TeamService.class,
        "listCandidates",
        2,
        TEAM_WRITE,
        (s, who, at) -> s.get(TeamService.class).listCandidates(who, at.student()));
    add(
        TeamService.class,
        "add",
        3,
        TEAM_WRITE,
        (s, who, at) ->
            s.get(TeamService.class)
                .add(who, at.student(), new TeamCommand("m-second", "yogo", null, null)));
    add(
        TeamService.class,
        "end",
        4,
        TEAM_WRITE,
        (s, who, at) ->
            s.get(TeamService.class)
                .end(who, at.student(), at.file().member(), new TeamCommand.End(1, null)));
    add(
        EmergencyService.class,
        "open",
        3,
        ACCESS_EMERGENCY,
        (s, who, at) -> s.get(EmergencyService.class).open(who, at.student(), "けが"));
    add(
        EmergencyService.class,
        "findOwn",
        2,
        ACCESS_EMERGENCY,
        (s, who, at) -> s.get(EmergencyService.class).findOwn(who, at.file().record()));
    add(
        EmergencyService.class,
        "list",
        2,
        ACCESS_OVERSEE,
        (s, who, at) -> s.get(EmergencyService.class).list(who, at.student()));
    add(
        AcknowledgementService.class,
        "view",
        3,
        SHEET_READ,
        (s, who, at) -> s.get(AcknowledgementService.class).view(who, at.student(), DRAFT.text()));
    add(
        AcknowledgementService.class,
        "acknowledge",
        4,
        SHEET_READ,
        (s, who, at) ->
            s.get(AcknowledgementService.class)
                .acknowledge(who, at.student(), DRAFT.text(), at.file().hash()));
  }

  private void sheets() {
    add(
        SheetService.class,
        "view",
        3,
        SHEET_READ,
        (s, who, at) -> s.get(SheetService.class).view(who, at.student(), DRAFT));
    add(
        SheetService.class,
        "open",
        3,
        SHEET_READ,
        (s, who, at) -> s.get(SheetService.class).open(who, at.file().record(), DRAFT));
    add(
        SheetService.class,
        "list",
        2,
        SHEET_READ,
        (s, who, at) -> s.get(SheetService.class).list(who, at.student()));
    add(
        SheetService.class,
        "list",
        2,
        SHEET_READ,
        (s, who, at) -> s.get(SheetService.class).list(who, at.file().record()));
    add(
        SheetService.class,
        "listVersions",
        5,
        SHEET_READ,
        (s, who, at) -> s.get(SheetService.class).listVersions(who, at.student(), DRAFT, 0, 9));
    add(
        SheetService.class,
        "difference",
        5,
        SHEET_READ,
        (s, who, at) -> s.get(SheetService.class).difference(who, at.student(), DRAFT, 0, 1));
    add(
        SheetService.class,
        "save",
        5,
        SHEET_WRITE,
        (s, who, at) -> s.get(SheetService.class).save(who, at.student(), DRAFT, 1, MORE));
  }

  private void life() {
    add(
        SheetDraftService.class,
        "find",
        3,
        SHEET_WRITE,
        (s, who, at) -> s.get(SheetDraftService.class).find(who, at.student(), DRAFT));
    add(
        SheetDraftService.class,
        "listOwn",
        2,
        SHEET_READ,
        (s, who, at) -> s.get(SheetDraftService.class).listOwn(who, at.file().record()));
    add(
        SheetDraftService.class,
        "keep",
        5,
        SHEET_WRITE,
        (s, who, at) -> s.get(SheetDraftService.class).keep(who, at.student(), DRAFT, 1, MORE));
    add(
        SheetDraftService.class,
        "drop",
        3,
        SHEET_WRITE,
        (s, who, at) -> s.get(SheetDraftService.class).drop(who, at.student(), DRAFT));
    add(
        SheetLifeService.class,
        "step",
        6,
        SHEET_WRITE,
        (s, who, at) ->
            s.get(SheetLifeService.class).step(who, at.student(), DRAFT, Step.SUBMIT, 1, "誤り"));
    add(
        SheetLifeService.class,
        "step",
        6,
        SHEET_APPROVE,
        (s, who, at) ->
            s.get(SheetLifeService.class).step(who, at.student(), REVIEW, Step.RETURN, 1, "誤り"));
    add(
        SheetLifeService.class,
        "step",
        6,
        SHEET_APPROVE,
        (s, who, at) ->
            s.get(SheetLifeService.class).step(who, at.student(), REVIEW, Step.APPROVE, 1, "誤り"));
    add(
        SheetLifeService.class,
        "step",
        6,
        SHEET_UNLOCK,
        (s, who, at) ->
            s.get(SheetLifeService.class).step(who, at.student(), FINAL, Step.UNLOCK, 1, "誤り"));
    add(
        SheetLifeService.class,
        "step",
        6,
        SHEET_VOID,
        (s, who, at) ->
            s.get(SheetLifeService.class).step(who, at.student(), DRAFT, Step.VOID, 1, "誤り"));
    add(
        SheetLifeService.class,
        "listEvents",
        3,
        SHEET_READ,
        (s, who, at) -> s.get(SheetLifeService.class).listEvents(who, at.student(), REVIEW));
    add(
        SheetYearService.class,
        "preview",
        3,
        SHEET_WRITE,
        (s, who, at) -> s.get(SheetYearService.class).preview(who, at.student(), SheetKey.b(2026)));
    add(
        SheetYearService.class,
        "begin",
        3,
        SHEET_WRITE,
        (s, who, at) -> s.get(SheetYearService.class).begin(who, at.student(), SheetKey.b(2026)));
    add(
        SheetLifeService.class,
        "listPossible",
        2,
        List.of(new Guard(SHEET_WRITE, About.STUDENT), new Guard(SHEET_VOID, About.STUDENT)),
        GuardedSupport::listPossible);
  }

  private void plans() {
    Class<SupportCourseService> course = SupportCourseService.class;
    add(
        course,
        "view",
        3,
        SHEET_READ,
        (s, who, at) -> s.get(course).view(who, at.student(), RightsGround.TODAY.getYear()));
    add(
        course,
        "open",
        3,
        SHEET_READ,
        (s, who, at) -> s.get(course).open(who, at.file().record(), RightsGround.TODAY.getYear()));
    add(
        SheetTaskService.class,
        "list",
        2,
        SHEET_READ,
        (s, who, at) -> s.get(SheetTaskService.class).list(who, at.student()));
    add(
        SheetTaskService.class,
        "list",
        2,
        SHEET_READ,
        (s, who, at) -> s.get(SheetTaskService.class).list(who, at.file().record()));
    add(
        NeedService.class,
        "find",
        2,
        SHEET_READ,
        (s, who, at) -> s.get(NeedService.class).find(who, at.student()));
    add(
        NeedService.class,
        "set",
        4,
        SHEET_WRITE,
        (s, who, at) -> s.get(NeedService.class).set(who, at.student(), 0, Set.of(Need.ABSENCE)));
    add(
        FormAdditionService.class,
        "list",
        2,
        FORM_WRITE,
        About.SCHOOL,
        (s, who, at) ->
            s.get(FormAdditionService.class).list(who, LocalScope.ofSchool(at.school().value())));
    add(
        FormAdditionService.class,
        "list",
        2,
        FORM_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(FormAdditionService.class).list(who, LocalScope.INSTALLATION));
    add(
        FormAdditionService.class,
        "save",
        2,
        FORM_WRITE,
        About.SCHOOL,
        (s, who, at) ->
            s.get(FormAdditionService.class)
                .save(who, section(LocalScope.ofSchool(at.school().value()))));
    add(
        FormAdditionService.class,
        "save",
        2,
        FORM_WRITE,
        About.INSTALLATION,
        (s, who, at) ->
            s.get(FormAdditionService.class).save(who, section(LocalScope.INSTALLATION)));
  }
}
