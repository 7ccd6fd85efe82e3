// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeFamily;
import org.tsunagi.plugin.register.domain.Explanation.Line;
import org.tsunagi.plugin.register.domain.Explanation.Part;

/**
 * Explains a figure of a month or a stay from its verdicts: the reckoning, then the days.
 *
 * <p>Basis: 30文科初第1845号 別紙1; each line carries that of its code or closure.
 */
public final class ExplanationRule {
  private ExplanationRule() {}

  /**
   * Explains a figure.
   *
   * @param month the month; empty for the whole stay
   */
  public static Explanation explain(StayCount count, Optional<YearMonth> month, Figure figure) {
    Tally tally = month.isEmpty() ? count.year().tally() : tally(count, month.get());
    List<DayVerdict> days =
        count.days().stream()
            .filter(day -> month.isEmpty() || inMonth(figure, day.date(), month.get()))
            .toList();
    List<Line> lines = new ArrayList<>(reckoning(figure, tally, days));
    lines.addAll(items(days, day -> belongs(figure, day)));
    String when = month.map(one -> one.getMonthValue() + "月の").orElse("この年度の");
    int total = total(count, month, figure, tally);
    return new Explanation(
        when + figure.label() + "が" + total + "日になる理由", lines, total, note(figure, tally));
  }

  /** A running sum stays as it was where a month has no counted day. */
  private static int total(StayCount count, Optional<YearMonth> month, Figure figure, Tally tally) {
    if (month.isEmpty() || figure != Figure.CUMULATIVE_DAYS_ABSENT) {
      return figure.of(tally);
    }
    Map.Entry<YearMonth, PeriodCount> last = count.months().floorEntry(month.get());
    return last == null ? 0 : figure.of(last.getValue().tally());
  }

  private static Tally tally(StayCount count, YearMonth month) {
    PeriodCount period = count.months().get(month);
    return period == null ? TallyRule.sum(List.of()) : period.tally();
  }

  /** A cumulative figure consists of the days of all months up to its own. */
  private static boolean inMonth(Figure figure, LocalDate date, YearMonth month) {
    YearMonth own = YearMonth.from(date);
    return figure == Figure.CUMULATIVE_DAYS_ABSENT ? !own.isAfter(month) : own.equals(month);
  }

  private static List<Line> reckoning(Figure figure, Tally tally, List<DayVerdict> days) {
    Line start = sum(Part.START, Figure.SCHOOL_DAYS, tally);
    List<Line> lines = new ArrayList<>();
    switch (figure) {
      case REQUIRED_DAYS -> {
        lines.add(start);
        lines.addAll(less(days, day -> day.dayClass() == DayClass.EXEMPT));
      }
      case DAYS_PRESENT -> {
        lines.add(sum(Part.START, Figure.REQUIRED_DAYS, tally));
        lines.addAll(
            less(
                days,
                day -> day.dayClass() == DayClass.ABSENT || day.dayClass() == DayClass.UNKNOWN));
      }
      case DAYS_ABSENT, DAYS_ABSENT_INCLUDING_CREDITED -> {
        lines.add(start);
        lines.addAll(
            less(days, day -> day.dayClass() != DayClass.NO_SCHOOL && !belongs(figure, day)));
      }
      default -> {
        return List.of();
      }
    }
    lines.add(sum(Part.SUM, figure, tally));
    return lines;
  }

  private static Line sum(Part part, Figure figure, Tally tally) {
    return new Line(part, figure.label(), "", "", figure.of(tally), List.of(), "");
  }

  private static List<Line> less(List<DayVerdict> days, Predicate<DayVerdict> wanted) {
    return items(days, wanted).stream()
        .map(
            line ->
                new Line(
                    Part.LESS,
                    line.label(),
                    line.glyph(),
                    line.family(),
                    -line.days(),
                    line.dates(),
                    line.basis()))
        .toList();
  }

  /** Groups days by what a reader calls them, in the order of their first day. */
  private static List<Line> items(List<DayVerdict> days, Predicate<DayVerdict> wanted) {
    Map<Line, List<LocalDate>> groups = new LinkedHashMap<>();
    for (DayVerdict day : days) {
      if (wanted.test(day)) {
        groups.computeIfAbsent(name(day), key -> new ArrayList<>()).add(day.date());
      }
    }
    List<Line> lines = new ArrayList<>();
    groups.forEach(
        (name, dates) ->
            lines.add(
                new Line(
                    Part.ITEM,
                    name.label(),
                    name.glyph(),
                    name.family(),
                    dates.size(),
                    dates,
                    name.basis())));
    return lines;
  }

