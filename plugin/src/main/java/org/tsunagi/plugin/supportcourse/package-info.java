// SPDX-License-Identifier: Apache-2.0
/**
 * Support and attendance beside each other (支援の前と後): the measures of 学年別B drawn above the
 * attendance year, and the days before and after each. It reads both through their services and
 * keeps nothing of its own; it never says that one caused the other.
 */
@NullMarked
package org.tsunagi.plugin.supportcourse;

import org.jspecify.annotations.NullMarked;
