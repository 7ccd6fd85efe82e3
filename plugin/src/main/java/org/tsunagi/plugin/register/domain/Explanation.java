// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Why a figure is what it is.
 *
 * @param title for example {@code 10月の欠席日数（出席扱いを含む）が14日になる理由}
 * @param lines the reckoning and then what the figure consists of
 * @param total the figure
 * @param note one more sentence; empty when none
 */
public record Explanation(String title, List<Line> lines, int total, String note) {
  public Explanation {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param part what the line does
   * @param label what it says
   * @param glyph the sign in front; empty when none
   * @param family the look of the sign; empty when none
   * @param days how many days; negative where they are taken off
   * @param dates which days, by date; empty where it would be a whole calendar
   * @param basis the ground; empty when none
   */
  public record Line(
      Part part,
      String label,
      String glyph,
      String family,
      int days,
      List<LocalDate> dates,
      String basis) {
    public Line {
      dates = List.copyOf(dates);
    }
  }

  /** What a line does. */
  public enum Part {
    /** Where the reckoning starts. */
    START("start"),
    /** Taken off. */
    LESS("less"),
    /** The result. */
    SUM("sum"),
    /** A part of the result. */
    ITEM("item");

    private final String code;

    Part(String code) {
      this.code = code;
    }

    /** Returns the text code, for example {@code less}. */
    public String code() {
      return code;
    }
  }
}
