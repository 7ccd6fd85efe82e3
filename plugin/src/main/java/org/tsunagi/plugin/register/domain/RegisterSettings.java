// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a school decides about its register where the texts are silent.
 *
 * @param openMonths how many months before the current one stay open, 0–12
 * @param presentOnSheet what the sheet's row 出席日数 shows
 * @param acceptancesAsked whether an exempt mark counts only with the principal's acceptance
 * @param specialNeedsCounted whether a 特別支援学級 counts as a homeroom of its grade for closures
 * @param bereavementLimits how many days of mourning a relation has; empty where nothing is set
 * @param absentOnCommon what the common sheet's row 欠席日数 shows
 * @param termCount how many terms the plan of 学年別B has
 */
public record RegisterSettings(
    int openMonths,
    PresentOnSheet presentOnSheet,
    boolean acceptancesAsked,
    boolean specialNeedsCounted,
    BereavementLimits bereavementLimits,
    AbsentOnCommon absentOnCommon,
    TermCount termCount) {
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

  /** The name of the setting {@link #absentOnCommon}. */
  public static final String ABSENT_ON_COMMON = "commonSheet.daysAbsent";

  /** The name of the setting {@link #termCount}. */
  public static final String TERM_COUNT = "sheetB.terms";

  /** Every month before the current one is locked; the sheet shows days at school. */
  public static final RegisterSettings DEFAULT =
      new RegisterSettings(
          0,
          PresentOnSheet.AT_SCHOOL,
          false,
          false,
          BereavementLimits.NONE,
          AbsentOnCommon.GUIDANCE_RECORD,
          TermCount.CALENDAR);

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

  /** What the common sheet's row 欠席日数 shows, which the form prints without a qualifier. */
  public enum AbsentOnCommon {
    /** The guidance record's figure, without the credited days. */
    GUIDANCE_RECORD("guidanceRecord"),
    /** The figure of 学年別A: all days not at school, the credited ones included. */
    INCLUDING_CREDITED("includingCredited");

    private final String code;

    AbsentOnCommon(String code) {
      this.code = code;
    }

    /** Returns the stable text code. */
    public String code() {
      return code;
    }
  }

  /** How many terms the plan of 学年別B has. */
  public enum TermCount {
    /** As many as the school's calendar lists; three where it lists none. */
    CALENDAR("calendar"),
    /** Two: 前期 and 後期. */
    TWO("2"),
    /** Three, as the form prints them. */
    THREE("3");

    private final String code;

    TermCount(String code) {
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
    return new RegisterSettings(
        Integer.parseInt(settings.getOrDefault(OPEN_MONTHS, "0")),
        one(settings, PRESENT_ON_SHEET, PresentOnSheet.values(), PresentOnSheet::code),
        flag(settings, ACCEPTANCES_ASKED),
        flag(settings, SPECIAL_NEEDS_COUNTED),
        BereavementLimits.of(settings.getOrDefault(BEREAVEMENT_LIMITS, "")),
        one(settings, ABSENT_ON_COMMON, AbsentOnCommon.values(), AbsentOnCommon::code),
        one(settings, TERM_COUNT, TermCount.values(), TermCount::code));
  }

  /** Reads one of several; the first is the default. */
  private static <T> T one(
      Map<String, String> settings, String name, T[] all, Function<T, String> code) {
    String wanted = settings.getOrDefault(name, code.apply(all[0]));
    return Stream.of(all)
        .filter(one -> code.apply(one).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown value of " + name));
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
