// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.timetable;

import java.time.LocalTime;

/**
 * A period (校時).
 *
 * @param number its number in the day, 1 or more
 * @param title what it is called
 * @param starts when it starts
 * @param ends when it ends
 */
public record Period(int number, String title, LocalTime starts, LocalTime ends) {}
