// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.timetable;

import java.time.DayOfWeek;
import org.tsunagi.api.school.HomeroomId;

/**
 * A lesson in a homeroom's week.
 *
 * @param homeroom the homeroom
 * @param day the day of the week
 * @param period the number of the period
 * @param subject the subject's name
 */
public record Lesson(HomeroomId homeroom, DayOfWeek day, int period, String subject) {}
