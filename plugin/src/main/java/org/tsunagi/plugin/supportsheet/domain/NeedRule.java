// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;

/**
 * Who sees and sets which kinds of need: that a child has a disability belongs to class I (第一種), as
 * the fields that tell of it do.
 */
public final class NeedRule {
  private NeedRule() {}

  /** Returns the kinds that a reader sees. */
  public static Set<Need> shown(Set<Need> kinds, boolean sensitive) {
    Set<Need> shown = EnumSet.noneOf(Need.class);
    shown.addAll(kinds);
    if (!sensitive) {
      shown.remove(Need.DISABILITY);
    }
    return shown;
  }

  /** Judges what a writer sends. */
  public static Decision check(Set<Need> sent, boolean sensitive) {
    return sensitive || !sent.contains(Need.DISABILITY)
        ? new Decision.Granted()
        : new Decision.Refused(
            List.of(
                new Finding(
                    "CLASS_ONE",
                    Finding.Severity.ERROR,
                    "「障害」は、第一種の欄を読める人だけが選べます。ほかの種類だけを選んで保存してください。")));
  }

  /** Returns the kinds to keep: what the writer sends, and what stands where they do not see. */
  public static Set<Need> kept(Set<Need> sent, Set<Need> stored, boolean sensitive) {
    Set<Need> kept = EnumSet.noneOf(Need.class);
    kept.addAll(sent);
    if (!sensitive && stored.contains(Need.DISABILITY)) {
      kept.add(Need.DISABILITY);
    }
    return kept;
  }
}
