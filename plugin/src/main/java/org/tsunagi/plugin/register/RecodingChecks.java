// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.shared.Finding;

/** What speaks against turning absences into another code. */
final class RecodingChecks {
  private static final int LONGEST = 1000;

  private RecodingChecks() {}

  static List<Finding> form(RecodingService.Wanted wanted, boolean dryRun) {
    List<Finding> findings = new ArrayList<>();
    SchoolYear first = SchoolYear.of(wanted.days().first());
    if (!first.equals(SchoolYear.of(wanted.days().last()))) {
      findings.add(RegisterChecks.error("DATES", "期間は年度ごとに分けてください（4月1日で区切ります）。"));
    }
    if (wanted.reason().isBlank() && !dryRun) {
      findings.add(RegisterChecks.error("REASON_NEEDED", "記号を直す理由を入れてください。"));
    }
    if (wanted.reason().length() > LONGEST || wanted.detail().length() > LONGEST) {
      findings.add(RegisterChecks.error("TOO_LONG", "理由と病名などは1000字までにしてください。"));
    }
    return findings;
  }

  static List<Finding> absences(int count) {
    return count > 0
        ? List.of()
        : List.of(RegisterChecks.error("NO_ABSENCE", "この期間に欠席の記号がありません。期間を確かめてください。"));
  }

  static List<Finding> code(Optional<AttendanceCode> code, int schoolYear, Set<HostRole> roles) {
    if (code.isEmpty()
        || !code.get().validIn(schoolYear)
        || code.get().effect() != CodeEffect.EXEMPT) {
      return List.of(RegisterChecks.error("CODE_UNKNOWN", "直したあとの記号は、出席停止・忌引などの一覧から選んでください。"));
    }
    return MonthGrid.mayEnter(code.get(), roles)
        ? List.of()
        : List.of(
            RegisterChecks.error(
                "CODE_ROLE", "「" + code.get().label() + "」は、あなたの職名では入力できません。担当の人に頼んでください。"));
  }

  static List<Finding> locked(List<YearMonth> months) {
    String names =
        months.stream().map(month -> month.getMonthValue() + "月").collect(Collectors.joining("・"));
    return List.of(
        RegisterChecks.error(
            "MONTH_LOCKED", names + "の出席簿は締まっています。締めた月を直せる人（校長・教頭）に、この画面で直してもらうか、月を開けてもらってください。"));
  }
}
