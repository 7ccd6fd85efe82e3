// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.tsunagi.plugin.access.Privilege.ACCEPTANCE_DECIDE;
import static org.tsunagi.plugin.access.Privilege.CLOSURE_WRITE;
import static org.tsunagi.plugin.access.Privilege.CODE_READ;
import static org.tsunagi.plugin.access.Privilege.CODE_WRITE;
import static org.tsunagi.plugin.access.Privilege.CREDITING_DECIDE;
import static org.tsunagi.plugin.access.Privilege.CREDITING_READ;
import static org.tsunagi.plugin.access.Privilege.CREDITING_WRITE;
import static org.tsunagi.plugin.access.Privilege.FACILITY_READ;
import static org.tsunagi.plugin.access.Privilege.FACILITY_WRITE;
import static org.tsunagi.plugin.access.Privilege.RECORD_CLOSE;
import static org.tsunagi.plugin.access.Privilege.RECORD_READ;
import static org.tsunagi.plugin.access.Privilege.RECORD_WRITE;
import static org.tsunagi.plugin.access.Privilege.REGISTER_READ;
import static org.tsunagi.plugin.access.Privilege.REGISTER_WRITE;
import static org.tsunagi.plugin.access.Privilege.SETTING_WRITE;
import static org.tsunagi.plugin.access.Privilege.SURVEY_READ;
import static org.tsunagi.plugin.access.Privilege.TALLY_READ;
import static org.tsunagi.plugin.access.Privilege.WATCH_READ;
import static org.tsunagi.plugin.access.Privilege.WATCH_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.code.CodeService;
import org.tsunagi.plugin.code.draft.CodeDraftService;
import org.tsunagi.plugin.code.draft.RemarkTemplateService;
import org.tsunagi.plugin.crediting.ConditionService;
import org.tsunagi.plugin.crediting.CreditingCommand;
import org.tsunagi.plugin.crediting.CreditingService;
import org.tsunagi.plugin.crediting.DecisionService;
import org.tsunagi.plugin.crediting.EvidenceService;
import org.tsunagi.plugin.crediting.FacilityService;
import org.tsunagi.plugin.crediting.IctRuleService;
import org.tsunagi.plugin.crediting.LearningResultService;
import org.tsunagi.plugin.crediting.page.LetterService;
import org.tsunagi.plugin.crediting.rules.ConditionListService;
import org.tsunagi.plugin.exemption.AcceptanceService;
import org.tsunagi.plugin.exemption.ExemptDayService;
import org.tsunagi.plugin.exemption.SuspensionEndService;
import org.tsunagi.plugin.exemption.domain.Disease;
import org.tsunagi.plugin.guidancerecord.CitySurveyService;
import org.tsunagi.plugin.guidancerecord.ClassRecordService;
import org.tsunagi.plugin.guidancerecord.ClosingService;
import org.tsunagi.plugin.guidancerecord.GuidanceRecordService;
import org.tsunagi.plugin.guidancerecord.RecordNotesBody;
import org.tsunagi.plugin.guidancerecord.SurveyService;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.watch.AnswerCommand;
import org.tsunagi.plugin.watch.CityWatchService;
import org.tsunagi.plugin.watch.SettingCommand;
import org.tsunagi.plugin.watch.WatchNoteService;
import org.tsunagi.plugin.watch.WatchNoticeService;
import org.tsunagi.plugin.watch.WatchService;
import org.tsunagi.plugin.watch.WatchSettingService;
import org.tsunagi.plugin.watch.WatchTaskService;
import org.tsunagi.plugin.watch.domain.SettingsPart;
import org.tsunagi.plugin.watch.domain.WatchSettings;

/** Every public operation of the services, with the privilege and the thing that it is about. */
final class GuardedCalls {
  private static final CreditingCommand.Voiding VOIDING = new CreditingCommand.Voiding("誤り");
  private static final JsonNode DRAFT = Json.MAPPER.createObjectNode();
  private static final LocalDate DAY = GuardedPlace.DAY;
  private static final int YEAR = 2026;

