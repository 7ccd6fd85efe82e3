// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A result of learning elsewhere as pages and the REST interface show it.
 *
 * @param id its id
 * @param school the school that keeps it
 * @param student the student
 * @param subject the subject
 * @param firstOn the first day of learning
 * @param lastOn the last day
 * @param content what was learned, in words
 * @param suitsCurriculum whether plan and content suit the school's curriculum
 * @param toldHow how student and guardian were told
 * @param toldOn when
 * @param byName who noted it
 * @param at when
 * @param voidReason why it was voided; empty while it holds
 */
public record LearningResultView(
    String id,
    String school,
    String student,
    String subject,
    LocalDate firstOn,
    LocalDate lastOn,
    String content,
    boolean suitsCurriculum,
    String toldHow,
    Optional<LocalDate> toldOn,
    String byName,
    Instant at,
    String voidReason) {}
