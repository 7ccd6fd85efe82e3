// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;

/**
 * Whether a school's year may be closed: nobody signs figures that are not all there.
 *
 * <p>Basis: 学校教育法施行規則24条・28条 (指導要録、出席簿); 30文科初第1845号 別紙1.
 */
public final class ClosingRule {
  private static final int SHOWN = 5;

  private ClosingRule() {}

  /**
   * Days of a student that stop the closing.
   *
   * @param place the homeroom's name, or the grade where there is none
   * @param student the student's name
   * @param unknown days whose register was not taken
   * @param waiting days that wait for a decision and count as absent
   */
  public record OpenDays(
      String place, String student, List<LocalDate> unknown, List<LocalDate> waiting) {
    /** Copies the lists. */
    public OpenDays {
      unknown = List.copyOf(unknown);
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * Checks a closing.
   *
   * @param open the days that are not settled, by place
   * @param daysToCome planned school days after today
   * @param closedAlready whether the year is closed
   * @param waitingReason why waiting days are closed as absent; empty where nobody confirms them
   */
  public static Decision check(
      List<OpenDays> open, int daysToCome, boolean closedAlready, String waitingReason) {
    List<Finding> findings = new ArrayList<>();
    if (closedAlready) {
      findings.add(error("ALREADY_CLOSED", "この年度はもう締めてあります。数を直すときは、訂正として記録してください。"));
    }
    if (daysToCome > 0) {
      findings.add(
          error("YEAR_NOT_OVER", "今日より後の授業日が" + daysToCome + "日あります。最後の授業日が終わってから締めてください。"));
    }
    for (String place : places(open)) {
      unknown(place, open).ifPresent(findings::add);
      if (waitingReason.isBlank()) {
        waiting(place, open).ifPresent(findings::add);
      }
    }
    return findings.isEmpty() ? new Decision.Granted() : new Decision.Refused(findings);
  }

  private static Set<String> places(List<OpenDays> open) {
    return open.stream().map(OpenDays::place).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<Finding> unknown(String place, List<OpenDays> open) {
    List<OpenDays> here = open.stream().filter(one -> one.place().equals(place)).toList();
    Set<LocalDate> dates = new TreeSet<>();
    here.forEach(one -> dates.addAll(one.unknown()));
    long students = here.stream().filter(one -> !one.unknown().isEmpty()).count();
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        error(
            "UNKNOWN_DAYS",
            place
                + "に、出席をとっていない日が"
                + dates.size()
                + "日（"
                + students
                + "人）あります："
                + days(dates)
                + "。出席簿で確かめてください。"));
  }

  private static Optional<Finding> waiting(String place, List<OpenDays> open) {
    List<OpenDays> here =
        open.stream().filter(one -> one.place().equals(place) && !one.waiting().isEmpty()).toList();
    int days = here.stream().mapToInt(one -> one.waiting().size()).sum();
    if (days == 0) {
      return Optional.empty();
    }
    String names =
        here.stream().map(OpenDays::student).limit(SHOWN).collect(Collectors.joining("、"));
    return Optional.of(
        error(
            "WAITING_DAYS",
            place
                + "に、判断を待っている日が"
                + days
                + "日あります（"
                + names
                + (here.size() > SHOWN ? " ほか" : "")
                + "）。判断を決めるか、欠席として締める理由を入れてください。"));
  }

  private static String days(Set<LocalDate> dates) {
    String first =
        dates.stream()
            .limit(SHOWN)
            .map(date -> date.getMonthValue() + "月" + date.getDayOfMonth() + "日")
            .collect(Collectors.joining("、"));
    return dates.size() > SHOWN ? first + " ほか" : first;
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
