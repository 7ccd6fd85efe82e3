// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.List;
import java.util.Map;

/**
 * Which condition lists a kind of crediting is held against.
 *
 * <p>Basis: 元文科初第698号 別記1・別記2 (義務教育段階); 高等学校は別の通知による.
 */
public final class CreditingKinds {
  private static final String GLYPHS = "①②③④⑤⑥⑦⑧";
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "8", List.of("B2"),
          "CREDITED_PROTECTION", List.of("PROTECTION"),
          "CREDITED_CORRECTIONAL", List.of("CORRECTIONAL"),
          "CREDITED_REMOTE_LESSON", List.of("REMOTE"),
          "CREDITED_ACTIVITY", List.of("EXCHANGE", "CONTEST", "COMPETITION"));

  private CreditingKinds() {}

  /** Tells whether a kind is a place outside the school, rows ① to ⑦. */
  public static boolean isFacility(String kind) {
    return kind.length() == 1 && kind.compareTo("1") >= 0 && kind.compareTo("7") <= 0;
  }

  /** Returns the sign of a row ①–⑧; empty for a kind that is a code. */
  public static String glyph(String kind) {
    boolean row = kind.length() == 1 && kind.compareTo("1") >= 0 && kind.compareTo("8") <= 0;
    return row ? GLYPHS.substring(kind.charAt(0) - '1', kind.charAt(0) - '0') : "";
  }

  /**
   * Lists those of a school's lists that a kind can be held against. A local list counts for a kind
   * when its id is that of the kind's list, or begins with it and a hyphen, or is the kind itself.
   *
   * @param highSchool whether the student is in the high-school stage
   */
  public static List<ConditionList> lists(
      String kind, boolean highSchool, List<ConditionList> all) {
    List<String> ids = isFacility(kind) ? List.of("B1") : LISTS.getOrDefault(kind, List.of(kind));
    String other = highSchool ? "compulsory" : "highSchool";
    return all.stream()
        .filter(list -> !list.stage().equals(other))
        .filter(
            list ->
                list.id().equals(kind)
                    || ids.stream()
                        .anyMatch(id -> list.id().equals(id) || list.id().startsWith(id + "-")))
        .toList();
  }
}
