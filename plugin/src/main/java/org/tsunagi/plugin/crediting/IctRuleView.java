// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.LocalDate;

/**
 * A day-conversion rule as pages and the REST interface show it.
 *
 * @param id its id
 * @param level {@code installation}, {@code municipality} or {@code school}
 * @param school the school; empty for the other levels
 * @param prefecture the prefecture of the municipality; empty for the other levels
 * @param municipality the municipality; empty for the other levels
 * @param firstOn the day from which it holds
 * @param basis {@code visits}, {@code minutes} or {@code both}
 * @param visitsPerMonth the visits a month needs
 * @param minutesPerDay the minutes a day needs
 * @param span {@code day} or {@code month}
 * @param rounding {@code down}, {@code half} or {@code up}
 * @param name what it is called
 * @param wording its text
 * @param voidReason why it was voided; empty while it holds
 */
public record IctRuleView(
    String id,
    String level,
    String school,
    String prefecture,
    String municipality,
    LocalDate firstOn,
    String basis,
    int visitsPerMonth,
    int minutesPerDay,
    String span,
    String rounding,
    String name,
    String wording,
    String voidReason) {}
