// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.Remark;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.TallyRule;

/**
 * Makes the rows of 出欠の記録 out of a student's counted stays.
 *
 * <p>Basis: 30文科初第1845号 別紙1「出欠の記録」; 指導要録の手引 第3章 Q8・Q14(4)ア (在籍しない間の日はどこにも数えない).
 */
public final class RecordRowRule {
  private RecordRowRule() {}

  private record Key(SchoolId school, Grade grade) {}

  /** Makes the rows of a school year, by the first day of their first stay. */
  public static List<RecordRow> rows(int schoolYear, List<StayCount> stays) {
    Map<Key, List<StayCount>> byPlace = new LinkedHashMap<>();
    for (StayCount stay : stays) {
      Key key =
          new Key(stay.stay().grade().calendar().school(), stay.stay().grade().calendar().grade());
      byPlace.computeIfAbsent(key, one -> new ArrayList<>()).add(stay);
    }
    List<RecordRow> rows = new ArrayList<>();
    byPlace.forEach((key, own) -> rows.add(row(schoolYear, key, own)));
    return rows;
  }

  private static RecordRow row(int schoolYear, Key key, List<StayCount> stays) {
    return new RecordRow(
        schoolYear,
        key.school(),
        key.grade(),
        stays.stream().map(stay -> stay.stay().period()).toList(),
        TallyRule.sum(stays.stream().map(stay -> stay.year().tally()).toList()),
        remarks(stays),
        pending(stays));
  }

  /** Adds the items of several stays: the same cause is one item with the sum of its days. */
  private static List<RemarkItem> remarks(List<StayCount> stays) {
    Map<String, RemarkItem> items = new LinkedHashMap<>();
    for (Remark remark : inOrder(stays)) {
      RemarkItem item = new RemarkItem(remark.text(), remark.restricted());
      items.merge(item.key() + item.restricted(), item, (known, more) -> known.plus(more.days()));
    }
    return List.copyOf(items.values());
  }

  /** Lists the items of several stays by what their days are, those of a single one as they are. */
  private static List<Remark> inOrder(List<StayCount> stays) {
    List<Remark> remarks = new ArrayList<>();
    stays.forEach(stay -> remarks.addAll(stay.year().remarks()));
    if (stays.size() > 1) {
      remarks.sort(Comparator.comparing(Remark::kind));
    }
    return remarks;
  }

  private static int pending(List<StayCount> stays) {
    return (int)
        stays.stream().flatMap(stay -> stay.days().stream()).filter(RecordRowRule::waits).count();
  }

  /** Tells whether a day waits for somebody's decision and counts as absent until then. */
  public static boolean waits(DayVerdict day) {
    return day.has(DayFlag.PENDING)
        || (day.has(DayFlag.UNACCEPTED)
            && !day.has(DayFlag.CLOSED)
            && day.causes()
                .acceptance()
                .map(acceptance -> acceptance.outcome() != Outcome.REFUSED)
                .orElse(true));
  }
}
