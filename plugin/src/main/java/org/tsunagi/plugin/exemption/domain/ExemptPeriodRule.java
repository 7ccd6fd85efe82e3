// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.code.domain.DecisionNeed;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.Placement;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;

/**
 * Gathers the exempt marks of a student's year to periods.
 *
 * <p>Basis: 30文科初第1845号 別紙1 (出席停止・忌引等の日数).
 */
public final class ExemptPeriodRule {
  private ExemptPeriodRule() {}

  /** Lists the periods of a student, by first day. */
  public static List<ExemptPeriod> list(StudentCount count, boolean asked) {
    List<ExemptPeriod> found = new ArrayList<>();
    for (StayCount stay : count.stays()) {
      ExemptPeriod open = null;
      for (DayVerdict day : stay.days()) {
        if (day.dayClass() == DayClass.NO_SCHOOL) {
          continue;
        }
        ExemptPeriod next = period(count.student(), stay, day, asked);
        open = join(found, open, next);
      }
      if (open != null) {
        found.add(open);
      }
    }
    return found;
  }

  private static @Nullable ExemptPeriod join(
      List<ExemptPeriod> found, @Nullable ExemptPeriod open, @Nullable ExemptPeriod next) {
    if (open != null && next != null && same(open, next)) {
      List<LocalDate> days = new ArrayList<>(open.days());
      days.addAll(next.days());
      return new ExemptPeriod(
          open.student(),
          open.homeroom(),
          open.code(),
          open.detail(),
          days,
          open.state(),
          open.acceptance());
    }
    if (open != null) {
      found.add(open);
    }
    return next;
  }

  private static boolean same(ExemptPeriod one, ExemptPeriod other) {
    return one.code().id().equals(other.code().id())
        && one.detail().equals(other.detail())
        && one.state() == other.state()
        && one.acceptance().equals(other.acceptance());
  }

  private static @Nullable ExemptPeriod period(
      StudentId student, StayCount stay, DayVerdict day, boolean asked) {
    AttendanceCode code = day.causes().code().orElse(null);
    if (code == null || code.effect() != CodeEffect.EXEMPT) {
      return null;
    }
    Optional<Acceptance> word = day.causes().acceptance();
    return new ExemptPeriod(
        student,
        homeroom(stay, day.date()),
        code,
        day.causes().mark().map(DayMark::detail).orElse(""),
        List.of(day.date()),
        state(code, word, asked),
        word.map(Acceptance::id).orElse(""));
  }

  private static ExemptPeriod.State state(
      AttendanceCode code, Optional<Acceptance> word, boolean asked) {
    boolean needs =
        code.decisionNeeded() == DecisionNeed.ACCEPTANCE
            || code.decisionNeeded() == DecisionNeed.ORDER;
    if (!needs) {
      return ExemptPeriod.State.NONE;
    }
    if (word.isEmpty() || word.get().outcome() == Outcome.WAITING) {
      return asked ? ExemptPeriod.State.WAITING : ExemptPeriod.State.NOT_ASKED;
    }
    return word.get().outcome() == Outcome.GRANTED
        ? ExemptPeriod.State.GRANTED
        : ExemptPeriod.State.REFUSED;
  }

  private static Optional<HomeroomId> homeroom(StayCount stay, LocalDate date) {
    return stay.stay().placements().stream()
        .filter(one -> one.period().contains(date))
        .map(Placement::homeroom)
        .findFirst();
  }
}
