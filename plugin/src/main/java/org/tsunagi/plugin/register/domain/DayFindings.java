// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.shared.Finding;

/** Gathers what the counting of one student has to say. */
final class DayFindings {
  static final Finding CREDITING_NOT_DECIDED =
      new Finding(
          "CREDITING_NOT_DECIDED",
          Finding.Severity.WARNING,
          "この日を含む校長の出席扱いの決定がないので、欠席として数えました。種類・施設・期間が合う決定を登録してください。");
  static final Finding ACCEPTANCE_NOT_DECIDED =
      new Finding(
          "ACCEPTANCE_NOT_DECIDED",
          Finding.Severity.WARNING,
          "出席しなくてもよいと認めた記録がこの日にないので、欠席として数えました。承認を登録するか、記号を直してください。");
  static final Finding ICT_DAY_SHORT =
      new Finding(
          "ICT_DAY_SHORT",
          Finding.Severity.NOTICE,
          "ICT学習の記録が日数換算の規程に届かないので、欠席として数えました。学習時間と訪問の記録を確かめてください。");
  static final Finding ONLINE_WITHOUT_CAUSE =
      new Finding(
          "ONLINE_WITHOUT_CAUSE",
          Finding.Severity.WARNING,
          "オンラインの特例授業に参加した記録がありますが、出席停止等の記号も臨時休業もない日です。登校できなかった事由を登録してください。");
  static final Finding MARK_TWICE =
      new Finding(
          "MARK_TWICE",
          Finding.Severity.WARNING,
          "同じ日に記号が2つ以上あります。登校、出席停止等、出席扱い、欠席の順に強いものを1つだけ数えました。");
  static final Finding MARK_OUTSIDE_SCHOOL_DAYS =
      new Finding(
          "MARK_OUTSIDE_SCHOOL_DAYS",
          Finding.Severity.NOTICE,
          "在籍していない日か、授業日でない日に記号があります。この記号は数えていません。");

  private final StudentId student;
  private final List<DayFinding> findings = new ArrayList<>(0);

  DayFindings(StudentId student) {
    this.student = student;
  }

  void add(Finding finding, LocalDate date) {
    findings.add(new DayFinding(finding, student, date));
  }

  /** Lists them by date and code, so that the order of entry can't show. */
  List<DayFinding> list() {
    findings.sort(
        Comparator.comparing(DayFinding::date).thenComparing(one -> one.finding().code()));
    return findings;
  }
}
