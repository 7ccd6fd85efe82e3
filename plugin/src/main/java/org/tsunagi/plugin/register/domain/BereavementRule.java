// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds mournings that are longer than the school's limit. A mourning is a row of school days in
 * which every day is marked 忌引 for the same relation; weekends between them don't count.
 *
 * <p>Basis: 指導要録の手引 第3章 Q14(2); the limits are the school's own.
 */
public final class BereavementRule {
  private static final String CODE = "BEREAVEMENT";

  private BereavementRule() {}

  /**
   * A mourning that is longer than its limit.
   *
   * @param relation whose death
   * @param first its first day
   * @param last its last day
   * @param days its school days
   * @param limit the limit in days
   */
  public record Longer(String relation, LocalDate first, LocalDate last, int days, int limit) {
    /** Says it in a sentence. */
    public String text() {
      return "忌引（" + relation + "）が" + days + "日です。学校の定めは" + limit + "日です。日数か続柄を確かめてください。";
    }
  }

  /** Lists the mournings of a stay that are longer than their limit, by first day. */
  public static List<Longer> find(List<DayVerdict> days, BereavementLimits limits) {
    List<Longer> found = new ArrayList<>();
    Run run = null;
    for (DayVerdict day : days) {
      if (day.dayClass() == DayClass.NO_SCHOOL) {
        continue;
      }
      String relation = relation(day);
      if (run != null && run.relation.equals(relation)) {
        run.add(day.date());
        continue;
      }
      close(run, limits, found);
      run = relation == null ? null : new Run(relation, day.date());
    }
    close(run, limits, found);
    return found;
  }

  private static @Nullable String relation(DayVerdict day) {
    boolean mourning = day.code().equals(CODE) && day.dayClass() == DayClass.EXEMPT;
    return mourning ? day.causes().mark().map(DayMark::detail).orElse("").strip() : null;
  }

  private static void close(@Nullable Run run, BereavementLimits limits, List<Longer> found) {
    Integer limit = run == null ? null : limits.days().get(run.relation);
    if (run != null && limit != null && run.days > limit) {
      found.add(new Longer(run.relation, run.first, run.last, run.days, limit));
    }
  }

  /** A mourning in the making. */
  private static final class Run {
    private final String relation;
    private final LocalDate first;
    private LocalDate last;
    private int days = 1;

    Run(String relation, LocalDate first) {
      this.relation = relation;
      this.first = first;
      this.last = first;
    }

    void add(LocalDate date) {
      last = date;
      days++;
    }
  }
}
