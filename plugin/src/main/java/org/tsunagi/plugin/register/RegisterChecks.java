// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tsunagi.plugin.shared.Finding;

/** What speaks against taking a register or opening a month. */
final class RegisterChecks {
  private static final int LONGEST_REASON = 1000;

  private RegisterChecks() {}

  static List<Finding> taken(LocalDate date, boolean planned, boolean locked, LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    if (!planned) {
      findings.add(error("NOT_SCHOOL_DAY", "この日は授業日ではありません。年間行事予定を確かめてください。"));
    }
    if (date.isAfter(today)) {
      findings.add(error("FUTURE", "まだ来ていない日の出席はとれません。その日に入れてください。"));
    }
    if (locked) {
      findings.add(error("MONTH_LOCKED", "この月の出席簿は締まっています。直すときは、権限のある人が理由を入れて開けてください。"));
    }
    return findings;
  }

  static List<Finding> lock(boolean past, boolean lock, String reason) {
    List<Finding> findings = new ArrayList<>();
    if (!past) {
      findings.add(error("MONTH_OPEN", "この月はまだ締まる時期ではありません。"));
    }
    if (!lock && reason.isEmpty()) {
      findings.add(error("REASON_NEEDED", "開ける理由を入れてください。"));
    }
    if (reason.length() > LONGEST_REASON) {
      findings.add(error("TOO_LONG", "理由は1000字までにしてください。"));
    }
    return findings;
  }

  static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
