// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tsunagi.plugin.shared.LocalScope;

/** The words of 備考 that a school has for a code, day by day, whoever set them. */
public final class DatedTemplate {
  private final NavigableMap<LocalScope, NavigableMap<LocalDate, Optional<String>>> lines =
      new TreeMap<>();

  private DatedTemplate() {}

  /**
   * Joins what is set for the school, its municipality and the installation, all for one code. Of
   * two settings of a scope that begin on one day the one with the higher number holds.
   */
  public static DatedTemplate of(List<RemarkSetting> settings) {
    DatedTemplate joined = new DatedTemplate();
    List<RemarkSetting> ordered = new ArrayList<>(settings);
    ordered.sort(Comparator.comparingInt(RemarkSetting::number));
    for (RemarkSetting one : ordered) {
      joined
          .lines
          .computeIfAbsent(one.scope(), scope -> new TreeMap<>())
          .put(one.first(), one.template());
    }
    return joined;
  }

  /** Returns words that have always been set, for a school without any dates. */
  public static DatedTemplate always(String template) {
    DatedTemplate one = new DatedTemplate();
    one.lines.put(
        LocalScope.INSTALLATION, new TreeMap<>(Map.of(LocalDate.MIN, Optional.of(template))));
    return one;
  }

  /** Finds the words of a day; empty where the code's own hold. */
  public Optional<String> find(LocalDate date) {
    for (NavigableMap<LocalDate, Optional<String>> line : lines.values()) {
      Map.Entry<LocalDate, Optional<String>> held = line.floorEntry(date);
      if (held != null && held.getValue().isPresent()) {
        return held.getValue();
      }
    }
    return Optional.empty();
  }
}
