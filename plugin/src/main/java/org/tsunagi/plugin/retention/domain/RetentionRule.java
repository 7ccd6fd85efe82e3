// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.shared.Finding;

/**
 * How long things are kept, and who may destroy them.
 *
 * <p>Basis: 児童生徒理解・支援シートの作成と活用について 7 (kept 5 years as 指導要録 are; ordinances and rules of the body
 * come first). That the time runs from the end of the school year of leaving is this product's
 * choice.
 */
public final class RetentionRule {
  /** The years where no other number is set. */
  public static final int DEFAULT_YEARS = 5;

  private RetentionRule() {}

  /** What a destruction is judged by. */
  public record Case(boolean held, LocalDate due, String proposer, String closer, boolean same) {}

  /** Returns the last day of keeping: years after the end of the school year of leaving. */
  public static LocalDate until(LocalDate leftOn, int years) {
    return SchoolYear.of(leftOn).last().plusYears(years);
  }

  /** Tells whether the time is over. */
  public static boolean due(LocalDate until, LocalDate today) {
    return today.isAfter(until);
  }

  /** Judges a number of years. */
  public static List<Finding> checkYears(int years, String basis) {
    List<Finding> found = new ArrayList<>();
    if (years < 1 || years > 100) {
      found.add(error("YEARS", "保存する年数は、1年から100年までで入れてください。"));
    }
    if (years != DEFAULT_YEARS && basis.isBlank()) {
      found.add(error("BASIS", "5年でないときは、根拠になる規程の名前を入れてください。"));
    }
    return found;
  }

  /** Judges a proposal. */
  public static List<Finding> checkProposal(
      boolean held, LocalDate until, LocalDate today, String reason) {
    List<Finding> found = new ArrayList<>(checkTime(held, until, today));
    if (reason.isBlank()) {
      found.add(error("REASON", "廃棄するわけを入れてください（例：保存期間が満了したため）。"));
    }
    return found;
  }

  /** Judges the second person's word. */
  public static List<Finding> checkDestruction(Case one, LocalDate today) {
    List<Finding> found = new ArrayList<>(checkTime(one.held(), one.due(), today));
    if (one.proposer().equals(one.closer())) {
      found.add(error("SECOND_PERSON", "廃棄は、提案した人とは別の人が確かめて行います。"));
    }
    if (!one.same()) {
      found.add(error("CHANGED", "提案の後で記録が変わりました。いったん取り下げて、もう一度提案してください。"));
    }
    return found;
  }

  /** Judges a reason. */
  public static List<Finding> checkReason(String reason) {
    return reason.isBlank() || reason.length() > 1000
        ? List.of(error("REASON", "わけを、1000字までで入れてください。"))
        : List.of();
  }

  /** Says that a proposal waits already. */
  public static Finding alreadyProposed() {
    return error("ALREADY_PROPOSED", "廃棄の提案がもうあります。別の人の確認を待っています。");
  }

  private static List<Finding> checkTime(boolean held, LocalDate until, LocalDate today) {
    List<Finding> found = new ArrayList<>();
    if (held) {
      found.add(error("HELD", "保留の記録があるので、廃棄できません。保留を解いてから進めてください。"));
    }
    if (!due(until, today)) {
      found.add(error("NOT_DUE", "まだ保存期間の中です。"));
    }
    return found;
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
