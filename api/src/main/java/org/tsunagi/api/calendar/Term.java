// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.calendar;

import java.time.LocalDate;

/**
 * A term (学期).
 *
 * @param number 1, 2 or 3
 * @param title what it is called
 * @param first the first day
 * @param last the last day (inclusive)
 */
public record Term(int number, String title, LocalDate first, LocalDate last) {}
