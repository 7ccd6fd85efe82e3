// SPDX-License-Identifier: Apache-2.0
/**
 * Days on which a child need not attend (出席停止・忌引等): the principal's word on them, orders of the
 * board, the list of a school year, and the day on which a suspension for an infectious disease
 * ends. What such a day counts as is decided by the register's engine.
 */
@NullMarked
package org.tsunagi.plugin.exemption;

import org.jspecify.annotations.NullMarked;