  /** What a privilege is held against. */
  enum About {
    /** One student. */
    STUDENT,
    /** One homeroom. */
    HOMEROOM,
    /** A whole school. */
    SCHOOL,
    /** Of a school as much as the actor may see: all of it, or the own homeroom. */
    SCHOOL_OR_CLASS,
    /** The schools that the actor may see; refused where there is none. */
    SCHOOLS,
    /** The schools that the actor may see, or the own homeroom; refused where there is neither. */
    SCHOOLS_OR_CLASS,
    /** The installation. */
    INSTALLATION
  }

  /** The work of a call. */
  interface Work {
    void run(Assembly services, Actor actor, GuardedPlace place) throws Exception;
  }

  /** A privilege and what it is held against. */
  record Guard(Privilege privilege, About about) {}

  /**
   * A call.
   *
   * @param service the service's simple name
   * @param method its method
   * @param parameters how many parameters it has, the actor among them
   * @param guards what is asked; one of them is enough
   * @param work the call
   */
  record Call(String service, String method, int parameters, List<Guard> guards, Work work) {
    String id() {
      return service + "." + method + "/" + parameters;
    }

    @Override
    public String toString() {
      return id() + " " + guards;
    }
  }

  private final List<Call> calls = new ArrayList<>();

  private GuardedCalls() {
    crediting();
    creditingRules();
    exemption();
    codes();
    closures();
    records();
    watch();
    cities();
  }

  static List<Call> all() {
    List<Call> all = new ArrayList<>(new GuardedCalls().calls);
    all.addAll(GuardedSupport.all());
    all.addAll(GuardedConsent.all());
    all.addAll(GuardedAttachments.all());
    all.addAll(GuardedCurricula.all());
    return all;
  }

  private void add(
      Class<?> service, String method, int parameters, Privilege needed, About about, Work work) {
    calls.add(
        new Call(
            service.getSimpleName(), method, parameters, List.of(new Guard(needed, about)), work));
  }

