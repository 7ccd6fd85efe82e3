// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether an audit chain is whole. Takes the rows in the order of their numbers, one at a time, so
 * that a chain of any length is checked without holding it.
 */
public final class AuditChainRule {
  /** What may be wrong with a chain. */
  public enum Flaw {
    /** The row's hash does not belong to its content. */
    CHANGED,
    /** One row or more are missing before this one, or it stands in another's place. */
    GAP,
    /** The row does not follow from the one before it. */
    UNLINKED,
    /** The last rows are missing, or there are rows after the recorded end. */
    END
  }

  /**
   * A place where the chain is broken.
   *
   * @param seq the number of the row
   * @param flaw what is wrong there
   */
  public record Break(long seq, Flaw flaw) {}

  private static final int MOST_BREAKS = 100;

  private final List<Break> breaks = new ArrayList<>();
  private long rows;
  private long seq;
  private String hash = AuditRow.START;

  /** Takes the next row. */
  public void take(AuditRow row) {
    rows++;
    if (row.seq() != seq + 1) {
      note(row.seq(), Flaw.GAP);
    } else if (!row.previousHash().equals(hash)) {
      note(row.seq(), Flaw.UNLINKED);
    }
    if (!row.computeHash().equals(row.hash())) {
      note(row.seq(), Flaw.CHANGED);
    }
    seq = row.seq();
    hash = row.hash();
  }

  /** Returns the breaks, the first hundred at the most, once all rows have been taken. */
  public List<Break> listBreaks(AuditHead head) {
    if (head.seq() != seq || !head.hash().equals(hash)) {
      note(head.seq(), Flaw.END);
    }
    return List.copyOf(breaks);
  }

  /** Returns how many rows were taken. */
  public long rows() {
    return rows;
  }

  /** Lists the breaks of a whole chain at once. */
  public static List<Break> verify(Iterable<AuditRow> rows, AuditHead head) {
    AuditChainRule rule = new AuditChainRule();
    rows.forEach(rule::take);
    return rule.listBreaks(head);
  }

  private void note(long at, Flaw flaw) {
    if (breaks.size() < MOST_BREAKS) {
      breaks.add(new Break(at, flaw));
    }
  }
}
