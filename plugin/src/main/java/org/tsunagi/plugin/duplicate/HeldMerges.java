// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** The merges in which an id of the child was given up. */
@Component(service = HeldAboutChild.class)
public final class HeldMerges implements HeldAboutChild {
  /** The kind, which merging itself leaves alone. */
  static final String KIND = "merges";

  private static final String OF_MERGE =
      "(school_id, merge_id) IN (SELECT school_id, merge_id FROM student_merge"
          + " WHERE school_id = ? AND student_id = ?)";

  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of(KIND, "student_merge_row", OF_MERGE), HeldTable.of(KIND, "student_merge"));
  }
}
