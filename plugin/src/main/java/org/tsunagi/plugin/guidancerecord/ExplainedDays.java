// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagi.plugin.code.domain.CodeFamily;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.shared.JapaneseDates;

/** Days by month with what they count as and why, for the tab and the paper. */
final class ExplainedDays {
  private ExplainedDays() {}

  /** Returns the months with their days, in order. */
  static List<Map<String, Object>> months(List<DayVerdict> days, Locale locale) {
    Map<YearMonth, List<Map<String, Object>>> months = new LinkedHashMap<>();
    for (DayVerdict day : days) {
      months
          .computeIfAbsent(YearMonth.from(day.date()), one -> new ArrayList<>())
          .add(day(day, locale));
    }
    List<Map<String, Object>> list = new ArrayList<>();
    months.forEach(
        (month, own) ->
            list.add(
                Map.of(
                    "name", JapaneseDates.month(month, locale),
                    "days", own,
                    "plain",
                        own.stream().filter(day -> Boolean.TRUE.equals(day.get("plain"))).count(),
                    "others",
                        own.stream()
                            .filter(day -> Boolean.FALSE.equals(day.get("plain")))
                            .count())));
    return list;
  }

  private static Map<String, Object> day(DayVerdict day, Locale locale) {
    Map<String, Object> model = new HashMap<>();
    model.put("date", day.date().toString());
    model.put("label", JapaneseDates.dayAndWeekday(day.date(), locale));
    model.put("as", as(day));
    model.put("code", day.causes().code().map(code -> code.label()).orElse(""));
    model.put("glyph", day.causes().code().map(code -> code.glyph()).orElse(glyph(day)));
    model.put("family", family(day));
    model.put("plain", day.dayClass() == DayClass.PRESENT && day.causes().mark().isEmpty());
    model.put("because", day.because());
    return model;
  }

  private static String as(DayVerdict day) {
    if (day.has(DayFlag.PENDING)) {
      return "欠席（判断待ち）";
    }
    if (day.has(DayFlag.CREDITED)) {
      return "出席（出席扱い）";
    }
    return switch (day.dayClass()) {
      case NO_SCHOOL -> "授業日数に入れない日";
      case EXEMPT -> "出席停止・忌引等";
      case ABSENT -> "欠席";
      case PRESENT -> "出席";
      case UNKNOWN -> "未確認";
    };
  }

  private static String glyph(DayVerdict day) {
    return switch (day.dayClass()) {
      case NO_SCHOOL, EXEMPT -> "休";
      case ABSENT -> "欠";
      case PRESENT -> "・";
      case UNKNOWN -> "□";
    };
  }

  private static String family(DayVerdict day) {
    if (day.has(DayFlag.PENDING)) {
      return CodeFamily.PEND.code();
    }
    return switch (day.dayClass()) {
      case UNKNOWN -> "todo";
      case NO_SCHOOL -> CodeFamily.OFF.code();
      default ->
          day.causes()
              .code()
              .map(code -> code.family().code())
              .orElse(
                  day.dayClass() == DayClass.EXEMPT ? CodeFamily.OFF.code() : CodeFamily.IN.code());
    };
  }
}
