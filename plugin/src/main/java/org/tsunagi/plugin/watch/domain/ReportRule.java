// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tsunagi.plugin.shared.Finding;

/**
 * What must be written down before somebody may say that a child whose safety nobody could confirm
 * is taken care of. The system itself reports to nobody: people do, and note to whom, on which day
 * and who did.
 *
 * <p>Basis: 初中局長通知（令和元年10月25日）2(6)③「児童生徒の安否が確認できない等の場合は、直ちに市町村又は児童相談所への通告を行うほか、警察等に情報提供を行う」.
 */
public final class ReportRule {
  private static final String SAFETY = WatchRule.SAFETY.name() + "@";
  private static final Set<String> TOLD = Set.of("municipality", "guidanceCenter");

  private ReportRule() {}

  /**
   * Lists what is missing before a finding can be called done; nothing for any other finding, and
   * nothing once the safety was confirmed.
   *
   * @param key the finding's key
   * @param contacts all that was noted about the student
   */
  public static List<Finding> check(String key, List<ContactNote> contacts) {
    if (!key.startsWith(SAFETY)) {
      return List.of();
    }
    LocalDate since = LocalDate.parse(key.substring(SAFETY.length()));
    Predicate<ContactNote> holds = one -> one.voidReason().isEmpty() && !one.on().isBefore(since);
    boolean safe = contacts.stream().filter(holds).anyMatch(ContactNote::safe);
    boolean told = contacts.stream().filter(holds).anyMatch(one -> TOLD.contains(one.how()));
    boolean police = contacts.stream().filter(holds).anyMatch(one -> one.how().equals("police"));
    if (safe || (told && police)) {
      return List.of();
    }
    return List.of(
        new Finding(
            "REPORT_FIRST",
            Finding.Severity.ERROR,
            "まだ無事が確かめられていません。"
                + (told ? "" : "市町村か児童相談所への通告")
                + (told || police ? "" : "と、")
                + (police ? "" : "警察への情報提供")
                + "を、連絡の記録に（いつ・どこへ・だれが）入れてから、済みにしてください。"));
  }
}
