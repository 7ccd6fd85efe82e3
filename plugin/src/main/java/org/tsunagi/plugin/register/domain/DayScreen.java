// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.Set;
import org.tsunagi.api.roster.StudentId;

/**
 * Which students of a city are worth a look at their days: those with enough marks. It may let pass
 * more than needed, never fewer. A number of 0 asks for nothing.
 *
 * @param run so many marks of any kind in the year, one of them since the last day on which a blank
 *     surely is a day at school
 * @param away so many marks in the year that may be absences
 * @param apart so many marks in the year of another room
 * @param recent so many marks of any kind within the last {@code recentDays} open school days
 * @param recentDays see there
 * @param ifAway students wanted with one mark that may be an absence
 * @param always students wanted in any case
 */
public record DayScreen(
    int run,
    int away,
    int apart,
    int recent,
    int recentDays,
    Set<StudentId> ifAway,
    Set<StudentId> always) {
  /** Copies the sets. */
  public DayScreen {
    ifAway = Set.copyOf(ifAway);
    always = Set.copyOf(always);
  }
}
