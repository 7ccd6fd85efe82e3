// SPDX-License-Identifier: Apache-2.0
/**
 * The attendance codes (出欠の記号) as data: what each code makes of a day, in which row of the sheet it
 * stands, what it writes into 備考, and whose decision it needs. Rules ask the catalogue; no rule
 * knows a code by its id.
 */
@NullMarked
package org.tsunagi.plugin.code.domain;

import org.jspecify.annotations.NullMarked;
