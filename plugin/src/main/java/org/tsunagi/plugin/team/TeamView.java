// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.List;
import org.tsunagi.plugin.team.domain.TeamMember;

/**
 * A child's team.
 *
 * @param school the school whose team it is
 * @param present the members of today, and those still to come
 * @param past those who are no longer in it, the newest first
 * @param canWrite whether the one who asks may add and end members
 */
public record TeamView(
    String school, List<TeamMember> present, List<TeamMember> past, boolean canWrite) {
  /**
   * Somebody who can be added.
   *
   * @param staff the staff id
   * @param name the name
   * @param title the title at this school
   */
  public record Candidate(String staff, String name, String title) {}
}
