// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.plugin.register.domain.Figure;

/** Compares closed rows with those of today, down to the days that made them differ. */
public final class DifferenceRule {
  private DifferenceRule() {}

  private record Key(StudentId student, Grade grade) {}

  /**
   * Lists the rows that differ; a row that is gone or new differs in all its figures.
   *
   * @param codeName the name of a code by its id
   */
  public static List<Difference> compare(
      List<ClosedRow> closed, List<ClosedRow> now, UnaryOperator<String> codeName) {
    Map<Key, @Nullable ClosedRow> before = byKey(closed);
    Map<Key, @Nullable ClosedRow> after = byKey(now);
    Map<Key, Boolean> keys = new LinkedHashMap<>();
    before.keySet().forEach(key -> keys.put(key, true));
    after.keySet().forEach(key -> keys.put(key, true));
    List<Difference> differences = new ArrayList<>();
    for (Key key : keys.keySet()) {
      Difference difference =
          compare(row(before.get(key), key), row(after.get(key), key), codeName);
      if (!difference.figures().isEmpty() || !difference.days().isEmpty() || difference.remarks()) {
        differences.add(difference);
      }
    }
    return differences;
  }

  private static Map<Key, @Nullable ClosedRow> byKey(List<ClosedRow> rows) {
    Map<Key, @Nullable ClosedRow> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.put(new Key(row.student(), row.grade()), row));
    return byKey;
  }

  private static ClosedRow row(@Nullable ClosedRow row, Key key) {
    return row == null ? new ClosedRow(key.student(), key.grade(), Map.of(), List.of(), "") : row;
  }

  private static Difference compare(
      ClosedRow closed, ClosedRow now, UnaryOperator<String> codeName) {
    List<Difference.Changed> figures = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      if (closed.figure(figure) != now.figure(figure)) {
        figures.add(
            new Difference.Changed(
                figure.code(), figure.label(), closed.figure(figure), now.figure(figure)));
      }
    }
    return new Difference(
        closed.student(),
        closed.grade(),
        figures,
        days(closed, now, codeName),
        !closed.remarks().equals(now.remarks()));
  }

  private static List<Difference.ChangedDay> days(
      ClosedRow closed, ClosedRow now, UnaryOperator<String> codeName) {
    Map<LocalDate, DayLine.State> before = DayLine.read(closed.days());
    Map<LocalDate, DayLine.State> after = DayLine.read(now.days());
    Set<LocalDate> dates = new TreeSet<>(before.keySet());
    dates.addAll(after.keySet());
    List<Difference.ChangedDay> days = new ArrayList<>();
    for (LocalDate date : dates) {
      String was = words(before.get(date), codeName);
      String is = words(after.get(date), codeName);
      if (!was.equals(is)) {
        days.add(new Difference.ChangedDay(date, was, is));
      }
    }
    return days;
  }

  private static String words(DayLine.@Nullable State state, UnaryOperator<String> codeName) {
    if (state == null) {
      return "授業日ではない日";
    }
    String as =
        switch (state.as()) {
          case 'N' -> "授業日数に入れない日";
          case 'X' -> "出席停止・忌引等";
          case 'A' -> "欠席";
          case 'C' -> "出席扱い";
          case 'U' -> "未確認";
          default -> "出席";
        };
    return state.code().isEmpty() ? as : as + "（" + codeName.apply(state.code()) + "）";
  }
}
