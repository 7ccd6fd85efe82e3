// SPDX-License-Identifier: Apache-2.0
/**
 * 出席扱い: facilities, applications with their conditions, the principal's decisions, the evidence of
 * each day, the day-conversion rules of establishing bodies, and results of learning for grading,
 * which are kept apart from attendance.
 */
@NullMarked
package org.tsunagi.plugin.crediting;

import org.jspecify.annotations.NullMarked;
