// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.calendar;

import java.time.LocalDate;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;

/**
 * A day of a grade's calendar.
 *
 * @param school the school
 * @param date the date
 * @param grade the grade it holds for
 * @param schoolDay true for a day with lessons, false for a 休業日 that is written down
 * @param title what the day is called, for example {@code 始業式}; empty for an ordinary day
 * @param registerTaken whether the register of the whole grade was taken that day
 */
public record PlannedDay(
    SchoolId school,
    LocalDate date,
    Grade grade,
    boolean schoolDay,
    String title,
    boolean registerTaken) {}