  private void crediting() {
    Class<CreditingService> a = CreditingService.class;
    add(
        a,
        "list",
        4,
        CREDITING_READ,
        About.SCHOOL_OR_CLASS,
        (s, who, at) -> s.get(a).list(who, YEAR, Optional.of(at.school()), Optional.empty()));
    add(
        a,
        "listOf",
        2,
        CREDITING_READ,
        About.STUDENT,
        (s, who, at) -> s.get(a).listOf(who, at.student()));
    add(
        a,
        "view",
        2,
        CREDITING_READ,
        About.STUDENT,
        (s, who, at) -> s.get(a).view(who, at.application()));
    add(
        a,
        "apply",
        3,
        CREDITING_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(a).apply(who, at.student(), GuardedPlace.APPLICATION));
    add(
        a,
        "change",
        3,
        CREDITING_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(a).change(who, at.application(), GuardedPlace.application(1)));
    add(
        a,
        "open",
        3,
        CREDITING_READ,
        About.STUDENT,
        (s, who, at) ->
            s.get(a).open(who, at.file().record(), rows -> Optional.of(at.application())));
    Class<ConditionService> c = ConditionService.class;
    add(
        c,
        "confirm",
        4,
        CREDITING_WRITE,
        About.STUDENT,
        (s, who, at) ->
            s.get(c)
                .confirm(
                    who,
                    at.application(),
                    "B2-1",
                    new CreditingCommand.Confirmation(0, true, "確かめた", List.of(), null)));
    add(
        c,
        "consult",
        3,
        CREDITING_WRITE,
        About.STUDENT,
        (s, who, at) ->
            s.get(c)
                .consult(
                    who, at.application(), new CreditingCommand.Talk(DAY, "学校教育課", "電話", "確認")));
    Class<DecisionService> d = DecisionService.class;
    CreditingCommand.Decision refused = GuardedPlace.refusal(1);
    add(
        d,
        "preview",
        3,
        CREDITING_READ,
        About.STUDENT,
        (s, who, at) -> s.get(d).preview(who, at.application(), refused));
    add(
        d,
        "decide",
        3,
        CREDITING_DECIDE,
        About.STUDENT,
        (s, who, at) -> s.get(d).decide(who, at.application(), refused));
    Class<EvidenceService> e = EvidenceService.class;
    add(
        e,
        "list",
        3,
        CREDITING_READ,
        About.STUDENT,
        (s, who, at) -> s.get(e).list(who, at.student(), YEAR));
    add(
        e,
        "add",
        3,
        CREDITING_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(e).add(who, at.student(), GuardedPlace.newEvidence()));
    add(
        e,
        "addAll",
        3,
        CREDITING_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(e).addAll(who, at.student(), List.of(GuardedPlace.line())));
    add(
        e,
        "voidEntry",
        3,
        CREDITING_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(e).voidEntry(who, at.evidence(), VOIDING));
    Class<LearningResultService> l = LearningResultService.class;
    add(
        l,
        "list",
        3,
        CREDITING_READ,
        About.STUDENT,
        (s, who, at) -> s.get(l).list(who, at.student(), YEAR));
    add(
        l,
        "list",
        4,
        CREDITING_READ,
        About.STUDENT,
        (s, who, at) -> s.get(l).list(who, at.student(), at.file().record().stays(), YEAR));
    add(
        l,
        "add",
        3,
        CREDITING_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(l).add(who, at.student(), GuardedPlace.newResult()));
    add(
        l,
        "voidResult",
        4,
        CREDITING_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(l).voidResult(who, at.student(), at.result(), VOIDING));
    Class<LetterService> p = LetterService.class;
    add(
        p,
        "letter",
        4,
        CREDITING_READ,
        About.STUDENT,
        (s, who, at) ->
            s.get(p).letter(who, at.application(), OptionalInt.empty(), Locale.JAPANESE));
  }

  private void creditingRules() {
    Class<FacilityService> f = FacilityService.class;
    add(f, "list", 1, FACILITY_READ, About.INSTALLATION, (s, who, at) -> s.get(f).list(who));
    add(f, "view", 2, FACILITY_READ, About.INSTALLATION, (s, who, at) -> s.get(f).view(who, "F1"));
    add(
        f,
        "save",
        3,
        FACILITY_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(f).save(who, "F2", GuardedPlace.facility()));
    add(
        f,
        "voidFacility",
        3,
        FACILITY_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(f).voidFacility(who, "F1", VOIDING));
    add(
        f,
        "assess",
        3,
        FACILITY_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(f).assess(who, "F1", List.of()));
    Class<IctRuleService> r = IctRuleService.class;
    add(r, "list", 1, FACILITY_READ, About.INSTALLATION, (s, who, at) -> s.get(r).list(who));
    add(
        r,
        "add",
        2,
        SETTING_WRITE,
        About.SCHOOL,
        (s, who, at) -> s.get(r).add(who, GuardedPlace.rule("school", at.school(), DAY)));
    add(
        r,
        "add",
        2,
        SETTING_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(r).add(who, GuardedPlace.rule("installation", at.school(), DAY)));
    add(
        r,
        "voidRule",
        3,
        SETTING_WRITE,
        About.SCHOOL,
        (s, who, at) -> s.get(r).voidRule(who, at.rule(), VOIDING));
    Class<ConditionListService> c = ConditionListService.class;
    ConditionListService.Command none = new ConditionListService.Command(null, 0, null, "");
    add(c, "list", 1, CODE_READ, About.INSTALLATION, (s, who, at) -> s.get(c).list(who));
    add(c, "listSet", 1, CODE_READ, About.INSTALLATION, (s, who, at) -> s.get(c).listSet(who));
    add(
        c,
        "get",
        3,
        CODE_READ,
        About.INSTALLATION,
        (s, who, at) -> s.get(c).get(who, "B1", LocalScope.INSTALLATION));
    add(
        c,
        "check",
        3,
        CODE_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(c).check(who, "B1", none));
    add(
        c,
        "set",
        4,
        CODE_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(c).set(who, "B1", LocalScope.ofSchool(at.school().value()), none));
  }

