// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tsunagi.plugin.register.domain.Tally;

/**
 * Counts students for the national survey out of tallies; nothing else decides.
 *
 * <p>Basis: 児童生徒の問題行動・不登校等生徒指導上の諸課題に関する調査 (30日以上、90日以上、そのうち出席日数10日以下・0日). By 欠席日数（出席扱いを含む） a day
 * credited in a row ①–⑧ is a day absent and not a day present; by the guidance record it is
 * present.
 */
public final class SurveyRule {
  private static final int LONG = 30;
  private static final int VERY_LONG = 90;
  private static final int FEW = 10;

  private SurveyRule() {}

  /** Counts some students, each once. */
  public static SurveyCount count(Collection<Tally> tallies) {
    int[] including = new int[4];
    int[] record = new int[4];
    int[] students = new int[8];
    int[] days = new int[8];
    int unknown = 0;
    for (Tally tally : tallies) {
      int creditedInRows = tally.daysAbsentIncludingCredited() - tally.daysAbsent();
      add(including, tally.daysAbsentIncludingCredited(), tally.daysPresent() - creditedInRows);
      add(record, tally.daysAbsent(), tally.daysPresent());
      for (int row = 1; row <= 8; row++) {
        students[row - 1] += tally.credited(row) > 0 ? 1 : 0;
        days[row - 1] += tally.credited(row);
      }
      unknown += tally.unknownDays();
    }
    return new SurveyCount(
        tallies.size(), absences(including), absences(record), list(students), list(days), unknown);
  }

  private static void add(int[] counts, int absent, int present) {
    if (absent >= LONG) {
      counts[0]++;
    }
    if (absent >= VERY_LONG) {
      counts[1]++;
      counts[2] += present <= FEW ? 1 : 0;
      counts[3] += present == 0 ? 1 : 0;
    }
  }

  private static SurveyCount.Absences absences(int[] counts) {
    return new SurveyCount.Absences(counts[0], counts[1], counts[2], counts[3]);
  }

  private static List<Integer> list(int[] numbers) {
    List<Integer> list = new ArrayList<>();
    for (int number : numbers) {
      list.add(number);
    }
    return list;
  }
}
