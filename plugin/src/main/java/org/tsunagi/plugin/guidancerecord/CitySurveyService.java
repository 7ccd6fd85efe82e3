// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.guidancerecord.domain.CitySurveyRule;
import org.tsunagi.plugin.guidancerecord.domain.SurveyCount;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.CitySnapshots;
import org.tsunagi.plugin.register.domain.CountedSchool;
import org.tsunagi.plugin.register.domain.LongAbsences;

/** The national survey of a whole city, from the figures that a job counted. */
@Component(service = CitySurveyService.class)
public final class CitySurveyService {
  private final Gate gate;
  private final Transactions transactions;
  private final StudentDirectory directory;
  private final CitySnapshots snapshots;

  /** Makes the service. */
  @Activate
  public CitySurveyService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference StudentDirectory directory,
      @Reference CitySnapshots snapshots) {
    this.gate = gate;
    this.transactions = transactions;
    this.directory = directory;
    this.snapshots = snapshots;
  }

  /**
   * The survey and how far it reaches.
   *
   * @param countedTo the day up to which every counted school was counted; empty where none was
   * @param notCounted the schools that no job has counted
   * @param lines each grade, each school, the total
   */
  public record CitySurvey(
      Optional<LocalDate> countedTo, List<SchoolId> notCounted, List<SurveyService.Line> lines) {
    /** Copies the lists. */
    public CitySurvey {
      notCounted = List.copyOf(notCounted);
      lines = List.copyOf(lines);
    }
  }

  /** Counts the schools that the actor may read, in a fixed number of statements. */
  public CitySurvey count(Actor actor, int schoolYear) {
    List<School> schools =
        directory.listSchools().stream()
            .filter(
                one -> gate.permits(actor, Privilege.SURVEY_READ, new Target.OfSchool(one.id())))
            .toList();
    if (schools.isEmpty()) {
      gate.require(actor, Privilege.SURVEY_READ, new Target.Installation());
    }
    return transactions.runSql(
        connection -> {
          Map<SchoolId, LocalDate> counted =
              snapshots.counted(connection, schoolYear).stream()
                  .collect(Collectors.toMap(CountedSchool::school, CountedSchool::countedTo));
          List<SchoolId> ids =
              schools.stream().map(School::id).filter(counted::containsKey).toList();
          List<LongAbsences> found = snapshots.longAbsences(connection, ids, schoolYear);
          return new CitySurvey(
              ids.stream().map(counted::get).min(LocalDate::compareTo),
              schools.stream().map(School::id).filter(one -> !counted.containsKey(one)).toList(),
              lines(schools, found));
        });
  }

  private static List<SurveyService.Line> lines(List<School> schools, List<LongAbsences> found) {
    Map<SchoolId, List<LongAbsences>> bySchool =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    LongAbsences::school, LinkedHashMap::new, Collectors.toList()));
    List<SurveyService.Line> lines = new ArrayList<>();
    List<SurveyCount> all = new ArrayList<>();
    for (School school : schools) {
      List<SurveyCount> ofSchool = new ArrayList<>();
      for (LongAbsences one : bySchool.getOrDefault(school.id(), List.of())) {
        SurveyCount count = CitySurveyRule.of(one);
        ofSchool.add(count);
        lines.add(line(school, one.grade().name(), count));
      }
      if (!ofSchool.isEmpty()) {
        lines.add(line(school, "", CitySurveyRule.sum(ofSchool)));
        all.addAll(ofSchool);
      }
    }
    lines.add(new SurveyService.Line("", "", "", CitySurveyRule.sum(all)));
    return lines;
  }

  private static SurveyService.Line line(School school, String grade, SurveyCount count) {
    return new SurveyService.Line(school.id().value(), school.name(), grade, count);
  }
}
