// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A closure (臨時休業) of a school, a grade, a class or a group.
 *
 * @param school the school's sourcedId
 * @param firstOn the first day
 * @param lastOn the last day (inclusive)
 * @param scope {@code school}, {@code grade}, {@code homeroom} or {@code group}
 * @param target the grade code, the class's sourcedId or the group; empty for a school
 * @param basis {@code ART20}, {@code ART63} or {@code STAGGERED}
 * @param reason the reason as a remark names it
 * @param online whether lessons were held online
 */
record Closure(
    String school,
    LocalDate firstOn,
    LocalDate lastOn,
    String scope,
    String target,
    String basis,
    String reason,
    boolean online) {

  /** The two halves of the third grade of the junior-high school. */
  private static final String GROUP = "3年";

  /** Lists the closures of a year that had begun by a day. */
  static List<Closure> of(YearPlan plan, boolean current, LocalDate today) {
    var all = new ArrayList<>(current ? currentYear(plan) : yearBefore(plan));
    all.removeIf(closure -> closure.firstOn().isAfter(today));
    return List.copyOf(all);
  }

  private static LocalDate day(YearPlan plan, int month, int day) {
    return plan.onOrAfter(LocalDate.of(month < 4 ? plan.year() + 1 : plan.year(), month, day));
  }

  private static List<Closure> yearBefore(YearPlan plan) {
    LocalDate typhoon = day(plan, 9, 5);
    LocalDate fever = day(plan, 1, 20);
    LocalDate wave = day(plan, 1, 27);
    return List.of(
        new Closure(Town.PRIMARY, typhoon, typhoon, "school", "", "ART63", "台風", false),
        new Closure(Town.JUNIOR, typhoon, typhoon, "school", "", "ART63", "台風", false),
        new Closure(
            Town.JUNIOR,
            fever,
            fever.plusDays(2),
            "homeroom",
            room(plan, "J3", 1),
            "ART20",
            "インフルエンザ",
            false),
        new Closure(
            Town.PRIMARY, wave, wave.plusDays(1), "grade", "P3", "ART20", "インフルエンザ", false));
  }

  private static List<Closure> currentYear(YearPlan plan) {
    LocalDate rain = day(plan, 7, 3);
    LocalDate water = day(plan, 9, 2);
    LocalDate fever = day(plan, 10, 21);
    LocalDate wave = day(plan, 11, 9);
    LocalDate next = plan.onOrAfter(water.plusDays(1));
    return List.of(
        new Closure(Town.PRIMARY, rain, rain, "school", "", "ART63", "大雨", false),
        new Closure(Town.JUNIOR, water, water, "group", GROUP + "A", "STAGGERED", "断水", false),
        new Closure(Town.JUNIOR, next, next, "group", GROUP + "B", "STAGGERED", "断水", false),
        new Closure(
            Town.PRIMARY,
            fever,
            fever.plusDays(2),
            "homeroom",
            room(plan, "P4", 2),
            "ART20",
            "インフルエンザ",
            true),
        new Closure(
            Town.PRIMARY, wave, wave.plusDays(1), "grade", "P2", "ART20", "インフルエンザ", false));
  }

  private static String room(YearPlan plan, String grade, int number) {
    return "cl-%d-%s-%d".formatted(plan.year(), grade, number);
  }

  /** Returns the group of a student, half by half; empty outside the third grade. */
  static String groupOf(Stay stay) {
    if (!stay.grade().equals("J3")) {
      return "";
    }
    return GROUP + (stay.number() % 2 == 1 ? "A" : "B");
  }

  /** Tells whether a student was sent home on a day by this closure. */
  boolean covers(Stay stay, LocalDate day) {
    if (day.isBefore(firstOn) || day.isAfter(lastOn) || !stay.room().school().equals(school)) {
      return false;
    }
    return switch (scope) {
      case "grade" -> stay.grade().equals(target);
      case "homeroom" -> stay.room().id().equals(target);
      case "group" -> groupOf(stay).equals(target);
      default -> true;
    };
  }
}