  private void exemption() {
    Class<AcceptanceService> a = AcceptanceService.class;
    add(
        a,
        "list",
        3,
        TALLY_READ,
        About.STUDENT,
        (s, who, at) -> s.get(a).list(who, at.student(), YEAR));
    add(
        a,
        "decide",
        3,
        ACCEPTANCE_DECIDE,
        About.STUDENT,
        (s, who, at) -> s.get(a).decide(who, at.student(), GuardedPlace.word(DAY.plusDays(5))));
    add(
        a,
        "voidWord",
        4,
        ACCEPTANCE_DECIDE,
        About.STUDENT,
        (s, who, at) -> s.get(a).voidWord(who, at.student(), at.acceptance(), "誤り"));
    Class<ExemptDayService> e = ExemptDayService.class;
    add(
        e,
        "list",
        3,
        TALLY_READ,
        About.SCHOOL,
        (s, who, at) -> s.get(e).list(who, at.school(), YEAR));
    add(
        e,
        "list",
        2,
        TALLY_READ,
        About.HOMEROOM,
        (s, who, at) -> s.get(e).list(who, at.homeroom()));
    Class<SuspensionEndService> n = SuspensionEndService.class;
    add(
        n,
        "reckon",
        4,
        CODE_READ,
        About.INSTALLATION,
        (s, who, at) -> s.get(n).reckon(who, Disease.CHOLERA, Map.of(), Optional.of(DAY)));
    Class<RecodingService> r = RecodingService.class;
    for (boolean dryRun : new boolean[] {true, false}) {
      add(
          r,
          "recode",
          4,
          REGISTER_WRITE,
          About.STUDENT,
          (s, who, at) ->
              s.get(r)
                  .recode(
                      who,
                      at.student(),
                      new RecodingService.Wanted(
                          DateRange.of(GuardedPlace.ABSENT), "SUSPENSION_INFECTION", "水痘", "医師"),
                      dryRun));
    }
  }

  private void codes() {
    Class<CodeService> c = CodeService.class;
    add(
        c,
        "catalogue",
        2,
        CODE_READ,
        About.INSTALLATION,
        (s, who, at) -> s.get(c).catalogue(who, OptionalInt.empty()));
    add(c, "inForce", 1, CODE_READ, About.INSTALLATION, (s, who, at) -> s.get(c).inForce(who));
    add(
        c,
        "history",
        2,
        CODE_READ,
        About.INSTALLATION,
        (s, who, at) -> s.get(c).history(who, "ABSENT_ILLNESS"));
    Class<CodeDraftService> d = CodeDraftService.class;
    add(
        d,
        "preview",
        2,
        CODE_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(d).preview(who, DRAFT));
    add(
        d,
        "activate",
        2,
        CODE_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(d).activate(who, DRAFT));
    Class<RemarkTemplateService> t = RemarkTemplateService.class;
    RemarkTemplateService.Command words =
        new RemarkTemplateService.Command(
            null, null, "EXEMPT_EXAM", RightsGround.TODAY, "出席停止等{n}日", "", "");
    add(t, "list", 1, CODE_READ, About.INSTALLATION, (s, who, at) -> s.get(t).list(who));
    add(
        t,
        "preview",
        2,
        CODE_WRITE,
        About.INSTALLATION,
        (s, who, at) -> s.get(t).preview(who, words));
    add(t, "set", 2, CODE_WRITE, About.INSTALLATION, (s, who, at) -> s.get(t).set(who, words));
  }

