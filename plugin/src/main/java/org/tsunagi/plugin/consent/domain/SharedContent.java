// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent.domain;

import java.sql.Connection;
import java.util.List;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/** What is written in a child's sheet at a school now, as far as it could be handed over. */
public interface SharedContent {
  /**
   * Lists the parts in printed order; parts and sections without a word are left out. Notes that
   * only some may see (限られた人だけが見る記録) are no sheet content and never here.
   */
  List<SharedPart> list(Connection connection, SchoolId school, StudentId student);
}
