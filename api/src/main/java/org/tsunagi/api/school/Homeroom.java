// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.school;

/**
 * A homeroom class (学級) of one school year.
 *
 * @param id the host's identifier
 * @param school the school it belongs to
 * @param schoolYear the school year, by the calendar year in which April lies
 * @param grade the grade; a mixed-grade class names the lowest one
 * @param name the name as it is said, for example {@code 2年1組}
 * @param specialNeeds whether it is a 特別支援学級
 */
public record Homeroom(
    HomeroomId id,
    SchoolId school,
    int schoolYear,
    Grade grade,
    String name,
    boolean specialNeeds) {}
