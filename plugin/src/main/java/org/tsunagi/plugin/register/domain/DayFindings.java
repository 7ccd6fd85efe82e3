// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.crediting.domain.CreditingGap;
import org.tsunagi.plugin.shared.Finding;

/** Gathers what the counting of one student has to say. */
final class DayFindings {
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

  private static final Map<CreditingGap, Finding> NOT_DECIDED = notDecided();

  private final StudentId student;
  private final List<DayFinding> findings = new ArrayList<>(0);

  DayFindings(StudentId student) {
    this.student = student;
  }

  /** Returns what there is to say of a credited mark that no granted decision covers. */
  static Finding notDecided(CreditingGap gap) {
    return Objects.requireNonNull(NOT_DECIDED.get(gap));
  }

  private static Map<CreditingGap, Finding> notDecided() {
    Map<CreditingGap, Finding> all = new EnumMap<>(CreditingGap.class);
    for (CreditingGap gap : CreditingGap.values()) {
      all.put(
          gap,
          new Finding(
              "CREDITING_NOT_DECIDED",
              Finding.Severity.WARNING,
              reason(gap) + "、欠席として数えました。" + remedy(gap)));
    }
    return all;
  }

  /** Tells why no decision covers a day, as the beginning of a sentence. */
  static String reason(CreditingGap gap) {
    return switch (gap) {
      case NO_APPLICATION -> "この日を含む出席扱いの申請がないので";
      case UNDECIDED -> "この日を含む申請に校長の決定がまだないので";
      case REFUSED -> "この日を含む申請を校長が認めなかったか、決定を取り消したので";
      case OTHER_DAYS -> "校長の決定はありますが、この日は認めた期間に入っていないので";
      case OTHER_PLACE -> "この日の校長の決定は別の施設のものなので";
      case PLACE_OPEN -> "この日の校長の決定は施設を指定していて、記号に施設がないので";
      case OTHER_KIND -> "この日の校長の決定は別の種類のものなので";
    };
  }

  private static String remedy(CreditingGap gap) {
    return switch (gap) {
      case NO_APPLICATION -> "出席扱いの画面で申請を登録してください。";
      case UNDECIDED -> "校長の判断を待つ日です。";
      case REFUSED -> "記号が違うときは直してください。";
      case OTHER_DAYS -> "この日も認めるときは、決定を改めてください。";
      case OTHER_PLACE -> "記号の施設を確かめ、正しければこの施設の申請を登録してください。";
      case PLACE_OPEN -> "記号の施設を選んでください。";
      case OTHER_KIND -> "記号の種類を確かめ、正しければこの種類の申請を登録してください。";
    };
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