  private static Line name(DayVerdict day) {
    Optional<AttendanceCode> code = day.causes().code();
    if (day.has(DayFlag.CLOSED) || day.has(DayFlag.GRADE_CLOSED)) {
      Optional<Closure> closure = day.causes().closures().stream().findFirst();
      String basis = closure.map(one -> one.basis().law()).orElse("");
      return named("臨時休業", "休", CodeFamily.OFF.code(), basis);
    }
    if (day.dayClass() == DayClass.UNKNOWN) {
      return named("未確認（出席をとっていない日）", "", "", "");
    }
    if (code.isEmpty()) {
      return named("出席", "・", CodeFamily.IN.code(), "");
    }
    boolean pending = day.has(DayFlag.PENDING);
    String detail = day.causes().mark().map(DayMark::detail).orElse("");
    String label = code.get().label() + (detail.isBlank() ? "" : "（" + detail + "）");
    return named(
        label + state(day),
        code.get().glyph(),
        pending ? CodeFamily.PEND.code() : code.get().family().code(),
        day.has(DayFlag.CREDITED) ? decided(day, code.get()) : code.get().basis());
  }

  private static Line named(String label, String glyph, String family, String basis) {
    return new Line(Part.ITEM, label, glyph, family, 0, List.of(), basis);
  }

  private static String state(DayVerdict day) {
    if (day.has(DayFlag.PENDING)) {
      return "　判断待ち";
    }
    if (day.has(DayFlag.REFUSED)) {
      return "　校長が認めなかった日";
    }
    if (day.has(DayFlag.ICT_SHORT)) {
      return "　換算の規程に届かない日";
    }
    return day.has(DayFlag.UNACCEPTED) ? "　承認のない日" : "";
  }

  private static String decided(DayVerdict day, AttendanceCode code) {
    return day.causes()
        .decision()
        .flatMap(decision -> decision.decidedOn())
        .map(on -> "校長の決定（" + on.getMonthValue() + "月" + on.getDayOfMonth() + "日）")
        .orElse(code.basis());
  }

  private static boolean belongs(Figure figure, DayVerdict day) {
    return switch (figure) {
      case SCHOOL_DAYS -> day.dayClass() != DayClass.NO_SCHOOL;
      case EXEMPT_DAYS -> day.dayClass() == DayClass.EXEMPT;
      case REQUIRED_DAYS ->
          day.dayClass() != DayClass.NO_SCHOOL && day.dayClass() != DayClass.EXEMPT;
      case DAYS_ABSENT -> day.dayClass() == DayClass.ABSENT;
      case DAYS_PRESENT -> day.dayClass() == DayClass.PRESENT;
      case CREDITED_DAYS -> day.has(DayFlag.CREDITED);
      case LATE_ARRIVALS -> day.has(DayFlag.LATE);
      case EARLY_DEPARTURES -> day.has(DayFlag.EARLY);
      case SEPARATE_ROOM_DAYS -> day.has(DayFlag.SEPARATE_ROOM);
      case CUMULATIVE_DAYS_ABSENT, DAYS_ABSENT_INCLUDING_CREDITED ->
          day.dayClass() == DayClass.ABSENT || day.sheetRow() > 0;
      case CREDITED_ACTIVITY_DAYS -> day.has(DayFlag.ACTIVITY);
      case ONLINE_DAYS_HELD -> day.has(DayFlag.ONLINE_HELD);
      case ONLINE_DAYS_TAKEN_PART -> day.has(DayFlag.ONLINE_TAKEN_PART);
      case UNKNOWN_DAYS -> day.dayClass() == DayClass.UNKNOWN;
      case CREDITED_1,
          CREDITED_2,
          CREDITED_3,
          CREDITED_4,
          CREDITED_5,
          CREDITED_6,
          CREDITED_7,
          CREDITED_8 ->
          day.sheetRow() == figure.code().charAt("credited".length()) - '0';
    };
  }

  private static String note(Figure figure, Tally tally) {
    if (figure != Figure.DAYS_ABSENT_INCLUDING_CREDITED
        && figure != Figure.CUMULATIVE_DAYS_ABSENT) {
      return "";
    }
    return "指導要録では、出席"
        + tally.daysPresent()
        + "日（うち出席扱い"
        + tally.creditedDays()
        + "日）、欠席"
        + tally.daysAbsent()
        + "日です。";
  }
}