  private void closures() {
    Class<ClosureService> c = ClosureService.class;
    add(
        c,
        "list",
        3,
        REGISTER_READ,
        About.SCHOOL,
        (s, who, at) -> s.get(c).list(who, at.school(), YEAR));
    add(
        c,
        "listChanges",
        3,
        REGISTER_READ,
        About.SCHOOL,
        (s, who, at) -> s.get(c).listChanges(who, at.school(), YEAR));
    add(
        c,
        "listEffects",
        3,
        REGISTER_READ,
        About.SCHOOL,
        (s, who, at) -> s.get(c).listEffects(who, at.school(), at.closure()));
    add(
        c,
        "listUnreported",
        3,
        REGISTER_READ,
        About.SCHOOL,
        (s, who, at) -> s.get(c).listUnreported(who, at.school(), List.of()));
    for (boolean dryRun : new boolean[] {true, false}) {
      add(
          c,
          "add",
          3,
          CLOSURE_WRITE,
          About.SCHOOL,
          (s, who, at) ->
              s.get(c).add(who, GuardedPlace.closure(at.school(), at.homeroom(), DAY), dryRun));
      add(
          c,
          "change",
          5,
          CLOSURE_WRITE,
          About.SCHOOL,
          (s, who, at) ->
              s.get(c)
                  .change(
                      who,
                      at.closure(),
                      GuardedPlace.closure(at.school(), at.homeroom(), DAY),
                      "誤り",
                      dryRun));
      add(
          c,
          "voidClosure",
          5,
          CLOSURE_WRITE,
          About.SCHOOL,
          (s, who, at) -> s.get(c).voidClosure(who, at.school(), at.closure(), "誤り", dryRun));
    }
    Class<GroupService> g = GroupService.class;
    add(
        g,
        "list",
        3,
        REGISTER_READ,
        About.SCHOOL,
        (s, who, at) -> s.get(g).list(who, at.school(), YEAR));
    add(
        g,
        "add",
        6,
        CLOSURE_WRITE,
        About.SCHOOL,
        (s, who, at) ->
            s.get(g).add(who, at.school(), "前半", List.of(at.student()), DAY, Optional.empty()));
    add(
        g,
        "end",
        6,
        CLOSURE_WRITE,
        About.SCHOOL,
        (s, who, at) -> {
          s.get(GroupService.class)
              .add(who, at.school(), "前半", List.of(at.student()), DAY, Optional.empty());
          s.get(g).end(who, at.school(), "前半", at.student(), Optional.of(DAY), DAY.plusDays(3));
        });
    Class<RegisterSettingService> t = RegisterSettingService.class;
    add(t, "get", 2, REGISTER_READ, About.SCHOOL, (s, who, at) -> s.get(t).get(who, at.school()));
    add(
        t,
        "set",
        3,
        SETTING_WRITE,
        About.SCHOOL,
        (s, who, at) -> s.get(t).set(who, at.school(), Map.of("register.openMonths", "1")));
  }

