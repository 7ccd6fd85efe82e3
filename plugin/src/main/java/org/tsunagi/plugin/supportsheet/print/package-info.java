// SPDX-License-Identifier: Apache-2.0
/**
 * The official form on paper and as files: which parts and sections go out, how they are laid out
 * on A4, and the same as workbook and JSON. It knows the engine by its services alone.
 */
@NullMarked
package org.tsunagi.plugin.supportsheet.print;

import org.jspecify.annotations.NullMarked;
