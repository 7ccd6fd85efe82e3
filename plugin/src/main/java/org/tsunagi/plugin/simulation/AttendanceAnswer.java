// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.register.domain.CountingTerms;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.Fact;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.register.domain.Remark;
import org.tsunagi.plugin.register.domain.RemarkRule;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.register.domain.TallyRule;

/**
 * The answer of an attendance simulation.
 *
 * @param students per student the id, every figure by its name, {@code remarks} and {@code days}
 * @param findings what there is to say
 */
public record AttendanceAnswer(List<Map<String, Object>> students, List<Note> findings) {

  /**
   * A finding.
   *
   * @param code its code
   * @param student the student's id in the request; absent where it concerns none
   * @param date the day; absent where it concerns none
   * @param message what, in plain Japanese
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Note(
      String code, @Nullable String student, @Nullable LocalDate date, String message) {}

  /**
   * A day.
   *
   * @param date the day
   * @param dayClass its class
   * @param code the mark's code; empty for a blank
   * @param flags what else there is to know
   * @param sheetRow the row ①–⑧, 0 for none
   * @param because the chain of facts
   */
  public record Day(
      LocalDate date,
      String dayClass,
      String code,
      List<String> flags,
      int sheetRow,
      List<Fact> because) {
    static Day of(DayVerdict verdict) {
      return new Day(
          verdict.date(),
          verdict.dayClass().name(),
          verdict.code(),
          verdict.flags().stream().map(DayFlag::name).sorted().toList(),
          verdict.sheetRow(),
          verdict.because());
    }
  }

  static AttendanceAnswer of(AttendanceScenario scenario) {
    List<Map<String, Object>> students = new ArrayList<>();
    List<Note> notes = new ArrayList<>(scenario.notes());
    for (StudentCount count : scenario.count()) {
      students.add(student(count, scenario.terms()));
      count
          .findings()
          .forEach(
              one ->
                  notes.add(
                      new Note(
                          one.finding().code(),
                          one.student().value(),
                          one.date(),
                          one.finding().message())));
    }
    return new AttendanceAnswer(students, notes);
  }

  private static Map<String, Object> student(StudentCount count, CountingTerms terms) {
    List<Tally> tallies = new ArrayList<>();
    List<DayVerdict> days = new ArrayList<>();
    for (StayCount stay : count.stays()) {
      tallies.add(stay.year().tally());
      days.addAll(stay.days());
    }
    days.sort(Comparator.comparing(DayVerdict::date));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", count.student().value());
    answer.putAll(Figure.all(TallyRule.sum(tallies)));
    answer.put("remarks", RemarkRule.remarks(days, terms).stream().map(Remark::text).toList());
    answer.put("days", days.stream().map(Day::of).toList());
    return answer;
  }
}
