// SPDX-License-Identifier: Apache-2.0
/**
 * 出席扱い: whether a principal's decision covers a day of learning elsewhere, how days of learning at
 * home with ICT are converted, and how a facility is named in 備考.
 */
@NullMarked
package org.tsunagi.plugin.crediting.domain;

import org.jspecify.annotations.NullMarked;
