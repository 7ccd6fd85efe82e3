// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import org.tsunagi.plugin.shared.DateRange;

/**
 * What an application asks for.
 *
 * @param kind the sheet row {@code "1"}–{@code "8"} or the id of a credited code
 * @param list the id of the condition list it is held against
 * @param facility the facility's id; empty when it names none
 * @param provider who offers the learning; may be empty
 * @param guide who guides face to face; may be empty
 * @param activity the activity, for kinds that print one; may be empty
 * @param period the days
 * @param plan the plan of learning
 * @param nextStep the next step of support; a wish to return to school is never asked for
 */
public record ApplicationContent(
    String kind,
    String list,
    String facility,
    String provider,
    String guide,
    String activity,
    DateRange period,
    String plan,
    String nextStep) {}
