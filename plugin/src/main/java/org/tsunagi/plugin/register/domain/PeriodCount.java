// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;

/**
 * The figures and remarks of a month or a year of one stay.
 *
 * @param tally the figures
 * @param remarks the items of 備考, in order
 */
public record PeriodCount(Tally tally, List<Remark> remarks) {
  public PeriodCount {
    remarks = List.copyOf(remarks);
  }

  /** Lists the items of 備考 as they are printed. */
  public List<String> remarkTexts() {
    return remarks.stream().map(Remark::text).toList();
  }

  /** Returns the same figures without the reasons that are restricted. */
  public PeriodCount masked() {
    return new PeriodCount(tally, Remark.masked(remarks));
  }
}
