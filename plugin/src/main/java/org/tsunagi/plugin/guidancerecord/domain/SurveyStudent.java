// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.register.domain.Tally;

/**
 * A student's year at one school, as the survey counts it.
 *
 * @param school the school
 * @param grade the grade
 * @param tally the figures of all stays in that grade of that school
 */
public record SurveyStudent(SchoolId school, Grade grade, Tally tally) {}
