// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people write on 学年別Aシート. Nothing in it is compulsory.
 *
 * <p>The names, the school and the month table are no part of it: they are reflected from the
 * roster and counted from the register.
 *
 * @param supportOrganizations 支援機関名等(校内・校外), several lines of a kind where needed
 * @param absenceReasons 長期欠席、不登校(継続)等欠席状況に関する理由
 * @param handoverNotes 次年度への引継事項
 * @param monthNotes a short note over a month's column (追記日), by month
 */
public record YearSheetA(
    List<SupportOrganization> supportOrganizations,
    String absenceReasons,
    String handoverNotes,
    Map<YearMonth, String> monthNotes) {
  /** The sheet before anyone has written on it. */
  public static final YearSheetA EMPTY = new YearSheetA(List.of(), "", "", Map.of());

  public YearSheetA {
    supportOrganizations = List.copyOf(supportOrganizations);
    monthNotes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(monthNotes));
  }
}
