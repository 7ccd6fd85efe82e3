// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.plugin.crediting.domain.ConditionEntry;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.CreditingKinds;
import org.tsunagi.plugin.crediting.domain.DecisionCase;
import org.tsunagi.plugin.crediting.domain.DecisionOutcome;
import org.tsunagi.plugin.crediting.domain.EvidenceKind;
import org.tsunagi.plugin.crediting.domain.FacilityEntry;
import org.tsunagi.plugin.crediting.domain.PrincipalDecision;
import org.tsunagi.plugin.crediting.persistence.ApplicationTable;
import org.tsunagi.plugin.crediting.persistence.ConditionTable;
import org.tsunagi.plugin.crediting.persistence.DecisionTable;
import org.tsunagi.plugin.crediting.persistence.EvidenceTable;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.shared.DateRange;

/** Gathers what a decision is held against. */
@Component(service = DecisionCases.class)
public class DecisionCases {
  private final ApplicationTable applications;
  private final ConditionTable conditions;
  private final DecisionTable decisions;
  private final EvidenceTable evidence;
  private final FacilityTable facilities;
  private final ApplicationChecks checks;
  private final CreditingPlaces places;

  /** Makes it. */
  @Activate
  public DecisionCases(
      @Reference ApplicationTable applications,
      @Reference ConditionTable conditions,
      @Reference DecisionTable decisions,
      @Reference EvidenceTable evidence,
      @Reference FacilityTable facilities,
      @Reference ApplicationChecks checks,
      @Reference CreditingPlaces places) {
    this.applications = applications;
    this.conditions = conditions;
    this.decisions = decisions;
    this.evidence = evidence;
    this.facilities = facilities;
    this.checks = checks;
    this.places = places;
  }

  DecisionCase load(
      Connection connection,
      CreditingApplication application,
      List<Enrolment> stays,
      List<LocalDate> learningDays) {
    String id = application.id();
    List<ConditionEntry> entries =
        conditions.listNewest(connection, List.of(id)).getOrDefault(id, List.of());
    Set<YearMonth> months = new HashSet<>();
    learningDays.forEach(day -> months.add(YearMonth.from(day)));
    String facility = application.content().facility();
    return new DecisionCase(
        application,
        ApplicationChecks.highSchool(stays, application.content().period().first()),
        checks.list(connection, application),
        entries,
        facility.isEmpty()
            ? Optional.empty()
            : facilities.find(connection, facility).map(FacilityTable.Kept::entry),
        conditions.listTalks(connection, application),
        CreditingPlaces.periods(stays, application.school()),
        visits(connection, application),
        months,
        ofFacilities(connection, application),
        places.today());
  }

  /** Gathers what a list shows of an application, without a statement of its own. */
  DecisionCase bare(
      CreditingApplication application,
      Optional<ConditionList> list,
      List<ConditionEntry> entries,
      Optional<FacilityEntry> facility) {
    return new DecisionCase(
        application,
        false,
        list,
        entries,
        facility,
        List.of(),
        List.of(),
        Set.of(),
        Set.of(),
        List.of(),
        places.today());
  }

  private Set<LocalDate> visits(Connection connection, CreditingApplication application) {
    Set<LocalDate> days = new HashSet<>();
    for (EvidenceTable.Kept one :
        evidence.list(connection, application.student(), application.content().period())) {
      if (one.voidReason().isEmpty() && one.entry().kind() == EvidenceKind.VISIT) {
        days.add(one.entry().on());
      }
    }
    return days;
  }

  private List<DateRange> ofFacilities(Connection connection, CreditingApplication application) {
    List<CreditingApplication> others =
        applications.list(connection, application.student()).stream()
            .filter(one -> !one.id().equals(application.id()))
            .filter(one -> CreditingKinds.isFacility(one.content().kind()))
            .toList();
    Map<String, PrincipalDecision> newest =
        decisions.listNewest(connection, others.stream().map(CreditingApplication::id).toList());
    List<DateRange> ranges = new ArrayList<>();
    for (PrincipalDecision one : newest.values()) {
      if (one.said().outcome() == DecisionOutcome.GRANTED) {
        ranges.addAll(one.said().ranges());
      }
    }
    return ranges;
  }
}
