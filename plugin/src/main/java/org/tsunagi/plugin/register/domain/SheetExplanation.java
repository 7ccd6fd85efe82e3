// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsunagi.plugin.register.domain.Explanation.Line;
import org.tsunagi.plugin.register.domain.Explanation.Part;

/**
 * Explains a number of the sheet or the register over all stays of a student's school year.
 *
 * <p>Basis: 30文科初第1845号 別紙1; rows of the 児童生徒理解・支援シート 学年別A.
 */
public final class SheetExplanation {
  /** The sheet's row 出席日数 where it shows days at school. */
  public static final String AT_SCHOOL = "attendedDays";

  /** The sheet's row 指導要録上の出席扱い, the sum of ①–⑧. */
  public static final String COUNTED_PRESENT = "countedPresentTotal";

  private static final List<Figure> ROWS =
      List.of(
          Figure.CREDITED_1,
          Figure.CREDITED_2,
          Figure.CREDITED_3,
          Figure.CREDITED_4,
          Figure.CREDITED_5,
          Figure.CREDITED_6,
          Figure.CREDITED_7,
          Figure.CREDITED_8);

  private SheetExplanation() {}

  /**
   * Explains a figure.
   *
   * @param stays the counted stays of the year
   * @param month the month; empty for the year
   * @param name a figure's name in formats, or one of the sheet's own rows
   * @return the explanation; empty where there is no such figure or the student had no stay then
   */
  public static Optional<Explanation> explain(
      List<StayCount> stays, Optional<YearMonth> month, String name) {
    return switch (name) {
      case AT_SCHOOL -> atSchool(stays, month);
      case COUNTED_PRESENT ->
          counted(stays, month).map(lines -> whole(month, "指導要録上の出席扱い", lines, daysOf(lines), ""));
      default -> Figure.find(name).flatMap(figure -> figure(stays, month, figure));
    };
  }

  private static Optional<Explanation> figure(
      List<StayCount> stays, Optional<YearMonth> month, Figure figure) {
    List<Explanation> parts = new ArrayList<>();
    for (StayCount stay : stays) {
      boolean in = month.map(at -> lies(stay, at)).orElse(true);
      boolean before =
          figure == Figure.CUMULATIVE_DAYS_ABSENT && month.map(at -> ended(stay, at)).orElse(false);
      if (in || before) {
        parts.add(ExplanationRule.explain(stay, month, figure));
      }
    }
    if (parts.size() <= 1) {
      return parts.stream().findFirst();
    }
    List<Line> lines = parts.stream().flatMap(part -> part.lines().stream()).toList();
    int total = parts.stream().mapToInt(Explanation::total).sum();
    return Optional.of(whole(month, figure.label(), lines, total, "在籍の期間ごとの合計です。"));
  }

  /** A month in which the student was enrolled has figures before its first lesson, too. */
  private static boolean lies(StayCount stay, YearMonth month) {
    return !stay.stay().period().first().isAfter(month.atEndOfMonth()) && !ended(stay, month);
  }

  private static boolean ended(StayCount stay, YearMonth month) {
    return stay.stay().period().last().isBefore(month.atDay(1));
  }

  private static Optional<List<Line>> counted(List<StayCount> stays, Optional<YearMonth> month) {
    List<Line> lines = new ArrayList<>();
    boolean any = false;
    for (Figure row : ROWS) {
      Optional<Explanation> part = figure(stays, month, row);
      any |= part.isPresent();
      part.filter(one -> one.total() > 0)
          .ifPresent(one -> lines.add(line(Part.ITEM, row.label(), one.total())));
    }
    return any ? Optional.of(lines) : Optional.empty();
  }

  private static Optional<Explanation> atSchool(List<StayCount> stays, Optional<YearMonth> month) {
    OptionalInt present =
        figure(stays, month, Figure.DAYS_PRESENT)
            .map(one -> OptionalInt.of(one.total()))
            .orElse(OptionalInt.empty());
    if (present.isEmpty()) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    lines.add(line(Part.START, "指導要録の出席日数", present.getAsInt()));
    int rest = present.getAsInt();
    for (Line row : counted(stays, month).orElse(List.of())) {
      lines.add(line(Part.LESS, row.label(), -row.days()));
      rest -= row.days();
    }
    lines.add(line(Part.SUM, "学校に来た日数", rest));
    return Optional.of(whole(month, "出席日数", lines, rest, "出席扱いの日は、欠席日数（出席扱いを含む）の行に入ります。"));
  }

  private static int daysOf(List<Line> lines) {
    return lines.stream().mapToInt(Line::days).sum();
  }

  private static Line line(Part part, String label, int days) {
    return new Line(part, label, "", "", days, List.of(), "");
  }

  private static Explanation whole(
      Optional<YearMonth> month, String label, List<Line> lines, int total, String note) {
    String when = month.map(at -> at.getMonthValue() + "月").orElse("年度");
    return new Explanation(when + "の" + label + "が" + total + "日になる理由", lines, total, note);
  }
}
