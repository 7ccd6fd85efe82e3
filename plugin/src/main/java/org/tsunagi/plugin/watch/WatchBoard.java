// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import java.util.List;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.watch.domain.SettingsInForce;

/**
 * What was noticed at a school, as far as the reader may see it.
 *
 * @param school the school
 * @param on the day
 * @param settings what holds there, and who set it
 * @param homerooms the homerooms that the reader may see
 * @param whole whether the reader sees the whole school
 * @param children the students, by homeroom and id; also those of whom nothing was noticed
 */
public record WatchBoard(
    SchoolId school,
    LocalDate on,
    SettingsInForce settings,
    List<Homeroom> homerooms,
    boolean whole,
    List<WatchChild> children) {
  /** Copies the lists. */
  public WatchBoard {
    homerooms = List.copyOf(homerooms);
    children = List.copyOf(children);
  }

  /** Lists all findings of the school year, by homeroom, student and the day they were reached. */
  List<FindingView> listFindings() {
    return children.stream()
        .flatMap(child -> child.findings().stream().map(one -> FindingView.of(child, one)))
        .toList();
  }
}
