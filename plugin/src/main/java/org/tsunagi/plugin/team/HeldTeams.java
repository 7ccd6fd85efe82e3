// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** Who was in a child's team, who opened the record in an emergency, and who has read what. */
@Component(service = HeldAboutChild.class)
public final class HeldTeams implements HeldAboutChild {
  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("team", "team_member"),
        HeldTable.of("team", "emergency_access"),
        HeldTable.of("team", "notice"),
        HeldTable.of("team", "acknowledgement"));
  }
}
