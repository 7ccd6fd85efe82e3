// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** The members of a child's team, the restricted notes with their readers, and who read what. */
@Component(service = HeldAboutChild.class)
public final class HeldTeam implements HeldAboutChild {
  private static final String OF_NOTE =
      "(school_id, note_id) IN (SELECT n.school_id, n.note_id FROM restricted_note n"
          + " WHERE n.school_id = ? AND n.student_id = ?)";

  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("sheets", "restricted_note_reader", OF_NOTE),
        HeldTable.of("sheets", "restricted_note"),
        HeldTable.of("sheets", "acknowledgement"),
        HeldTable.of("sheets", "emergency_access"),
        HeldTable.of("sheets", "notice"),
        HeldTable.of("sheets", "team_member"));
  }
}
