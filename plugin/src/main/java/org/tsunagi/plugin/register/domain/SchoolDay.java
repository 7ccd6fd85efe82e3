// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;

/**
 * A planned school day (授業日) of a grade.
 *
 * @param date the day
 * @param title what it is called; empty for an ordinary day
 * @param registerTaken whether the register of the whole grade was taken
 */
public record SchoolDay(LocalDate date, String title, boolean registerTaken) {}
