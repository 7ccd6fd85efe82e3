// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.Condition;
import org.tsunagi.plugin.crediting.domain.ConditionEntry;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.CreditingKinds;
import org.tsunagi.plugin.crediting.domain.DecisionCase;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.OpenConditions;
import org.tsunagi.plugin.crediting.domain.PrincipalDecision;
import org.tsunagi.plugin.crediting.persistence.ConditionTable;
import org.tsunagi.plugin.crediting.persistence.DecisionTable;
import org.tsunagi.plugin.crediting.persistence.EvidenceTable;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.shared.DateRange;

/** Makes what pages and the REST interface show of applications. It checks no rights. */
@Component(service = CreditingViews.class)
public class CreditingViews {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final StudentDirectory directory;
  private final Codes codes;
  private final ConditionTable conditions;
  private final DecisionTable decisions;
  private final EvidenceTable evidence;
  private final FacilityTable facilities;
  private final DecisionCases cases;
  private final DecisionPreviews previews;
  private final IctRuleBook rules;
  private final ApplicationChecks checks;

  /** Makes it. */
  @Activate
  public CreditingViews(
      @Reference StudentDirectory directory,
      @Reference Codes codes,
      @Reference ConditionTable conditions,
      @Reference DecisionTable decisions,
      @Reference EvidenceTable evidence,
      @Reference FacilityTable facilities,
      @Reference DecisionCases cases,
      @Reference DecisionPreviews previews,
      @Reference IctRuleBook rules,
      @Reference ApplicationChecks checks) {
    this.directory = directory;
    this.codes = codes;
    this.conditions = conditions;
    this.decisions = decisions;
    this.evidence = evidence;
    this.facilities = facilities;
    this.cases = cases;
    this.previews = previews;
    this.rules = rules;
    this.checks = checks;
  }

  /** Makes the rows of a list, with a fixed number of statements. */
  List<ApplicationView.Row> rows(Connection connection, List<CreditingApplication> list) {
    if (list.isEmpty()) {
      return List.of();
    }
    List<String> ids = list.stream().map(CreditingApplication::id).toList();
    Map<String, PrincipalDecision> newest = decisions.listNewest(connection, ids);
    Map<String, List<ConditionEntry>> entries = conditions.listNewest(connection, ids);
    Map<String, FacilityTable.Kept> places = new HashMap<>();
    facilities.list(connection).forEach(one -> places.put(one.entry().place().id(), one));
    Map<StudentId, String> names =
        directory
            .listStudents(
                list.stream().map(CreditingApplication::student).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(one -> one.id(), one -> one.name()));
    CodeCatalogue catalogue = codes.catalogue(connection);
    Map<SchoolId, List<ConditionList>> lists = new HashMap<>();
    List<ApplicationView.Row> rows = new ArrayList<>();
    for (CreditingApplication one : list) {
      Optional<FacilityTable.Kept> facility =
          Optional.ofNullable(places.get(one.content().facility()));
      DecisionCase known =
          cases.bare(
              one,
              lists.computeIfAbsent(one.school(), at -> checks.at(connection, at)).stream()
                  .filter(own -> own.id().equals(one.content().list()))
                  .findFirst(),
              entries.getOrDefault(one.id(), List.of()),
              facility.map(FacilityTable.Kept::entry));
      rows.add(
          row(
              one,
              Optional.ofNullable(newest.get(one.id())),
              known,
              catalogue,
              names.getOrDefault(one.student(), "")));
    }
    return rows;
  }

  /** Makes everything that is shown of one application. */
  ApplicationView show(
      Connection connection,
      CreditingApplication application,
      List<Enrolment> stays,
      boolean mayWrite,
      boolean mayDecide) {
    DecisionPreviews.Two two = previews.count(connection, application, stays, Optional.empty());
    List<LocalDate> learning = DecisionPreviews.learningDays(application, two.now());
    DecisionCase known = cases.load(connection, application, stays, learning);
    List<PrincipalDecision> decided = decisions.list(connection, application);
    String name = directory.find(application.student()).map(one -> one.name()).orElse("");
    ApplicationView.Row row =
        row(application, decided.stream().findFirst(), known, codes.catalogue(connection), name);
    return new ApplicationView(
        row,
        application.content().guide(),
        application.content().activity(),
        application.content().plan(),
        application.content().nextStep(),
        application.imported(),
        known
            .list()
            .map(list -> new ApplicationView.ListHead(list.id(), list.title(), list.basis())),
        known.conditions().stream().map(one -> state(one, known)).toList(),
        known.talks().stream()
            .map(
                one ->
                    new ApplicationView.Talk(
                        one.id(),
                        one.on(),
                        one.partner(),
                        one.manner(),
                        one.content(),
                        one.noted().name()))
            .toList(),
        decided.stream().map(CreditingViews::decided).toList(),
        evidence.list(connection, application.student(), application.content().period()).stream()
            .filter(one -> one.voidReason().isEmpty())
            .map(EvidenceService::view)
            .toList(),
        months(known, learning),
        application.content().kind().equals("8")
            ? rules.on(connection, application.school(), application.content().period().first())
            : Optional.empty(),
        application.applied().name(),
        application.applied().title(),
        application.applied().at(),
        List.of(),
        mayWrite,
        mayDecide);
  }

  private static ApplicationView.Row row(
      CreditingApplication one,
      Optional<PrincipalDecision> newest,
      DecisionCase known,
      CodeCatalogue catalogue,
      String name) {
    String kind = one.content().kind();
    List<Condition> all = known.conditions();
    return new ApplicationView.Row(
        one.id(),
        one.school().value(),
        one.student().value(),
        name,
        kind,
        CreditingKinds.glyph(kind),
        catalogue.list().stream()
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
