// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.StayCount;

/**
 * Counts the annex on online lessons by reason. It changes none of the five columns.
 *
 * <p>Basis: 2文科初第1733号 別紙1・別紙2 (非常時の定義は学校保健安全法19条・20条、学校教育法施行規則63条と、校長が出席しなくてもよいと認めたもの).
 */
public final class OnlineRule {
  /** The reason of days on which nothing says why the student could not come. */
  public static final String NO_CAUSE = "（登校できなかった事由が登録されていません）";

  private static final String CONDUCT = "SUSPENSION_CONDUCT";

  private OnlineRule() {}

  private record Cause(String text, boolean emergency) {}

  /** Makes the rows of a year, by the first day of each reason. */
  public static List<OnlineRow> rows(List<StayCount> stays) {
    Map<Cause, int[]> days = new LinkedHashMap<>();
    for (StayCount stay : stays) {
      for (DayVerdict day : stay.days()) {
        if (day.has(DayFlag.ONLINE_HELD) || day.has(DayFlag.ONLINE_TAKEN_PART)) {
          int[] counted = days.computeIfAbsent(cause(day), one -> new int[2]);
          counted[0]++;
          counted[1] += day.has(DayFlag.ONLINE_TAKEN_PART) ? 1 : 0;
        }
      }
    }
    List<OnlineRow> rows = new ArrayList<>();
    days.forEach(
        (cause, counted) ->
            rows.add(new OnlineRow(cause.text(), counted[0], counted[1], cause.emergency())));
    return rows;
  }

  private static Cause cause(DayVerdict day) {
    Optional<AttendanceCode> code = day.causes().code();
    boolean own =
        day.dayClass() == DayClass.EXEMPT
            && code.isPresent()
            && !day.has(DayFlag.UNACCEPTED)
            && code.get().effect() == CodeEffect.EXEMPT;
    if (own) {
      String detail = day.causes().mark().map(DayMark::detail).orElse("");
      return new Cause(
          code.get().label() + (detail.isBlank() ? "" : "（" + detail.strip() + "）"),
          !code.get().id().equals(CONDUCT));
    }
    return day.causes().closures().stream()
        .findFirst()
        .map(closure -> new Cause(text(closure), true))
        .orElse(new Cause(NO_CAUSE, false));
  }

  private static String text(Closure closure) {
    String who =
        switch (closure.scope()) {
          case SCHOOL -> "学校の臨時休業";
          case GRADE -> "学年の臨時休業";
          case HOMEROOM -> "学級の臨時休業";
          case GROUP -> "分散登校";
        };
    return closure.reason().isBlank() ? who : who + "（" + closure.reason().strip() + "）";
  }
}
