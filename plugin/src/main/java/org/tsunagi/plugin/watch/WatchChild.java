// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.watch.domain.WatchDay;
import org.tsunagi.plugin.watch.domain.WatchFinding;
import org.tsunagi.plugin.watch.domain.WatchRule;
import org.tsunagi.plugin.watch.domain.WatchTask;

/**
 * What was noticed of one student, and who takes care.
 *
 * @param student the student
 * @param grade the grade
 * @param homeroom the homeroom; empty while none is assigned
 * @param days the school days up to the day that was asked for
 * @param yearDays the days of the school year, as the settings count them
 * @param findings all findings of the school year, by the day on which they were reached
 * @param tasks the tasks about the student as they stand
 * @param answer the newest answer to the question of bullying; empty where there is none
 * @param told the keys of findings of which the reader was told and has not yet seen
 */
public record WatchChild(
    StudentId student,
    Grade grade,
    Optional<Homeroom> homeroom,
    List<WatchDay> days,
    int yearDays,
    List<WatchFinding> findings,
    List<WatchTask> tasks,
    Optional<String> answer,
    Set<String> told) {
  /** Copies the lists. */
  public WatchChild {
    days = List.copyOf(days);
    findings = List.copyOf(findings);
    tasks = List.copyOf(tasks);
    told = Set.copyOf(told);
  }

  /** Tells whether the student rests to be safe from bullying: nobody presses to come then. */
  public boolean resting() {
    return answer.filter("resting"::equals).isPresent();
  }

  /** Finds the task that is to be done next. */
  public Optional<WatchTask> nextTask() {
    return tasks.stream()
        .filter(WatchTask::open)
        .min(Comparator.comparing(WatchTask::dueOn).thenComparing(WatchTask::id));
  }

  /** Finds the task about a finding. */
  public Optional<WatchTask> taskOf(WatchFinding finding) {
    return tasks.stream().filter(task -> task.findingKey().equals(finding.key())).findFirst();
  }

  /**
   * Lists the findings that are to be seen: those that still hold, and those that were reached in a
   * time and of which nobody has taken care.
   *
   * @param from the first day of that time
   */
  public List<WatchFinding> listCurrent(LocalDate from) {
    return findings.stream()
        .filter(one -> one.open() || (!one.raisedOn().isBefore(from) && !acted(one)))
        .toList();
  }

  /**
   * Lists the current findings as a page shows them: of each kind the newest one, and of a run that
   * reached the seventh day not the third as well.
   */
  public List<WatchFinding> listShown(LocalDate from) {
    Map<String, WatchFinding> newest = new LinkedHashMap<>();
    listCurrent(from).forEach(one -> newest.put(one.rule() + one.variant(), one));
    return newest.values().stream()
        .filter(
            one ->
                one.rule() != WatchRule.CONSECUTIVE_3
                    || newest.values().stream()
                        .noneMatch(
                            other ->
                                other.rule() == WatchRule.CONSECUTIVE_7
                                    && other.since().equals(one.since())))
        .toList();
  }

  /** Lists the current findings of which nobody has taken care, while nobody has the student. */
  public List<WatchFinding> listUnowned(LocalDate from) {
    if (nextTask().isPresent()) {
      return List.of();
    }
    return listCurrent(from).stream().filter(one -> !acted(one)).toList();
  }

  /** Somebody took care of it, or finished something about the student after it was reached. */
  private boolean acted(WatchFinding finding) {
    return tasks.stream()
        .anyMatch(
            task ->
                task.findingKey().equals(finding.key())
                    || task.open()
                    || !task.doneOn().orElse(LocalDate.MIN).isBefore(finding.raisedOn()));
  }

  /** Tells whether the student is to be seen at all. */
  public boolean listed(LocalDate from) {
    return nextTask().isPresent() || !listCurrent(from).isEmpty();
  }

  /** Finds a finding of a rule that still holds. */
  public Optional<WatchFinding> open(WatchRule rule) {
    return findings.stream().filter(one -> one.rule() == rule && one.open()).findFirst();
  }

  /** Tells whether the student is on the third day in a row, but not yet on the seventh. */
  public boolean onThird() {
    return open(WatchRule.CONSECUTIVE_3).isPresent() && !onSeventh();
  }

  /** Tells whether the student is on the seventh day in a row, or beyond. */
  public boolean onSeventh() {
    return open(WatchRule.CONSECUTIVE_7).isPresent();
  }

  /** Tells whether the days of the year have reached the number that the settings name. */
  public boolean onThirtieth() {
    return open(WatchRule.CUMULATIVE_30).isPresent();
  }
}
