// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;

/**
 * A day of the year's heat map.
 *
 * @param date the day
 * @param dayClass its class, for example {@code ABSENT}
 * @param code the code that was entered; empty for a blank
 * @param label what it is called
 * @param family the look of the sign; empty where nothing is shown
 * @param glyph the sign
 * @param pending whether it waits for a decision
 */
public record HeatDay(
    LocalDate date,
    String dayClass,
    String code,
    String label,
    String family,
    String glyph,
    boolean pending) {}
