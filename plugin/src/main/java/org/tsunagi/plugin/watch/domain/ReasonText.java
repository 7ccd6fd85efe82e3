// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tsunagi.plugin.shared.JapaneseDates;

/** The sentence that says why something was noticed: days and dates, no judgement. */
public final class ReasonText {
  private static final int NAMED = 7;

  private final WatchFinding finding;
  private final Locale locale;

  private ReasonText(WatchFinding finding, Locale locale) {
    this.finding = finding;
    this.locale = locale;
  }

  /** Writes the sentence. */
  public static String of(WatchFinding finding, Locale locale) {
    ReasonText text = new ReasonText(finding, locale);
    return locale.getLanguage().equals("en") ? text.english() : text.japanese();
  }

  private String japanese() {
    int days = finding.days();
    return switch (finding.rule()) {
      case CONSECUTIVE_3, CONSECUTIVE_7 -> since() + "から続けて" + days + "日欠席です。" + weekdays();
      case CUMULATIVE_30 -> raised() + "に" + "今年度の欠席が節目の日数になりました。いま" + days + "日" + illness();
      case BULLYING_QUESTION -> "欠席の背景にいじめがなかったか、本人や保護者の話を聞いて確かめます。";
      case PARTIAL -> since() + "から、遅刻・早退・別室も合わせて" + days + "日あります。" + weekdays();
      case ROLLING -> "最近の" + finding.of() + "授業日のうち" + days + "日あります。" + dates();
      case SEPARATE_ROOM -> since() + "から、教室に入らず別の部屋で過ごす日が続いています（" + days + "日）。";
      case LAST_YEAR -> "前年度の欠席は" + days + "日でした。今年度は" + raised() + "に初めて欠席しました。";
      case SAFETY -> since() + "から" + days + "回、無事を確かめられていません。直ちに市町村か児童相談所に通告し、警察にも知らせます。";
    };
  }

  private String english() {
    int days = finding.days();
    return switch (finding.rule()) {
      case CONSECUTIVE_3, CONSECUTIVE_7 ->
          "Away " + days + " days in a row since " + since() + ". " + weekdays();
      case CUMULATIVE_30 ->
          "This year's days away reached the mark on "
              + raised()
              + "; "
              + days
              + " now"
              + illness();
      case BULLYING_QUESTION -> "Listen to the child and the family: was there bullying behind it?";
      case PARTIAL ->
          days + " days since " + since() + ", late, early and other rooms included. " + weekdays();
      case ROLLING -> days + " of the last " + finding.of() + " school days. " + dates();
      case SEPARATE_ROOM -> "In another room day after day since " + since() + " (" + days + ").";
      case LAST_YEAR ->
          "Away " + days + " days last year; this year for the first time on " + raised() + ".";
      case SAFETY ->
          days
              + " tries since "
              + since()
              + " without a sign of safety. Report at once to the municipality or the child"
              + " guidance centre, and tell the police.";
    };
  }

  private String illness() {
    boolean japanese = !locale.getLanguage().equals("en");
    if (finding.of() == 0) {
      return japanese ? "です。" : ".";
    }
    return japanese ? "、うち病欠" + finding.of() + "日です。" : ", " + finding.of() + " of them ill.";
  }

  private String since() {
    return day(finding.since());
  }

  private String raised() {
    return day(finding.raisedOn());
  }

  private String day(LocalDate date) {
    String text = JapaneseDates.dayAndWeekday(date, locale);
    int end = Math.max(text.indexOf('（'), text.indexOf(" ("));
    return text.substring(0, end);
  }

  /** Names the weekdays of a short run; a long one says nothing by them. */
  private String weekdays() {
    if (finding.dates().size() > 5) {
      return "";
    }
    return finding.dates().stream()
        .map(date -> JapaneseDates.weekday(date, locale))
        .collect(Collectors.joining(locale.getLanguage().equals("en") ? ", " : "・"));
  }

  private String dates() {
    return last().stream()
        .map(date -> date.getMonthValue() + "/" + date.getDayOfMonth())
        .collect(Collectors.joining(locale.getLanguage().equals("en") ? ", " : "・"));
  }

  private List<LocalDate> last() {
    int size = finding.dates().size();
    return finding.dates().subList(Math.max(0, size - NAMED), size);
  }
}
