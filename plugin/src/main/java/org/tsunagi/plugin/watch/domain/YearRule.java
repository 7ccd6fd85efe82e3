// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the days of a whole school year say: 30 days, with the question of bullying, and last year's
 * record at the first absence. Each is raised once a school year, so that its key is the year's.
 *
 * <p>Basis: 児童生徒理解・支援シートの作成と活用「連続又は断続して30日以上」「前年度の欠席状況」.
 */
final class YearRule {
  private YearRule() {}

  static List<WatchFinding> find(StudentWatch student, WatchSettings settings) {
    List<WatchFinding> found = new ArrayList<>();
    List<WatchDay> away = student.days().stream().filter(settings::inYear).toList();
    if (away.size() >= settings.cumulative()) {
      LocalDate reached = away.get(settings.cumulative() - 1).date();
      found.add(ofYear(student, WatchRule.CUMULATIVE_30, reached, true, away));
      boolean asked = !student.bullyingAnswered();
      found.add(ofYear(student, WatchRule.BULLYING_QUESTION, reached, asked, away));
    }
    boolean longLastYear =
        settings.lastYearDays() > 0 && student.lastYearDays() >= settings.lastYearDays();
    if (longLastYear && !away.isEmpty()) {
      found.add(
          new WatchFinding(
              WatchRule.LAST_YEAR,
              "",
              student.year().first(),
              away.get(0).date(),
              true,
              student.lastYearDays(),
              0,
              List.of()));
    }
    return found;
  }

  private static WatchFinding ofYear(
      StudentWatch student, WatchRule rule, LocalDate on, boolean open, List<WatchDay> away) {
    int ill = (int) away.stream().filter(WatchDay::ill).count();
    return new WatchFinding(
        rule, "", student.year().first(), on, open, away.size(), ill, List.of());
  }
}
