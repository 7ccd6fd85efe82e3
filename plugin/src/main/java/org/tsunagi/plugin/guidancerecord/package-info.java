// SPDX-License-Identifier: Apache-2.0
/**
 * The figures of the guidance record (指導要録): 出欠の記録 with transfers and repeated years, the excerpt
 * (抄本), the annex on online lessons (別記), the yearly row of the common sheet, the national survey,
 * and the year's closing, whose signed figures are amended and never rewritten.
 *
 * <p>It counts nothing by itself: every figure comes from counted stays of the register.
 */
@NullMarked
package org.tsunagi.plugin.guidancerecord;

import org.jspecify.annotations.NullMarked;
