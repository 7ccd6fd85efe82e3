// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A time in one homeroom, within a stay.
 *
 * @param homeroom the homeroom
 * @param period the days in it
 */
public record Placement(HomeroomId homeroom, DateRange period) {}
