// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.tsunagi.api.school.SchoolId;

/**
 * When the whole of a school was looked at last.
 *
 * @param school the school
 * @param on the day whose findings are kept
 * @param at when that was
 */
public record LookedSchool(SchoolId school, LocalDate on, Instant at) {}
