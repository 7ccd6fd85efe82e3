// SPDX-License-Identifier: Apache-2.0
/**
 * The way of a change of codes: it is checked, its effect on figures is shown, and only then it is
 * put in force. What is in force lives in {@code code}; what it does to figures is asked of {@code
 * register}.
 */
@NullMarked
package org.tsunagi.plugin.code.draft;

import org.jspecify.annotations.NullMarked;
