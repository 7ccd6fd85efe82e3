// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.guidancerecord.domain.RecordRowRule;
import org.tsunagi.plugin.guidancerecord.domain.SurveyCount;
import org.tsunagi.plugin.guidancerecord.domain.SurveyRule;
import org.tsunagi.plugin.guidancerecord.domain.SurveyStudent;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.shared.Missing;

/** Numbers of students for the national survey, by school and grade, without names. */
@Component(service = SurveyService.class)
public final class SurveyService {
  private final Gate gate;
  private final Transactions transactions;
  private final StudentDirectory directory;
  private final RecordCounts counts;

  /** Makes the service. */
  @Activate
  public SurveyService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference StudentDirectory directory,
      @Reference RecordCounts counts) {
    this.gate = gate;
    this.transactions = transactions;
    this.directory = directory;
    this.counts = counts;
  }

  /**
   * A line of the survey.
   *
   * @param schoolSourcedId the school; empty in the total
   * @param schoolName its name; empty in the total
   * @param grade the grade's code; empty in a school's sum and in the total
   * @param count the numbers
   */
  public record Line(String schoolSourcedId, String schoolName, String grade, SurveyCount count) {}

  /**
   * Counts the survey of the schools that the actor may read: each grade, each school, the total. A
   * student who moved counts at each school with the days there.
   *
   * @param school only this school
   */
  public List<Line> count(Actor actor, int schoolYear, Optional<SchoolId> school) {
    List<School> schools =
        directory.listSchools().stream()
            .filter(one -> school.map(one.id()::equals).orElse(true))
            .filter(
                one ->
                    school.isPresent()
                        || gate.permits(
                            actor, Privilege.SURVEY_READ, new Target.OfSchool(one.id())))
            .toList();
    if (school.isEmpty() && schools.isEmpty()) {
      gate.require(actor, Privilege.SURVEY_READ, new Target.Installation());
    }
    school.ifPresent(one -> gate.require(actor, Privilege.SURVEY_READ, new Target.OfSchool(one)));
    if (school.isPresent() && schools.isEmpty()) {
      throw new Missing();
    }
    List<Line> lines = new ArrayList<>();
    List<Tally> all = new ArrayList<>();
    for (School one : schools) {
      lines.addAll(lines(one, students(one.id(), schoolYear), all));
    }
    lines.add(new Line("", "", "", SurveyRule.count(all)));
    return lines;
  }

  private static List<Line> lines(School school, List<SurveyStudent> students, List<Tally> all) {
    Map<Grade, List<Tally>> byGrade = new TreeMap<>();
    List<Tally> ofSchool = new ArrayList<>();
    for (SurveyStudent student : students) {
      byGrade.computeIfAbsent(student.grade(), one -> new ArrayList<>()).add(student.tally());
      ofSchool.add(student.tally());
    }
    all.addAll(ofSchool);
    List<Line> lines = new ArrayList<>();
    byGrade.forEach(
        (grade, tallies) ->
            lines.add(
                new Line(
                    school.id().value(), school.name(), grade.name(), SurveyRule.count(tallies))));
    lines.add(new Line(school.id().value(), school.name(), "", SurveyRule.count(ofSchool)));
    return lines;
  }

  private List<SurveyStudent> students(SchoolId school, int schoolYear) {
    return transactions.runSql(
        connection ->
            counts.school(connection, school, schoolYear, Set.of()).students().stream()
                .flatMap(student -> RecordRowRule.rows(schoolYear, student.stays()).stream())
                .map(row -> new SurveyStudent(row.school(), row.grade(), row.tally()))
                .toList());
  }
}
