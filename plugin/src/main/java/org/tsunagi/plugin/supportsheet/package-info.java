// SPDX-License-Identifier: Apache-2.0
/**
 * The support sheets (児童生徒理解・支援シート): what is written about a student from year to year, and what
 * the system reflects into it.
 */
@NullMarked
package org.tsunagi.plugin.supportsheet;

import org.jspecify.annotations.NullMarked;
