// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagi.api.school.Grade;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.JapaneseDates;

/**
 * Writes the cells 転学・退学等 of the old school and 転入学 of the new one. The days between belong to
 * neither school, even where lessons were given.
 *
 * <p>Basis: 指導要録の手引 第3章 Q8 (上部括弧内に出校した最後の日、下部に受け入れた年月日の前日); 昭和32年通達.
 */
public final class TransferRule {
  /** What stands in place of the lower date until the new school tells its date. */
  public static final String AWAITED = "（転学先の受入れの通知を待っています）";

  private TransferRule() {}

  /** Returns the date below: the day before the new school accepted the student. */
  public static LocalDate lowerDate(LocalDate acceptedOn) {
    return acceptedOn.minusDays(1);
  }

  /**
   * Finds the date in brackets; an unknown last day is the lower date less the days of the move.
   */
  public static Optional<LocalDate> bracketDate(Transfer transfer) {
    return transfer
        .lastAttendedOn()
        .or(() -> transfer.acceptedOn().map(on -> lowerDate(on).minusDays(transfer.movingDays())));
  }

  /** Finds the days that are in neither school; empty where one stay follows the other. */
  public static Optional<DateRange> between(Transfer transfer) {
    Optional<LocalDate> left = bracketDate(transfer);
    if (left.isEmpty() || transfer.acceptedOn().isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = left.get().plusDays(1);
    LocalDate last = lowerDate(transfer.acceptedOn().get());
    return last.isBefore(first) ? Optional.empty() : Optional.of(new DateRange(first, last));
  }

  /** Writes 転学・退学等 of the old school's record, line by line. */
  public static List<String> leavingCell(Transfer transfer) {
    List<String> lines = new ArrayList<>();
    bracketDate(transfer).ifPresent(date -> lines.add("(" + written(date) + ")"));
    lines.add(transfer.acceptedOn().map(on -> written(lowerDate(on))).orElse(AWAITED));
    place(lines, transfer.to());
    text(lines, transfer.reason());
    return lines;
  }

  /** Writes 転入学 of the new school's record, line by line. */
  public static List<String> enteringCell(Transfer transfer) {
    List<String> lines = new ArrayList<>();
    transfer.acceptedOn().ifPresent(on -> lines.add(written(on)));
    place(lines, transfer.from());
    text(lines, transfer.reason());
    return lines;
  }

  /** Returns a grade as records write it, for example {@code 第3学年}. */
  public static String gradeName(Grade grade) {
    return "第" + grade.number() + "学年";
  }

  /** Tells whether a change of school is an advance (進学) to the next stage and no transfer. */
  public static boolean advances(Grade before, Grade after) {
    return after.number() == 1 && before.name().charAt(0) != after.name().charAt(0);
  }

  private static void place(List<String> lines, Transfer.Place place) {
    text(lines, (place.school() + " " + place.grade()).strip());
    text(lines, place.address());
  }

  private static void text(List<String> lines, String text) {
    if (!text.isBlank()) {
      lines.add(text);
    }
  }

  private static String written(LocalDate date) {
    return JapaneseDates.full(date, Locale.JAPANESE);
  }
}
