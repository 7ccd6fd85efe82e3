// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.shared.Malformed;

/**
 * What is sent to propose a merge.
 *
 * @param from the id that is given up
 * @param into the id that stays
 * @param reason how it is known that both are one child
 * @param choices for every part that both have, {@code from} or {@code into}: the one that goes on
 */
public record MergeCommand(
    @Nullable String from,
    @Nullable String into,
    @Nullable String reason,
    @Nullable Map<String, String> choices) {
  String why() {
    return reason == null ? "" : reason.strip();
  }

  Set<String> chosen() {
    if (choices != null && !Set.of("from", "into").containsAll(choices.values())) {
      throw new Malformed("choices には、シートごとに from か into を指定してください。");
    }
    return choices == null ? Set.of() : choices.keySet();
  }

  Set<String> taken() {
    return choices == null
        ? Set.of()
        : choices.entrySet().stream()
            .filter(one -> "from".equals(one.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
  }

  /**
   * A word with its reason.
   *
   * @param reason why
   */
  public record Reasoned(@Nullable String reason) {
    static String of(@Nullable Reasoned sent) {
      String reason = sent == null ? null : sent.reason();
      return reason == null ? "" : reason.strip();
    }
  }
}
