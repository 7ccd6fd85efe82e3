// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.Instant;
import java.util.Set;

/**
 * The kinds of need for which a child has the sheet, as somebody set them.
 *
 * @param version its number, from 1
 * @param kinds the kinds; none where the support has ended
 * @param setBy the name of who set them
 * @param setAt when
 */
public record NeedSetting(int version, Set<Need> kinds, String setBy, Instant setAt) {
  public NeedSetting {
    kinds = Set.copyOf(kinds);
  }
}
