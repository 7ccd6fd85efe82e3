// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.shared.Finding;

/**
 * Something the counting has to say of a student's day.
 *
 * @param finding what
 * @param student whose day
 * @param date the day
 */
public record DayFinding(Finding finding, StudentId student, LocalDate date) {}
