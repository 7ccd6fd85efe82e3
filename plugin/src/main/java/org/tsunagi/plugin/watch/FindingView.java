// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.plugin.watch.domain.ReasonText;
import org.tsunagi.plugin.watch.domain.WatchFinding;

/**
 * A finding as it is told; the student by id, never by name.
 *
 * @param student the student
 * @param homeroom the homeroom's id; empty while none is assigned
 * @param rule what was noticed
 * @param key the key, the same while the episode lasts
 * @param since the first day of the episode
 * @param raisedOn the day on which it was reached
 * @param open whether it still holds
 * @param days how many days or tries it tells of
 * @param dates the days it tells of
 * @param reason why, in a sentence
 * @param resting whether the student rests to be safe from bullying, so that nobody presses
 * @param task who takes care; empty while nobody does
 */
public record FindingView(
    String student,
    Optional<String> homeroom,
    String rule,
    String key,
    LocalDate since,
    LocalDate raisedOn,
    boolean open,
    int days,
    List<LocalDate> dates,
    String reason,
    boolean resting,
    Optional<TaskView> task) {
  /** Makes the view of a child's finding. */
  static FindingView of(WatchChild child, WatchFinding finding) {
    return new FindingView(
        child.student().value(),
        child.homeroom().map(Homeroom::id).map(id -> id.value()),
        finding.rule().name(),
        finding.key(),
        finding.since(),
        finding.raisedOn(),
        finding.open(),
        finding.days(),
        finding.dates(),
        ReasonText.of(finding, Locale.JAPANESE),
        child.resting(),
        child.taskOf(finding).map(TaskView::of));
  }
}
