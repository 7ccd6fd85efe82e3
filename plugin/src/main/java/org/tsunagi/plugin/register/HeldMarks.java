// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;
import org.tsunagi.plugin.retention.domain.HeldTable.AtEnd;

/** The copies of a child's stays and marks, and the groups of closures the child was in. */
@Component(service = HeldAboutChild.class)
public final class HeldMarks implements HeldAboutChild {
  private static final String BY_NUMBER =
      "school_no IN (SELECT school_no FROM count_school WHERE school_id = ?)"
          + " AND student_no IN (SELECT student_no FROM count_student WHERE student_id = ?)";
  private static final String NUMBER =
      "EXISTS (SELECT 1 FROM count_school WHERE school_id = ?) AND student_id = ?";

  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("register", "closure_group_member"),
        new HeldTable("register", "count_mark", BY_NUMBER, AtEnd.WITH_HOST),
        new HeldTable("register", "count_stay", BY_NUMBER, AtEnd.WITH_HOST),
        new HeldTable("register", "tally_snapshot_row", BY_NUMBER, AtEnd.WITH_HOST),
        new HeldTable("register", "count_student", NUMBER, AtEnd.WITH_HOST));
  }
}
