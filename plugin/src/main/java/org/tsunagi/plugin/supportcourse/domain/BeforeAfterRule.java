// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportcourse.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts the days before and after the beginning of a measure beside each other: the same number of
 * days on both sides, counting only days on which the child had to attend and the register was
 * taken. Exempt days (出席停止・忌引等), days without school and days not taken are outside the base, so
 * that an infection or a holiday moves no figure; the first two are told apart.
 */
public final class BeforeAfterRule {
  /** The most days on each side, about four weeks of school. */
  public static final int MOST = 20;

  /** The fewest days on each side, one week of school; with fewer nothing is compared. */
  public static final int FEWEST = 5;

  private BeforeAfterRule() {}

  /** What a day is in the comparison. */
  public enum Kind {
    /** At school, also in a separate room, late or leaving early. */
    AT_SCHOOL,
    /** Credited for learning elsewhere (出席扱い). */
    CREDITED,
    /** Absent; also while a crediting decision is awaited. */
    ABSENT,
    /** Exempt (出席停止・忌引等); outside the base. */
    EXEMPT,
    /** A school day whose register was not taken; outside the base. */
    UNKNOWN;

    boolean base() {
      return this == AT_SCHOOL || this == CREDITED || this == ABSENT;
    }
  }

  /**
   * A planned day up to today.
   *
   * @param date the day
   * @param kind what it is
   */
  public record Day(LocalDate date, Kind kind) {}

  /**
   * The figures of one side.
   *
   * @param first the first day of the base
   * @param last the last day of the base
   * @param baseDays days on which the child had to attend, the same on both sides
   * @param atSchool of these, days at school
   * @param credited of these, days credited for learning elsewhere
   * @param absent of these, days absent
   * @param exempt exempt days between the first and the last day, outside the base
   * @param unknown days between them whose register was not taken, outside the base
   */
  public record Side(
      LocalDate first,
      LocalDate last,
      int baseDays,
      int atSchool,
      int credited,
      int absent,
      int exempt,
      int unknown) {}

  /**
   * Both sides.
   *
   * @param before the days before the measure began
   * @param after the days since, its first day included
   */
  public record Sides(Side before, Side after) {}

  /**
   * Compares; empty where one side has fewer days than {@link #FEWEST}.
   *
   * @param days the planned days up to today, in any order
   * @param beganOn the first day of the measure
   * @param endedOn its last day; empty while it goes on
   */
  public static Optional<Sides> compare(
      List<Day> days, LocalDate beganOn, Optional<LocalDate> endedOn) {
    List<Day> base =
        days.stream()
            .filter(day -> day.kind().base())
            .sorted(Comparator.comparing(Day::date))
            .toList();
    List<Day> before = base.stream().filter(day -> day.date().isBefore(beganOn)).toList();
    List<Day> after =
        base.stream()
            .filter(day -> !day.date().isBefore(beganOn))
            .filter(day -> endedOn.map(end -> !day.date().isAfter(end)).orElse(true))
            .toList();
    int length = Math.min(MOST, Math.min(before.size(), after.size()));
    return length < FEWEST
        ? Optional.empty()
        : Optional.of(
            new Sides(
                side(days, before.subList(before.size() - length, before.size())),
                side(days, after.subList(0, length))));
  }

  private static Side side(List<Day> all, List<Day> base) {
    LocalDate first = base.get(0).date();
    LocalDate last = base.get(base.size() - 1).date();
    List<Day> between =
        all.stream()
            .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
            .toList();
    return new Side(
        first,
        last,
        base.size(),
        count(base, Kind.AT_SCHOOL),
        count(base, Kind.CREDITED),
        count(base, Kind.ABSENT),
        count(between, Kind.EXEMPT),
        count(between, Kind.UNKNOWN));
  }

  private static int count(List<Day> days, Kind kind) {
    return Math.toIntExact(days.stream().filter(day -> day.kind() == kind).count());
  }
}
