// SPDX-License-Identifier: Apache-2.0
/**
 * 出席簿: the one counting engine. {@link org.tsunagi.plugin.register.domain.GradeYear} compiles what
 * all students of a grade share (calendar, homerooms, closures); {@link
 * org.tsunagi.plugin.register.domain.CountingRules} counts one {@link
 * org.tsunagi.plugin.register.domain.StudentYear} with it and gives verdicts per day, tallies per
 * month, year and stay, remarks (備考) and findings. Everything is a pure function of its input; the
 * order in which facts were entered never matters.
 */
@NullMarked
package org.tsunagi.plugin.register.domain;

import org.jspecify.annotations.NullMarked;
