// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.ApplicationFile;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.CreditingKinds;
import org.tsunagi.plugin.crediting.domain.DecisionCase;
import org.tsunagi.plugin.crediting.domain.EvidenceKind;
import org.tsunagi.plugin.crediting.persistence.EvidenceTable;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.shared.DateRange;

/** Gathers what a decision is held against. */
@Component(service = DecisionCases.class)
public class DecisionCases {
  private final EvidenceTable evidence;
  private final Counting counting;
  private final CreditingPlaces places;

  /** Makes it. */
  @Activate
  public DecisionCases(
      @Reference EvidenceTable evidence,
      @Reference Counting counting,
      @Reference CreditingPlaces places) {
    this.evidence = evidence;
    this.counting = counting;
    this.places = places;
  }

  /**
   * A case with what it rests on.
   *
   * @param known what a decision is held against
   * @param evidence the evidence in force of the application's days, by day
   * @param learningDays the days up to today on which learning of its kind is marked, by day
   */
  record Gathered(
      DecisionCase known, List<EvidenceTable.Kept> evidence, List<LocalDate> learningDays) {}

  /** Gathers the case of an application, with two statements beside the file's. */
  Gathered gather(
      Connection connection, CreditingFile file, ApplicationFile one, List<Enrolment> stays) {
    CreditingApplication application = one.application();
    List<EvidenceTable.Kept> inForce =
        evidence.list(connection, application.student(), application.content().period()).stream()
            .filter(entry -> entry.voidReason().isEmpty())
            .toList();
    List<LocalDate> learning = learningDays(connection, file, application, stays);
    DecisionCase known =
        new DecisionCase(
            application,
            ApplicationChecks.highSchool(stays, application.content().period().first()),
            file.list(application, stays),
            one.newestEntries(),
            one.facility(),
            one.talks(),
            CreditingPlaces.periods(stays, application.school()),
            visits(inForce),
            learning.stream().map(YearMonth::from).collect(Collectors.toSet()),
            ofFacilities(file, application),
            places.today());
    return new Gathered(known, inForce, learning);
  }

  /** Gathers what a list shows of an application, without a statement of its own. */
  DecisionCase bare(CreditingFile file, ApplicationFile one) {
    return new DecisionCase(
        one.application(),
        false,
        file.named(one.application()),
        one.newestEntries(),
        one.facility(),
        List.of(),
        List.of(),
        Set.of(),
        Set.of(),
        List.of(),
        places.today());
  }

  private static Set<LocalDate> visits(List<EvidenceTable.Kept> inForce) {
    return inForce.stream()
        .filter(one -> one.entry().kind() == EvidenceKind.VISIT)
        .map(one -> one.entry().on())
        .collect(Collectors.toSet());
  }

  private List<LocalDate> learningDays(
      Connection connection,
      CreditingFile file,
      CreditingApplication application,
      List<Enrolment> stays) {
    int year = SchoolYear.of(application.content().period().first()).year();
    List<DateRange> here = CreditingPlaces.periods(stays, application.school());
    return counting
        .listMarks(connection, application.school(), application.student(), year)
        .stream()
        .filter(mark -> !mark.date().isAfter(places.today()))
        .filter(mark -> here.stream().anyMatch(days -> days.contains(mark.date())))
        .filter(mark -> speaksOf(file, application.content(), mark))
        .map(DayMark::date)
        .sorted()
        .toList();
  }

  private static boolean speaksOf(CreditingFile file, ApplicationContent content, DayMark mark) {
    return content.period().contains(mark.date())
        && file.codes()
            .find(mark.code(), mark.date())
            .map(code -> code.isOfKind(content.kind()))
            .orElse(false)
        && DecisionPreviews.isAt(content, mark);
  }

  private static List<DateRange> ofFacilities(
      CreditingFile file, CreditingApplication application) {
    return file.applications().stream()
        .filter(one -> !one.application().id().equals(application.id()))
        .filter(one -> CreditingKinds.isFacility(one.application().content().kind()))
        .flatMap(one -> one.granted().stream())
        .toList();
  }
}
