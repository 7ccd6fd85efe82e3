// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.shared.Finding;

/** Who may merge two ids of one child, and until when it can be undone. */
public final class MergeRule {
  /** For how many days a merge can be undone. */
  public static final int UNDO_DAYS = 30;

  private MergeRule() {}

  /** Judges the two ids. */
  public static List<Finding> checkPair(
      StudentId from, StudentId into, boolean both, boolean busy) {
    List<Finding> found = new ArrayList<>();
    if (from.equals(into)) {
      found.add(error("SAME", "同じIDが二つ入っています。まとめる二つのIDを入れてください。"));
    } else if (!both) {
      found.add(error("NOT_HERE", "どちらかのIDの在籍が、この学校にありません。IDを確かめてください。"));
    }
    if (busy) {
      found.add(error("BUSY", "このIDには、まとめる提案か、まとめた記録がもうあります。一覧を確かめてください。"));
    }
    return found;
  }

  /** Judges a reason. */
  public static List<Finding> checkReason(String reason) {
    return reason.isBlank() || reason.length() > 1000
        ? List.of(error("REASON", "同じお子さんだと確かめた方法を、1000字までで書いてください。"))
        : List.of();
  }

  /**
   * Judges the choices: for every part that both have, which of the two goes on.
   *
   * @param parts the parts that both have
   * @param chosen the parts for which somebody chose
   */
  public static List<Finding> checkChoices(Set<String> parts, Set<String> chosen) {
    return chosen.equals(parts)
        ? List.of()
        : List.of(error("CHOOSE", "両方にあるシートのそれぞれについて、これから使うほうを選んでください。"));
  }

  /** Judges the second person's word. */
  public static List<Finding> checkConfirmation(Merge one, String person, boolean same) {
    List<Finding> found = new ArrayList<>();
    if (one.proposer().equals(person)) {
      found.add(error("SECOND_PERSON", "提案した人とは別の人が確かめて、まとめます。"));
    }
    if (!same) {
      found.add(error("CHANGED", "提案の後で記録が変わりました。いったん取り下げて、もう一度提案してください。"));
    }
    return found;
  }

  /** Judges taking it back. */
  public static List<Finding> checkUndoing(Optional<Instant> doneAt, Instant now) {
    boolean late = doneAt.map(at -> now.isAfter(at.plus(Duration.ofDays(UNDO_DAYS)))).orElse(true);
    return late ? List.of(error("LATE", "元に戻せるのは、まとめてから" + UNDO_DAYS + "日のあいだです。")) : List.of();
  }

  /** Says that the rows are not as the merge left them. */
  public static Finding notAsLeft() {
    return error("CHANGED", "まとめた後で、まとめた記録の一部が変わったため、自動では元に戻せません。何も変えていません。");
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
