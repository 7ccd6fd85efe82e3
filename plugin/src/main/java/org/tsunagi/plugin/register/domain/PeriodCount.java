// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;

/**
 * The figures and remarks of a month or a year of one stay.
 *
 * @param tally the figures
 * @param remarks the items of 備考, in order
 */
public record PeriodCount(Tally tally, List<String> remarks) {
  public PeriodCount {
    remarks = List.copyOf(remarks);
  }
}
