// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Finding.Severity;

/** Whether a 学年別Aシート can be kept: lengths, the shape of telephone numbers, the months. */
public final class YearSheetARule {
  /** The most characters of a free text. */
  public static final int LONGEST_TEXT = 20_000;

  /** The most characters of 主な支援内容. */
  public static final int LONGEST_SUPPORT = 1_000;

  /** The most characters of a name, a telephone number or a month's note. */
  public static final int LONGEST_NAME = 200;

  /** The most lines of support organisations. */
  public static final int MOST_LINES = 50;

  // Lenient on purpose: full-width digits, extensions (内線), several numbers, a note in brackets.
  private static final Pattern PHONE =
      Pattern.compile("[0-9０-９+＋\\-－ー‐–—―()（）.・/／、,\\s　#＃内線代表携帯FAXfaxＦＡＸ:：]*");

  private YearSheetARule() {}

  /** Judges a content for a school year. */
  public static Decision check(YearSheetA content, SchoolYear year) {
    List<Finding> findings = new ArrayList<>();
    length(findings, "欠席状況に関する理由", content.absenceReasons(), LONGEST_TEXT);
    length(findings, "次年度への引継事項", content.handoverNotes(), LONGEST_TEXT);
    if (content.supportOrganizations().size() > MOST_LINES) {
      add(findings, "TOO_MANY_LINES", "支援機関は" + MOST_LINES + "行までです。行を減らしてください。");
    }
    for (int i = 0; i < content.supportOrganizations().size(); i++) {
      check(findings, i + 1, content.supportOrganizations().get(i));
    }
    for (Map.Entry<YearMonth, String> note : content.monthNotes().entrySet()) {
      length(findings, note.getKey().getMonthValue() + "月のメモ", note.getValue(), LONGEST_NAME);
      if (!year.months().contains(note.getKey())) {
        add(findings, "MONTH_OUTSIDE_YEAR", note.getKey() + " はこの年度の月ではありません。");
      }
    }
    return findings.isEmpty() ? new Decision.Granted() : new Decision.Refused(findings);
  }

  private static void check(List<Finding> findings, int line, SupportOrganization row) {
    String place = "支援機関の" + line + "行目（" + row.kind().label() + "）の";
    length(findings, place + "主な支援内容", row.mainSupport(), LONGEST_SUPPORT);
    length(findings, place + "支援機関名", row.organizationName(), LONGEST_NAME);
    length(findings, place + "連絡先電話番号", row.phone(), LONGEST_NAME);
    length(findings, place + "担当者名", row.contactPerson(), LONGEST_NAME);
    if (!PHONE.matcher(row.phone()).matches()) {
      add(findings, "PHONE_SHAPE", place + "連絡先電話番号は、数字とハイフンで入力してください。");
    }
  }

  private static void length(List<Finding> findings, String place, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      String message = place + "は" + most + "文字までです。いまは" + length + "文字あります。短くしてください。";
      add(findings, "TOO_LONG", message);
    }
    if (text.indexOf('\0') >= 0) {
      add(findings, "CONTROL_CHARACTER", place + "に使えない文字があります。入力し直してください。");
    }
  }

  private static void add(List<Finding> findings, String code, String message) {
    findings.add(new Finding(code, Severity.ERROR, message));
  }
}
