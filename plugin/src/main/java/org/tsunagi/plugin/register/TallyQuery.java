// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;

/**
 * What tallies to list.
 *
 * @param schoolYear the school year
 * @param monthly whether a row stands for a month instead of the year
 * @param school only this school; empty for every school the actor may read
 * @param grade only this grade
 * @param student only this student
 */
public record TallyQuery(
    int schoolYear,
    boolean monthly,
    Optional<SchoolId> school,
    Optional<Grade> grade,
    Optional<StudentId> student) {}
