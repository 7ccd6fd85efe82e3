// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.tsunagi.api.school.SchoolId;

/**
 * When a school was counted last by the job for the whole city.
 *
 * @param school the school
 * @param countedTo the last day that was counted
 * @param countedAt when that was
 */
public record CountedSchool(SchoolId school, LocalDate countedTo, Instant countedAt) {}
