// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.crediting.domain.ApplicationFile;
import org.tsunagi.plugin.crediting.domain.Condition;
import org.tsunagi.plugin.crediting.domain.ConditionEntry;
import org.tsunagi.plugin.crediting.domain.Consultation;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.CreditingKinds;
import org.tsunagi.plugin.crediting.domain.DecisionCase;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.OpenConditions;
import org.tsunagi.plugin.crediting.domain.PrincipalDecision;
import org.tsunagi.plugin.shared.DateRange;

/** Makes what pages and the REST interface show of applications. It checks no rights. */
@Component(service = CreditingViews.class)
public class CreditingViews {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final DecisionCases cases;
  private final IctRuleBook rules;

  /** Makes it. */
  @Activate
  public CreditingViews(@Reference DecisionCases cases, @Reference IctRuleBook rules) {
    this.cases = cases;
    this.rules = rules;
  }

  /** Makes the rows of a list, without a statement of its own. */
  List<ApplicationView.Row> rows(CreditingFile file, Map<StudentId, String> names) {
    return file.applications().stream()
        .map(one -> row(file, one, cases.bare(file, one), names))
        .toList();
  }

  /**
   * Makes everything that is shown of one application, with three statements at most.
   *
   * @param may what the actor may do with it
   */
  ApplicationView show(
      Connection connection,
      CreditingFile file,
      ApplicationFile one,
      List<Enrolment> stays,
      Map<StudentId, String> names,
      Rights may) {
    DecisionCases.Gathered gathered = cases.gather(connection, file, one, stays);
    DecisionCase known = gathered.known();
    CreditingApplication application = one.application();
    return new ApplicationView(
        row(file, one, known, names),
        application.content().guide(),
        application.content().activity(),
        application.content().plan(),
        application.content().nextStep(),
        application.imported(),
        known
            .list()
            .map(list -> new ApplicationView.ListHead(list.id(), list.title(), list.basis())),
        known.conditions().stream().map(condition -> state(condition, known)).toList(),
        one.entries().stream().map(entry -> confirmed(entry, known)).toList(),
        known.talks().stream().map(CreditingViews::talk).toList(),
        one.decisions().stream().map(CreditingViews::decided).toList(),
        gathered.evidence().stream().map(EvidenceService::view).toList(),
        months(known, gathered.learningDays()),
        application.content().kind().equals("8")
            ? rules.on(connection, application.school(), application.content().period().first())
            : Optional.empty(),
        application.applied().name(),
        application.applied().title(),
        application.applied().at(),
        List.of(),
        may.write(),
        may.decide());
  }

  /** What an actor may do with an application. */
  record Rights(boolean write, boolean decide) {}

  private static ApplicationView.Confirmed confirmed(ConditionEntry one, DecisionCase known) {
    String number =
        known
            .list()
            .flatMap(list -> list.find(one.condition()))
            .map(Condition::number)
            .orElse(one.condition());
    return new ApplicationView.Confirmed(
        number,
        one.met(),
        one.note(),
        one.confirmed().name(),
        one.confirmed().title(),
        one.on(),
        one.confirmed().at());
  }

  private static ApplicationView.Talk talk(Consultation one) {
    return new ApplicationView.Talk(
        one.id(), one.on(), one.partner(), one.manner(), one.content(), one.noted().name());
  }

  private static ApplicationView.Row row(
      CreditingFile file, ApplicationFile filed, DecisionCase known, Map<StudentId, String> names) {
    CreditingApplication one = filed.application();
    Optional<PrincipalDecision> newest = filed.newest();
    String kind = one.content().kind();
    List<Condition> all = known.conditions();
    return new ApplicationView.Row(
        one.id(),
        one.school().value(),
        one.student().value(),
        names.getOrDefault(one.student(), ""),
        kind,
        CreditingKinds.glyph(kind),
        file.codes().list().stream()
            .filter(code -> code.isOfKind(kind))
            .findFirst()
            .map(AttendanceCode::label)
            .orElse(kind),
        one.content().facility(),
        known.facility().map(facility -> facility.place()).map(Facility::name).orElse(""),
        one.content().provider(),
        one.content().period().first(),
        one.content().period().last(),
        newest.map(decision -> decision.said().outcome().code()).orElse("applied"),
        (int) all.stream().filter(condition -> known.met(condition.id())).count(),
        all.size(),
        newest.map(decision -> days(decision.said().ranges())).orElse(List.of()),
        one.version(),
        one.newestDecision(),
        one.applied().at().atZone(TOKYO).toLocalDate(),
        OpenConditions.of(known));
  }

  private static List<ApplicationView.Days> days(List<DateRange> ranges) {
    return ranges.stream().map(one -> new ApplicationView.Days(one.first(), one.last())).toList();
  }

  private static ApplicationView.ConditionState state(Condition one, DecisionCase known) {
    Optional<ConditionEntry> entry =
        known.entries().stream().filter(e -> e.condition().equals(one.id())).findFirst();
    return new ApplicationView.ConditionState(
        one.id(),
        one.number(),
        one.text(),
        one.required(),
        one.forAssessment(),
        one.hint(),
        entry.map(e -> e.met() ? "met" : "notMet").orElse("open"),
        entry.map(ConditionEntry::note).orElse(""),
        entry.map(ConditionEntry::evidence).orElse(List.of()),
        entry.map(ConditionEntry::entry).orElse(0),
        entry.map(e -> e.confirmed().name()).orElse(""),
        entry.map(e -> e.confirmed().title()).orElse(""),
        entry.map(ConditionEntry::on));
  }

  private static ApplicationView.Decided decided(PrincipalDecision one) {
    return new ApplicationView.Decided(
        one.number(),
        one.said().outcome().code(),
        days(one.said().ranges()),
        one.said().reason(),
        one.said().nextStep(),
        one.said().guardianToldOn(),
        one.said().acknowledged().stream().sorted().toList(),
        one.decided().name(),
        one.decided().title(),
        one.decidedOn(),
        one.decided().at());
  }

  private static List<ApplicationView.VisitMonth> months(
      DecisionCase known, List<LocalDate> learning) {
    TreeSet<YearMonth> months = new TreeSet<>(known.learningMonths());
    known.visits().forEach(day -> months.add(YearMonth.from(day)));
    return months.stream()
        .map(
            month ->
                new ApplicationView.VisitMonth(
                    month.toString(),
                    (int)
                        known.visits().stream()
                            .filter(d -> YearMonth.from(d).equals(month))
                            .count(),
                    (int) learning.stream().filter(d -> YearMonth.from(d).equals(month)).count()))
        .toList();
  }
}
