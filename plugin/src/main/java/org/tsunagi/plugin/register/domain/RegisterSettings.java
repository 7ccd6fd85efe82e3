// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * What a school decides about its register where the texts are silent.
 *
 * @param openMonths how many months before the current one stay open, 0–12
 * @param presentOnSheet what the sheet's row 出席日数 shows
 * @param acceptancesAsked whether an exempt mark counts only with the principal's acceptance
 * @param specialNeedsCounted whether a 特別支援学級 counts as a homeroom of its grade for closures
 * @param bereavementLimits how many days of mourning a relation has; empty where nothing is set
 */
public record RegisterSettings(
    int openMonths,
    PresentOnSheet presentOnSheet,
    boolean acceptancesAsked,
    boolean specialNeedsCounted,
    BereavementLimits bereavementLimits) {
  /** The name of the setting {@link #openMonths}. */
  public static final String OPEN_MONTHS = "register.openMonths";

  /** The name of the setting {@link #presentOnSheet}. */
  public static final String PRESENT_ON_SHEET = "sheetA.daysPresent";

  /** The name of the setting {@link #acceptancesAsked}. */
  public static final String ACCEPTANCES_ASKED = "register.acceptancesAsked";

  /** The name of the setting {@link #specialNeedsCounted}. */
  public static final String SPECIAL_NEEDS_COUNTED = "closures.specialNeedsCounted";

  /** The name of the setting {@link #bereavementLimits}. */
  public static final String BEREAVEMENT_LIMITS = "register.bereavementLimits";

  /** Every month before the current one is locked; the sheet shows days at school. */
  public static final RegisterSettings DEFAULT =
      new RegisterSettings(0, PresentOnSheet.AT_SCHOOL, false, false, BereavementLimits.NONE);

  /** Checks the range. */
  public RegisterSettings {
    if (openMonths < 0 || openMonths > 12) {
      throw new IllegalArgumentException("months that stay open must lie in 0-12");
    }
  }

  /** What the sheet's row 出席日数 shows. */
  public enum PresentOnSheet {
    /** Days at school, so that the column adds up with 欠席日数（出席扱いを含む）. */
    AT_SCHOOL("atSchool"),
    /** The guidance record's figure, with the credited days inside. */
    GUIDANCE_RECORD("guidanceRecord");

    private final String code;

    PresentOnSheet(String code) {
      this.code = code;
    }

    /** Returns the stable text code. */
    public String code() {
      return code;
    }
  }

  /**
   * Reads settings; what is not there has its default.
   *
   * @throws IllegalArgumentException where a value is none of those allowed
   */
  public static RegisterSettings of(Map<String, String> settings) {
    int months = Integer.parseInt(settings.getOrDefault(OPEN_MONTHS, "0"));
    String present = settings.getOrDefault(PRESENT_ON_SHEET, DEFAULT.presentOnSheet().code());
    for (PresentOnSheet one : PresentOnSheet.values()) {
      if (one.code().equals(present)) {
        return new RegisterSettings(
            months,
            one,
            flag(settings, ACCEPTANCES_ASKED),
            flag(settings, SPECIAL_NEEDS_COUNTED),
            BereavementLimits.of(settings.getOrDefault(BEREAVEMENT_LIMITS, "")));
      }
    }
    throw new IllegalArgumentException("unknown value of " + PRESENT_ON_SHEET);
  }

  private static boolean flag(Map<String, String> settings, String name) {
    return switch (settings.getOrDefault(name, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("unknown value of " + name);
    };
  }

  /** Tells whether a month is locked unless someone opened it. */
  public boolean locks(YearMonth month, LocalDate today) {
    return month.isBefore(YearMonth.from(today).minusMonths(openMonths));
  }
}
