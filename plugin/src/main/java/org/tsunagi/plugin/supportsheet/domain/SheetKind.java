// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.Arrays;
import java.util.Optional;

/** A part of 児童生徒理解・支援シート, with the text code under which it is stored. */
public enum SheetKind {
  /** 表紙: schools of the student's life, classification number. */
  COVER("cover"),
  /** 共通シート: what holds for the whole support. */
  COMMON("common"),
  /** 学年別Aシート: support organisations, absences by month, reasons, handover notes. */
  YEAR_A("a"),
  /** 学年別Bシート: wishes, the year's goal, the plan of each term. */
  YEAR_B("b"),
  /** 協議シート: one meeting. */
  MEETING("meeting");

  private final String code;

  SheetKind(String code) {
    this.code = code;
  }

  /** Returns the stable text code. */
  public String code() {
    return code;
  }

  /** Tells whether there is one for each school year. */
  public boolean yearly() {
    return this == YEAR_A || this == YEAR_B;
  }

  /** Finds the kind of a text code. */
  public static Optional<SheetKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
