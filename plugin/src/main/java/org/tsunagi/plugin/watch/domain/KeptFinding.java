// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * An open finding as a look at many schools kept it; the student by id, never by name.
 *
 * @param school the school
 * @param student the student
 * @param key the finding's key
 * @param rule what was noticed
 * @param since the first day of the episode
 * @param raisedOn the day on which it was reached
 * @param days how many days or tries it tells of
 * @param of how many school days it looks at, or how many of the days are illness; else 0
 * @param reason why, in a sentence
 */
public record KeptFinding(
    SchoolId school,
    StudentId student,
    String key,
    WatchRule rule,
    LocalDate since,
    LocalDate raisedOn,
    int days,
    int of,
    String reason) {}
