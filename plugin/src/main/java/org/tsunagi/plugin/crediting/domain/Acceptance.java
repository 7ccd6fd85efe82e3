// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import org.tsunagi.plugin.shared.DateRange;

/**
 * A principal's acceptance that attendance was not required, or the board's order of suspension.
 *
 * <p>Basis: 30文科初第1845号 別紙1 (校長が出席しなくてもよいと認めた日数); 学校教育法35条.
 *
 * @param id its id, for the explanation
 * @param code the id of the code it speaks of
 * @param period the days it speaks of
 * @param outcome how it stands
 */
public record Acceptance(String id, String code, DateRange period, Outcome outcome) {}
