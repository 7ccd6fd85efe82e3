// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses 備考のうちの必要事項 of the excerpt (抄本); the five numbers are copied as they are. What is credited
 * and what a law suspends is proposed, the rest and all restricted items wait for a person.
 *
 * <p>Basis: 指導要録の手引 第2章4[9] (各項目の日数は、指導要録の記載どおりに記入する; 必要事項だけを書く).
 */
public final class ExcerptRule {
  private ExcerptRule() {}

  /**
   * Lists the items with what is chosen.
   *
   * @param chosen the keys that somebody chose; empty while nobody did
   */
  public static List<ExcerptItem> items(List<RemarkItem> remarks, Optional<Set<String>> chosen) {
    return remarks.stream()
        .map(
            item ->
                new ExcerptItem(
                    item,
                    item.key(),
                    chosen.map(keys -> keys.contains(item.key())).orElse(proposed(item))))
        .toList();
  }

  private static boolean proposed(RemarkItem item) {
    boolean credited = item.text().startsWith("出席扱い");
    boolean statutory = item.text().startsWith("出席停止") && !item.text().startsWith("出席停止等");
    return !item.restricted() && (credited || statutory);
  }
}