  private void records() {
    Class<ClassRecordService> c = ClassRecordService.class;
    add(
        c,
        "list",
        2,
        RECORD_READ,
        About.SCHOOL,
        (s, who, at) ->
            s.get(c)
                .list(
                    who,
                    new ClassRecordService.Query(
                        at.school(), YEAR, Optional.empty(), Optional.empty())));
    add(
        c,
        "list",
        2,
        RECORD_READ,
        About.HOMEROOM,
        (s, who, at) ->
            s.get(c)
                .list(
                    who,
                    new ClassRecordService.Query(
                        at.school(), YEAR, Optional.empty(), Optional.of(at.homeroom()))));
    add(
        c,
        "list",
        4,
        RECORD_READ,
        About.SCHOOL,
        (s, who, at) ->
            s.get(c)
                .list(
                    who,
                    new ClassRecordService.Query(
                        at.school(), YEAR, Optional.empty(), Optional.empty()),
                    s.get(StudentDirectory.class).listHomerooms(at.school(), YEAR),
                    ""));
    Class<ClosingService> k = ClosingService.class;
    add(
        k,
        "list",
        3,
        RECORD_READ,
        About.SCHOOL,
        (s, who, at) -> s.get(k).list(who, at.school(), YEAR));
    add(
        k,
        "close",
        5,
        RECORD_CLOSE,
        About.SCHOOL,
        (s, who, at) -> s.get(k).close(who, at.school(), YEAR, "", ""));
    add(
        k,
        "amend",
        5,
        RECORD_CLOSE,
        About.SCHOOL,
        (s, who, at) -> s.get(k).amend(who, at.school(), YEAR, 1, "誤り"));
    Class<GuidanceRecordService> r = GuidanceRecordService.class;
    add(
        r,
        "view",
        3,
        RECORD_READ,
        About.STUDENT,
        (s, who, at) ->
            s.get(r)
                .view(
                    who,
                    s.get(StudentDirectory.class).findRecord(at.student()).orElseThrow(),
                    YEAR));
    add(
        r,
        "view",
        4,
        RECORD_READ,
        About.STUDENT,
        (s, who, at) -> s.get(r).view(who, at.student(), YEAR, true));
    add(
        r,
        "viewLatest",
        3,
        RECORD_READ,
        About.STUDENT,
        (s, who, at) -> s.get(r).viewLatest(who, at.student(), false));
    add(
        r,
        "listYearlyRows",
        2,
        RECORD_READ,
        About.STUDENT,
        (s, who, at) -> s.get(r).listYearlyRows(who, at.student()));
    add(
        r,
        "save",
        5,
        RECORD_WRITE,
        About.STUDENT,
        (s, who, at) ->
            s.get(r)
                .save(
                    who,
                    at.student(),
                    YEAR,
                    Optional.of(at.school()),
                    new RecordNotesBody(0, null, "注", null, null, null)));
    Class<SurveyService> v = SurveyService.class;
    add(
        v,
        "count",
        3,
        SURVEY_READ,
        About.SCHOOL,
        (s, who, at) -> s.get(v).count(who, YEAR, Optional.of(at.school())));
    add(
        v,
        "count",
        3,
        SURVEY_READ,
        About.SCHOOLS,
        (s, who, at) -> s.get(v).count(who, YEAR, Optional.empty()));
  }

