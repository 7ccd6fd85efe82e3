// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import org.tsunagi.plugin.shared.DateRange;

/**
 * A student's membership in a group, such as half of a class that takes turns.
 *
 * @param group the group's name
 * @param period the days of membership
 */
public record GroupStay(String group, DateRange period) {}
