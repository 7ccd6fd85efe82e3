// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** A figure of a {@link Tally}, by the name that formats use, in the order of the columns. */
public enum Figure {
  SCHOOL_DAYS("schoolDays", "授業日数", Tally::schoolDays),
  EXEMPT_DAYS("exemptDays", "出席停止・忌引等の日数", Tally::exemptDays),
  REQUIRED_DAYS("requiredDays", "出席しなければならない日数", Tally::requiredDays),
  DAYS_ABSENT("daysAbsent", "欠席日数", Tally::daysAbsent),
  DAYS_PRESENT("daysPresent", "出席日数", Tally::daysPresent),
  CREDITED_DAYS("creditedDays", "指導要録上の出席扱いの日数", Tally::creditedDays),
  LATE_ARRIVALS("lateArrivals", "遅刻", Tally::lateArrivals),
  EARLY_DEPARTURES("earlyDepartures", "早退", Tally::earlyDepartures),
  SEPARATE_ROOM_DAYS("separateRoomDays", "別室登校", Tally::separateRoomDays),
  CUMULATIVE_DAYS_ABSENT("cumulativeDaysAbsent", "累積欠席日数", Tally::cumulativeDaysAbsent),
  DAYS_ABSENT_INCLUDING_CREDITED(
      "daysAbsentIncludingCredited", "欠席日数（出席扱いを含む）", Tally::daysAbsentIncludingCredited),
  CREDITED_1("credited1", "①教育支援センター", tally -> tally.credited(1)),
  CREDITED_2("credited2", "②教育委員会所管の機関", tally -> tally.credited(2)),
  CREDITED_3("credited3", "③児童相談所・福祉事務所", tally -> tally.credited(3)),
  CREDITED_4("credited4", "④保健所、精神保健福祉センター", tally -> tally.credited(4)),
  CREDITED_5("credited5", "⑤病院、診療所", tally -> tally.credited(5)),
  CREDITED_6("credited6", "⑥民間団体、民間施設", tally -> tally.credited(6)),
  CREDITED_7("credited7", "⑦その他の機関等", tally -> tally.credited(7)),
  CREDITED_8("credited8", "⑧IT等の活用", tally -> tally.credited(8)),
  CREDITED_ACTIVITY_DAYS("creditedActivityDays", "出席扱い（大会等）の日数", Tally::creditedActivityDays),
  ONLINE_DAYS_HELD("onlineDaysHeld", "非常時オンライン授業の実施日数", Tally::onlineDaysHeld),
  ONLINE_DAYS_TAKEN_PART("onlineDaysTakenPart", "非常時オンライン授業の参加日数", Tally::onlineDaysTakenPart),
  UNKNOWN_DAYS("unknownDays", "未確認の日数", Tally::unknownDays);

  private final String code;
  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
  private final ToIntFunction<Tally> value;

  Figure(String code, String label, ToIntFunction<Tally> value) {
    this.code = code;
    this.label = label;
    this.value = value;
  }

  /** Returns the name in formats, for example {@code daysAbsent}. */
  public String code() {
    return code;
  }

  /** Returns the form's own word. */
  public String label() {
    return label;
  }

  /** Returns the figure of a tally, in days. */
  public int of(Tally tally) {
    return value.applyAsInt(tally);
  }

  /** Finds a figure by its name in formats. */
  public static Optional<Figure> find(String code) {
    return Arrays.stream(values()).filter(figure -> figure.code.equals(code)).findFirst();
  }

  /** Returns all figures of a tally by name, in the order of the columns. */
  public static Map<String, Integer> all(Tally tally) {
    Map<String, Integer> all = new LinkedHashMap<>();
    for (Figure figure : values()) {
      all.put(figure.code, figure.of(tally));
    }
    return all;
  }
}