  private void watch() {
    Class<WatchService> w = WatchService.class;
    add(
        w,
        "board",
        3,
        WATCH_READ,
        About.SCHOOL_OR_CLASS,
        (s, who, at) -> s.get(w).board(who, Optional.of(at.school()), Optional.empty()));
    add(
        w,
        "boards",
        3,
        WATCH_READ,
        About.SCHOOL_OR_CLASS,
        (s, who, at) -> s.get(w).boards(who, Optional.of(at.school()), Optional.empty()));
    add(
        w,
        "boards",
        3,
        WATCH_READ,
        About.SCHOOLS_OR_CLASS,
        (s, who, at) -> s.get(w).boards(who, Optional.empty(), Optional.empty()));
    Class<WatchNoteService> n = WatchNoteService.class;
    add(
        n,
        "listContacts",
        2,
        WATCH_READ,
        About.STUDENT,
        (s, who, at) -> s.get(n).listContacts(who, at.student()));
    add(
        n,
        "addContact",
        3,
        WATCH_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(n).addContact(who, at.student(), GuardedPlace.newContact()));
    add(
        n,
        "voidContact",
        4,
        WATCH_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(n).voidContact(who, at.student(), at.contact(), "誤り"));
    add(
        n,
        "listAnswers",
        2,
        WATCH_READ,
        About.STUDENT,
        (s, who, at) -> s.get(n).listAnswers(who, at.student()));
    add(
        n,
        "addAnswer",
        3,
        WATCH_WRITE,
        About.STUDENT,
        (s, who, at) ->
            s.get(n).addAnswer(who, at.student(), new AnswerCommand(DAY, "notHeard", "")));
    Class<WatchTaskService> t = WatchTaskService.class;
    add(
        t,
        "begin",
        2,
        WATCH_WRITE,
        About.STUDENT,
        (s, who, at) -> s.get(t).begin(who, GuardedPlace.task(at.student(), 1)));
    add(
        t,
        "save",
        4,
        WATCH_WRITE,
        About.STUDENT,
        (s, who, at) ->
            s.get(t).save(who, at.school(), at.task(), GuardedPlace.task(at.student(), 1)));
    add(
        t,
        "listVersions",
        3,
        WATCH_READ,
        About.STUDENT,
        (s, who, at) -> s.get(t).listVersions(who, at.school(), at.task()));
    Class<WatchNoticeService> o = WatchNoticeService.class;
    add(
        o,
        "scan",
        2,
        WATCH_WRITE,
        About.SCHOOL,
        (s, who, at) -> s.get(o).scan(who, Optional.of(at.school())));
    add(
        o,
        "listPeople",
        2,
        WATCH_READ,
        About.SCHOOL_OR_CLASS,
        (s, who, at) -> s.get(o).listPeople(who, Optional.of(at.school())));
    Class<WatchSettingService> g = WatchSettingService.class;
    calls.add(
        new Call(
            "WatchSettingService",
            "inForce",
            2,
            List.of(
                new Guard(SETTING_WRITE, About.INSTALLATION), new Guard(WATCH_READ, About.SCHOOL)),
            (s, who, at) -> s.get(g).inForce(who, at.school())));
    add(g, "list", 1, SETTING_WRITE, About.INSTALLATION, (s, who, at) -> s.get(g).list(who));
    add(
        g,
        "set",
        2,
        SETTING_WRITE,
        About.INSTALLATION,
        (s, who, at) ->
            s.get(g)
                .set(
                    who,
                    new SettingCommand(
                        "school",
                        at.school().value(),
                        null,
                        null,
                        DAY,
                        SettingsPart.of(WatchSettings.DEFAULT),
                        0)));
  }

  private void cities() {
    Class<CityTallyService> c = CityTallyService.class;
    add(
        c,
        "submit",
        3,
        TALLY_READ,
        About.SCHOOLS,
        (s, who, at) -> s.get(c).submit(who, YEAR, true));
    add(
        c,
        "counted",
        3,
        TALLY_READ,
        About.SCHOOLS,
        (s, who, at) -> s.get(c).counted(who, YEAR, true));
    add(c, "open", 3, TALLY_READ, About.SCHOOLS, (s, who, at) -> s.get(c).open(who, YEAR, true));
    add(c, "underWay", 1, TALLY_READ, About.SCHOOLS, (s, who, at) -> s.get(c).underWay(who));
    Class<CityWatchService> w = CityWatchService.class;
    add(w, "submit", 1, WATCH_READ, About.SCHOOLS, (s, who, at) -> s.get(w).submit(who));
    add(w, "underWay", 1, WATCH_READ, About.SCHOOLS, (s, who, at) -> s.get(w).underWay(who));
    add(w, "looked", 1, WATCH_READ, About.SCHOOLS, (s, who, at) -> s.get(w).looked(who));
    add(w, "list", 1, WATCH_READ, About.SCHOOLS, (s, who, at) -> s.get(w).list(who));
    Class<CitySurveyService> v = CitySurveyService.class;
    add(v, "count", 2, SURVEY_READ, About.SCHOOLS, (s, who, at) -> s.get(v).count(who, YEAR));
    Class<YearColumnService> y = YearColumnService.class;
    add(y, "list", 2, TALLY_READ, About.STUDENT, (s, who, at) -> s.get(y).list(who, at.student()));
  }
}
