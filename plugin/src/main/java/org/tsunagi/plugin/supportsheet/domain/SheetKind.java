// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

/** A kind of sheet, with the text code under which it is stored. */
public enum SheetKind {
  /** 学年別Aシート: support organisations, absences by month, reasons, handover notes. */
  YEAR_A("a");

  private final String code;

  SheetKind(String code) {
    this.code = code;
  }

  /** Returns the stable text code. */
  public String code() {
    return code;
  }
}
