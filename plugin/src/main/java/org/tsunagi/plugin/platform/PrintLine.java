// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.tsunagi.plugin.shared.JapaneseDates;

/** The line at the foot of a paper that says when it was made and by whom. */
public final class PrintLine {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private PrintLine() {}

  /** Returns {@code 令和8年11月20日 10時45分 佐々木 遥が出力}, or the same in English. */
  public static String of(Instant at, String who, Locale locale) {
    ZonedDateTime time = at.atZone(TOKYO);
    String day = JapaneseDates.full(time.toLocalDate(), locale);
    return locale.getLanguage().equals("en")
        ? String.format(Locale.ROOT, "Printed %s %tR by %s", day, time, who)
        : day + " " + time.getHour() + "時" + time.getMinute() + "分 " + who + "が出力";
  }
}
