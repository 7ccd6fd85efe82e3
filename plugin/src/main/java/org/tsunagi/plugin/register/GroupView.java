// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A student's time in a group.
 *
 * @param group the group's name
 * @param studentId the student's id
 * @param firstOn the first day; empty for "always"
 * @param lastOn the last day (inclusive); empty while it lasts
 */
public record GroupView(
    String group, String studentId, Optional<LocalDate> firstOn, Optional<LocalDate> lastOn) {}
