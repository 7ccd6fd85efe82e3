// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.ArrayList;
import java.util.List;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Finding;

/**
 * Checks what an application asks for.
 *
 * <p>Basis: 元文科初第698号 別記1・別記2. A wish to return to school is never asked for.
 */
public final class ApplicationRule {
  private ApplicationRule() {}

  /**
   * What is known beside the application.
   *
   * @param kindKnown whether the kind is a row or a credited code of that year
   * @param facilityKnown whether the facility exists and is in use, or none is named
   * @param facilityFits whether the facility is of the application's row, or none is named
   * @param lists the condition lists of the kind
   * @param stays the days of the student's stays at the school
   */
  public record Known(
      boolean kindKnown,
      boolean facilityKnown,
      boolean facilityFits,
      List<ConditionList> lists,
      List<DateRange> stays) {}

  /** Lists what hinders the application; empty where nothing does. */
  public static List<Finding> check(ApplicationContent content, Known known) {
    List<Finding> findings = new ArrayList<>();
    if (!known.kindKnown()) {
      findings.add(error("UNKNOWN_KIND", "種類は①〜⑧か、出席扱いの記号から選んでください。"));
    }
    if (!known.facilityKnown()) {
      findings.add(error("UNKNOWN_FACILITY", "この施設は登録されていないか、使わないことになっています。施設の一覧から選んでください。"));
    } else if (!known.facilityFits()) {
      findings.add(error("FACILITY_OF_OTHER_KIND", "選んだ施設は、ほかの種類（①〜⑦）の施設です。種類か施設を選びなおしてください。"));
    }
    period(findings, content.period(), known.stays());
    if (known.lists().size() > 1 && content.list().isEmpty()) {
      findings.add(error("LIST_NEEDED", "どの要件で確かめるかを選んでください（交流・大会など・競技）。"));
    } else if (!content.list().isEmpty()
        && known.lists().stream().noneMatch(list -> list.id().equals(content.list()))) {
      findings.add(error("UNKNOWN_LIST", "この種類では使えない要件の一覧です。選びなおしてください。"));
    }
    tooLong(findings, content);
    return findings;
  }

  private static void period(List<Finding> findings, DateRange period, List<DateRange> stays) {
    if (!SchoolYear.of(period.first()).equals(SchoolYear.of(period.last()))) {
      findings.add(error("OTHER_SCHOOL_YEAR", "期間は年度ごとに分けてください（4月1日で区切ります）。"));
    } else if (stays.stream().noneMatch(stay -> stay.contains(period.first()))) {
      findings.add(error("OUTSIDE_STAY", "期間の始めの日に、この学校に在籍していません。日付か名簿を確かめてください。"));
    } else if (stays.stream()
        .noneMatch(stay -> stay.contains(period.first()) && stay.contains(period.last()))) {
      findings.add(error("OUTSIDE_STAY", "期間の終わりの日までに、在籍が終わっています。在籍の終わりの日までにしてください。"));
    }
  }

  private static void tooLong(List<Finding> findings, ApplicationContent content) {
    if (content.provider().length() > 300
        || content.guide().length() > 300
        || content.activity().length() > 200
        || content.plan().length() > 4000
        || content.nextStep().length() > 2000) {
      findings.add(
          error("TOO_LONG", "文字が多すぎます。提供するところと指導する人は300字、活動は200字、計画は4000字、次の支援は2000字までです。"));
    }
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }
}
