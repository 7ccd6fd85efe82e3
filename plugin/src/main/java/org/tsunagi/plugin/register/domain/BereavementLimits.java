// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many days of mourning (忌引) a school grants by relation. No text fixes a number, so that there
 * is none unless the school sets one.
 *
 * <p>Basis: 指導要録の手引 第3章 Q14(2) (備考には続柄を書く; 日数の定めはない).
 *
 * @param days the days by relation, 1–99, in the order in which they were set
 */
public record BereavementLimits(Map<String, Integer> days) {
  /** No limit at all. */
  public static final BereavementLimits NONE = new BereavementLimits(Map.of());

  /** Copies the map. */
  public BereavementLimits {
    days = Collections.unmodifiableMap(new LinkedHashMap<>(days));
  }

  /**
   * Reads limits as a setting keeps them, such as {@code 父=7、祖父=3}.
   *
   * @throws IllegalArgumentException where a part is not a relation and a number of 1–99
   */
  public static BereavementLimits of(String setting) {
    Map<String, Integer> days = new LinkedHashMap<>();
    for (String part : setting.split("[、,]")) {
      String[] pair = part.strip().split("[=＝]", -1);
      if (part.isBlank()) {
        continue;
      }
      if (pair.length != 2
          || pair[0].isBlank()
          || !pair[1].strip().matches("[1-9][0-9]?")
          || days.put(pair[0].strip(), Integer.parseInt(pair[1].strip())) != null) {
        throw new IllegalArgumentException("a limit is a relation, = and 1-99 days");
      }
    }
    return new BereavementLimits(days);
  }

  /** Returns the limits as a setting keeps them. */
  public String text() {
    List<String> parts = new ArrayList<>();
    days.forEach((relation, number) -> parts.add(relation + "=" + number));
    return String.join("、", parts);
  }
}
