// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.util.Set;
import java.util.function.Predicate;
import org.tsunagi.plugin.access.Privilege;

/**
 * Whether somebody may do something to a section of the sheet: the table says which privileges that
 * takes, and each of them has to be held for this child. Content of class I may ask for a second
 * factor beside that.
 *
 * @param table the table
 */
public record SheetAccessRule(SheetRightsTable table) {
  /** What the rule answers. */
  public enum Verdict {
    /** It may be done. */
    PERMITTED,
    /** It could be done by the same person, signed in with a second factor. */
    SECOND_FACTOR,
    /** It may not be done; the section is as good as absent. */
    DENIED
  }

  /**
   * Judges one cell.
   *
   * @param held tells whether a privilege is held for the child
   * @param strong whether the person signed in with a second factor, or need not
   */
  public Verdict judge(
      SheetAction action,
      SectionClass section,
      SheetStage stage,
      Predicate<Privilege> held,
      boolean strong) {
    Set<Privilege> asked = table.asked(action, section, stage);
    if (asked.isEmpty() || !asked.stream().allMatch(held)) {
      return Verdict.DENIED;
    }
    return section == SectionClass.SENSITIVE && !strong ? Verdict.SECOND_FACTOR : Verdict.PERMITTED;
  }
}
