// SPDX-License-Identifier: Apache-2.0
/**
 * Rules that turn counted stays into what the guidance record prints: rows, cells of transfers, the
 * excerpt, the annex, the survey, and the comparison of closed figures with those of today.
 */
@NullMarked
package org.tsunagi.plugin.guidancerecord.domain;

import org.jspecify.annotations.NullMarked;
