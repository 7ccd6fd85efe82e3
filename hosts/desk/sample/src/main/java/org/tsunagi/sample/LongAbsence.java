// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The way of a student who is away for long, and who may learn somewhere else.
 *
 * @param gradeIndex the grade in the current year, 0 for the first of primary school
 * @param place the place in the cohort
 * @param code the code of the days of learning elsewhere; empty when there are none
 * @param facility the facility's id
 * @param name the facility's name
 */
record LongAbsence(int gradeIndex, int place, String code, String facility, String name) {
  static final String CENTER = "F-KOKAGE";
  static final String CENTER_NAME = "みなも市教育支援センター「こかげ教室」";

  private static final List<LongAbsence> ALL =
      List.of(
          new LongAbsence(1, 9, "", "", ""),
          new LongAbsence(3, 11, "CREDITED_SUPPORT_CENTER", CENTER, CENTER_NAME),
          new LongAbsence(4, 20, "CREDITED_BOARD_FACILITY", "F-KENKYU", "みなも市教育研究所"),
          new LongAbsence(5, 8, "CREDITED_PRIVATE", "F-SORAIRO", "フリースクール「そらいろ」"),
          new LongAbsence(5, 31, "CREDITED_CHILD_GUIDANCE", "F-JISO", "中央児童相談所"),
          new LongAbsence(6, 14, "CREDITED_OTHER_FACILITY", "F-TOSHOKAN", "みなも市立図書館"),
          new LongAbsence(6, 40, "CREDITED_HOSPITAL", "F-BYOIN", "みなも総合病院"),
          new LongAbsence(7, 40, "CREDITED_HEALTH_CENTER", "F-HOKEN", "みなも保健所"),
          new LongAbsence(7, 60, "CREDITED_SUPPORT_CENTER", CENTER, CENTER_NAME),
          new LongAbsence(8, 3, "CREDITED_ICT", "", ""),
          new LongAbsence(8, 22, "CREDITED_PRIVATE", "F-SORAIRO", "フリースクール「そらいろ」"),
          new LongAbsence(8, 50, "", "", ""),
          new LongAbsence(8, 70, "IN_SCHOOL_SUPPORT", "", "校内教育支援センター「ひだまり」"));

  /** Finds the way of a student by the cohort's grade in the current year and the place in it. */
  static Optional<LongAbsence> find(String pupilId, int storyYear) {
    return ALL.stream()
        .filter(
            way ->
                pupilId.equals("st-%d-%03d".formatted(storyYear - way.gradeIndex, way.place + 1)))
        .findFirst();
  }

  /** Tells whether the absence has begun: last November, or in May for every third student. */
  boolean hasBegun(LocalDate day, int storyYear) {
    LocalDate begin =
        place % 3 == 0 ? LocalDate.of(storyYear, 5, 11) : LocalDate.of(storyYear - 1, 11, 4);
    return !day.isBefore(begin);
  }

  /** Draws the mark of a day; empty for a day on which the student came. */
  Optional<Mark> mark(RandomGenerator random, LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    boolean elsewhere =
        !code.isEmpty()
            && (weekday == DayOfWeek.MONDAY
                || weekday == DayOfWeek.WEDNESDAY
                || weekday == DayOfWeek.THURSDAY);
    int dice = random.nextInt(100);
    if (elsewhere && dice < 80) {
      return Optional.of(elsewhere(random, weekday == DayOfWeek.THURSDAY));
    }
    if (dice < 55) {
      return Optional.of(Mark.of("ABSENT_OTHER"));
    }
    if (dice < 72) {
      return Optional.of(Mark.of("ABSENT_ILLNESS"));
    }
    if (dice < 90) {
      return Optional.of(Mark.at("SEPARATE_ROOM", "相談室"));
    }
    return dice < 94 ? Optional.of(Mark.of("LATE")) : Optional.empty();
  }

  private Mark elsewhere(RandomGenerator random, boolean visit) {
    return switch (code) {
      case "CREDITED_ICT" -> Mark.ict(60 + 10 * random.nextInt(13), visit);
      case "IN_SCHOOL_SUPPORT" -> Mark.at(code, name);
      default -> Mark.facility(code, facility, name);
    };
  }
}
