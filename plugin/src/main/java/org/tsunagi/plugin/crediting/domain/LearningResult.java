// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A result of learning elsewhere, for grading; apart from attendance.
 *
 * <p>Basis: 学校教育法施行規則57条2項; 元文科初第698号 別記1 2(4), 別記2 2(7).
 *
 * @param subject the subject
 * @param period the days of learning
 * @param content what was learned, in words
 * @param suitsCurriculum whether plan and content suit the school's curriculum
 * @param toldHow how student and guardian were told; may be empty
 * @param toldOn when
 */
public record LearningResult(
    String subject,
    DateRange period,
    String content,
    boolean suitsCurriculum,
    String toldHow,
    Optional<LocalDate> toldOn) {}
